import Consortium
import MetricSpec
import Tabular

/// Lets sound drafts pass and says what is wrong with the others.
struct Checker: ~Copyable {
    let writer: FindingWriter
    let stamps: StampReader
    private var ranges: PlausibleRanges
    private let collected: CollectedBreakdowns
    private var columns = CheckedColumns()
    private var findings: [Finding] = []
    /// Whether rows say what each figure was made of.
    private let hasOrigins: Bool
    let history: HistoryWatch
    /// What the figures of a row each were made of.
    private var origins: [AggregateOrigin] = []
    var tally = IntakeTally()
    private(set) var periods: [Period] = []
    /// The line of the last row whose city, period or the like was reported.
    private var reportedLine = 0

    /// - Parameter history: what goes on from the tables before this one.
    init(_ writer: FindingWriter, history: HistoryWatch? = nil) {
        self.writer = writer
        let standard = writer.context.standard
        stamps = StampReader(writer.mapping, writer.context)
        ranges = PlausibleRanges(
            standard.measures, judged: writer.context.judgedMeasures)
        collected = CollectedBreakdowns(standard)
        self.history = history ?? HistoryWatch(PeerMetrics(standard))
        hasOrigins = !writer.plan.origin.isEmpty
    }

    /// Adds a finding that is about no single draft.
    mutating func note(_ finding: Finding) {
        tally.count(finding.severity)
        findings.append(finding)
    }

    /// Whether something waits to be delivered.
    var hasFindings: Bool { !findings.isEmpty }

    /// A batch of what was noted outside of drafts.
    mutating func findingsBatch(periods: [Period]) -> CheckedBatch {
        columns.reset(capacity: 0)
        defer { findings.removeAll() }
        return CheckedBatch(columns, periods: periods, findings: findings)
    }

    /// Checks one batch of drafts; the result is valid until the next call.
    mutating func check(
        _ batch: DraftBatch, _ table: CellTable, periods: [Period]
    ) -> CheckedBatch {
        columns.reset(capacity: batch.count)
        self.periods = periods
        ranges.cover(periods)
        countRows(batch, table)
        let drafts = batch.drafts
        for index in 0..<batch.count { check(drafts[index], table) }
        if !writer.plan.checks.isEmpty { checkRows(batch, table) }
        for row in batch.raggedRows {
            note(writer.raggedRow(table, row))
            tally.values += writer.plan.values.count
            tally.rejected += writer.plan.values.count
        }
        if !batch.raggedRows.isEmpty || !writer.plan.checks.isEmpty { sortFindings() }
        defer {
            findings.removeAll()
            origins.removeAll()
        }
        let checked = CheckedBatch(
            columns, periods: periods, findings: findings, aggregates: origins)
        history.copies.watch(checked)
        return checked
    }

    private mutating func countRows(_ batch: DraftBatch, _ table: CellTable) {
        tally.rows += table.rowCount - batch.blankRows
        tally.blankRows += batch.blankRows
        tally.leftOutRows += batch.leftOutRows
        tally.values += batch.count
        if tally.firstBlankLine == nil { tally.firstBlankLine = batch.firstBlankLine }
    }

    private mutating func sortFindings() {
        findings.sort { ($0.row ?? 0, $0.column ?? 0) < ($1.row ?? 0, $1.column ?? 0) }
    }

    // MARK: Figures made of many rows

    /// Begins a batch whose values are given one by one.
    mutating func begin(_ periods: [Period], capacity: Int) {
        columns.reset(capacity: capacity)
        self.periods = periods
        ranges.cover(periods)
    }

    /// Accepts a value that was made of others.
    mutating func append(_ figure: AggregatedFigure) {
        guard var raw = figure.raw else {
            return columns.append(figure.draft, line: figure.line, raw: nil)
        }
        raw.withUTF8 {
            columns.append(figure.draft, line: figure.line, raw: UnsafeRawBufferPointer($0))
        }
    }

    /// The batch of what was appended, with what was noted.
    mutating func batch(of origins: [AggregateOrigin]) -> CheckedBatch {
        defer { findings.removeAll() }
        return CheckedBatch(columns, periods: periods, findings: findings, aggregates: origins)
    }

    /// Whether the measure of a draft is collected by its breakdown.
    func isCollected(_ draft: Draft) -> Bool { collected.contains(draft) }

    /// Whether a value raises no question at first sight.
    func isPlain(_ draft: Draft) -> Bool { ranges.contains(draft) }

    @inline(__always)
    private mutating func check(_ draft: Draft, _ table: CellTable) {
        let row = Int(draft.row)
        if !draft.faults.isEmpty { return reject(draft, table, row) }
        if !StoredCodes.hasValue(status: draft.status) {
            tally.missing &+= 1
        } else {
            if draft.breakdown > 0, !collected.contains(draft) {
                return rejectBreakdown(draft, table, row)
            }
            if !ranges.contains(draft), !question(draft, table) {
                tally.rejected += 1
                return
            }
        }
        if hasOrigins {
            guard let origin = origin(table, row) else {
                tally.rejected += 1
                return
            }
            origins.append(origin)
        }
        let raw =
            draft.isCanonical ? nil : CellText.trimmed(table.cell(row, Int(draft.column)))
        columns.append(draft, line: table.line(row), raw: raw)
        tally.accepted &+= 1
    }

    // MARK: What is wrong

