/// Writes rows into a batch of its own, cell by cell.
///
/// For tables whose rows mean something only beside those above them: what is
/// written once can be repeated in each row, and rows can be left out. Lines
/// stay those of the file.
public final class RowRewriter {
    private let batch: RowBatch
    private var builder: RowBuilder

    /// Makes a writer for batches of at most so many rows.
    public init(batchRows: Int = 8_192) {
        batch = RowBatch(rowLimit: max(batchRows, 1))
        builder = RowBuilder(batch)
    }

    /// Empties the batch.
    public func begin() { builder = RowBuilder(batch) }

    /// Starts a row that stands on a line of the file.
    public func startRow(line: Int) { builder.startRow(line: line) }

    /// Adds a cell to the row; columns count from 0, and those between cells
    /// are empty.
    public func put(_ column: Int, _ text: UnsafeRawBufferPointer, _ kind: CellKind = .text) {
        guard let base = text.baseAddress, text.count > 0 else { return }
        _ = builder.put(
            column, base.assumingMemoryBound(to: UInt8.self), text.count, kind)
    }

    /// Ends the row, with empty cells up to `width`.
    public func endRow(width: Int) {
        _ = builder.endRow(width: max(width, 1), keepsBlank: true)
    }

    /// The rows that were written; valid until the next batch is begun.
    public func finish() -> CellTable {
        builder.finish()
        return batch.table
    }
}
