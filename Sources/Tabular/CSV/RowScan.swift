/// One pass over one window; the state of `Tokenizer` while it runs.
struct RowScan {
    struct Fault {
        let kind: TableError.Kind
        let line: Int
        let column: Int
        let isQuoted: Bool
    }

    let base: UnsafeRawPointer
    let count: Int
    let isFinal: Bool
    let delimiter: UInt8
    private let rowLimit: Int
    private let cells: UnsafeMutablePointer<CellTable.Cell>
    private let rows: UnsafeMutablePointer<CellTable.Row>
    let unescaped: UnsafeMutablePointer<UInt8>
    private let patterns: (UInt64, UInt64, UInt64, UInt64)

    private(set) var rowCount = 0
    private(set) var consumed = 0
    /// The line on which the next row begins.
    private(set) var line: Int
    private(set) var fault: Fault?

    private var cellCount = 0
    var unescapedCount = 0
    private var firstCell = 0
    var cellStart = 0
    /// Line ends inside the quotes of the row at hand.
    var innerLines = 0

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
    mutating func put(offset: Int, length: Int, flags: UInt32) {
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
    func behindLineEnd(_ end: Int, _ byte: UInt8) -> Int? {
        guard byte == 0x0D else { return end &+ 1 }
        guard end &+ 1 < count else { return isFinal ? end &+ 1 : nil }
        return isLineFeed(end &+ 1) ? end &+ 2 : end &+ 1
    }

    @inline(__always)
    mutating func closeRow(end: Int, next: Int, lineEnds: Int) {
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

    mutating func fail(_ kind: TableError.Kind, isQuoted: Bool) {
        fault = Fault(
            kind: kind, line: line + innerLines, column: cellCount - firstCell + 1,
            isQuoted: isQuoted)
    }
}
