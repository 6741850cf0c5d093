import Consortium
import MetricSpec
import Tabular

/// What is looked for in records one by one, and what each of them says.
extension RowAggregator {
    /// What becomes of a record whose key may have been met before.
    enum Meeting {
        case counts
        case isLeftOut
        case isRejected
    }

    /// Whether a row is of the period that the path claims; others are
    /// counted.
    func isWithin(_ period: Period, _ day: CalendarDay, _ line: Int) -> Bool {
        if isClaimed(period) { return true }
        records.addOutside(day, line: line)
        return false
    }

    /// Whether a period lies in the one that the path claims, if any.
    func isClaimed(_ period: Period) -> Bool {
        claimed.map { $0.start <= period.start && period.end <= $0.end } ?? true
    }

    /// Counts the code of a row, known or not.
    func noteCode(_ draft: Draft, _ table: CellTable, _ row: Int) {
        if draft.measure != Mapper.unknown { return records.addCode(draft.measure) }
        let text = CellText.string(Self.cell(table, row, columns.measure))
        records.addUnmapped(text, line: table.line(row))
    }

    /// Takes note of when a record is, and whether it is closed.
    func noteRecord(
        _ table: CellTable, _ row: Int, _ draft: Draft, _ day: CalendarDay?
    ) {
        guard let day else { return }
        records.add(
            RecordBooks.Place(city: draft.city, period: draft.period), day: day,
            line: table.line(row),
            isOpen: plan.closed >= 0 && isMissing(Self.cell(table, row, plan.closed)))
    }

    /// What is wrong with the file as a whole.
    func recordFindings(_ periods: [Period], _ drifts: [CodeDrift]) -> [Finding] {
        var findings: [Finding] = []
        if let outside = records.outside, let claimed {
            findings.append(
                writer.recordsOutside(
                    outside, of: claimed, rows: records.rowCount, column: plan.date))
        }
        findings += codeFindings(drifts) + countedFindings()
        if let program = RecordBooks.limits[records.rowCount], aggregation.dates != nil {
            findings.append(writer.cutAtLimit(records.rowCount, program: program))
        }
        return findings + placeFindings(periods)
    }

    private func codeFindings(_ drifts: [CodeDrift]) -> [Finding] {
        var findings: [Finding] = []
        if !records.unmapped.isEmpty {
            let codes = records.unmapped.map { text, entry in
                PeriodCodes.Code(
                    text: text, name: "", use: nil, rows: entry.rows, amount: nil,
                    line: entry.line)
            }
            findings.append(
                writer.unmappedCodes(
                    codes, of: records.codedRows,
                    drifts.filter { $0.kind == .measure },
                    in: CodeColumn(.measure, column: columns.measure)))
        }
        let mapped = Set(writer.mapping.measure?.codes.values.map { $0 } ?? [])
        let missing = mapped.subtracting(records.measures)
        if columns.measure >= 0, !missing.isEmpty {
            findings.append(writer.mappedCodesMissing(Array(missing), column: columns.measure))
        }
        return findings
    }

    /// What is wrong with the records of each city and period.
    private func placeFindings(_ periods: [Period]) -> [Finding] {
        let last = records.places.keys.map { periods[Int($0.period)] }.max { $0.end < $1.end }
        let ordered = records.places.sorted { left, right in
            (left.key.period, left.key.city) < (right.key.period, right.key.city)
        }
        return ordered.flatMap { place, entry -> [Finding] in
            let period = periods[Int(place.period)]
            var found: [Finding] = []
            if let closed = aggregation.closed,
                Double(entry.open) > closed.openShare / 100 * Double(entry.rows)
            {
                found.append(
                    writer.recordsOpen(
                        entry.open, of: entry.rows, limit: closed.openShare,
                        column: plan.closed))
            }
            if period == last, let gap = RecordBooks.gap(beforeCutOf: entry, in: period) {
                found.append(writer.cutEarly(entry, in: period, gap: gap, column: plan.date))
            }
            return found.map { finding in
                var finding = finding
                finding.city = writer.context.cities.cities[Int(place.city)].id
                finding.period = period
                return finding
            }
        }
    }

    // MARK: Keys

    /// Whether a record was met before, and what is done about it.
    func meeting(
        _ table: CellTable, _ row: Int, _ draft: Draft, _ digest: UInt64
    ) -> Meeting {
        guard let key = aggregation.key, !plan.key.isEmpty else { return .counts }
        let line = table.line(row)
        let met = recordKeys.meet(
            keyDigest(table, row, draft), cells: digest,
            at: RecordBooks.Place(city: draft.city, period: draft.period), line: line)
        guard let met else { return .counts }
        let isEqual = met.cells == UInt32(truncatingIfNeeded: digest)
        let isOnce = key.repeated == .once
        let text = keyText(table, row)
        let column = plan.key[0]
        faults.note(.duplicateRecord, column: column, text: text) {
            writer.duplicateRecord(
                text, first: Int(met.line), row: line, column: column,
                isEqual: isEqual, isCounted: !isOnce)
        }
        if !isOnce { return .counts }
        return isEqual ? .isLeftOut : .isRejected
    }

