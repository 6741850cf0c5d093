/// Cuts UTF-8 text into rows of cells, after RFC 4180.
///
/// Rows end with LF, CRLF or CR. A quote counts only at the start of a cell;
/// inside quotes a doubled quote stands for one; text after the closing
/// quote is taken as it is. Whole rows are taken from a window; a row that
/// the window cuts is left for the next, larger or later, window.
struct Tokenizer {
    let delimiter: UInt8
    let file: String
    /// The line on which the next row begins, counted from 1.
    var line = 1

    init(delimiter: UInt8, file: String, line: Int = 1) {
        self.delimiter = delimiter
        self.file = file
        self.line = line
    }

    /// Fills the batch with the whole rows of a window; returns the bytes
    /// they take.
    ///
    /// With `isFinal` the window ends with the file and its last row needs
    /// no line end.
    mutating func tokenize(
        _ window: UnsafeRawBufferPointer, isFinal: Bool, into batch: RowBatch
    ) throws(TableError) -> Int {
        batch.reset(window: window)
        guard let base = window.baseAddress, window.count > 0 else { return 0 }
        var scan = RowScan(
            base: base, count: window.count, delimiter: delimiter, isFinal: isFinal,
            line: line, batch: batch)
        scan.run()
        batch.rowCount = scan.rowCount
        if let fault = scan.fault { throw error(fault) }
        line = scan.line
        return scan.consumed
    }

    private func error(_ fault: RowScan.Fault) -> TableError {
        let place = "line \(fault.line), column \(ColumnName.letters(fault.column))"
        switch fault.kind {
        case .unclosedQuote:
            return TableError(
                .unclosedQuote, file: file, line: fault.line, column: fault.column,
                problem: "the quote opened here is never closed",
                remedy: "Close it, or double it (\"\") where it is part of the text")
        case .cellTooLong:
            return TableError(
                .cellTooLong, file: file, line: fault.line, column: fault.column,
                problem: "the cell is longer than 1 MiB",
                remedy: fault.isQuoted
                    ? "Check the quote opened at \(place): it is probably not closed"
                    : "Check that this is a table and that the delimiter is right")
        default:
            return TableError(
                .tooManyColumns, file: file, line: fault.line,
                problem: "the row has more than \(TableLimits.columns) columns",
                remedy: "Check that this is a table and that the delimiter is right")
        }
    }
}
