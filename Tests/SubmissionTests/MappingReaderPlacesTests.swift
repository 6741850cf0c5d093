import MetricSpec
import Testing

@testable import Submission

@Suite struct MappingReaderPlacesTests {
    @Test func `several places may say the city of a table`() throws {
        let mapping = try Fixture.mapping(
            Fixture.longKeys.replacing(
                "{column: City}",
                with: "{path: \"{city}/*\", sheet: \"{city}\", title: \"*{city}.\"}"))
        let sheet = try #require(TextPattern("{city}"))
        let title = try #require(TextPattern("*{city}."))
        let path = try #require(PathTemplate("{city}/*"))
        #expect(mapping.city.fixed == [.path(path), .sheet(sheet), .title(title)])
        #expect(mapping.city.column == nil)
    }

    @Test func `blocks, filled columns and units are read`() throws {
        let mapping = try Fixture.mapping(
            Fixture.longKeys.replacing("{column: City}", with: "{block: \"City:  {city}\"}")
                + "\nfill: [Measure]\nunits: {thousands: {multiplier: 1000}}\n")
        #expect(mapping.blocks.map(\.text) == ["City: {city}"])
        #expect(mapping.filled.flatMap(\.names) == ["Measure"])
        #expect(mapping.units.map(\.pattern.text) == ["thousands"])
        #expect(mapping.units.first?.factors[0] == ExactFactor(1000))
    }

    @Test(
        arguments: [
            ("{column: City}", "{sheet: City}", "no pattern with {city}"),
            ("{column: City}", "{title: \"{town}\"}", "no pattern with {city}"),
            ("{column: City}", "{block: \"{measure}\"}", "no pattern with {city}"),
            ("{column: City}", "{block: \"{city} {x}\"}", "no pattern with {city}"),
            ("{column: City}", "{column: City, block: \"{city}\"}", "expected one of column"),
            ("{column: City}", "{ignore_codes: [x]}", "expected a place that says it"),
            ("{column: City}", "{colum: City}", "Did you mean \"column\"?"),
            ("title: Long", "title: Long\nunits: {k: {unit: usdd}}", "has no unit \"usdd\""),
            ("title: Long", "title: Long\nunits: {k: {}}", "\"multiplier\" is missing"),
            ("title: Long", "title: Long\nunits: {\"{k}\": {multiplier: 2}}", "is no text"),
        ])
    func `what does not fit is an error with its place`(
        part: String, wrong: String, message: String
    ) {
        do {
            _ = try Fixture.mapping(Fixture.longKeys.replacing(part, with: wrong))
            Issue.record("read without a fault")
        } catch let error as SpecError {
            let found = error.issues.map(\.description)
            #expect(found.contains { $0.contains(message) }, "\(found)")
            #expect(found.allSatisfy { $0.hasPrefix("mappings/test.yaml:") })
        } catch {
            Issue.record(error)
        }
    }
}