    private func keyDigest(_ table: CellTable, _ row: Int, _ draft: Draft) -> UInt64 {
        var digest = RowDigest()
        digest.add(row: cityDigests[Int(draft.city)])
        for column in plan.key {
            if column == plan.date, let moment = moment(table, row) {
                digest.add(row: UInt64(truncatingIfNeeded: Int(moment.day.number)))
                digest.add(row: UInt64(truncatingIfNeeded: moment.seconds ?? -1))
            } else {
                digest.add(cell: Self.cell(table, row, column))
            }
        }
        return digest.value
    }

    /// The key of a row in words: a date as it is read, other cells as they
    /// stand there.
    private func keyText(_ table: CellTable, _ row: Int) -> String {
        plan.key.map { column in
            if column == plan.date, let moment = moment(table, row) { return moment.text }
            return CellText.string(Self.cell(table, row, column))
        }.joined(separator: " | ")
    }

    /// When a row is; nil where its date has no time that can be read behind
    /// it.
    private func moment(_ table: CellTable, _ row: Int) -> RecordMoment? {
        guard let source = aggregation.dates, plan.date >= 0 else { return nil }
        return RecordMoment(Self.cell(table, row, plan.date), order: source.order)
    }

    /// The keys of the records of each city and period.
    func keyLists(_ periods: [Period]) -> [RecordKeyList] {
        zip(recordKeys.places, recordKeys.lists()).map { place, keys in
            RecordKeyList(
                mapping: writer.mapping.name, city: place.city,
                period: periods[Int(place.period)], keys: keys)
        }
    }

    /// Records that earlier submissions brought for other periods.
    private func countedFindings() -> [Finding] {
        writer.context.countedBefore.compactMap { counted in
            guard let column = plan.key.first, let line = recordKeys.line(of: counted.keys) else {
                return nil
            }
            return writer.countedBefore(
                counted, of: records.rowCount, firstLine: line, column: column)
        }
    }

    // MARK: Durations

    /// Takes the time between two dates into a figure; one that is blank is
    /// passed over.
    func addDuration(
        _ table: CellTable, _ row: Int, _ key: Key, _ digest: UInt64,
        _ duration: AggregatePlan.Duration
    ) -> Bool {
        var moments: [RecordMoment] = []
        for column in [duration.from, duration.to] {
            let cell = Self.cell(table, row, column)
            if isMissing(cell) { return true }
            guard let moment = RecordMoment(cell, order: duration.order) else {
                noteDate(cell, column, duration.order, table, row)
                return false
            }
            moments.append(moment)
        }
        let seconds = moments[1].seconds(since: moments[0])
        guard seconds >= 0 else {
            let text = "\(moments[0].text) to \(moments[1].text)"
            faults.note(.negativeDuration, column: duration.to, text: text) {
                writer.negativeDuration(
                    from: moments[0].text, to: moments[1].text, row: table.line(row),
                    column: duration.to)
            }
            return false
        }
        let value = aggregation.figures[Int(key.figure)].factor.apply(
            to: Double(seconds) / duration.unit.seconds)
        if keepsReadings { keep(table, row, key, duration.to, value) }
        add(value, key, digest, line: table.line(row))
        return true
    }

    // MARK: Readings

    /// Keeps what a row gives to a figure; a negative column is none.
    func keep(
        _ table: CellTable, _ row: Int, _ key: Key, _ column: Int, _ value: Double?
    ) {
        let cities = writer.context.cities.cities
        let period = readingPeriods[Int(key.period)]
        let line = table.line(row)
        let place = writer.tables?.place(ofRow: line)
        readings.append(
            MappedReading(
                line: place?.row ?? line, part: place?.table.part,
                column: column < 0 ? nil : column + 1,
                stamp: moment(table, row)?.text ?? period.text,
                key: readingKey(table, row, key, column), city: cities[Int(key.city)].id,
                measure: writer.context.standard.measures[Int(key.measure)].id, period: period,
                text: column < 0 ? "" : CellText.string(Self.cell(table, row, column)),
                value: value))
    }

    private func readingKey(
        _ table: CellTable, _ row: Int, _ key: Key, _ column: Int
    ) -> String {
        var parts: [String] = []
        if plan.account >= 0 {
            parts.append(CellText.string(Self.cell(table, row, plan.account)))
        }
        for position in plan.key where position != plan.date {
            parts.append(CellText.string(Self.cell(table, row, position)))
        }
        if column >= 0, parts.isEmpty || plan.figures[Int(key.figure)].columns.count > 1 {
            parts.append(writer.header[column])
        }
        return parts.joined(separator: " | ")
    }
}
