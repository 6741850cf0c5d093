/// One pass over one sheet; the state of `SheetReader` while it runs.
struct SheetScan {
    struct Fault {
        let kind: TableError.Kind
        let row: Int?
        let column: Int?
        let problem: String
    }

    enum CellType {
        case number, shared, text, inline, boolean, error, date
    }

    /// Where the text between tags belongs.
    private enum Target { case none, value, formula }

    let strings: SharedStrings
    let styles: CellStyles
    let is1904: Bool
    var builder: RowBuilder
    var width = 0
    var notes = SheetNotes()
    var fault: Fault?
    /// Rows that the batch has.
    private(set) var delivered = 0

    private var target = Target.none
    private var isInData = false
    private var isInRow = false
    private var isInCell = false
    private var isInInline = false
    private var phonetic = 0
    private var extensions = 0
    private var isHidden = false

    private(set) var row = 0
    /// The column of the cell at hand, from 0.
    private(set) var column = -1
    private(set) var type = CellType.number
    private(set) var style = 0
    private(set) var hasFormula = false
    private(set) var hasValue = false
    var value = TextPieces()
    private(set) var formula = TextPieces()
    let date = UnsafeMutablePointer<UInt8>.allocate(capacity: DateText.capacity)

    init(strings: SharedStrings, styles: CellStyles, is1904: Bool, batch: RowBatch) {
        self.strings = strings
        self.styles = styles
        self.is1904 = is1904
        builder = RowBuilder(batch)
    }

    /// Gives the memory back; nothing may be used afterwards.
    func deallocate() {
        value.deallocate()
        formula.deallocate()
        date.deallocate()
    }

    mutating func begin(_ batch: RowBatch, width: Int) {
        builder = RowBuilder(batch)
        self.width = width
        delivered = 0
    }

    /// Whether what was parsed should be handed over before going on.
    var isPauseDue: Bool { builder.isFull }

    // MARK: Tags

    mutating func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
        let name = name[1] == 0 ? name : XMLName.local(name)
        if extensions > 0 || XMLName.equal(name, "extLst") {
            if XMLName.equal(name, "extLst") { extensions += 1 }
            return
        }
        if isInData {
            startInData(name, attributes)
        } else if XMLName.equal(name, "sheetData") {
            isInData = true
        } else if XMLName.equal(name, "col") {
            noteColumns(attributes)
        } else if XMLName.equal(name, "mergeCell") {
            noteMerged(attributes)
        }
    }

    @inline(__always)
    private mutating func startInData(
        _ name: UnsafePointer<CChar>, _ attributes: XMLAttributes
    ) {
        if XMLName.equal(name, "c") {
            startCell(attributes)
        } else if XMLName.equal(name, "v") {
            target = .value
            hasValue = true
        } else if XMLName.equal(name, "row") {
            startRow(attributes)
        } else if XMLName.equal(name, "f") {
            target = .formula
            hasFormula = true
        } else if XMLName.equal(name, "is") {
            isInInline = true
            hasValue = true
        } else if XMLName.equal(name, "rPh") {
            phonetic += 1
        } else if XMLName.equal(name, "t"), isInInline, phonetic == 0 {
            target = .value
        }
    }

    /// Says whether a row ended with this tag.
    mutating func end(_ name: UnsafePointer<CChar>) -> Bool {
        let name = name[1] == 0 ? name : XMLName.local(name)
        if extensions > 0 {
            if XMLName.equal(name, "extLst") { extensions -= 1 }
            return false
        }
        guard isInData else { return false }
        target = .none
        if XMLName.equal(name, "c") {
            isInCell = false
            endCell()
        } else if XMLName.equal(name, "row") {
            isInRow = false
            if builder.endRow(width: width) {
                delivered += 1
                if isHidden { notes.noteHidden(row: row) }
            }
            return true
        } else if XMLName.equal(name, "is") {
            isInInline = false
        } else if XMLName.equal(name, "rPh") {
            phonetic -= 1
        } else if XMLName.equal(name, "sheetData") {
            isInData = false
        }
        return false
    }

    @inline(__always)
    mutating func text(_ piece: UnsafePointer<CChar>, _ length: Int) {
        let isTaken: Bool
        switch target {
        case .none: return
        case .value: isTaken = value.append(piece, length)
        case .formula: isTaken = formula.append(piece, length)
        }
        if !isTaken { failTooLong() }
    }

    // MARK: Rows and cells

    private mutating func startRow(_ attributes: XMLAttributes) {
        var number = row + 1
        isHidden = false
        for (name, value) in attributes {
            if XMLName.equal(name, "r") {
                number = Self.number(value) ?? 0
            } else if XMLName.equal(name, "hidden") {
                isHidden = XMLName.isTrue(value)
            }
        }
        guard number <= TableLimits.sheetRows else {
            return fail(
                .tooManyRows, row: nil, "the sheet has more than \(TableLimits.sheetRows) rows")
        }
        guard number > row, !isInRow else {
            return fail(.damaged, row: nil, "row \(number) stands behind or in row \(row)")
        }
        row = number
        isInRow = true
        column = -1
        builder.startRow(line: row)
    }

    @inline(__always)
    private mutating func startCell(_ attributes: XMLAttributes) {
        guard isInRow, !isInCell else {
            return fail(.damaged, row: row, "a cell stands in another one or in no row")
        }
        isInCell = true
        column += 1
        type = .number
        style = 0
        hasFormula = false
        hasValue = false
        value.clear()
        formula.clear()
        for (name, value) in attributes where name[1] == 0 {
            switch UInt8(bitPattern: name[0]) {
            case UInt8(ascii: "r"): column = Self.column(value)
            case UInt8(ascii: "t"): type = Self.type(value)
            case UInt8(ascii: "s"): style = Self.number(value) ?? 0
            default: break
            }
        }
        if column < 0 || column >= TableLimits.columns {
            let isMany = column >= TableLimits.columns
            column = -1
            fail(
                isMany ? .tooManyColumns : .damaged, row: row,
                isMany
                    ? "the row has more than \(TableLimits.columns) columns"
                    : "a cell of the row names no column")
        }
    }

    mutating func failTooLong() {
        fail(
            .cellTooLong, row: row, column: column,
            "the cell holds more than \(TableLimits.sheetCellUnits) characters")
    }

    mutating func fail(
        _ kind: TableError.Kind, row: Int?, column: Int? = nil, _ problem: String
    ) {
        guard fault == nil else { return }
        fault = Fault(kind: kind, row: row, column: column.map { $0 + 1 }, problem: problem)
    }
}
