import MetricSpec

@testable import Submission

/// Two files of one mapping, the second one beside what the first one had.
enum TwoQuarters {
    /// A trial balance of the quarter alone, whose accounts have names.
    static let ledger = TrialBalance.keys
        .replacing("  account: Account\n", with: "  account: Account\n  name: Name\n")
        .replacing("ignore: [Name]\n", with: "")
        .replacing("  accumulates: fiscal-year\n  tolerance: 0.005\n", with: "")

    /// The rows of the first quarter: an ignored account, and three mapped.
    static let first = """
        100-1000,Cash,0,100
        100-4100,Fees,,100
        100-5100,Wages,60,
        100-5200,Fuel,40,

        """

    /// Reads the accounts of 2026-Q1 and 2026-Q2; what is said of the second.
    static func accounts(
        _ second: String, after first: String = first, keys: String = ledger
    ) throws -> Outcome {
        let header = "Account,Name,Debit,Credit\n"
        return try run(
            header + first, header + second, keys: keys,
            paths: ("2026-Q1/tb.csv", "2026-Q2/tb.csv"))
    }

    /// Cases of which those on roads are one figure, and all another.
    static let kinds =
        Cases.keys.replacing("Kind, ", with: "") + """
            figures:
              - {measure: ops/staff, aggregate: count, where: {Kind: road}}
              - {measure: ops/calls, aggregate: count}

            """

    /// Reads cases of so many of each kind in 2026-Q1 and 2026-Q2.
    static func cases(
        _ second: KeyValuePairs<String, Int>, after first: KeyValuePairs<String, Int>,
        keys: String = kinds
    ) throws -> Outcome {
        func text(_ kinds: KeyValuePairs<String, Int>, _ month: String) -> String {
            Cases.header
                + kinds.flatMap { kind, count in
                    (0..<count).map { "\(kind)-\(month)-\($0),2026-\(month)-15,,\(kind),1\n" }
                }.joined()
        }
        return try run(
            text(first, "02"), text(second, "05"), keys: keys, paths: ("cases.csv", "cases.csv"))
    }

    /// Reads two files; the second with the codes of the first.
    static func run(
        _ first: String, _ second: String, keys: String, paths: (String, String)
    ) throws -> Outcome {
        let before = try Fixture.run(keys, first, path: paths.0)
        var context = try Fixture.context()
        context.earlierCodes = EarlierCodes(before.summary.codeLists)
        return try Fixture.run(keys, second, path: paths.1, context: context)
    }
}
