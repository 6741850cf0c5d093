import MetricSpec
import Tabular

/// Turns rows of cells into drafts, as a mapping says.
///
/// Pure bookkeeping: what cannot be understood is marked in the draft, and
/// the checker says so. Codes are looked up by their bytes; only a spelling
/// that is new makes a String.
struct Mapper: ~Copyable {
    let mapping: Mapping
    let plan: ColumnPlan
    let context: IntakeContext
    let stamps: StampReader
    var cities = CodeTable()
    var measures = CodeTable()
    var periodCodes = CodeTable()
    var breakdowns = CodeTable()
    var variants = CodeTable()
    var statuses = CodeTable()
    var marks = CodeTable()
    var cityPeriods = PrefixedCodeTable()
    var bases = PrefixedCodeTable()
    private let fixedCity: Int32
    private var fixedPeriod: Int32
    private let fixedBreakdown: Int32
    private let fixedVariant: Int16
    private let fixedBasis: Int16
    /// The bits of each of the mapping's parts of a basis.
    let basisMasks: [Int16]
    private let hasBasisColumns: Bool
    /// The stamp of a path or constant that is another period by city.
    private let fixedStamp: [UInt8]
    private let hasFixedStamp: Bool
    /// What the path or the like says where rows say it too; nil where not.
    let claimedCity: Int32
    let claimedPeriod: Period?
    private let hasClaims: Bool
    /// Whether figures of one column are in different units.
    let hasOwnUnits: Bool
    private let hasKeyColumn: Bool
    /// Whether another place than a row's key says its period.
    private let hasOwnPeriods: Bool
    /// Whether columns say more of their figures than the measure.
    private let hasColumnMeanings: Bool
    /// By position in the plan's values: the period that the column's header
    /// names, once it was worked out; negative before.
    private var columnPeriods: [Int32]
    let marksLookLikeNumbers: Bool
    /// The signs beside figures, once one was looked for.
    var signs: FigureSigns?
    /// The periods named so far, in the order of their first appearance.
    var periods: [Period] = []
    var periodIndexes: [Period: Int32] = [:]

    static let unknown: Int32 = -1
    static let ignored: Int32 = -2
    /// Marks in cells: no missing mark.
    static let noMark: Int32 = -1
    private let fixedStatus: Int16
    /// The most different periods in one file.
    static let periodLimit = 1 << 16

    /// - Parameter periods: those that the tables before this one name.
    init(
        _ mapping: Mapping, plan: ColumnPlan, places: FixedPlaces, context: IntakeContext,
        periods: [Period] = []
    ) {
        self.mapping = mapping
        self.plan = plan
        self.context = context
        stamps = StampReader(mapping, context)
        fixedCity = places.city ?? Self.unknown
        fixedPeriod = Self.unknown
        fixedBreakdown = mapping.breakdown?.constant ?? 0
        fixedBasis = mapping.bases.reduce(0) { $0 | $1.constant }
        basisMasks = mapping.bases.map { $0.codes.values.reduce(0, |) }
        hasBasisColumns = !plan.bases.isEmpty
        fixedStamp = Array((places.stamp ?? "").utf8)
        hasFixedStamp = places.stamp != nil
        hasOwnUnits = plan.values.contains { !$0.readers.isEmpty }
        hasKeyColumn = plan.hasKeyColumn
        hasColumnMeanings = plan.values.contains { $0.qualifiers.isMore }
        columnPeriods = plan.values.map { _ in Self.unknown }
        hasOwnPeriods = mapping.period.isElsewhere
        fixedVariant = mapping.variant.constant.code
        fixedStatus = places.status.code
        marksLookLikeNumbers = mapping.missing.keys.contains { mark in
            mapping.numbers.reader(.one).read(mark).isNumber
        }
        self.periods = periods
        for (index, period) in periods.enumerated() { periodIndexes[period] = Int32(index) }
        claimedCity = mapping.city.column == nil ? Self.unknown : places.city ?? Self.unknown
        claimedPeriod = mapping.period.column == nil ? nil : places.period
        hasClaims = claimedCity >= 0 || claimedPeriod != nil
        if let period = places.period, claimedPeriod == nil { fixedPeriod = index(of: period) }
    }

