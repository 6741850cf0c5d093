import ArgumentParser
import Consortium
import MetricSpec
import Warehouse

/// `yardstick release verify RELEASE...`.
struct ReleaseVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Compute a release again from the store and compare it byte by byte.",
        discussion: """
            Observations are read as they were known when the release was made; the folder
            and the standard as they were kept with it. What the tables hold now, and what
            the computation gives, must both have the digests that were kept. The texts of
            cells are no part of it, so that an original may be erased. Exit code 1 where
            anything differs.

            Example:
              yardstick release verify 8
            """)

    @Argument(help: "The numbers of releases (see `yardstick releases`).")
    var releases: [Int]

    @OptionGroup var warehouse: WarehouseOptions

    func run() throws {
        let lines = try warehouse.ask { session in
            try releases.map { number in
                try Session.checkInterruption()
                let line = VerificationLine(try session.warehouse.verify(release: number))
                if !warehouse.isJSON { for text in line.text { Console.line(text) } }
                return line
            }
        }
        if warehouse.isJSON { try Console.json(VerificationDocument(releases: lines)) }
        try (lines.allSatisfy(\.holds) ? Outcome.done : .rejections).finish()
    }
}

private struct VerificationDocument: Encodable {
    let schema = "yardstick/release-verify/1"
    let releases: [VerificationLine]
}

/// One verification, as JSON and in words.
private struct VerificationLine: Encodable {
    let release: Int
    let period: String
    let kind: String
    let holds: Bool
    /// Whether the same input was put together again.
    let hasSameInput: Bool
    let digest: String?
    let tables: [VerifiedTableLine]

    init(_ found: ReleaseVerification) {
        release = found.release.number
        period = found.release.period.text
        kind = found.release.kind.rawValue
        holds = found.holds
        hasSameInput = found.hasSameInput
        digest = found.release.contentDigest
        tables = found.tables.map { VerifiedTableLine($0) }
    }

    /// One line where all holds.
    var text: [String] {
        let head = "\(period): release \(release), \(kind), "
        if holds {
            let rows = TextTable.grouped(tables.reduce(0) { $0 + $1.rows })
            return [head + "was computed again: the same \(rows) rows, digest \(digest ?? "")"]
        }
        return [head + "is not what it was"]
            + (hasSameInput ? [] : ["  the input that was put together again is another one"])
            + tables.flatMap(\.text)
    }
}

/// One table of a release, as JSON and in words.
private struct VerifiedTableLine: Encodable {
    let table: String
    let rows: Int
    let digest: String
    /// Whether the tables of all audiences hold what was frozen.
    let isUntouched: Bool
    /// Whether the computation gave it again.
    let isRebuilt: Bool
    let differences: [String]

    init(_ found: ReleaseVerification.Table) {
        table = found.name
        rows = found.rows
        digest = found.digest
        isUntouched = found.isUntouched
        isRebuilt = found.isRebuilt
        differences = found.differences
    }

    /// Nothing where all is as it was.
    var text: [String] {
        var lines: [String] = []
        if !isUntouched { lines.append("  \(table) was changed after it was frozen") }
        if !isRebuilt { lines.append("  \(table) is computed otherwise") }
        return lines + differences.map { "    \($0)" }
    }
}
