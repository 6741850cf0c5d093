import MetricSpec
import Tabular

/// What the rows of records and positions bring to their figures.
extension RowAggregator {
    /// Takes a row into its figures; false where a value cannot be read.
    func addFigures(
        _ table: CellTable, _ row: Int, _ draft: Draft, _ digest: UInt64, _ mapper: inout Mapper
    ) -> Bool {
        var post: PostReading?
        if aggregation.posts != nil {
            guard let reading = readPost(table, row, mapper.periods[Int(draft.period)]) else {
                return false
            }
            post = reading
        }
        var isRead = true
        for index in plan.figures.indices {
            guard Self.meets(plan.figures[index].filters, table, row) else { continue }
            var own = draft
            let qualifiers = aggregation.figures[index].qualifiers
            if qualifiers.isMore { mapper.readMeaning(qualifiers, draft, &own) }
            if own.period < 0 {
                isRead = false
                continue
            }
            if keepsReadings { readingPeriods = mapper.periods }
            var key = key(own, index)
            if let measure = aggregation.figures[index].measure { key.measure = measure }
            let line = table.line(row)
            let aggregate = aggregation.figures[index].aggregate
            if let value = post?.value(for: aggregate) {
                add(value, to: position(key, line: line), digest, index)
                if keepsReadings { keep(table, row, key, plan.share, value) }
                continue
            }
            switch aggregate {
            case .count:
                accumulators[position(key, line: line)].count(row: digest)
                if keepsReadings { keep(table, row, key, -1, 1) }
            default: isRead = addValues(table, row, key, digest, index) && isRead
            }
        }
        return isRead
    }

    /// Takes the cells of a row, or the time between two, into a figure.
    private func addValues(
        _ table: CellTable, _ row: Int, _ key: Key, _ digest: UInt64, _ index: Int
    ) -> Bool {
        if let duration = plan.figures[index].duration {
            return addDuration(table, row, key, digest, duration)
        }
        var isRead = true
        for column in plan.figures[index].columns {
            isRead = addCell(table, row, key, digest, column) && isRead
        }
        return isRead
    }

    /// Takes the cell of a row into a figure; a blank one is passed over.
    private func addCell(
        _ table: CellTable, _ row: Int, _ key: Key, _ digest: UInt64, _ column: Int
    ) -> Bool {
        let index = Int(key.figure)
        let cell = Self.cell(table, row, column)
        if isMissing(cell) { return true }
        if aggregation.figures[index].aggregate == .distinct {
            let place = position(key, line: table.line(row))
            accumulators[place].add(text: CellText.string(cell))
            accumulators[place].count(row: digest)
            if keepsReadings { keep(table, row, key, column, nil) }
            return true
        }
        let readers = plan.figures[index].readers
        let ofMeasure = Int(key.measure)
        let reader =
            readers.indices.contains(ofMeasure)
            ? readers[ofMeasure] : plan.figures[index].reader
        let isInUnit = aggregation.figures[index].aggregate.keepsUnit
        let number = read(table, row, column, reader, measure: isInUnit ? ofMeasure : -1)
        guard number.isNumber else {
            noteNumber(cell, column, reader, table, row)
            return false
        }
        if keepsReadings { keep(table, row, key, column, number.value) }
        add(number.value, key, digest, line: table.line(row))
        return true
    }

    /// Reads the figure in a cell, by what it holds; without a measure, a
    /// percentage is the fraction that it is held as.
    func read(
        _ table: CellTable, _ row: Int, _ column: Int, _ reader: NumberReader, measure: Int = -1
    ) -> NumberReader.Reading {
        let cell = Self.cell(table, row, column)
        if columns.isTyped {
            switch table.kind(row, column) {
            case .number: return reader.ofTypedCells.read(cell)
            case .percentage where measure < 0: return reader.ofTypedCells.read(cell)
            case .percentage: return signs.readPercentage(cell, measure: measure, reader)
            default: break
            }
        }
        let number = reader.read(cell)
        return number.isNumber ? number : signs.read(cell, measure: measure, reader)
    }
}
