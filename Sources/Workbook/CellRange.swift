/// A rectangle of cells; rows and columns are counted from 0.
public struct CellRange: Sendable, Hashable {
    public let firstRow: Int
    public let firstColumn: Int
    public let lastRow: Int
    public let lastColumn: Int

    /// Makes a range of rows and columns.
    public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        firstRow = rows.lowerBound
        firstColumn = columns.lowerBound
        lastRow = rows.upperBound
        lastColumn = columns.upperBound
    }

    /// The letters of a column, from 0: A, B ... Z, AA.
    public static func letters(ofColumn column: Int) -> String {
        var letters = ""
        var rest = column
        while rest >= 0 {
            letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
            rest = rest / 26 - 1
        }
        return letters
    }
}
