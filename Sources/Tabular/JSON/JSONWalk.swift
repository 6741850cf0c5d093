/// One reading of the objects of a file.
struct JSONWalk {
    private(set) var scan: JSONScan
    /// The objects that were read.
    private(set) var records = 0
    /// The line on which the last one began, counted from 1.
    private(set) var firstLine = 0
    let isList: Bool
    /// Whether the list stands inside an object, which was read to its end.
    private let isInside: Bool
    /// The names that lead from an element to its record.
    private let inner: [[UInt8]]
    /// Whether records are lists of values, whose names are known.
    private let areLists: Bool
    private var isAtEnd = false
    private var path: [UInt8] = []

    init(_ records: JSONRecords) throws(TableError) {
        scan = records.start
        isInside = records.place.map { !$0.path.list.isEmpty } ?? false
        inner = records.record
        areLists = !records.columns.isEmpty
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
        firstLine = scan.line
        builder?.startRow(line: records)
        columns.startRow()
        if areLists {
            try list(&columns, &builder)
        } else {
            try element(inner[...], &columns, &builder)
        }
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
            guard isInside || scan.peek() == nil else {
                throw scan.unexpected("the end of the file")
            }
            return false
        }
        let opening: Unicode.Scalar = areLists ? "[" : "{"
        guard scan.peek() == UInt8(ascii: opening) else {
            throw scan.unexpected(areLists ? "a list" : "an object")
        }
        return true
    }

    /// An element, and the record that some names lead to in it.
    private mutating func element(
        _ names: ArraySlice<[UInt8]>, _ columns: inout JSONColumns, _ builder: inout RowBuilder?
    ) throws(TableError) {
        guard let name = names.first else {
            path.removeAll(keepingCapacity: true)
            return try object(prefix: 0, &columns, &builder)
        }
        try scan.take("{")
        if scan.takes("}") { return }
        repeat {
            guard scan.peek() == UInt8(ascii: "\"") else {
                throw scan.unexpected("a name in quotes")
            }
            let isWanted = try scan.string().elementsEqual(name)
            try scan.take(":")
            if isWanted, scan.peek() == UInt8(ascii: "{") {
                try element(names.dropFirst(), &columns, &builder)
            } else {
                _ = try scan.raw(depth: 3)
            }
        } while scan.takes(",")
        try scan.take("}")
    }

    /// A record that is a list of values in the order of the columns.
    private mutating func list(
        _ columns: inout JSONColumns, _ builder: inout RowBuilder?
    ) throws(TableError) {
        try scan.take("[")
        if scan.takes("]") { return }
        var column = 0
        repeat {
            guard column < columns.count else {
                throw scan.error(
                    "the list has more values than the \(columns.count) columns that the file "
                        + "describes")
            }
            try put(column, &builder)
            column += 1
        } while scan.takes(",")
        try scan.take("]")
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
        try put(column, &builder)
    }

    /// Reads a value into a column.
    private mutating func put(
        _ column: Int, _ builder: inout RowBuilder?
    ) throws(TableError) {
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
