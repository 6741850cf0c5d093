import Foundation
import Warehouse

/// `erasures.csv` in the consortium folder: which originals were erased.
///
/// It lies outside the database because a backup from before an erasure knows
/// nothing of it: the database that is restored from one is held against this
/// file. It has no names and no reasons; the audit entries have those.
struct ErasureRegister {
    /// One erasure.
    struct Line {
        let submission: Int
        /// SHA-256 of the bytes, in hexadecimal.
        let digest: String
    }

    let path: String

    private static let header = "submission,digest,erased_at\n"

    init(consortium folder: String) {
        path = folder + "/erasures.csv"
    }

    /// All erasures, none where the file is not there.
    func lines() throws -> [Line] {
        guard Folder.exists(path) else { return [] }
        let rows = try Folder.text(path).split(whereSeparator: \.isNewline).dropFirst()
        return try rows.enumerated().map { position, row in
            let cells = row.split(separator: ",", omittingEmptySubsequences: false)
            guard cells.count == 3, let submission = Int(cells[0]), cells[1].count == 64 else {
                throw CommandError(
                    "\(path), line \(position + 2): \"\(row)\" is no erasure. Expected the "
                        + "number of a submission, the SHA-256 of its bytes and an instant, as "
                        + "`yardstick erase` writes them.")
            }
            return Line(submission: submission, digest: String(cells[1]))
        }
    }

    /// Adds an erasure, before it is committed: a line too many is found out
    /// by `db check`, a line too few by nobody.
    func add(_ receipt: ErasureReceipt, at instant: String) throws {
        let isKnown = try lines().contains {
            $0.submission == receipt.submission && $0.digest == receipt.digest
        }
        if isKnown { return }
        let old = Folder.exists(path) ? try Folder.text(path) : Self.header
        let line = "\(receipt.submission),\(receipt.digest),\(instant)\n"
        try Folder.write((old + line).utf8, to: path)
    }

    /// The submissions whose original should be gone and is there.
    func unerased(in warehouse: Warehouse) throws -> [Int] {
        let known = try lines()
        if known.isEmpty { return [] }
        return try warehouse.unerased(of: known.map { ($0.submission, $0.digest) })
    }

    /// What to say of such a submission.
    func sentence(_ submission: Int) -> String {
        "submission \(submission) was erased (\(path)), and its original is there: a backup from "
            + "before brought it back. Run: yardstick erase \(submission) --bytes --reason TEXT"
    }
}
