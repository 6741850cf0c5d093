import Tabular
import Testing

@testable import Submission

@Suite struct SuggesterTests {
    private func suggest(
        _ text: String, path: String = "2026-Q1/springfield/figures.csv", mappings: [String] = []
    ) throws -> Suggestion {
        let earlier = try mappings.map { try Fixture.mapping($0) }
        return try Suggester(context: Fixture.context(), mappings: earlier).suggest(
            SourceFile(name: "figures.csv", bytes: Array(text.utf8)), path: path)
    }

    private func measures(_ suggestion: Suggestion) -> [String?] {
        suggestion.columns.map { $0.question == nil ? $0.measure : nil }
    }

    @Test func `a wide file is mapped by its headers, and the draft is a mapping`() throws {
        let found = try suggest(
            "City,Quarter,Calls,Waiting (hrs),Spending ($000),Note\n"
                + "Springfield,2026-Q1,120,30,40.5,x\nSt. John,2026-Q1,80,12.5,9,y\n")
        #expect(found.layout == .wide)
        #expect(
            measures(found) == [nil, nil, "ops/calls", "ops/waiting", "ops/spending", nil])
        #expect(found.columns.map(\.role) == [.city, .period, .value, .value, .value, .ignored])
        #expect(found.text.contains("{column: Waiting (hrs), measure: ops/waiting, unit: hours}"))
        #expect(found.text.contains("multiplier: 1000"))
        let mapping = try Fixture.mapping(found.text)
        #expect(mapping.values.count == 3)
        #expect(mapping.ignored == ["Note"])
        #expect(found.questions == 0)
    }

    @Test func `a column that nothing is like is asked about, never guessed`() throws {
        let found = try suggest("City,Quarter,Calls,Zebras\nSpringfield,2026-Q1,120,3\n")
        #expect(found.columns[3].measure == nil)
        #expect(found.columns[3].question != nil)
        #expect(found.questions == 1)
        #expect(try Fixture.mapping(found.text).ignored == ["Zebras"])
    }

    @Test func `figures outside the plausible range speak against a measure`() throws {
        let plain = try suggest("City,Quarter,Calls\nSpringfield,2026-Q1,120\n")
        let huge = try suggest("City,Quarter,Calls\nSpringfield,2026-Q1,120000000\n")
        #expect(measures(plain)[2] == "ops/calls")
        #expect(measures(huge)[2] == nil)
        #expect(huge.columns[2].question != nil)
    }

    @Test func `a long file has its codes matched`() throws {
        let found = try suggest(
            "City,Period,Measure,Value\nSpringfield,2026-Q1,Calls,120\n"
                + "Springfield,2026-Q1,staff,12\nSpringfield,2026-Q1,zebras,2\n")
        #expect(found.layout == .long)
        #expect(found.codes.map(\.measure) == ["ops/calls", "ops/staff", nil])
        let mapping = try Fixture.mapping(found.text)
        #expect(mapping.measure?.codes.count == 2)
        #expect(mapping.measure?.ignoredCodes == ["zebras"])
    }

    @Test func `periods in the header are found`() throws {
        let found = try suggest(
            "City,Measure,2024-Q1,2024-Q2,2024-Q3\nSpringfield,Calls,1,2,3\n")
        #expect(found.layout == .wide)
        #expect(found.text.contains("header: \"2024-Q*\""))
        #expect(try Fixture.mapping(found.text).headerPeriods != nil)
    }

    @Test func `an earlier mapping's names count, and its own file's are enough`() throws {
        let earlier = Fixture.wideKeys.replacing("column: Calls", with: "column: Anrufe")
        let text = "City,Quarter,Anrufe\nSpringfield,2026-Q1,120\n"
        #expect(try measures(suggest(text))[2] == nil)
        #expect(try measures(suggest(text, mappings: [earlier]))[2] == "ops/calls")
    }

    @Test func `city and period stand in the path where no column has them`() throws {
        let found = try suggest("Calls,Staff\n120,4\n")
        #expect(found.text.contains("city: {path: \"{city}/*.csv\"}"))
        #expect(found.text.contains("period: {path: \"{period}/*/*.csv\"}"))
        let mapping = try Fixture.mapping(found.text)
        #expect(mapping.values.count == 2)
    }

    @Test func `rows above the header and marks in numbers are found`() throws {
        let found = try suggest(
            "Report of the city\n\nCity;Quarter;Calls;Waiting (min)\n"
                + "Springfield;2026-Q1;1.204;3,5\nSt. John;2026-Q1;980;1.000,25\n")
        let mapping = try Fixture.mapping(found.text)
        #expect(mapping.table.headerRow == 3)
        #expect(mapping.numbers.decimal == UInt8(ascii: ","))
        #expect(mapping.numbers.thousands == UInt8(ascii: "."))
        #expect(mapping.values.count == 2)
    }

    @Test func `a trial balance is a ledger whose classes are asked`() throws {
        let rows = (0..<12).map { "\(5_000 + $0 * 10),Salaries \($0),100,0" }
        let found = try suggest(
            "Account,Description,Debit,Credit\n" + rows.joined(separator: "\n") + "\n")
        #expect(found.layout == .ledger)
        #expect(found.text.contains("  debit: Debit\n  credit: Credit\n"))
        #expect(found.text.contains("12 accounts begin with 5"))
        #expect(found.questions >= 1)
    }

    @Test func `a list of events is records, and who called is personal`() throws {
        let rows = (1...28).map { "\(1_000 + $0),2026-01-\($0 < 10 ? "0" : "")\($0),a@b.org,Noise" }
        let found = try suggest(
            "Case,Opened,Email,Category\n" + rows.joined(separator: "\n") + "\n")
        #expect(found.layout == .records)
        #expect(found.text.contains("period: {date: Opened, length: quarter}"))
        #expect(found.columns[2].role == .personal)
    }
}
