import Reporting
import Submission
import Tabular
import Workbook

/// What stands on a cell in which something was found.
struct CellMark {
    private var weight: ReplyInput.Weight
    private var texts: [String] = []

    init(_ finding: Finding) {
        weight = ReplyInput.Weight(finding.severity)
        add(finding)
    }

    /// The heaviest finding colours the cell, all stand in its note.
    mutating func add(_ finding: Finding) {
        let added = ReplyInput.Weight(finding.severity)
        if added.order > weight.order { weight = added }
        guard texts.count < Self.shown else { return }
        var text = "\(added.word): \(finding.problemAndExpectation)."
        if let remedy = finding.remedy { text += "\n\(remedy)." }
        texts.append(text)
    }

    /// Findings that a note has room for.
    private static let shown = 5

    /// A cell with the mark: colour, bold type, a frame, and a note that says
    /// in words what the colour stands for.
    func cell(_ content: Cell.Content, _ format: CellFormat = CellFormat()) -> Cell {
        let look = format.with {
            $0.isBold = true
            $0.border = .thin
            $0.textColour = Colour(0x1B1F23)
            $0.fill = weight.fill
        }
        let text = texts.joined(separator: "\n\n")
        let lines = texts.reduce(0) { $0 + $1.count / 45 + 3 }
        return Cell(
            content, look, note: Cell.Note(text, width: 320, height: min(40 + lines * 16, 400)))
    }
}

extension ReplyInput.Weight {
    /// Larger is heavier.
    fileprivate var order: Int {
        switch self {
        case .info: 0
        case .warning: 1
        case .error: 2
        }
    }

    /// Its word in notes and on the summary.
    var word: String {
        switch self {
        case .info: "NOTE"
        case .warning: "PLEASE LOOK"
        case .error: "TO CORRECT"
        }
    }

    /// Behind dark text, at least 7:1.
    var fill: Colour {
        switch self {
        case .info: Colour(0xDCEBF7)
        case .warning: Colour(0xFFE9B8)
        case .error: Colour(0xFBD3C7)
        }
    }
}

/// Findings by sheet, row and column of the copy, counted from 0.
struct MarkedCells {
    private var bySheet: [String: [Int: [Int: CellMark]]] = [:]

    init(_ findings: [Finding], sheets: [CopiedSheet]) {
        for finding in findings {
            guard let line = finding.row,
                let sheet = sheets.first(where: { $0.holds(finding) })
            else { continue }
            let row = line - sheet.firstLine
            let column = max(finding.column ?? 1, 1) - 1
            if bySheet[sheet.name]?[row]?[column]?.add(finding) == nil {
                bySheet[sheet.name, default: [:]][row, default: [:]][column] = CellMark(finding)
            }
        }
    }

    /// The marks of a sheet, by row and column.
    func rows(of sheet: CopiedSheet) -> [Int: [Int: CellMark]] { bySheet[sheet.name] ?? [:] }
}

extension CopiedSheet {
    /// Whether a finding is about this sheet.
    func holds(_ finding: Finding) -> Bool {
        finding.member == table?.member && finding.sheet.map { $0 == source } ?? isChosen
    }
}
