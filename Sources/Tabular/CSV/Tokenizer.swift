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

/// One pass over one window; the state of `Tokenizer` while it runs.
struct RowScan {
    struct Fault {
        let kind: TableError.Kind
        let line: Int
        let column: Int
        let isQuoted: Bool
    }

    private let base: UnsafeRawPointer
    private let count: Int
    private let isFinal: Bool
    private let delimiter: UInt8
    private let rowLimit: Int
    private let cells: UnsafeMutablePointer<CellTable.Cell>
    private let rows: UnsafeMutablePointer<CellTable.Row>
    private let unescaped: UnsafeMutablePointer<UInt8>
    private let patterns: (UInt64, UInt64, UInt64, UInt64)

    private(set) var rowCount = 0
    private(set) var consumed = 0
    /// The line on which the next row begins.
    private(set) var line: Int
    private(set) var fault: Fault?

    private var cellCount = 0
    private var unescapedCount = 0
    private var firstCell = 0
    private var cellStart = 0
    /// Line ends inside the quotes of the row at hand.
    private var innerLines = 0

    init(
        base: UnsafeRawPointer, count: Int, delimiter: UInt8, isFinal: Bool, line: Int,
        batch: RowBatch
    ) {
        self.base = base
        self.count = count
        self.delimiter = delimiter
        self.isFinal = isFinal
        self.line = line
        rowLimit = batch.rowLimit
        cells = batch.cells
        rows = batch.rows
        unescaped = batch.unescaped
        patterns = (
            Self.spread(delimiter), Self.spread(UInt8(ascii: "\"")), Self.spread(0x0A),
            Self.spread(0x0D)
        )
    }

    /// Takes rows until the window or the batch is full, or a fault is found.
    mutating func run() {
        var wordAt = 0
        var marks = marks(at: 0)
        while rowCount < rowLimit, fault == nil {
            while marks == 0 {
                wordAt += 8
                guard wordAt < count else { return finish() }
                marks = self.marks(at: wordAt)
            }
            let at = wordAt + marks.trailingZeroBitCount >> 3
            marks &= marks &- 1
            let byte = base.load(fromByteOffset: at, as: UInt8.self)
            if byte == delimiter {
                endCell(at)
            } else if byte == 0x0A || byte == 0x0D {
                guard let next = endRow(at, byte) else { return }
                if next != at + 1 {
                    (wordAt, marks) = (next, self.marks(at: next))
                }
            } else if at == cellStart {
                guard let next = quotedCell(at) else { return }
                (wordAt, marks) = (next, self.marks(at: next))
            }
        }
    }

    /// The marks of the eight bytes at an offset: the highest bit of each
    /// byte that is a delimiter, a quote, LF or CR. Bytes behind the window
    /// are none.
    @inline(__always)
    private func marks(at offset: Int) -> UInt64 {
        let word: UInt64
        if offset + 8 <= count {
            word = (base + offset).loadUnaligned(as: UInt64.self)
        } else {
            word = tail(offset)
        }
        let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        let a = word ^ patterns.0
        let b = word ^ patterns.1
        let c = word ^ patterns.2
        let d = word ^ patterns.3
        let none =
            (((a & low) &+ low) | a) & (((b & low) &+ low) | b)
            & (((c & low) &+ low) | c) & (((d & low) &+ low) | d)
        return ~none & ~low
    }

    private func tail(_ offset: Int) -> UInt64 {
        var word: UInt64 = 0
        var index = offset
        while index < count {
            let byte = base.load(fromByteOffset: index, as: UInt8.self)
            word |= UInt64(byte) << UInt64((index - offset) * 8)
            index += 1
        }
        return word
    }

    private static func spread(_ byte: UInt8) -> UInt64 {
        UInt64(byte) &* 0x0101_0101_0101_0101
    }

    @inline(__always)
    private mutating func endCell(_ end: Int) {
        let length = end &- cellStart
        if length > TableLimits.cellBytes { return fail(.cellTooLong, isQuoted: false) }
        put(offset: cellStart, length: length, flags: 0)
        cellStart = end &+ 1
    }

    @inline(__always)
    private mutating func put(offset: Int, length: Int, flags: UInt32) {
        cells[cellCount] = CellTable.Cell(
            offset: UInt32(truncatingIfNeeded: offset),
            bits: UInt32(truncatingIfNeeded: length) | flags)
        cellCount &+= 1
    }

    /// Ends cell and row at a line end; returns where the next row begins,
    /// or nil where that cannot be known yet or the row is refused.
    @inline(__always)
    private mutating func endRow(_ end: Int, _ byte: UInt8) -> Int? {
        guard let next = behindLineEnd(end, byte) else { return nil }
        endCell(end)
        closeRow(end: end, next: next, lineEnds: 1)
        return fault == nil ? next : nil
    }

    @inline(__always)
    private func behindLineEnd(_ end: Int, _ byte: UInt8) -> Int? {
        guard byte == 0x0D else { return end &+ 1 }
        guard end &+ 1 < count else { return isFinal ? end &+ 1 : nil }
        return isLineFeed(end &+ 1) ? end &+ 2 : end &+ 1
    }

