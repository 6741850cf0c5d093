import MetricSpec

/// The keys that say what records are: their key, their end, how long they take.
extension MappingParts {
    /// The `key:` key: columns, and what is done about a key met twice.
    func recordKey(_ value: YAMLValue) -> RecordKey? {
        guard value.isTable else {
            return RecordKey(columns: value.strings().map { ColumnReference(names: [$0]) })
        }
        guard let table = value.table(allowed: ["columns", "repeated"]) else { return nil }
        let columns = table.required("columns")?.strings() ?? []
        var key = RecordKey(columns: columns.map { ColumnReference(names: [$0]) })
        if let repeated = table.optional("repeated"), let word = repeated.string() {
            key.repeated = RecordKey.Repeated(rawValue: word) ?? .once
            if RecordKey.Repeated(rawValue: word) == nil {
                Self.reportWord(
                    repeated, word, allowed: RecordKey.Repeated.allCases.map(\.rawValue))
            }
        }
        return key
    }

    /// The `closed:` key: the column that is blank while a record is open.
    func closedRecords(_ value: YAMLValue) -> ClosedRecords? {
        guard let table = value.table(allowed: ["column", "open_percent"]) else { return nil }
        _ = table.required("column")
        guard let column = column(table) else { return nil }
        var closed = ClosedRecords(column: column)
        if let percent = table.optional("open_percent"), let number = percent.double() {
            closed.openShare = number
            if !(0...100).contains(number) { percent.report("expected a number from 0 to 100.") }
        }
        return closed
    }

    /// The `duration:` key of a figure.
    func duration(_ value: YAMLValue) -> RecordDuration? {
        guard let table = value.table(allowed: ["from", "to", "unit", "order"]),
            let from = table.required("from"), let to = table.required("to")
        else { return nil }
        var duration = RecordDuration(
            from: ColumnReference(names: from.strings()), to: ColumnReference(names: to.strings()))
        if let unit = table.optional("unit"), let word = unit.string() {
            duration.unit = RecordDuration.Unit(rawValue: word) ?? .days
            if RecordDuration.Unit(rawValue: word) == nil {
                Self.reportWord(
                    unit, word, allowed: RecordDuration.Unit.allCases.map(\.rawValue))
            }
        }
        duration.order = order(table)
        return duration
    }
}
