import MetricSpec
import Tabular

/// The accounts and categories of a file, beside those of the period before.
extension RowAggregator {
    /// The columns whose texts are counted; a mapped one is never personal.
    static func codeColumns(
        _ aggregation: Aggregation, _ columns: ColumnPlan, _ plan: AggregatePlan
    ) -> [CodeColumn] {
        var found: [CodeColumn] = []
        func add(_ kind: CodeColumn.Kind, _ column: Int) {
            guard column >= 0, !found.contains(where: { $0.column == column }) else { return }
            found.append(CodeColumn(kind, column: column))
        }
        if aggregation.ledger != nil {
            add(.account, plan.account)
        } else {
            add(.measure, columns.measure)
            for figure in plan.figures {
                for filter in figure.filters { add(.filter, filter.column) }
            }
        }
        add(.breakdown, columns.breakdown)
        return found
    }

    /// Counts the codes of a row whose city and period are known.
    ///
    /// - Parameter amount: debits less credits; 0 for a record.
    func noteCodes(_ table: CellTable, _ row: Int, _ draft: Draft, amount: Double = 0) {
        guard !codes.isEmpty, draft.city >= 0, draft.period >= 0,
            StoredCodes.isActual(variant: draft.variant)
        else { return }
        let place = RecordBooks.Place(city: draft.city, period: draft.period)
        for column in codes {
            column.add(
                Self.cell(table, row, column.column), amount, at: place, line: table.line(row)
            ) { column.kind == .account ? name(table, row) : "" }
        }
    }

    /// The codes of the file by column, city and period.
    func codeLists(_ periods: [Period]) -> [PeriodCodes] {
        codes.flatMap { column in
            column.codes { use(of: $0, in: column) }.compactMap { place, codes in
                let period = periods[Int(place.period)]
                guard isClaimed(period) else { return nil }
                return PeriodCodes(
                    mapping: writer.mapping.name, city: place.city, period: period,
                    column: writer.header[column.column], codes: codes)
            }.sorted { ($0.city, $0.period.start) < ($1.city, $1.period.start) }
        }
    }

    /// What the mapping makes of a code; empty where it leaves it out, nil
    /// where it does not name it.
    func use(of text: String, in column: CodeColumn) -> String? {
        let standard = writer.context.standard
        switch column.kind {
        case .account:
            if let lines = books.linesOfAccount[text] {
                return Self.ids(lines.map { aggregation.figures[$0].measure }, standard)
            }
            let isIgnored =
                aggregation.ledger?.ignored.contains { $0.contains(text) } ?? false
            return isIgnored ? "" : nil
        case .measure, .figure:
            let cleaned = CellText.cleaned(text)
            switch writer.mapping.measure?.position(cleaned, in: standard) {
            case Mapper.ignored?: return ""
            case let measure? where measure >= 0: return standard.measures[Int(measure)].id
            default: return nil
            }
        case .breakdown:
            let value = writer.mapping.breakdown?.position(text)
            return value.map { $0 < 0 ? "" : standard.breakdownValues[Int($0)] }
        case .filter:
            let bytes = Array(text.utf8)
            let figures = plan.figures.indices.filter { index in
                plan.figures[index].filters.contains {
                    $0.column == column.column && $0.values.contains(bytes)
                }
            }
            let ids = Self.ids(figures.map { aggregation.figures[$0].measure }, standard)
            return figures.isEmpty ? nil : ids
        }
    }

    private static func ids(_ measures: [Int32?], _ standard: Standard) -> String {
        var ids: [String] = []
        for case let measure? in measures {
            let id = standard.measures[Int(measure)].id
            if !ids.contains(id) { ids.append(id) }
        }
        return ids.joined(separator: " ")
    }

    // MARK: Beside the period before

    /// How the codes of each city differ from those of the period before its
    /// first one here, for columns of which that is known.
    func codeDrifts(_ periods: [Period]) -> [CodeDrift] {
        guard let earlier = writer.context.earlierCodes, !earlier.lists.isEmpty else { return [] }
        let lists = codeLists(periods)
        // Accounts without a booking so far may be absent when a year begins.
        let year = YearSoFar(writer: writer, stamps: stamps, periods: periods)
        return codes.flatMap { column -> [CodeDrift] in
            let header = writer.header[column.column]
            let own = Dictionary(grouping: lists.filter { $0.column == header }, by: \.city)
            return own.sorted { $0.key < $1.key }.compactMap { city, lists -> CodeDrift? in
                guard let first = lists.map(\.period).min(by: { $0.start < $1.start }),
                    let before = earlier.latest(
                        mapping: writer.mapping.name, city: city, column: header, before: first)
                else { return nil }
                return CodeDrift(
                    from: before, to: lists, in: column,
                    startsAnew: aggregation.ledger?.accumulates == true
                        && year.monthsPast(first, city: city) == 0
                ) { use(of: $0, in: column) }
            }
        }
    }
}
