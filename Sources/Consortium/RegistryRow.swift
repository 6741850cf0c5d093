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

extension CityDirectory {
    static func trimmed(_ text: some StringProtocol) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
