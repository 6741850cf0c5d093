/// Rows that were left out while a table was read.
public struct TableRemark: Sendable, Equatable {
    /// Why rows are no rows of the table.
    public enum Reason: Sendable, Equatable {
        /// They repeat the header, as on printed pages.
        case repeatedHeader
        /// They are texts below the table.
        case note
        /// The mapping says that they are totals.
        case total
        /// They stand below the row with which the mapping ends the table, or
        /// below the blank row that ends one of several tables.
        case end
    }

    /// Why they were left out.
    public let reason: Reason
    /// How many rows were left out.
    public internal(set) var rows: Int
    /// The line of the first of them.
    public let line: Int
    /// The first text of the first of them.
    public let text: String

    /// The remark with its line counted from another first one.
    func moved(by count: Int) -> TableRemark {
        TableRemark(reason: reason, rows: rows, line: line + count, text: text)
    }
}
