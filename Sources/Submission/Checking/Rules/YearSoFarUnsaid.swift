import MetricSpec

extension Rule {
    /// A header says that its figures are of the year so far, the mapping
    /// takes them as those of their periods.
    static let yearSoFarUnsaid = Rule(
        id: "year-so-far-unsaid", severity: .warning,
        title: "A column of the year so far is read as one of its period",
        remedy: "Add accumulates: fiscal-year to the column in the mapping, or map the column of "
            + "the period alone")
}

extension FindingWriter {
    private static let soFarPhrases = [
        ["ytd"], ["year", "to", "date"], ["year", "so", "far"], ["cumulative"], ["cumul"],
        ["kumuliert"], ["hittil", "i", "år"], ["cumulé"], ["acumulado"],
    ]

    /// Whether a header says that figures are of the year so far.
    static func saysYearSoFar(_ header: String) -> Bool {
        let words = header.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        return soFarPhrases.contains { phrase in
            words.indices.contains { words[$0...].starts(with: phrase) }
        }
    }

    /// One finding for each column of flows whose header says so, while the
    /// mapping does not; a percentile or level is of no year.
    func yearSoFarUnsaid(line: Int?) -> [Finding] {
        plan.values.compactMap { value in
            let isFlow =
                value.measure < 0 || context.standard.measures[Int(value.measure)].kind == .flow
            guard !value.accumulates, isFlow, header.indices.contains(value.column),
                Self.saysYearSoFar(header[value.column])
            else { return nil }
            return yearSoFarUnsaid(column: value.column, line: line)
        } + ledgerColumns.map { yearSoFarUnsaid(column: $0, line: line) }
    }

    /// The columns of a ledger's amounts that say so, while the mapping does
    /// not.
    private var ledgerColumns: [Int] {
        guard let aggregate = plan.aggregate, !mapping.accumulates else { return [] }
        return [aggregate.amount, aggregate.debit, aggregate.credit].filter {
            header.indices.contains($0) && Self.saysYearSoFar(header[$0])
        }
    }

    private func yearSoFarUnsaid(column: Int, line: Int?) -> Finding {
        finding(
            .yearSoFarUnsaid, row: line, column: column,
            problem: "the header says that figures are of the year so far, and the mapping takes "
                + "them as those of the period alone",
            found: header[column], expected: "figures of the period",
            remedy: Rule.yearSoFarUnsaid.remedy)
    }
}
