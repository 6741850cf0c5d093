import Consortium
import Glibc
import MetricSpec
import Tabular
import Testing

@testable import Submission

/// The shared folder with published data, read in place; nil where unset.
private let shared: String? = getenv("YARDSTICK_SHARED").map { String(cString: $0) }
private let reason = Comment("YARDSTICK_SHARED is not set: published data are not at hand")

/// Three workbooks of the South African treasury under the mappings of
/// examples/south-african-municipalities; sums were added up by hand.
@Suite(.enabled(if: shared != nil, reason)) struct TreasuryWorkbookTests {
    private static let example =
        #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }
        + "/examples/south-african-municipalities/"

    private static func text(_ name: String) throws -> String {
        let file = try SourceFile(path: example + name)
        return withExtendedLifetime(file) { String(decoding: file.bytes, as: UTF8.self) }
    }

    private static func run(_ workbook: String, _ mapping: String) throws -> Outcome {
        let standard = try StandardReader.read(
            ["standard.yaml", "units.yaml", "projects/measures.yaml"].map {
                ($0, try text("standard/" + $0))
            })
        let name = "mappings/\(mapping).yaml"
        let file = try SourceFile(path: try #require(shared) + "/data/sa_municipal/\(workbook)")
        let context = IntakeContext(
            standard: standard,
            cities: CityDirectory([City(id: "buffalo-city", name: "Buffalo City", aliases: ["BUF"])]
            ),
            calendar: try #require(FiscalCalendar(yearStarts: 7)))
        return try Fixture.run(
            file, path: workbook,
            mapping: try MappingReader.read(
                name: mapping, text: try text(name), file: name, standard: standard),
            context: context, duplicates: .found)
    }

    private static func words(_ value: Value) -> String {
        "\(value.measure.dropFirst("projects/".count)) \(value.period) \(value.variant) "
            + PlainNumber.text(value.value)
    }

    @Test func `months and quarters stand beside each other, the year to date is passed over`()
        throws
    {
        let outcome = try Self.run("quarterly.xlsx", "quarterly")
        #expect(outcome.findings.allSatisfy { $0.severity == .info })
        #expect(outcome.values.count == 17)
        #expect(outcome.values.allSatisfy { $0.city == "buffalo-city" })
        let words = outcome.values.map(Self.words)
        for expected in [
            "administrative-and-corporate-support 2018-07/P1Y actual 465074",
            "administrative-and-corporate-support 2019-07/P1Y adjusted_budget 613896",
            "administrative-and-corporate-support 2019-Q3 actual 20800",
            "administrative-and-corporate-support 2019-09 actual 20800",
            "community-halls 2019-07/P1Y budget 5500000", "community-halls 2019-Q4 actual 529282",
            "community-halls 2020-Q1 actual 2168473", "community-halls 2020-03 actual 927303",
        ] {
            #expect(words.contains(expected), "\(expected)")
        }
    }

    @Test func `three budget years stand beside the year before`() throws {
        let outcome = try Self.run("test.xlsx", "budget")
        #expect(outcome.findings.allSatisfy { $0.severity == .info })
        #expect(
            outcome.values.map(Self.words) == [
                "administrative-and-corporate-support 2017-07/P1Y actual 340609",
                "administrative-and-corporate-support 2019-07/P1Y budget 500000",
                "administrative-and-corporate-support 2020-07/P1Y budget 500000",
                "administrative-and-corporate-support 2021-07/P1Y budget 500000",
                "community-halls 2019-07/P1Y budget 5500000",
                "community-halls 2020-07/P1Y budget 6000000",
                "community-halls 2021-07/P1Y budget 15000000",
            ])
    }

    @Test func `a sheet BYU under the title of BUF is refused, and read by its title alone`() throws
    {
        let refused = try Self.run("failtest.xlsx", "budget")
        #expect(refused.rules == ["identity-mismatch"])
        #expect(refused.summary.isRejected)
        let read = try Self.run("failtest.xlsx", "budget-by-title")
        #expect(read.findings.allSatisfy { $0.severity == .info })
        #expect(read.values.count == 20)
        let words = read.values.map(Self.words)
        // 340,609 + 85,425 of two projects; 500,000 + 3,000,000 of two.
        #expect(words.contains("administrative-and-corporate-support 2017-07/P1Y actual 426034"))
        #expect(words.contains("administrative-and-corporate-support 2019-07/P1Y budget 3500000"))
    }
}
