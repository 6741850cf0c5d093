import MetricSpec
import Tabular

/// One row of a registry file, read cell by cell with complaints in place.
struct RegistryRow {
    let table: SmallTable
    let row: SmallTable.Row
    let path: String
    let log: IssueLog

    /// The text of a cell; "" for a column that is not there.
    subscript(name: String) -> String { table.cell(row, name) }

    func report(_ message: String, column: String = "") {
        log.add(
            SpecIssue(
                file: path, line: row.line, column: (table.column(column) ?? -1) + 1,
                key: column, message: message))
    }

    /// The id of the city that a cell names.
    func city(_ name: String, _ directory: CityDirectory) -> String? {
        guard let index = directory.index(of: self[name]) else {
            report("\"\(self[name])\" is not in cities.csv.", column: name)
            return nil
        }
        return directory.cities[index].id
    }

    func day(_ name: String) -> CalendarDay? {
        guard !self[name].isEmpty else { return nil }
        guard let day = CalendarDay(parsing: self[name]) else {
            report("\"\(self[name])\" is no date. Expected one like 2026-07-01.", column: name)
            return nil
        }
        return day
    }

    func number(_ name: String) -> Double? {
        guard !self[name].isEmpty else { return nil }
        guard let number = Double(self[name]), number.isFinite else {
            report("\"\(self[name])\" is no number.", column: name)
            return nil
        }
        return number
    }

    func share(_ name: String) -> Double? {
        guard let share = number(name) else { return nil }
        if !(0...1).contains(share) {
            report("\(self[name]) is no share. Expected 0 to 1.", column: name)
        }
        return share
    }

    func flag(_ name: String) -> Bool? {
        switch self[name] {
        case "": return nil
        case "true": return true
        case "false": return false
        default:
            report("\"\(self[name])\" is neither true nor false.", column: name)
            return nil
        }
    }

    func mode(_ name: String) -> ProvisionMode? {
        guard !self[name].isEmpty else { return nil }
        guard let mode = ProvisionMode(rawValue: self[name]) else {
            report(
                "\"\(self[name])\" is no mode. Expected "
                    + ProvisionMode.allCases.map(\.rawValue).joined(separator: ", ") + ".",
                column: name)
            return nil
        }
        return mode
    }

    func validity() -> Validity {
        let validity = Validity(from: day("valid_from"), to: day("valid_to"))
        if let from = validity.from, let to = validity.to, to <= from {
            report("valid_to is not after valid_from.", column: "valid_to")
        }
        return validity
    }
}

/// Finds rows that say two things about one subject on one day.
struct DatedRows {
    private var seen: [[String]: [(valid: Validity, line: Int)]] = [:]

    /// Reports a row whose days overlap those of an earlier one.
    ///
    /// Rows with a day that could not be read are left out.
    mutating func add(_ subject: [String], _ valid: Validity, _ row: RegistryRow) {
        guard (valid.from == nil) == row["valid_from"].isEmpty,
            (valid.to == nil) == row["valid_to"].isEmpty
        else { return }
        if let other = seen[subject]?.first(where: { $0.valid.overlaps(valid) }) {
            row.report(
                "the days overlap those of line \(other.line). End one before the other begins.",
                column: "valid_from")
        }
        seen[subject, default: []].append((valid, row.row.line))
    }
}

extension CityDirectory {
    static func trimmed(_ text: some StringProtocol) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
