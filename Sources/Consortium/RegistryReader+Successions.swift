import MetricSpec
import Tabular

extension RegistryReader {
    /// Which city became which, from successions.csv.
    func successions(_ directory: CityDirectory) -> [Succession] {
        let columns = ["city", "becomes", "kind", "date"]
        let read = rows("successions.csv", columns: columns).compactMap { row in
            succession(row, directory).map { (succession: $0, row: row) }
        }
        SuccessionFaults(read).report()
        return read.map(\.succession)
    }

    /// Nil for a row that cannot be read, which is reported.
    private func succession(_ row: RegistryRow, _ directory: CityDirectory) -> Succession? {
        let (city, becomes) = (row.city("city", directory), row.city("becomes", directory))
        let kind = Succession.Kind(rawValue: row["kind"])
        if kind == nil {
            row.report(
                "\"\(row["kind"])\" is no kind of succession. Expected "
                    + Succession.Kind.allCases.map(\.rawValue).joined(separator: ", ") + ".",
                column: "kind")
        }
        if row["date"].isEmpty {
            row.report("the date is blank. Expected the first day of it.", column: "date")
        }
        let date = row.day("date")
        let share = row.share("share")
        guard let city, let becomes, let kind, let date else { return nil }
        guard city != becomes else {
            row.report("\(city) cannot become itself. Name two cities.", column: "becomes")
            return nil
        }
        return Succession(city: city, becomes: becomes, kind: kind, date: date, share: share)
    }
}