    /// Maps all rows of a batch of cells.
    mutating func map(_ table: CellTable, into batch: DraftBatch) {
        batch.reset(capacity: table.rowCount * max(plan.values.count, 1))
        for row in 0..<table.rowCount {
            guard isWhole(table, row) else {
                if table.isEmptyLine(row) || isBlank(table, row) {
                    countBlank(table, row, batch)
                } else {
                    batch.raggedRows.append(row)
                }
                continue
            }
            mapRow(table, row, batch)
        }
    }

    /// Whether a row has as many cells as the header; more are allowed where
    /// they are empty.
    @inline(__always)
    private func isWhole(_ table: CellTable, _ row: Int) -> Bool {
        let count = table.cellCount(row)
        if count == plan.width { return !(count == 1 && table.isEmptyLine(row)) }
        guard count > plan.width else { return false }
        if plan.hasPlacedCells { return true }
        return (plan.width..<count).allSatisfy {
            CellText.trimmed(table.cell(row, $0)).isEmpty
        }
    }

    private func isBlank(_ table: CellTable, _ row: Int) -> Bool {
        (0..<table.cellCount(row)).allSatisfy { CellText.trimmed(table.cell(row, $0)).isEmpty }
    }

    private func countBlank(_ table: CellTable, _ row: Int, _ batch: DraftBatch) {
        if batch.firstBlankLine == nil { batch.firstBlankLine = table.line(row) }
        batch.blankRows += 1
    }

    @inline(__always)
    private mutating func mapRow(_ table: CellTable, _ row: Int, _ batch: DraftBatch) {
        if !plan.filters.isEmpty, !passes(table, row) {
            if isUnused(table, row) {
                countBlank(table, row, batch)
            } else {
                batch.leftOutRows += 1
            }
            return
        }
        let base = key(table, row)
        if base.measure == Self.ignored || base.city == Self.ignored {
            batch.leftOutRows += 1
            return
        }
        if !base.faults.isEmpty || !hasKeyColumn {
            if isUnused(table, row) { return countBlank(table, row, batch) }
            if base.faults.contains(.measure) { batch.unknownCodes &+= 1 }
        }
        // Each draft is written where it stays: a copy of what was just
        // written piece by piece makes the processor wait.
        for value in 0..<plan.values.count {
            let draft = batch.drafts + batch.count
            draft.initialize(to: base)
            if plan.values[value].measure >= 0 {
                draft.pointee.measure = plan.values[value].measure
            }
            if hasColumnMeanings { readMeaning(ofValue: value, base, &draft.pointee) }
            readValue(table, row, value, &draft.pointee)
            if draft.pointee.faults.contains(.number) { batch.noNumbers &+= 1 }
            batch.count &+= 1
        }
    }

    /// Whether all cells that the mapping uses are empty.
    func isUnused(_ table: CellTable, _ row: Int) -> Bool {
        plan.used.allSatisfy { CellText.trimmed(table.cell(row, $0)).isEmpty }
    }

    private func passes(_ table: CellTable, _ row: Int) -> Bool {
        plan.filters.allSatisfy { filter in
            let cell = CellText.trimmed(table.cell(row, filter.column))
            return filter.values.contains { $0.count == cell.count && cell.elementsEqual($0) }
        }
    }

    /// Whether a row of a layout in which many make a figure is to be read;
    /// others are counted.
    mutating func accepts(_ table: CellTable, _ row: Int, _ batch: DraftBatch) -> Bool {
        guard isWhole(table, row) else {
            if table.isEmptyLine(row) || isBlank(table, row) {
                countBlank(table, row, batch)
            } else {
                batch.raggedRows.append(row)
            }
            return false
        }
        // A record without its date is no blank row.
        let isRecord = (plan.aggregate?.date ?? -1) >= 0
        if isRecord ? isBlank(table, row) : isUnused(table, row) {
            countBlank(table, row, batch)
            return false
        }
        if plan.filters.isEmpty || passes(table, row) { return true }
        batch.leftOutRows += 1
        return false
    }

