import MetricSpec
import Tabular

/// Finds rows of successions.csv that cannot all be true: a city that ends or
/// begins twice, and one that becomes another while it is none. A circle is
/// always one of these.
struct SuccessionFaults {
    private let rows: [(succession: Succession, row: RegistryRow)]
    /// The first row that ends a city, and the first that begins one.
    private var ends: [String: (succession: Succession, line: Int)] = [:]
    private var begins: [String: (succession: Succession, line: Int)] = [:]

    init(_ rows: [(succession: Succession, row: RegistryRow)]) {
        self.rows = rows
        for (succession, row) in rows {
            let place = (succession: succession, line: row.row.line)
            if succession.kind.endsCity, ends[succession.city] == nil {
                ends[succession.city] = place
            }
            if succession.kind.beginsSuccessor, begins[succession.becomes] == nil {
                begins[succession.becomes] = place
            }
        }
    }

    func report() {
        for (succession, row) in rows {
            reportSecondEnd(succession, row)
            reportSecondBegin(succession, row)
            reportAbsentCity(succession, row)
            reportAbsentSuccessor(succession, row)
        }
    }

    /// Rows on the end of one city agree where each gives a part of it to
    /// another city on the same day.
    private func reportSecondEnd(_ succession: Succession, _ row: RegistryRow) {
        guard succession.kind.endsCity, let first = ends[succession.city],
            first.line != row.row.line
        else { return }
        let agree =
            first.succession.kind != .merger && succession.kind != .merger
            && first.succession.date == succession.date
            && first.succession.becomes != succession.becomes
        if agree { return }
        row.report(
            "\(succession.city) ends in line \(first.line) already. A city ends once: in one "
                + "city, or divided among several on one day.", column: "city")
    }

    private func reportSecondBegin(_ succession: Succession, _ row: RegistryRow) {
        guard succession.kind.beginsSuccessor, let first = begins[succession.becomes],
            first.succession.date != succession.date || first.succession.kind != succession.kind
        else { return }
        row.report(
            "\(succession.becomes) begins on \(first.succession.date.text) by a "
                + "\(first.succession.kind.rawValue) already (line \(first.line)). A city begins "
                + "once.", column: "becomes")
    }

    /// Whoever becomes another, or loses a part, must be there the day before.
    private func reportAbsentCity(_ succession: Succession, _ row: RegistryRow) {
        let city = succession.city
        if let first = begins[city], first.succession.date >= succession.date {
            row.report(
                "\(city) begins on \(first.succession.date.text) only (line \(first.line)). "
                    + "Expected a later day.", column: "date")
        }
        if !succession.kind.endsCity, let end = ends[city], end.succession.date < succession.date {
            row.report(
                "\(city) ended on \(end.succession.date.text) (line \(end.line)). Expected a day "
                    + "before.", column: "date")
        }
    }

    /// A city that takes in another must be there before and go on after; of
    /// one that begins, its own row says so.
    private func reportAbsentSuccessor(_ succession: Succession, _ row: RegistryRow) {
        guard !succession.kind.beginsSuccessor else { return }
        let successor = succession.becomes
        if let end = ends[successor], end.succession.date <= succession.date {
            row.report(
                "\(successor) ended on \(end.succession.date.text) (line \(end.line)): nothing "
                    + "becomes it on \(succession.date.text). Name the city that it became.",
                column: "becomes")
        }
        if let first = begins[successor], first.succession.date > succession.date {
            row.report(
                "\(successor) begins on \(first.succession.date.text) only (line \(first.line)). "
                    + "Expected that day or a later one.", column: "date")
        }
    }
}
