import Tabular
import Testing

@testable import Submission

/// Files put together at random: whatever is in them, the books balance.
@Suite struct RandomFileTests {
    private static let pieces = [
        ",", ",", ",", "\n", "\n", "\r\n", "\"", "\"\"", "Springfield", "St. John", "Nowhere",
        "2026-Q1", "2026-Q2", "2026-13", "calls", "staff", "gone", "1", "2.50", "1e3", "x", "",
        " ", "é", "\u{FEFF}", "-", "City,Period,Measure,Value",
    ]
    private static let head = "City,Period,Measure,Value\n"

    private static func text(_ random: inout SeededGenerator, isTidy: Bool) -> String {
        (0..<Int.random(in: 0...12, using: &random)).map { _ in
            guard isTidy else {
                return (0..<Int.random(in: 0...8, using: &random)).map { _ in
                    pieces.randomElement(using: &random) ?? ""
                }.joined()
            }
            let cells = [
                ["Springfield", "St. John", "Nowhere", ""], ["2026-Q1", "2026-Q2", "soon"],
                ["calls", "staff", "gone"], ["1", "2.50", "x", "", "9999"],
            ].map { $0.randomElement(using: &random) ?? "" }
            return cells.joined(separator: ",") + "\n"
        }.joined()
    }

    @Test(arguments: [true, false])
    func `values read are those accepted, rejected and dropped as equal`(isTidy: Bool) throws {
        let (mapping, context) = (try Fixture.mapping(Fixture.longKeys), try Fixture.context())
        var random = SeededGenerator(state: isTidy ? 5 : 6)
        for _ in 0..<1_500 {
            let text = Self.head + Self.text(&random, isTidy: isTidy)
            let outcome = try Fixture.run(
                SourceFile(name: "random.csv", bytes: Array(text.utf8)), path: "random.csv",
                mapping: mapping, context: context, duplicates: .found)
            let summary = outcome.summary
            guard !summary.isRejected else {
                #expect(summary.accepted == 0, "\(text.debugDescription)")
                #expect(outcome.findings.contains { $0.severity >= .error })
                continue
            }
            let equal = outcome.of(.duplicateEqual).count
            let different = outcome.of(.duplicateDifferent).count
            #expect(
                summary.values == summary.accepted + summary.rejected + equal,
                "\(text.debugDescription)")
            #expect(outcome.values.count == summary.accepted + equal + different)
            #expect(outcome.findings.count == summary.findings.values.reduce(0, +))
            #expect(summary.hasRejections == outcome.findings.contains { $0.severity == .error })
        }
    }

    @Test func `duplicates are those that a dictionary finds`() throws {
        let (mapping, context) = (try Fixture.mapping(Fixture.longKeys), try Fixture.context())
        var random = SeededGenerator(state: 9)
        for _ in 0..<600 {
            let rows = (0..<Int.random(in: 1...15, using: &random)).map { _ in
                [
                    ["Springfield", "St. John"].randomElement(using: &random) ?? "",
                    ["2026-Q1", "2026-Q2", "2026"].randomElement(using: &random) ?? "",
                    ["calls", "staff"].randomElement(using: &random) ?? "",
                    ["1", "2", ""].randomElement(using: &random) ?? "",
                ]
            }
            let text = Self.head + rows.map { $0.joined(separator: ",") }.joined(separator: "\n")
            let groups = Dictionary(grouping: rows) { $0.prefix(3).joined(separator: "|") }
            let different = groups.values.filter { Set($0.map { $0[3] }).count > 1 }
            let equal = groups.values.filter { Set($0.map { $0[3] }).count == 1 }
            let outcome = try Fixture.run(
                SourceFile(name: "random.csv", bytes: Array(text.utf8)), path: "random.csv",
                mapping: mapping, context: context, duplicates: .found)
            #expect(outcome.of(.duplicateDifferent).count == different.reduce(0) { $0 + $1.count })
            #expect(outcome.of(.duplicateEqual).count == equal.reduce(0) { $0 + $1.count - 1 })
            #expect(outcome.summary.accepted == equal.count)
        }
    }
}