    private mutating func rejectBreakdown(_ draft: Draft, _ table: CellTable, _ row: Int) {
        tally.rejected += 1
        let cell = CellText.trimmed(table.cell(row, Int(draft.column)))
        var finding = writer.breakdownNotCollected(
            CellText.string(cell),
            measure: writer.context.standard.measures[Int(draft.measure)],
            group: writer.context.breakdowns[Int(draft.breakdown)], row: table.line(row),
            column: Int(draft.column))
        finding = known(finding, draft)
        finding.rawText = FindingWriter.kept(cell)
        note(finding)
    }

    private mutating func reject(_ draft: Draft, _ table: CellTable, _ row: Int) {
        let line = table.line(row)
        if draft.faults.contains(.city), writer.plan.city >= 0 {
            let text = CellText.string(CellText.trimmed(table.cell(row, writer.plan.city)))
            if FindingWriter.isTotal(text) { return leaveOutTotal(text, line) }
        }
        tally.rejected += 1
        if !draft.faults.isDisjoint(with: .row.union([.measure, .status, .basis])),
            reportedLine != line
        {
            reportedLine = line
            for finding in rowFindings(draft, table, row) {
                var finding = known(finding, draft)
                finding.rawText = writer.keptRow(table, row)
                note(finding)
            }
        }
        guard draft.faults.contains(.number) || draft.faults.contains(.contradiction) else {
            return
        }
        let cell = CellText.trimmed(table.cell(row, Int(draft.column)))
        var finding = known(valueFinding(draft, table, row), draft)
        finding.rawText = FindingWriter.kept(cell)
        note(finding)
    }

    /// Leaves a row out that is a total of several cities.
    private mutating func leaveOutTotal(_ text: String, _ line: Int) {
        tally.values -= 1
        if reportedLine == line { return }
        reportedLine = line
        tally.leftOutRows += 1
        if tally.totals == nil { tally.totals = (0, line, text) }
        tally.totals?.count += 1
    }

    private func valueFinding(_ draft: Draft, _ table: CellTable, _ row: Int) -> Finding {
        let column = Int(draft.column)
        let text = CellText.string(CellText.trimmed(table.cell(row, column)))
        let line = table.line(row)
        if draft.faults.contains(.contradiction) {
            return writer.statusContradictsValue(
                text, status: ObservationStatus(code: draft.status)?.rawValue ?? "", row: line,
                column: column)
        }
        switch table.kind(row, column) {
        case .formulaWithoutValue:
            return writer.formulaWithoutValue(text, row: line, column: column)
        case .error: return writer.errorCell(text, row: line, column: column)
        case .percentage: return writer.percentageOfNoShare(text, row: line, column: column)
        default: break
        }
        if FindingWriter.isError(text) {
            return writer.errorCell(text, row: line, column: column)
        }
        let value = writer.plan.values.first { $0.column == column }
        return writer.notANumber(
            text,
            value: value
                ?? ColumnPlan.Value(
                    column: column, measure: -1, reader: NumberReader()),
            row: line)
    }

    private func rowFindings(_ draft: Draft, _ table: CellTable, _ row: Int) -> [Finding] {
        let plan = writer.plan
        let line = table.line(row)
        func text(_ column: Int) -> String {
            column < 0 ? "" : CellText.string(CellText.trimmed(table.cell(row, column)))
        }
        var found: [Finding] = []
        if draft.faults.contains(.city) {
            found.append(writer.unknownCity(text(plan.city), row: line, column: plan.city))
        }
        if draft.faults.contains(.identity) {
            found.append(writer.identityMismatch(draft, row: line, text: text))
        }
        if draft.faults.contains(.measure) {
            found.append(writer.unknownCode(text(plan.measure), row: line, column: plan.measure))
        }
        if draft.faults.contains(.period) {
            let stamp = writer.fixedStamp ?? text(plan.period)
            found.append(unknownPeriod(stamp, line, city: draft.city))
        }
        if draft.faults.contains(.breakdown) {
            found.append(
                writer.unknownBreakdown(text(plan.breakdown), row: line, column: plan.breakdown))
        }
        if draft.faults.contains(.variant) {
            found.append(writer.unknownVariant(text(plan.variant), row: line, column: plan.variant))
        }
        if draft.faults.contains(.status) {
            found.append(writer.unknownStatus(text(plan.status), row: line, column: plan.status))
        }
        if draft.faults.contains(.basis) {
            found += plan.bases.compactMap { unknownBasis(text($0.column), $0, line) }
        }
        return found
    }

    private func unknownPeriod(_ text: String, _ line: Int, city: Int32) -> Finding {
        var reason = "more than \(Mapper.periodLimit) periods in one file"
        if case .unreadable(let why) = stamps.read(text, city: city) { reason = why }
        return writer.unknownPeriod(text, reason: reason, row: line, column: writer.plan.period)
    }

    /// A finding on a cell of basis that has no meaning; nil for others.
    private func unknownBasis(_ text: String, _ basis: ColumnPlan.Basis, _ line: Int) -> Finding? {
        let source = writer.mapping.bases[basis.source]
        if text.isEmpty || Mapper.word(text, in: source.codes) != nil { return nil }
        return writer.unknownBasis(text, source: source, row: line, column: basis.column)
    }

    /// Adds what is known of a draft's city, measure and period to a finding.
    func known(_ finding: Finding, _ draft: Draft) -> Finding {
        var finding = finding
        let context = writer.context
        if draft.period >= 0 { finding.period = periods[Int(draft.period)] }
        if draft.city >= 0 { finding.city = context.cities.cities[Int(draft.city)].id }
        if draft.measure >= 0 { finding.measure = context.standard.measures[Int(draft.measure)].id }
        return finding
    }
}
