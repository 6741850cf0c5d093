/// Reads a list of JSON objects, or one object a line, as rows of a table.
///
/// Columns are the union of the names in order of first appearance, which one
/// reading of the whole file finds before another delivers the rows. Objects
/// within an object are columns too, their names joined by a dot; what is
/// nested deeper, and lists, are delivered as they are written. `null` and
/// what is missing are empty. The line of a row is the number of its object,
/// counted from 1: a list may well stand on one line.
final class JSONRows: RowSource {
    private let file: SourceFile
    private var columns = JSONColumns()
    private var walk: JSONWalk?
    private var released = 0

    private static let releaseStep = 4 << 20

    /// Reads the whole file for its columns.
    ///
    /// Throws where the file is no UTF-8, no JSON or no list of objects.
    init(_ file: SourceFile) throws(TableError) {
        self.file = file
        try Self.checkText(file)
        guard let base = file.bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else {
            throw TableReader.empty(file)
        }
        var walk = try JSONWalk(JSONScan(file, base: base))
        var noBuilder: RowBuilder?
        while try walk.next(&columns, &noBuilder) { releaseBehind(walk.scan.at) }
        guard walk.records > 0, columns.count > 0 else {
            throw TableError(
                .empty, file: file.name, problem: "there is no object with values in it",
                remedy: "Send the records as a list of objects")
        }
        file.release(upTo: file.count)
        released = 0
        columns.isClosed = true
    }

    func fill(_ batch: RowBatch, width: Int) throws(TableError) {
        var builder: RowBuilder? = RowBuilder(batch)
        if walk == nil {
            guard let base = file.bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else {
                return
            }
            walk = try JSONWalk(JSONScan(file, base: base))
            columns.deliverNames(to: &builder)
        }
        while builder?.isFull == false, try walk?.next(&columns, &builder) == true {}
        if let walk { releaseBehind(walk.scan.at) }
        builder?.finish()
    }

    private func releaseBehind(_ offset: Int) {
        guard offset - released >= Self.releaseStep else { return }
        file.release(from: released, upTo: offset)
        released = offset
    }

    private static func checkText(_ file: SourceFile) throws(TableError) {
        let scan = try EncodingScan.scan(file, declared: nil)
        guard scan.encoding.isUTF8, !scan.isDamaged else {
            throw TableError(
                .unknownEncoding, file: file.name,
                problem: "the text is not UTF-8, as JSON must be",
                remedy: "Write the file again in UTF-8")
        }
    }
}

/// One reading of the objects of a file.
struct JSONWalk {
    private(set) var scan: JSONScan
    /// The objects that were read.
    private(set) var records = 0
    private let isList: Bool
    private var isAtEnd = false
    private var path: [UInt8] = []

    init(_ scan: JSONScan) throws(TableError) {
        self.scan = scan
        isList = self.scan.takes("[")
        if !isList, self.scan.peek() != UInt8(ascii: "{") {
            throw self.scan.unexpected("a list of objects, or an object")
        }
    }

    /// Reads the next object, as a row where there is a builder; false at the
    /// end of the file.
    mutating func next(
        _ columns: inout JSONColumns, _ builder: inout RowBuilder?
    ) throws(TableError) -> Bool {
        guard try findObject() else { return false }
        records += 1
        builder?.startRow(line: records)
        columns.startRow()
        try object(prefix: 0, &columns, &builder)
        _ = builder?.endRow(width: columns.count, keepsBlank: true)
        return true
    }

    /// Moves to the next object and says whether there is one.
    private mutating func findObject() throws(TableError) -> Bool {
        guard !isAtEnd else { return false }
        if isList {
            isAtEnd = records == 0 ? scan.takes("]") : !scan.takes(",")
            if isAtEnd, records > 0 { try scan.take("]") }
        } else {
            isAtEnd = scan.peek() == nil
        }
        if isAtEnd {
            guard scan.peek() == nil else { throw scan.unexpected("the end of the file") }
            return false
        }
        guard scan.peek() == UInt8(ascii: "{") else { throw scan.unexpected("an object") }
        return true
    }

