import MetricSpec
import Tabular

/// Which rows count, when they are, and what is wrong with them.
extension RowAggregator {
    @inline(__always)
    static func meets(_ filters: [ColumnPlan.Filter], _ table: CellTable, _ row: Int) -> Bool {
        filters.allSatisfy { filter in
            let cell = cell(table, row, filter.column)
            return filter.values.contains { $0.count == cell.count && cell.elementsEqual($0) }
        }
    }

    /// Whether a row meets all tests; nil, with a fault, where that cannot be
    /// said.
    func passes(_ table: CellTable, _ row: Int, _ mapper: inout Mapper) -> Bool? {
        for test in plan.tests {
            let cell = Self.cell(table, row, test.column)
            let isText = test.texts.contains { $0.count == cell.count && cell.elementsEqual($0) }
            switch test.kind {
            case .equals: if !isText { return false }
            case .not: if isText { return false }
            case .blank(let isWanted): if cell.isEmpty != isWanted { return false }
            case .greater(let limit), .less(let limit):
                if isMissing(cell) { return false }
                let number = read(table, row, test.column, plainNumbers)
                guard number.isNumber else {
                    noteNumber(cell, test.column, plainNumbers, table, row)
                    return nil
                }
                let isAbove = if case .greater = test.kind { true } else { false }
                if isAbove ? number.value <= limit : number.value >= limit { return false }
            }
        }
        return true
    }

    /// Reads the date that decides a row's period; nil, with a fault, where
    /// there is none.
    func readDate(
        _ table: CellTable, _ row: Int, _ draft: inout Draft, _ mapper: inout Mapper
    ) -> CalendarDay? {
        guard let source = aggregation.dates else { return nil }
        let cell = Self.cell(table, row, plan.date)
        guard let day = DateText.read(cell, order: source.order),
            let period = period(of: day, months: source.months, city: draft.city)
        else {
            noteDate(cell, plan.date, source.order, table, row)
            return nil
        }
        draft.period = mapper.index(of: period)
        if draft.period < 0 { draft.faults.insert(.period) }
        return draft.period >= 0 ? day : nil
    }

    /// The month, or the quarter or year of the fiscal calendar, of a day.
    private func period(of day: CalendarDay, months: Int32, city: Int32) -> Period? {
        let parts = day.parts
        guard let month = Period(year: parts.year, month: parts.month, months: 1), months > 1
        else { return Period(year: parts.year, month: parts.month, months: 1) }
        let starts = Int32(stamps.calendar(in: month, city: city).yearStarts)
        let past = (month.firstMonth - (starts - 1)) % months
        let first = Int(month.firstMonth - past)
        return Period(year: first / 12, month: first % 12 + 1, months: Int(months))
    }

    // MARK: Posts

    /// What a row of a list of positions says of a period.
    struct PostReading {
        /// The part of a full-time post that is budgeted.
        let share: Double
        /// The share times the part of the period in which it is filled.
        let equivalents: Double
        /// Whether the post is not filled at the end of the period's last day.
        let isVacant: Bool

        /// What the post gives to a figure; nil where its kind does not matter.
        func value(for aggregate: Aggregate) -> Double? {
            switch aggregate {
            case .fullTimeEquivalents: equivalents
            case .vacancies: isVacant ? 1 : 0
            case .budgetedEquivalents: share
            case .vacantEquivalents: isVacant ? share : 0
            default: nil
            }
        }
    }

    /// What one post can be of a full-time one.
    private static let shares = 0.0...1.5

    func readPost(_ table: CellTable, _ row: Int, _ period: Period) -> PostReading? {
        guard let posts = aggregation.posts, let share = share(table, row, posts),
            let (from, end) = filledDays(table, row, posts)
        else { return nil }
        let isMarked = plan.vacant.map { Self.meets([$0], table, row) } ?? false
        let first = max(from ?? period.start, period.start)
        let past = min(end ?? (isMarked ? first : period.end), period.end)
        let days = max(0, Int(past.number - first.number))
        let isFilledLast = first < period.end && past == period.end && days > 0
        return PostReading(
            share: share, equivalents: share * Double(days) / Double(period.dayCount),
            isVacant: isMarked || !isFilledLast)
    }

    /// The part of a full-time post; nil, with a fault, where there is none.
    private func share(_ table: CellTable, _ row: Int, _ posts: Posts) -> Double? {
        if plan.share < 0 { return 1 }
        let cell = Self.cell(table, row, plan.share)
        let number = read(table, row, plan.share, plainNumbers)
        guard number.isNumber else {
            noteNumber(cell, plan.share, plainNumbers, table, row)
            return nil
        }
        let share = number.value / posts.fullTime
        if Self.shares.contains(share) { return share }
        let text = CellText.string(cell)
        faults.note(.shareTooLarge, column: plan.share, text: text) {
            writer.shareTooLarge(
                text, fullTime: posts.fullTime, row: table.line(row), column: plan.share)
        }
        return nil
    }

