import Tabular

/// The codes of a long file, each with its description and its figures.
struct CodeSample: Sendable {
    /// One code.
    struct Code: Sendable {
        let code: String
        /// Texts of other columns that always stand beside it.
        var beside: [Int: String] = [:]
        /// A sample of its figures.
        var numbers: [Double] = []
    }

    /// In the order of the file.
    private(set) var codes: [Code] = []
    /// The columns with several texts beside one code.
    private(set) var differing: Set<Int> = []
    /// The most codes that are kept.
    static let limit = 2_000
    private static let numberLimit = 200

    /// Reads the file once more, for codes, the texts beside them and their
    /// figures.
    init(
        _ table: DraftTable, code: Int, value: Int?, beside: [Int]
    ) throws(TableError) {
        let numbers = table.marks.reader(.one)
        var places: [String: Int] = [:]
        try table.tables.read(table.sample.header) { row in
            guard let cell = row.cell(code) else { return true }
            let text = CellText.cleaned(CellText.string(cell))
            if text.isEmpty || (places[text] == nil && codes.count >= Self.limit) { return true }
            let isNew = places[text] == nil
            let place = places[text] ?? codes.count
            if isNew {
                places[text] = place
                codes.append(Code(code: text))
            }
            note(row, place, isNew: isNew, beside)
            if let value, let cell = row.cell(value) { add(cell, to: place, numbers) }
            return true
        }
    }

    /// Reads the file once more, for the codes that headings of blocks hold,
    /// and the figures below each.
    init(
        _ table: DraftTable, in pattern: TextPattern, values: [Int]
    ) throws(TableError) {
        let numbers = table.marks.reader(.one)
        var place: Int?
        var (codes, places): ([Code], [String: Int]) = ([], [:])
        var found: [(place: Int, cell: [UInt8])] = []
        try table.tables.read(table.sample.header) { heading in
            guard let code = pattern.match(heading, ignoringCase: true)?.values.first else {
                return
            }
            if places[code] == nil, codes.count < Self.limit {
                places[code] = codes.count
                codes.append(Code(code: code))
            }
            place = places[code]
        } _: { row in
            guard let place else { return true }
            for value in values {
                if let cell = row.cell(value) { found.append((place, Array(cell))) }
            }
            return found.count < TableSample.rowLimit
        }
        self.codes = codes
        for (place, cell) in found {
            cell.withUnsafeBytes { add($0, to: place, numbers) }
        }
    }

    private mutating func add(
        _ cell: UnsafeRawBufferPointer, to place: Int, _ reader: NumberReader
    ) {
        guard codes[place].numbers.count < Self.numberLimit else { return }
        let reading = reader.read(cell)
        if reading.isNumber { codes[place].numbers.append(reading.value) }
    }

    /// Adds what a list says of the codes, in front of the file's own columns.
    mutating func add(_ list: CodeList) {
        let texts = list.texts(beside: codes.map(\.code))
        for index in codes.indices {
            let beside = texts[CellText.folded(codes[index].code)] ?? []
            for (place, text) in beside.enumerated() {
                codes[index].beside[place - beside.count] = text
            }
        }
    }

    /// A text beside a code that is another one in another row is none.
    private mutating func note(
        _ row: SampleTables.Row, _ place: Int, isNew: Bool, _ beside: [Int]
    ) {
        for column in beside {
            guard let cell = row.cell(column) else { continue }
            let text = CellText.cleaned(CellText.string(cell))
            if isNew {
                codes[place].beside[column] = text
            } else if let known = codes[place].beside[column], known != text {
                codes[place].beside[column] = nil
                differing.insert(column)
            }
        }
    }
}