    private mutating func object(
        prefix: Int, _ columns: inout JSONColumns, _ builder: inout RowBuilder?
    ) throws(TableError) {
        try scan.take("{")
        if scan.takes("}") { return }
        repeat {
            guard scan.peek() == UInt8(ascii: "\"") else {
                throw scan.unexpected("a name in quotes")
            }
            path.removeSubrange(prefix...)
            path.append(contentsOf: try scan.string())
            try scan.take(":")
            if prefix == 0, scan.peek() == UInt8(ascii: "{") {
                path.append(UInt8(ascii: "."))
                try object(prefix: path.count, &columns, &builder)
            } else {
                try value(&columns, &builder)
            }
        } while scan.takes(",")
        try scan.take("}")
    }

    private mutating func value(
        _ columns: inout JSONColumns, _ builder: inout RowBuilder?
    ) throws(TableError) {
        guard let column = columns.place(of: path) else {
            throw scan.error(
                "there are more than \(TableLimits.columns) names", .tooManyColumns,
                remedy: "Check that this is a list of records")
        }
        guard columns.claim(column) else {
            let name = String(decoding: path.prefix(100), as: UTF8.self)
            throw scan.error(
                "the name \"\(name)\" stands twice in one object",
                remedy: "Give each value of a record a name of its own")
        }
        let (text, kind) = try leaf()
        guard text.count <= TableLimits.cellBytes else {
            throw scan.error(
                "the value that ends here is longer than 1 MiB", .cellTooLong,
                remedy: "Check that this is a list of records")
        }
        guard kind != nil, let base = text.baseAddress else { return }
        if builder?.put(column, base, text.count, kind ?? .text) == false {
            throw scan.error(
                "the record is longer than 64 MiB", .rowTooLong,
                remedy: "Check that this is a list of records")
        }
    }

    /// A value that becomes a cell; without a kind where it is `null`.
    private mutating func leaf() throws(TableError) -> (text: JSONScan.Text, kind: CellKind?) {
        switch scan.peek() ?? 0 {
        case UInt8(ascii: "\""): return (try scan.string(), .text)
        case UInt8(ascii: "{"), UInt8(ascii: "["): return (try scan.raw(depth: 3), .text)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return (try scan.number(), .number)
        default:
            let word = try scan.word()
            return (word, word.first == UInt8(ascii: "n") ? nil : .boolean)
        }
    }
}

/// The names of the values, in order of first appearance.
struct JSONColumns {
    /// Whether all names are known.
    var isClosed = false
    private var names: [[UInt8]] = []
    private var places: [[UInt8]: Int] = [:]
    /// The number of the last row that had a value in the column.
    private var rows: [Int] = []
    private var row = 0
    /// The column that is expected next, as objects mostly name their values
    /// in the same order.
    private var expected = 0

    var count: Int { names.count }

    mutating func startRow() {
        row += 1
        expected = 0
    }

    /// The column of a name, new ones behind the known ones; nil where there
    /// are too many.
    mutating func place(of name: [UInt8]) -> Int? {
        if expected < names.count, names[expected] == name {
            expected += 1
            return expected - 1
        }
        if let place = places[name] {
            expected = place + 1
            return place
        }
        guard !isClosed, names.count < TableLimits.columns else { return nil }
        names.append(name)
        rows.append(0)
        places[name] = names.count - 1
        expected = names.count
        return names.count - 1
    }

    /// Takes a column for the row at hand; false where the row has it already.
    mutating func claim(_ column: Int) -> Bool {
        guard rows[column] != row else { return false }
        rows[column] = row
        return true
    }

    /// Delivers the names as a row that is on no line.
    mutating func deliverNames(to builder: inout RowBuilder?) {
        builder?.startRow(line: 0)
        for (column, name) in names.enumerated() {
            name.withUnsafeBufferPointer { bytes in
                guard let base = bytes.baseAddress else { return }
                _ = builder?.put(column, base, bytes.count, .text)
            }
        }
        _ = builder?.endRow(width: count, keepsBlank: true)
    }
}
