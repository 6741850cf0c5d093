import MetricSpec
import Tabular

/// Reads cities, lists and attributes from somebody's own file in place.
///
/// `from: {file: PATH, mapping: {city: COLUMN, ..., where: {COLUMN: TEXT}}}`.
///
/// Each file is read once, however many groups have members in it.
final class InPlaceReader {
    private let files: ConsortiumFiles
    private var tables: [String: SmallTable] = [:]

    init(files: ConsortiumFiles) {
        self.files = files
    }

    /// The cities of a registry that somebody else keeps, one a row.
    func cities(_ from: YAMLValue, spellings: inout CitySpellings) -> [City] {
        let columns = ["id", "name", "aliases", "country"]
        return rows(from, columns: columns, optional: ["aliases", "country"]).map { place, row in
            let city = City(
                id: row["id"] ?? "", name: row["name"] ?? "",
                aliases: CitySpellings.aliases(row["aliases"] ?? ""),
                country: row["country"] ?? "")
            spellings.add(city) { place.report($0) }
            return city
        }
    }

    /// The distinct cities of the rows that match, in the order of the file.
    func cities(_ from: YAMLValue, directory: CityDirectory) -> [String] {
        var seen: Set<String> = []
        return rows(from, columns: ["city"]).compactMap { place, row in
            place.city(row["city"], directory)
        }.filter { seen.insert($0).inserted }
    }

    /// The members of each owner, owners in the order of the file.
    func ownLists(_ from: YAMLValue, directory: CityDirectory) -> [PeerGroupRule.OwnList] {
        var order: [String] = []
        var members: [String: [String]] = [:]
        for (place, row) in rows(from, columns: ["owner", "city"]) {
            guard let owner = place.city(row["owner"], directory),
                let city = place.city(row["city"], directory)
            else { continue }
            if members[owner] == nil { order.append(owner) }
            if members[owner]?.contains(city) != true { members[owner, default: []].append(city) }
        }
        return order.map { PeerGroupRule.OwnList(owner: $0, members: members[$0] ?? []) }
    }

    /// One attribute of every city; rows with a blank value have none.
    ///
    /// - Parameter given: the attributes known already, which must not say
    ///   something else of the same city and day.
    func attributes(
        _ from: YAMLValue, directory: CityDirectory, after given: [CityAttribute]
    ) -> [CityAttribute] {
        let constants = from.table(allowed: ["file", "mapping"])?.optional("mapping")?.anyTable()
        let name = constants?.optionalString("attribute") ?? ""
        let valid = Validity(from: constants?.optional("valid_from")?.day())
        var taken = Set(
            given.filter { $0.attribute == name && $0.valid.overlaps(valid) }.map(\.city))
        return rows(from, columns: ["city", "value"]).compactMap { place, row in
            guard let value = row["value"], !value.isEmpty,
                let city = place.city(row["city"], directory)
            else { return nil }
            if !taken.insert(city).inserted { place.reportRepeated(city) }
            if let fault = CityAttribute.fault(name, value: value) { place.report(fault) }
            return CityAttribute(
                city: city, attribute: name, value: value, valid: valid, source: place.file)
        }
    }

    /// Where a row stands, for complaints.
    struct Place {
        let from: YAMLValue
        let file: String
        let line: Int

        func report(_ message: String) {
            from.report("\(file), line \(line): \(message)")
        }

        func city(_ spelling: String?, _ directory: CityDirectory) -> String? {
            guard let spelling, let index = directory.index(of: spelling) else {
                report(
                    "\"\(spelling ?? "")\" is not in cities.csv. Add it there as a name or "
                        + "alias, or leave the row out by where.")
                return nil
            }
            return directory.cities[index].id
        }

        func reportRepeated(_ city: String) {
            report(
                "\(city) has this attribute already. Leave one out by where, or give them "
                    + "days that do not overlap.")
        }
    }

    private func rows(
        _ from: YAMLValue, columns: [String], optional: Set<String> = []
    ) -> [(place: Place, cells: [String: String])] {
        guard let table = from.table(allowed: ["file", "mapping"]),
            let path = table.required("file")?.string(),
            let mapping = table.required("mapping")?.table(
                allowed: [
                    "id", "name", "aliases", "country", "city", "owner", "value", "attribute",
                    "valid_from", "where",
                ])
        else { return [] }
        do {
            let source = try contents(of: path, standingIn: from.file)
            let wanted = columns.filter {
                !optional.contains($0) || mapping.optional($0) != nil
            }
            return try select(source, mapping: mapping, columns: wanted, from: from)
        } catch let error as TableError {
            from.report("\(error)")
        } catch {
            from.report("\(path) cannot be read: \(error)")
        }
        return []
    }

    /// Paths are relative to the folder of the file they stand in.
    private func contents(of path: String, standingIn file: String) throws -> SmallTable {
        let folder = file.split(separator: "/").dropLast().joined(separator: "/")
        let key = folder + "\0" + path
        if let known = tables[key] { return known }
        let table = try SmallTable(files.open(path, file))
        tables[key] = table
        return table
    }

    private func select(
        _ source: SmallTable, mapping: YAMLTable, columns: [String], from: YAMLValue
    ) throws -> [(place: Place, cells: [String: String])] {
        var wanted: [(name: String, column: String)] = []
        for name in columns {
            guard let column = mapping.required(name)?.string() else { return [] }
            wanted.append((name, column))
        }
        let conditions = mapping.optional("where")?.anyTable()?.entries ?? []
        for column in wanted.map(\.column) + conditions.map(\.name)
        where source.column(column) == nil {
            from.report("\(source.file) has no column \"\(column)\".")
            return []
        }
        let tests = conditions.map { ($0.name, Set($0.value.strings())) }
        return source.rows.compactMap { row in
            guard tests.allSatisfy({ $1.contains(source.cell(row, $0)) }) else { return nil }
            var cells: [String: String] = [:]
            for (name, column) in wanted { cells[name] = source.cell(row, column) }
            return (Place(from: from, file: source.file, line: row.line), cells)
        }
    }
}
