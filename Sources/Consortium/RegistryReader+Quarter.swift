import MetricSpec
import Tabular

/// Reads calendar.csv and contacts.csv.
extension RegistryReader {
    /// The reporting cycles of calendar.csv.
    func cycles() -> [ReportingCycle] {
        var lines: [Period: Int] = [:]
        return rows("calendar.csv", columns: ["period"]).compactMap { row in
            guard let period = row.period("period") else { return nil }
            if let line = lines.updateValue(row.row.line, forKey: period) {
                row.report(
                    "\(period.text) stands in line \(line) already. Put its days into one line.",
                    column: "period")
            }
            let cycle = ReportingCycle(
                period: period, opens: row.day("opens"), due: row.day("due"),
                queriesUntil: row.day("queries_until"),
                certifyUntil: row.day("certify_until"), preview: row.day("preview"),
                release: row.day("release"), blackout: row.days("blackout"))
            checkOrder(cycle, row)
            checkDays(cycle, row)
            return cycle
        }
    }

    /// Each step comes with or after the one before it.
    private func checkOrder(_ cycle: ReportingCycle, _ row: RegistryRow) {
        for (earlier, later) in zip(cycle.steps, cycle.steps.dropFirst())
        where later.day < earlier.day {
            row.report(
                "\(later.day.text) is before \(earlier.day.text), the day of "
                    + "\(earlier.step.rawValue). Expected the days in the order of the columns.",
                column: later.step.rawValue)
        }
    }

    private func checkDays(_ cycle: ReportingCycle, _ row: RegistryRow) {
        if let due = cycle.due, due < cycle.period.end {
            row.report(
                "\(due.text) is before the end of \(cycle.period.text): no city could report "
                    + "all of it by then. Expected \(cycle.period.end.text) or later.",
                column: "due")
        }
        if let release = cycle.release, let blackout = cycle.blackout,
            blackout.contains(release)
        {
            row.report(
                "\(release.text) lies in the blackout \(blackout.text), when nothing is "
                    + "released. Move one of them.",
                column: "release")
        }
    }

    /// Whom to ask, from contacts.csv.
    func contacts(_ directory: CityDirectory) -> [Contact] {
        rows("contacts.csv", columns: ["city", "role"]).compactMap { row in
            guard let city = row.city("city", directory) else { return nil }
            guard let role = Contact.Role(rawValue: row["role"]) else {
                row.report(
                    "\"\(row["role"])\" is no role. Expected sender, certifier or service lead.",
                    column: "role")
                return nil
            }
            if role == .certifier, row["name"].isEmpty {
                row.report(
                    "a certifier has no name, so that nobody could certify. Write who it is.",
                    column: "name")
            }
            return Contact(
                city: city, role: role, name: row["name"], address: row["address"])
        }
    }
}

extension RegistryRow {
    /// Days from one to another; nil for a blank.
    fileprivate func days(_ name: String) -> DayRange? {
        guard !self[name].isEmpty else { return nil }
        guard let days = DayRange(parsing: self[name]) else {
            report(
                "\"\(self[name])\" are no days. Expected the first and the last one, like "
                    + "2026-11-01/2026-11-05.",
                column: name)
            return nil
        }
        return days
    }
}
