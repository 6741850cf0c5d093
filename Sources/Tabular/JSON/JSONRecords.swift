/// Where the records of a JSON file lie, and how each is written.
struct JSONRecords {
    /// Where the reading begins: at a list, or at the first of many objects.
    let start: JSONScan
    /// The path of a list within an outer object; nil for a file that is a
    /// list, or objects one after another.
    private(set) var place: RecordPlace?
    /// The names that lead from an element to its record.
    private(set) var record: [[UInt8]] = []
    /// The names of the values where records are lists; empty for objects.
    private(set) var columns: [[UInt8]] = []

    private init(_ start: JSONScan) { self.start = start }

    private init(
        _ list: JSONEnvelope.List, _ place: RecordPlace, _ envelope: JSONEnvelope
    ) throws(TableError) {
        start = list.start
        self.place = place
        record = place.path.record.map { Array($0.utf8) }
        if list.content == .lists, let described = envelope.namedRows?.columns {
            columns = try Self.names(described)
        }
    }

    /// Finds the records: where `given` says, else in the only list of objects
    /// within an outer object that is alone in its file.
    static func find(
        _ start: JSONScan, given: RecordPath?, release: @escaping (Int) -> Void
    ) throws(TableError) -> JSONRecords {
        var scan = start
        guard scan.peek() == UInt8(ascii: "{") else {
            guard let given else { return JSONRecords(start) }
            guard given.list.isEmpty else {
                throw missing(given, scan, "the file is a list, not an object around one")
            }
            var records = JSONRecords(start)
            records.place = RecordPlace(path: given, origin: .given)
            records.record = given.record.map { Array($0.utf8) }
            return records
        }
        let envelope = try JSONEnvelope(scan, release: release)
        if let given {
            let place = RecordPlace(path: given, origin: .given)
            return try JSONRecords(list(given, in: envelope, scan), place, envelope)
        }
        guard envelope.isAlone, let list = try only(envelope, scan) else {
            return JSONRecords(start)
        }
        let path = RecordPath(list: list.path, record: list.record)
        return try JSONRecords(list, RecordPlace(path: path, origin: .detected), envelope)
    }

    // MARK: Which list

    private static func list(
        _ given: RecordPath, in envelope: JSONEnvelope, _ scan: JSONScan
    ) throws(TableError) -> JSONEnvelope.List {
        let found = envelope.lists.filter { $0.path == given.list }
        guard envelope.isAlone else {
            throw missing(given, scan, "the file holds more than one object")
        }
        guard let list = found.first else {
            throw missing(given, scan, "there is no such list; \(shown(envelope.lists))")
        }
        if found.count > 1 { throw twice(given.list, at: found[1].start) }
        if list.content == .objects || list.content == .nothing { return list }
        if list.content == .lists, envelope.namedRows?.rows.path == list.path { return list }
        throw missing(given, list.start, "the list there holds no objects")
    }

    /// The only list that may be the records; nil where there is none.
    private static func only(
        _ envelope: JSONEnvelope, _ scan: JSONScan
    ) throws(TableError) -> JSONEnvelope.List? {
        if let rows = envelope.namedRows?.rows { return rows }
        let candidates = envelope.candidates
        guard candidates.count > 1 else { return candidates.first }
        if let second = candidates.dropFirst().first(where: { $0.path == candidates[0].path }) {
            throw twice(second.path, at: second.start)
        }
        throw TableError(
            .recordsMissing, file: scan.file.name,
            problem: "there are \(candidates.count) lists of objects, any of which may be the "
                + "records; \(shown(candidates))",
            remedy: "Name the right one in the mapping, as in format: {rows: \""
                + "\(RecordPath(list: candidates[0].path, record: candidates[0].record))\"}")
    }

    private static func shown(_ lists: [JSONEnvelope.List]) -> String {
        let paths = lists.filter { $0.content == .objects }.map {
            "\"\(RecordPath(list: $0.path, record: $0.record))\""
        }
        if paths.isEmpty { return "the file holds no list of objects" }
        let more = paths.count > 5 ? " and \(paths.count - 5) more" : ""
        return "lists of objects are " + paths.prefix(5).joined(separator: ", ") + more
    }

    private static func missing(
        _ given: RecordPath, _ scan: JSONScan, _ why: String
    ) -> TableError {
        scan.error(
            "the mapping says rows: \(given), but \(why)", .recordsMissing,
            remedy: "Correct rows: under format: in the mapping")
    }

    private static func twice(_ path: [String], at scan: JSONScan) -> TableError {
        scan.error(
            "the list \"\(RecordPath(list: path))\" stands twice in the file",
            remedy: "Give each list of an object a name of its own")
    }

    // MARK: Names of columns

    /// The `name` of each object of a list; one that is taken gets a number.
    private static func names(_ list: JSONEnvelope.List) throws(TableError) -> [[UInt8]] {
        var scan = list.start
        var names: [String] = []
        try scan.take("[")
        repeat {
            var name = ""
            try scan.take("{")
            if scan.takes("}") { continue }
            repeat {
                let key = String(decoding: try scan.string(), as: UTF8.self)
                try scan.take(":")
                let isText = scan.peek() == UInt8(ascii: "\"")
                if key == "name", isText {
                    name = String(decoding: try scan.string(), as: UTF8.self)
                } else {
                    _ = try scan.raw(depth: 5)
                }
            } while scan.takes(",") && scan.peek() == UInt8(ascii: "\"")
            try scan.take("}")
            let isTaken = names.contains(name) || name.isEmpty
            names.append(isTaken ? "\(name)#\(names.count + 1)" : name)
        } while scan.takes(",")
        return names.map { Array($0.utf8) }
    }
}