    /// What a column says of a figure, else what the row does; the period of a
    /// column is worked out once where it is the same for all cities.
    @inline(__always)
    private mutating func readMeaning(ofValue value: Int, _ base: Draft, _ draft: inout Draft) {
        let known = stamps.dependsOnCity ? Self.ignored : columnPeriods[value]
        guard known >= 0 else {
            readMeaning(plan.values[value].qualifiers, base, &draft)
            let isOwn = !plan.values[value].qualifiers.stamp.isEmpty
            if isOwn { columnPeriods[value] = draft.period }
            return
        }
        let variant = plan.values[value].qualifiers.variant
        let breakdown = plan.values[value].qualifiers.breakdown
        draft.variant = variant >= 0 ? variant : base.variant
        draft.breakdown = breakdown >= 0 ? breakdown : base.breakdown
        draft.period = known
    }

    /// What a column says of a figure, else what the row does.
    mutating func readMeaning(
        _ qualifiers: ColumnQualifiers, _ base: Draft, _ draft: inout Draft
    ) {
        draft.variant = qualifiers.variant >= 0 ? qualifiers.variant : base.variant
        draft.breakdown = qualifiers.breakdown >= 0 ? qualifiers.breakdown : base.breakdown
        draft.period = base.period
        if qualifiers.stamp.isEmpty { return }
        draft.period = fixedPeriodCode(qualifiers.stamp, city: draft.city)
        if draft.period < 0 { draft.faults.insert(.period) }
    }

    // MARK: What a row is about

    @inline(__always)
    mutating func key(_ table: CellTable, _ row: Int) -> Draft {
        var draft = Draft(
            row: Int32(truncatingIfNeeded: row), measure: Self.unknown, city: fixedCity,
            period: fixedPeriod, breakdown: fixedBreakdown, column: -1, variant: fixedVariant,
            status: fixedStatus, basis: fixedBasis, faults: [], isCanonical: false, value: 0)
        if plan.measure >= 0 {
            draft.measure = measureCode(CellText.trimmed(table.cell(row, plan.measure)))
            if draft.measure == Self.unknown { draft.faults.insert(.measure) }
        }
        if plan.city >= 0 {
            draft.city = cityCode(CellText.trimmed(table.cell(row, plan.city)))
        }
        if plan.period >= 0 {
            let cell = CellText.trimmed(table.cell(row, plan.period))
            draft.period = periodCode(cell, city: draft.city)
        } else if hasFixedStamp {
            draft.period = fixedPeriodCode(fixedStamp, city: draft.city)
        }
        if hasClaims { checkClaims(&draft) }
        if draft.city < 0 { draft.faults.insert(.city) }
        if draft.period < 0, !hasOwnPeriods { draft.faults.insert(.period) }
        readQualifiers(table, row, &draft)
        return draft
    }

    private func overlap(_ one: Period, _ other: Period) -> Bool {
        one.firstMonth < other.firstMonth + other.months
            && other.firstMonth < one.firstMonth + one.months
    }

    /// Whether a row says another city or period than the path or the like.
    private func checkClaims(_ draft: inout Draft) {
        if claimedCity >= 0, draft.city >= 0, draft.city != claimedCity {
            draft.faults.insert(.identity)
        }
        if let claimedPeriod, draft.period >= 0,
            !overlap(periods[Int(draft.period)], claimedPeriod)
        {
            draft.faults.insert(.identity)
        }
    }

    @inline(__always)
    private mutating func readQualifiers(_ table: CellTable, _ row: Int, _ draft: inout Draft) {
        if plan.breakdown >= 0 {
            draft.breakdown = breakdownCode(CellText.trimmed(table.cell(row, plan.breakdown)))
        }
        if draft.breakdown < 0 { draft.faults.insert(.breakdown) }
        if plan.variant >= 0 {
            let code = variantCode(CellText.trimmed(table.cell(row, plan.variant)))
            if code < 0 { draft.faults.insert(.variant) } else { draft.variant = Int16(code) }
        }
        if hasBasisColumns { readBasis(table, row, &draft) }
        if plan.status >= 0 {
            let cell = CellText.trimmed(table.cell(row, plan.status))
            guard cell.count > 0 else { return }
            let code = statusCode(cell)
            if code < 0 { draft.faults.insert(.status) } else { draft.status = Int16(code) }
        }
    }
}
