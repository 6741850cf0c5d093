import MetricSpec
import Tabular

/// Reads the CSV files of a consortium folder.
struct RegistryReader {
    let files: ConsortiumFiles
    let log: IssueLog

    /// The cities of cities.csv, and those read in place.
    ///
    /// - Parameter from: where cities are read in place; cities.csv may then
    ///   be missing.
    func cities(from: YAMLValue?, inPlace: InPlaceReader) -> [City] {
        var spellings = CitySpellings()
        let rows = table("cities.csv", columns: ["id", "name"], isRequired: from == nil)?.rows
        let own = (rows ?? []).map { row in
            let city = City(
                id: row["id"], name: row["name"],
                aliases: CitySpellings.aliases(row["aliases"]), country: row["country"])
            spellings.add(city) { row.report($0) }
            return city
        }
        return own + (from.map { inPlace.cities($0, spellings: &spellings) } ?? [])
    }

    /// The dated attributes of attributes.csv.
    func attributes(_ directory: CityDirectory) -> [CityAttribute] {
        var dates = DatedRows()
        return rows("attributes.csv", columns: ["city", "attribute", "value"]).compactMap { row in
            guard let city = row.city("city", directory) else { return nil }
            let valid = row.validity()
            dates.add([city, row["attribute"]], valid, row)
            if let fault = CityAttribute.fault(row["attribute"], value: row["value"]) {
                row.report(fault, column: "value")
            }
            return CityAttribute(
                city: city, attribute: row["attribute"], value: row["value"],
                valid: valid, source: row["source"])
        }
    }

    /// How cities provide services, from services.csv.
    func provisions(_ directory: CityDirectory) -> [ServiceProvision] {
        var dates = DatedRows()
        return rows("services.csv", columns: ["city", "service"]).compactMap { row in
            guard let city = row.city("city", directory) else { return nil }
            let valid = row.validity()
            dates.add([city, row["service"]], valid, row)
            return ServiceProvision(
                city: city, service: row["service"], mode: row.mode("mode"),
                provider: row["provider"], shareContracted: row.share("share_contracted"),
                populationServed: row.number("population_served"),
                takesPart: row.flag("takes_part") ?? true, valid: valid)
        }
    }

    func rows(_ file: String, columns: [String]) -> [RegistryRow] {
        table(file, columns: columns, isRequired: false)?.rows ?? []
    }

    private func table(
        _ path: String, columns: [String], isRequired: Bool
    ) -> (table: SmallTable, rows: [RegistryRow])? {
        guard let file = files.files[path] else {
            if isRequired { report(path, "the file is missing.") }
            return nil
        }
        do {
            let table = try SmallTable(file)
            for column in columns where table.column(column) == nil {
                report(path, "the column \"\(column)\" is missing.")
                return nil
            }
            for name in table.header where Self.known[path]?.contains(name) == false {
                report(path, "the column \"\(name)\" is not known in this file.")
            }
            return (
                table, table.rows.map { RegistryRow(table: table, row: $0, path: path, log: log) }
            )
        } catch {
            report(path, "\(error)")
            return nil
        }
    }

    private func report(_ path: String, _ message: String) {
        log.add(SpecIssue(file: path, line: 1, column: 1, key: "", message: message))
    }

    private static let known: [String: Set<String>] = [
        "cities.csv": ["id", "name", "aliases", "country"],
        "attributes.csv": ["city", "attribute", "value", "valid_from", "valid_to", "source"],
        "services.csv": [
            "city", "service", "mode", "provider", "share_contracted", "population_served",
            "takes_part", "valid_from", "valid_to",
        ],
        "calendar.csv": [
            "period", "opens", "due", "queries_until", "certify_until", "preview", "release",
            "blackout",
        ],
        "contacts.csv": ["city", "role", "name", "address"],
        "successions.csv": ["city", "becomes", "kind", "date", "share", "source"],
        "prices.csv": ["series", "period", "value", "vintage", "source"],
        "practices.csv": [
            "city", "criterion", "fulfilled", "evidence", "verdict", "assessor", "assessed_on",
            "valid_until",
        ],
    ]
}
