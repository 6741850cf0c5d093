import Testing

@testable import Submission

@Suite struct DigitSlipTests {
    private let before = [1230.0, 1275, 1242, 1251, 1238, 1262]

    private func words(_ value: String, _ values: [Double]? = nil) throws -> [String] {
        let outcome = try HistorySample.run(
            "Springfield,2026-Q1,spending,\(value),,",
            history: HistorySample.quarters(values ?? before))
        return outcome.of(.digitSlip).map {
            "\($0.problem.split(separator: ": ").last ?? "") -> \($0.expected ?? "")"
        }
    }

    @Test func `the message says what was likely meant`() throws {
        let outcome = try HistorySample.run(
            "Springfield,2026-Q1,spending,12450,,", history: HistorySample.quarters(before))
        #expect(
            outcome.findings.map(\.message) == [
                "springfield.csv, line 2, column D \"Value\": \"12450\" looks like a slip: a zero "
                    + "too many beside the 1262 dollars of ops/spending before. Expected about "
                    + "1245 dollars. Correct the figure or its unit, or explain it in the column "
                    + "\"Note\"; it was accepted as it is."
            ])
        #expect(outcome.findings.map(\.severity) == [.warning])
    }

    @Test(
        arguments: [
            ("124.5", "a zero too few", "1245"), ("124500", "2 zeros too many", "1245"),
            ("1245000", "a thousand times too large", "1245"),
            ("1.245", "a thousand times too small", "1245"), ("-1245", "the sign", "1245"),
            ("2145", "two digits stand the wrong way round", "1245"),
            ("12245", "a zero too many", "1224.5"),
        ])
    func `each slip is told apart`(value: String, kind: String, meant: String) throws {
        let beside = " beside the 1262 dollars of ops/spending before -> about \(meant) dollars"
        let found = try words(value)
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix(kind) == true && found.first?.hasSuffix(beside) == true)
    }

    @Test func `a figure as before, and one that no slip explains, are no slips`() throws {
        #expect(try words("1245") == [])
        #expect(try words("1254") == [])
        #expect(try HistorySample.rules(on: "3378", after: before) == ["unlike-own-history"])
    }

    @Test func `one value before is enough for zeros, and for nothing else`() throws {
        #expect(try words("12450", [1262]).count == 1)
        #expect(try words("2145", [1262]) == [])
        #expect(try words("5000", [1262]) == [])
        #expect(try words("12450", []) == [])
    }

    @Test func `a small count may well grow tenfold`() throws {
        #expect(try words("20", [2]) == [])
        #expect(try words("2000", [200]).count == 1)
    }
}
