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
        let reader = try TableReader.open(table.file, format: table.sample.format)
        let numbers = table.marks.reader(.one)
        var places: [String: Int] = [:]
        while let batch = try reader.next() {
            let cells = batch.table
            for row in 0..<cells.rowCount where cells.cellCount(row) > max(code, value ?? 0) {
                let text = CellText.cleaned(CellText.string(cells.cell(row, code)))
                if text.isEmpty || (places[text] == nil && codes.count >= Self.limit) { continue }
                let isNew = places[text] == nil
                let place = places[text] ?? codes.count
                if isNew {
                    places[text] = place
                    codes.append(Code(code: text))
                }
                note(cells, row, place, isNew: isNew, beside)
                guard let value, codes[place].numbers.count < Self.numberLimit else { continue }
                let reading = numbers.read(CellText.trimmed(cells.cell(row, value)))
                if reading.isNumber { codes[place].numbers.append(reading.value) }
            }
        }
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
        _ cells: CellTable, _ row: Int, _ place: Int, isNew: Bool, _ beside: [Int]
    ) {
        for column in beside where column < cells.cellCount(row) {
            let text = CellText.cleaned(CellText.string(cells.cell(row, column)))
            if isNew {
                codes[place].beside[column] = text
            } else if let known = codes[place].beside[column], known != text {
                codes[place].beside[column] = nil
                differing.insert(column)
            }
        }
    }
}
