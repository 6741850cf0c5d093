import Consortium
import MetricSpec
import Tabular

/// Looks codes up by their bytes, and reads those not seen before.
extension Mapper {
    @inline(__always)
    mutating func cityCode(_ cell: UnsafeRawBufferPointer) -> Int32 {
        let code = cities.find(cell)
        return code != CodeTable.unseen ? code : newCity(cell)
    }

    private mutating func newCity(_ cell: UnsafeRawBufferPointer) -> Int32 {
        let text = CellText.string(cell)
        let folded = CellText.folded(text)
        let isIgnored = mapping.ignoredCities.contains { Glob(column: $0).matches(folded) }
        let code =
            context.cities.index(of: text).map(Int32.init)
            ?? (isIgnored ? Self.ignored : Self.unknown)
        cities.insert(cell, code: code)
        return code
    }

    @inline(__always)
    mutating func measureCode(_ cell: UnsafeRawBufferPointer) -> Int32 {
        let code = measures.find(cell)
        return code != CodeTable.unseen ? code : newMeasure(cell)
    }

    private mutating func newMeasure(_ cell: UnsafeRawBufferPointer) -> Int32 {
        let text = CellText.cleaned(CellText.string(cell))
        let code = mapping.measure?.position(text, in: context.standard) ?? Self.unknown
        measures.insert(cell, code: code)
        return code
    }

    @inline(__always)
    mutating func statusCode(_ cell: UnsafeRawBufferPointer) -> Int32 {
        let code = statuses.find(cell)
        return code != CodeTable.unseen ? code : newStatus(cell)
    }

    private mutating func newStatus(_ cell: UnsafeRawBufferPointer) -> Int32 {
        let status = Self.word(CellText.string(cell), in: mapping.status?.codes ?? [:])
        let code = status.map { Int32($0.code) } ?? Self.unknown
        statuses.insert(cell, code: code)
        return code
    }

    mutating func variantCode(_ cell: UnsafeRawBufferPointer) -> Int32 {
        let known = variants.find(cell)
        if known != CodeTable.unseen { return known }
        let text = CellText.string(cell)
        let word =
            Self.word(text, in: mapping.variant.codes)
            ?? (mapping.variant.codes.isEmpty ? Variant(rawValue: text) : nil)
            ?? (text.isEmpty ? mapping.variant.constant : nil)
        let code = word.map { Int32($0.code) } ?? Self.unknown
        variants.insert(cell, code: code)
        return code
    }

    mutating func breakdownCode(_ cell: UnsafeRawBufferPointer) -> Int32 {
        let known = breakdowns.find(cell)
        if known != CodeTable.unseen { return known }
        let text = CellText.string(cell)
        let code = mapping.breakdown.flatMap {
            $0.position(text) ?? (text.isEmpty ? $0.constant : nil)
        }
        breakdowns.insert(cell, code: code ?? Self.unknown)
        return code ?? Self.unknown
    }

    /// What a code stands for: as it is written, else without regard to case.
    static func word<Word>(_ text: String, in codes: [String: Word]) -> Word? {
        let cleaned = CellText.cleaned(text)
        if let exact = codes[cleaned] { return exact }
        let near = codes.filter { $0.key.lowercased() == cleaned.lowercased() }
        return near.count == 1 ? near.first?.value : nil
    }

    // MARK: Figures

    @inline(__always)
    mutating func readValue(
        _ table: CellTable, _ row: Int, _ value: Int, _ draft: inout Draft
    ) {
        let column = plan.values[value].column
        draft.column = Int16(truncatingIfNeeded: column)
        let cell = CellText.trimmed(table.cell(row, column))
        if marksLookLikeNumbers, readMark(cell, &draft) { return }
        let number =
            plan.isTyped
            ? readTyped(cell, table.kind(row, column), value, measure: Int(draft.measure))
            : read(cell, value, measure: Int(draft.measure))
        guard number.isNumber else { return readNoNumber(cell, value, &draft) }
        draft.value = number.value
        draft.isCanonical = number.isCanonical
        if !StoredCodes.hasValue(status: draft.status) { draft.faults.insert(.contradiction) }
    }

    @inline(__always)
    private func read(
        _ cell: UnsafeRawBufferPointer, _ value: Int, measure: Int
    ) -> NumberReader.Reading {
        if hasOwnUnits {
            let readers = plan.values[value].readers
            if readers.indices.contains(measure) { return readers[measure].read(cell) }
        }
        return plan.values[value].reader.read(cell)
    }

    private func reader(_ value: Int, measure: Int) -> NumberReader {
        let readers = plan.values[value].readers
        return readers.indices.contains(measure) ? readers[measure] : plan.values[value].reader
    }

    /// Reads a cell of a workbook or JSON, by what it holds.
    private mutating func readTyped(
        _ cell: UnsafeRawBufferPointer, _ kind: CellKind, _ value: Int, measure: Int
    ) -> NumberReader.Reading {
        switch kind {
        case .number: reader(value, measure: measure).ofTypedCells.read(cell)
        case .percentage:
            figureSigns().readPercentage(cell, measure: measure, reader(value, measure: measure))
        default: read(cell, value, measure: measure)
        }
    }

    private mutating func figureSigns() -> FigureSigns {
        if let signs { return signs }
        let made = FigureSigns(context.standard)
        signs = made
        return made
    }

    /// An empty cell, a mark of a missing value, a figure with a sign beside
    /// it, or something else.
    private mutating func readNoNumber(
        _ cell: UnsafeRawBufferPointer, _ value: Int, _ draft: inout Draft
    ) {
        draft.value = 0
        draft.isCanonical = false
        if cell.count == 0 {
            draft.isCanonical = true
            if StoredCodes.hasValue(status: draft.status) { draft.status = StoredCodes.notReported }
        } else if !readMark(cell, &draft) {
            let measure = Int(draft.measure)
            let number = figureSigns().read(
                cell, measure: measure, reader(value, measure: measure))
            guard number.isNumber else {
                draft.faults.insert(.number)
                return
            }
            draft.value = number.value
            if !StoredCodes.hasValue(status: draft.status) { draft.faults.insert(.contradiction) }
        }
    }

    /// Whether a cell is a mark of a missing value; its reason is taken.
    private mutating func readMark(_ cell: UnsafeRawBufferPointer, _ draft: inout Draft) -> Bool {
        var code = marks.find(cell)
        if code == CodeTable.unseen {
            let status = Self.word(CellText.string(cell), in: mapping.missing)
            code = status.map { Int32($0.code) } ?? Self.noMark
            marks.insert(cell, code: code)
        }
        guard code >= 0 else { return false }
        draft.status = Int16(truncatingIfNeeded: code)
        draft.value = 0
        draft.isCanonical = false
        return true
    }
}
