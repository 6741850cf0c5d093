import MetricSpec
import Tabular

/// Figures of a long file that were made of many rows elsewhere.
extension Checker {
    /// What a draft's row says the figure was made of; nil, with a finding,
    /// where it does not.
    mutating func origin(_ table: CellTable, _ row: Int) -> AggregateOrigin? {
        let columns = writer.plan.origin
        func text(_ index: Int) -> String {
            CellText.string(CellText.trimmed(table.cell(row, columns[index])))
        }
        let digest = text(2)
        guard let count = Int(text(0)), count >= 0 else {
            note(writer.originUnreadable(text(0), row: table.line(row), column: columns[0]))
            return nil
        }
        guard digest.utf8.count == 16, let number = UInt64(digest, radix: 16) else {
            note(writer.originUnreadable(digest, row: table.line(row), column: columns[2]))
            return nil
        }
        return AggregateOrigin(rowCount: count, filter: text(1), digest: number, moments: nil)
    }
}
