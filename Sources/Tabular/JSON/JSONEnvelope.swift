/// Finds the list of records inside an outer object, as services write it
/// around them.
///
/// Reads the outer object once to its end; lists are walked over element by
/// element, and what was read of the file is given back.
struct JSONEnvelope {
    /// A list within the outer object, at any depth, but not within a list.
    struct List {
        let path: [String]
        /// Where it begins.
        let start: JSONScan
        let content: Content
        /// Whether its first element is an object that holds the record.
        var record: [String] = []
    }

    /// What the first element of a list is.
    enum Content { case nothing, objects, lists, values }

    /// The lists, in the order of the file.
    private(set) var lists: [List] = []
    /// Whether nothing follows the outer object.
    private(set) var isAlone = false
    private var scan: JSONScan
    private let release: (Int) -> Void

    /// Reads the outer object, which begins where the scan stands.
    init(_ scan: JSONScan, release: @escaping (Int) -> Void) throws(TableError) {
        self.scan = scan
        self.release = release
        try object([])
        isAlone = self.scan.peek() == nil
    }

    // MARK: Walking

    private mutating func object(_ path: [String]) throws(TableError) {
        try scan.take("{")
        if scan.takes("}") { return }
        repeat {
            guard scan.peek() == UInt8(ascii: "\"") else {
                throw scan.unexpected("a name in quotes")
            }
            let inner = path + [String(decoding: try scan.string(), as: UTF8.self)]
            try scan.take(":")
            switch scan.peek() {
            case UInt8(ascii: "{") where inner.count < TableLimits.depth: try object(inner)
            case UInt8(ascii: "["): try list(inner)
            default: _ = try scan.raw(depth: inner.count)
            }
        } while scan.takes(",")
        try scan.take("}")
    }

    private mutating func list(_ path: [String]) throws(TableError) {
        let start = scan
        try scan.take("[")
        var list = List(path: path, start: start, content: content(scan.peek()))
        if list.content == .objects, path.last == "features" {
            list.record = try Self.feature(scan)
        }
        lists.append(list)
        if scan.takes("]") { return }
        repeat {
            _ = try scan.raw(depth: path.count + 1)
            release(scan.at)
        } while scan.takes(",")
        try scan.take("]")
    }

    private func content(_ first: UInt8?) -> Content {
        switch first {
        case UInt8(ascii: "{"): .objects
        case UInt8(ascii: "["): .lists
        case UInt8(ascii: "]"): .nothing
        default: .values
        }
    }

    /// Where a geographical feature keeps its record: GeoJSON (RFC 7946, 3.2)
    /// calls it `properties`, Esri's JSON `attributes`.
    private static func feature(_ start: JSONScan) throws(TableError) -> [String] {
        var scan = start
        try scan.take("{")
        if scan.takes("}") { return [] }
        repeat {
            guard scan.peek() == UInt8(ascii: "\"") else { return [] }
            let name = String(decoding: try scan.string(), as: UTF8.self)
            try scan.take(":")
            let isObject = scan.peek() == UInt8(ascii: "{")
            if isObject, ["properties", "attributes"].contains(name) { return [name] }
            _ = try scan.raw(depth: 3)
        } while scan.takes(",")
        return []
    }

    // MARK: Choosing

    /// The lists that may be the records: those of objects. Descriptions of
    /// columns, which are lists of objects, too, count only where there is
    /// nothing else.
    var candidates: [List] {
        let objects = lists.filter { $0.content == .objects }
        let records = objects.filter { !["fields", "columns"].contains($0.path.last) }
        return records.isEmpty ? objects : records
    }

    /// The list of rows without names that Socrata's `rows.json` writes behind
    /// a description of its columns.
    var namedRows: (rows: List, columns: List)? {
        guard let rows = lists.first(where: { $0.path == ["data"] && $0.content == .lists }),
            let columns = lists.first(where: {
                $0.path == ["meta", "view", "columns"] && $0.content == .objects
            })
        else { return nil }
        return (rows, columns)
    }
}
