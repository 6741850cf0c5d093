/// The tables of a submission that were opened so far, for the places of
/// findings.
final class TableList {
    /// One table and what findings say of it.
    struct Table {
        let part: SubmissionPart
        let header: [String]
    }

    private var tables: [Table] = []
    private(set) var parts: [SubmissionPart] = []

    func add(_ table: Table) {
        tables.append(table)
        parts.append(table.part)
    }

    /// The table that a row stands in, and its row there.
    func place(ofRow row: Int) -> (table: Table, row: Int)? {
        tables.last { $0.part.firstRow < row }.map { ($0, row - $0.part.firstRow) }
    }
}
