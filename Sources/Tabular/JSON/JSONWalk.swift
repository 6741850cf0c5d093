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