    @inline(__always)
    private mutating func closeRow(end: Int, next: Int, lineEnds: Int) {
        let width = cellCount &- firstCell
        if width > TableLimits.columns { return fail(.tooManyColumns, isQuoted: false) }
        rows[rowCount] = CellTable.Row(
            firstCell: Int32(truncatingIfNeeded: firstCell),
            cellCount: Int32(truncatingIfNeeded: width),
            line: Int32(truncatingIfNeeded: line),
            offset: UInt32(truncatingIfNeeded: consumed),
            length: UInt32(truncatingIfNeeded: end &- consumed))
        rowCount &+= 1
        line &+= lineEnds &+ innerLines
        innerLines = 0
        firstCell = cellCount
        consumed = next
        cellStart = next
    }

    /// The window is at its end: the last row may be whole.
    private mutating func finish() {
        if count - cellStart > TableLimits.cellBytes { return fail(.cellTooLong, isQuoted: false) }
        guard isFinal, fault == nil, consumed < count else { return }
        endCell(count)
        closeRow(end: count, next: count, lineEnds: 0)
    }

    private mutating func fail(_ kind: TableError.Kind, isQuoted: Bool) {
        fault = Fault(
            kind: kind, line: line + innerLines, column: cellCount - firstCell + 1,
            isQuoted: isQuoted)
    }
}

extension RowScan {
    /// Reads a cell that begins with a quote; returns the offset of the
    /// delimiter or line end behind it, or nil where the window cuts it.
    private mutating func quotedCell(_ open: Int) -> Int? {
        let linesBefore = innerLines
        var at = open + 1
        var doubled = 0
        while at < count {
            let byte = base.load(fromByteOffset: at, as: UInt8.self)
            if byte == UInt8(ascii: "\"") {
                guard at + 1 < count, isQuote(at + 1) else { break }
                doubled += 1
                at += 1
            } else if byte == 0x0A {
                innerLines += 1
            } else if byte == 0x0D, !isLineFeed(at + 1) {
                innerLines += 1
            }
            at += 1
        }
        if at >= count || (at + 1 >= count && !isFinal) {
            innerLines = linesBefore
            cutQuote(open)
            return nil
        }
        return closeQuote(open: open, close: at, doubled: doubled)
    }

    /// Ends a quoted cell; returns where to go on, or nil at the end.
    private mutating func closeQuote(open: Int, close: Int, doubled: Int) -> Int? {
        let end = endOfTail(close + 1)
        if end >= count && !isFinal { return nil }
        let length = close - open - 1
        if length + end - close - 1 > TableLimits.cellBytes {
            fail(.cellTooLong, isQuoted: true)
            return nil
        }
        if doubled == 0 && end == close + 1 {
            put(offset: open + 1, length: length, flags: CellTable.Cell.quoted)
        } else {
            copyUnescaped(open + 1, close, end)
        }
        return goOn(at: end)
    }

    /// The first delimiter or line end at or behind an offset.
    private func endOfTail(_ start: Int) -> Int {
        var at = start
        while at < count {
            let byte = base.load(fromByteOffset: at, as: UInt8.self)
            if byte == delimiter || byte == 0x0A || byte == 0x0D { return at }
            at += 1
        }
        return count
    }

    /// Copies a cell with each doubled quote once, and the text behind the
    /// closing quote.
    private mutating func copyUnescaped(_ start: Int, _ close: Int, _ end: Int) {
        let first = unescapedCount
        var at = start
        while at < end {
            if at == close {
                at += 1
                continue
            }
            unescaped[unescapedCount] = base.load(fromByteOffset: at, as: UInt8.self)
            unescapedCount += 1
            at += at < close && isQuote(at) ? 2 : 1
        }
        put(
            offset: first, length: unescapedCount - first,
            flags: CellTable.Cell.quoted | CellTable.Cell.unescaped)
    }

    /// Behind a quoted cell comes another cell, another row, or the end.
    private mutating func goOn(at end: Int) -> Int? {
        guard end < count else {
            closeRow(end: count, next: count, lineEnds: 0)
            return nil
        }
        let byte = base.load(fromByteOffset: end, as: UInt8.self)
        if byte == delimiter {
            cellStart = end + 1
            return end + 1
        }
        guard let next = behindLineEnd(end, byte) else { return nil }
        closeRow(end: end, next: next, lineEnds: 1)
        return fault == nil ? next : nil
    }

    private func isQuote(_ at: Int) -> Bool {
        base.load(fromByteOffset: at, as: UInt8.self) == UInt8(ascii: "\"")
    }

    private func isLineFeed(_ at: Int) -> Bool {
        at < count && base.load(fromByteOffset: at, as: UInt8.self) == 0x0A
    }

    /// The window ends inside quotes: wait for more, or give up.
    private mutating func cutQuote(_ open: Int) {
        if count - open - 1 > TableLimits.cellBytes {
            fail(.cellTooLong, isQuoted: true)
        } else if isFinal {
            fail(.unclosedQuote, isQuoted: true)
        }
    }
}
