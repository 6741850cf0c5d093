/// Cells in quotes.
extension RowScan {
    /// Reads a cell that begins with a quote; returns the offset of the
    /// delimiter or line end behind it, or nil where the window cuts it.
    mutating func quotedCell(_ open: Int) -> Int? {
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

    func isLineFeed(_ at: Int) -> Bool {
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
