/// What a cell becomes.
extension SheetScan {
    /// Delivers the cell at hand.
    @inline(__always)
    mutating func endCell() {
        guard fault == nil else { return }
        guard hasValue, value.count > 0 || type == .text || type == .inline else {
            if hasFormula { endFormula() }
            return
        }
        switch type {
        case .number: endNumber()
        case .shared: endShared()
        case .text, .inline:
            guard value.resolveEscapes() else { return failTooLong() }
            put(value.bytes, value.count, .text)
        case .boolean: endBoolean()
        case .error: endError()
        case .date: put(value.bytes, value.count, .date)
        }
    }

    private mutating func endNumber() {
        let style = styles[self.style]
        let kind: CellKind = style == .percentage ? .percentage : .number
        let isPlain = style == .number || style == .percentage
        if isPlain, ShortestDecimal.isShortest(value.bytes, value.count) {
            return put(value.bytes, value.count, kind)
        }
        guard let number = ShortestDecimal.number(value.bytes, value.count) else {
            return put(value.bytes, value.count, .text)
        }
        if !isPlain {
            let written = DateText.write(number, style, is1904: is1904, to: date)
            if written.length > 0 { return put(date, written.length, written.kind) }
        }
        var text = ShortestDecimal.text(number)
        text.withUTF8 { bytes in
            guard let base = bytes.baseAddress else { return }
            put(base, bytes.count, kind)
        }
    }

    private mutating func endShared() {
        let index = value.bytes.withMemoryRebound(to: CChar.self, capacity: value.count + 1) {
            Self.number($0)
        }
        guard let index, let text = strings[index] else {
            let shown = String(
                decoding: UnsafeBufferPointer(start: value.bytes, count: value.count),
                as: UTF8.self)
            return fail(
                .damaged, row: row, column: column,
                "the cell points to text number \"\(shown.prefix(20))\", of which there is none")
        }
        guard let base = text.baseAddress else { return }
        put(base, text.count, .text)
    }

    private mutating func endBoolean() {
        let isTrue = value.bytes[0] == UInt8(ascii: "1") || value.bytes[0] | 0x20 == 0x74
        put(isTrue ? "TRUE" : "FALSE", .boolean)
    }

    private mutating func endError() {
        notes.errorCells += 1
        if notes.firstErrorCell == nil {
            notes.firstErrorCell = SheetNotes.Place(row: row, column: column)
        }
        put(value.bytes, value.count, .error)
    }

    /// A formula that was never calculated has no value, not 0.
    private mutating func endFormula() {
        notes.formulasWithoutValue += 1
        if notes.firstFormulaWithoutValue == nil {
            notes.firstFormulaWithoutValue = SheetNotes.Place(row: row, column: column)
        }
        let bytes =
            [UInt8(ascii: "=")] + UnsafeBufferPointer(start: formula.bytes, count: formula.count)
        bytes.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            put(base, bytes.count, .formulaWithoutValue)
        }
    }

    private mutating func put(_ word: StaticString, _ kind: CellKind) {
        put(word.utf8Start, word.utf8CodeUnitCount, kind)
    }

    @inline(__always)
    private mutating func put(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ kind: CellKind) {
        if !builder.put(column, bytes, count, kind) {
            fail(.rowTooLong, row: row, "the row holds more than 64 MiB of text")
        }
    }

    // MARK: Attributes

    /// The type of a cell by its word; one that is not known is a number.
    @inline(__always)
    static func type(_ value: UnsafePointer<CChar>) -> CellType {
        if XMLName.equal(value, "s") { return .shared }
        if XMLName.equal(value, "n") { return .number }
        if XMLName.equal(value, "str") { return .text }
        if XMLName.equal(value, "inlineStr") { return .inline }
        if XMLName.equal(value, "b") { return .boolean }
        if XMLName.equal(value, "e") { return .error }
        return XMLName.equal(value, "d") ? .date : .number
    }

    /// The whole number that a text is, up to nine digits.
    @inline(__always)
    static func number(_ text: UnsafePointer<CChar>) -> Int? {
        var value = 0
        var at = 0
        while text[at] != 0 {
            let digit = Int(text[at]) - 0x30
            guard digit >= 0, digit <= 9, at < 9 else { return nil }
            value = value &* 10 &+ digit
            at &+= 1
        }
        return at > 0 ? value : nil
    }

    /// The column of a reference such as `AB12`, from 0; -1 where there is
    /// none, and `TableLimits.columns` for any beyond the last.
    @inline(__always)
    static func column(_ reference: UnsafePointer<CChar>) -> Int {
        var value = 0
        var at = reference[0] == CChar(bitPattern: UInt8(ascii: "$")) ? 1 : 0
        while true {
            let letter = Int(reference[at] | 0x20) - 0x61
            guard letter >= 0, letter < 26 else { break }
            value = value &* 26 &+ letter &+ 1
            if value > TableLimits.columns { return TableLimits.columns }
            at &+= 1
        }
        return value - 1
    }

    // MARK: Notes

    mutating func noteColumns(_ attributes: XMLAttributes) {
        var bounds = (first: 0, last: 0)
        var isHidden = false
        for (name, value) in attributes {
            if XMLName.equal(name, "min") { bounds.first = Self.number(value) ?? 0 }
            if XMLName.equal(name, "max") { bounds.last = Self.number(value) ?? 0 }
            if XMLName.equal(name, "hidden") { isHidden = XMLName.isTrue(value) }
        }
        guard isHidden, bounds.first > 0, bounds.first <= bounds.last,
            bounds.last <= TableLimits.columns, notes.hiddenColumns.count < TableLimits.columns
        else { return }
        notes.hiddenColumns.append(bounds.first - 1...bounds.last - 1)
    }

    mutating func noteMerged(_ attributes: XMLAttributes) {
        for (name, value) in attributes where XMLName.equal(name, "ref") {
            guard let area = Self.area(String(cString: value)) else { continue }
            guard notes.merged.count < TableLimits.sheetRows else {
                return fail(.tooLarge, row: nil, "the sheet has too many merged cells")
            }
            notes.merged.append(area)
        }
    }

    /// The rectangle that a text such as `A1:C2` names.
    private static func area(_ reference: String) -> SheetNotes.Area? {
        let corners = reference.split(separator: ":").map(String.init)
        guard let first = corners.first, let last = corners.last else { return nil }
        let rows = [first, last].compactMap { Int($0.filter(\.isNumber)) }
        let columns = [first, last].map { $0.withCString { column($0) } }
        guard rows.count == 2, columns[0] >= 0, rows[0] >= 1, rows[0] <= rows[1],
            columns[0] <= columns[1], rows[1] <= TableLimits.sheetRows,
            columns[1] < TableLimits.columns
        else { return nil }
        return SheetNotes.Area(rows: rows[0]...rows[1], columns: columns[0]...columns[1])
    }
}