    /// The first day on which a post is filled and the first on which it no
    /// longer is, where they are known; nil, with a fault, where one is no date
    /// or they are the wrong way round.
    private func filledDays(
        _ table: CellTable, _ row: Int, _ posts: Posts
    ) -> (from: CalendarDay?, end: CalendarDay?)? {
        guard let from = day(table, row, plan.from, posts.order),
            let last = day(table, row, plan.end, posts.order)
        else { return nil }
        if let from, let last, last < from {
            let text = "\(from.text) to \(last.text)"
            faults.note(.negativeDuration, column: plan.end, text: text) {
                writer.negativeDuration(
                    from: from.text, to: last.text, row: table.line(row), column: plan.end)
            }
            return nil
        }
        guard posts.isEndFilled else { return (from, last) }
        return (from, last.map { CalendarDay(number: $0.number + 1) })
    }

    /// The day in a cell: nil inside where it is blank; nil, with a fault,
    /// where it cannot be read.
    private func day(
        _ table: CellTable, _ row: Int, _ column: Int, _ order: DateText.Order
    ) -> CalendarDay?? {
        guard column >= 0 else { return .some(nil) }
        let cell = Self.cell(table, row, column)
        if isMissing(cell) { return .some(nil) }
        if let day = DateText.read(cell, order: order) { return .some(day) }
        noteDate(cell, column, order, table, row)
        return nil
    }

    // MARK: Faults

    func noteNumber(
        _ cell: UnsafeRawBufferPointer, _ column: Int, _ reader: NumberReader,
        _ table: CellTable, _ row: Int
    ) {
        let text = CellText.string(cell)
        faults.note(.notANumber, column: column, text: text) {
            table.kind(row, column) == .percentage
                ? writer.percentageOfNoShare(text, row: table.line(row), column: column)
                : writer.notANumber(
                    text, value: ColumnPlan.Value(column: column, measure: -1, reader: reader),
                    row: table.line(row))
        }
    }

    func noteDate(
        _ cell: UnsafeRawBufferPointer, _ column: Int, _ order: DateText.Order,
        _ table: CellTable, _ row: Int
    ) {
        let text = CellText.string(cell)
        faults.note(.notADate, column: column, text: text) {
            writer.notADate(text, order: order, row: table.line(row), column: column)
        }
    }

    func noteFaults(_ draft: Draft, _ table: CellTable, _ row: Int) {
        let line = table.line(row)
        func text(_ column: Int) -> String {
            column < 0 ? "" : CellText.string(Self.cell(table, row, column))
        }
        if draft.faults.contains(.city) {
            let text = text(columns.city)
            faults.note(.unknownCity, column: columns.city, text: text) {
                writer.unknownCity(text, row: line, column: columns.city)
            }
        }
        if draft.faults.contains(.identity) {
            let shown = text(columns.city) + text(columns.period)
            faults.note(.identityMismatch, column: columns.city, text: shown) {
                writer.identityMismatch(draft, row: line, text: text)
            }
        }
        if draft.faults.contains(.period) {
            let text = writer.fixedStamp ?? text(columns.period)
            faults.note(.unknownPeriod, column: columns.period, text: text) {
                writer.unknownPeriod(
                    text, reason: "no period in any known form", row: line,
                    column: columns.period)
            }
        }
        if draft.faults.contains(.breakdown) {
            let text = text(columns.breakdown)
            faults.note(.unknownBreakdown, column: columns.breakdown, text: text) {
                writer.unknownBreakdown(text, row: line, column: columns.breakdown)
            }
        }
        if draft.faults.contains(.variant) {
            let text = text(columns.variant)
            faults.note(.unknownVariant, column: columns.variant, text: text) {
                writer.unknownVariant(text, row: line, column: columns.variant)
            }
        }
        noteBases(draft, table, row)
    }

    private func noteBases(_ draft: Draft, _ table: CellTable, _ row: Int) {
        guard draft.faults.contains(.basis) else { return }
        for basis in columns.bases {
            let text = CellText.string(Self.cell(table, row, basis.column))
            let source = writer.mapping.bases[basis.source]
            if text.isEmpty || Mapper.word(text, in: source.codes) != nil { continue }
            faults.note(.unknownBasis, column: basis.column, text: text) {
                writer.unknownBasis(
                    text, source: source, row: table.line(row), column: basis.column)
            }
        }
    }
}
