import MetricSpec
import Tabular

/// What stands in columns that were not read: how many figures, and their sum.
///
/// Reads the file once more, and only where it is small: what nobody decided
/// about must not slow down what everybody waits for.
struct ColumnAmounts {
    private(set) var words: [Int: String] = [:]

    /// Larger files are not read another time.
    static let largestFile = 4 << 20

    /// - Parameter size: of the table's file, in bytes.
    init(_ table: TablePart, size: Int, _ mapping: Mapping, columns: [Int]) {
        guard !columns.isEmpty, size <= Self.largestFile, let reader = try? table.open()
        else { return }
        let numbers = mapping.numbers.reader(.one)
        var counts = columns.map { _ in (figures: 0, filled: 0) }
        var sums = columns.map { _ in 0.0 }
        while let batch = try? reader.next() {
            let table = batch.table
            for row in 0..<table.rowCount {
                for (index, column) in columns.enumerated() where column < table.cellCount(row) {
                    let cell = CellText.trimmed(table.cell(row, column))
                    if cell.isEmpty { continue }
                    counts[index].filled += 1
                    let reading = numbers.read(cell)
                    guard reading.isNumber else { continue }
                    counts[index].figures += 1
                    sums[index] += reading.value
                }
            }
        }
        for (index, column) in columns.enumerated() {
            words[column] = Self.words(counts[index], sums[index])
        }
    }

    private static func words(_ count: (figures: Int, filled: Int), _ sum: Double) -> String {
        if count.filled == 0 { return "it holds nothing" }
        if count.figures * 2 < count.filled {
            return count.filled == 1 ? "it holds 1 text" : "it holds \(count.filled) texts"
        }
        let shown = PlainNumber.text((sum * 100).rounded() / 100)
        return count.figures == 1
            ? "its 1 figure is \(shown)" : "its \(count.figures) figures add up to \(shown)"
    }
}
