import Consortium
import MetricSpec
import Tabular

/// What values say of themselves, and periods in the calendars of cities:
/// codes whose meaning hangs on more than their bytes.
extension Mapper {
    /// The code of `ValueBasis` that a row's cells state.
    mutating func readBasis(_ table: CellTable, _ row: Int, _ draft: inout Draft) {
        for basis in plan.bases {
            let cell = CellText.trimmed(table.cell(row, basis.column))
            if cell.count == 0 { continue }
            let code = basisCode(cell, Int32(basis.source))
            if code < 0 {
                draft.faults.insert(.basis)
            } else {
                draft.basis = draft.basis & ~basisMasks[basis.source] | Int16(code)
            }
        }
    }

    private mutating func basisCode(_ cell: UnsafeRawBufferPointer, _ source: Int32) -> Int32 {
        let known = bases.find(source, cell)
        if known != CodeTable.unseen { return known }
        let part = Self.word(CellText.string(cell), in: mapping.bases[Int(source)].codes)
        let code = part.map(Int32.init) ?? Self.unknown
        bases.insert(source, cell, code: code)
        return code
    }

    // MARK: Periods

    @inline(__always)
    mutating func periodCode(_ cell: UnsafeRawBufferPointer, city: Int32) -> Int32 {
        if stamps.dependsOnCity { return cityPeriodCode(cell, city: city) }
        let code = periodCodes.find(cell)
        return code != CodeTable.unseen ? code : newPeriod(cell)
    }

    private mutating func newPeriod(_ cell: UnsafeRawBufferPointer) -> Int32 {
        let reading = stamps.read(CellText.string(cell), city: Self.unknown)
        let code = reading.period.map { index(of: $0) } ?? Self.unknown
        periodCodes.insert(cell, code: code)
        return code
    }

    private mutating func cityPeriodCode(
        _ cell: UnsafeRawBufferPointer, city: Int32
    ) -> Int32 {
        let history = stamps.history(ofCity: city)
        let known = cityPeriods.find(history, cell)
        if known != CodeTable.unseen { return known }
        let reading = stamps.read(CellText.string(cell), city: city)
        let code = reading.period.map { index(of: $0) } ?? Self.unknown
        cityPeriods.insert(history, cell, code: code)
        return code
    }

    /// The period that the path or a constant names, for a row's city.
    mutating func fixedPeriodCode(_ stamp: [UInt8], city: Int32) -> Int32 {
        stamp.withUnsafeBytes { cityPeriodCode($0, city: city) }
    }

    /// The position of a period in `periods`.
    mutating func index(of period: Period) -> Int32 {
        if let known = periodIndexes[period] { return known }
        guard periods.count < Self.periodLimit else { return Self.unknown }
        let index = Int32(periods.count)
        periods.append(period)
        periodIndexes[period] = index
        return index
    }
}
