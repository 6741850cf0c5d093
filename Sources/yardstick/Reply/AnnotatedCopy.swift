import Reporting
import Submission
import Tabular
import Workbook

/// A file as a workbook, each finding marked at its cell, with a summary on
/// the first sheet.
///
/// All sheets come through with texts, numbers and dates; how the original
/// was laid out cannot be kept. The file is read a second time, a batch of
/// rows at a time.
struct AnnotatedCopy {
    private let checked: CheckedFile
    private let reply: ReplyInput

    /// - Parameter reply: what the summary says.
    init(_ checked: CheckedFile, reply: ReplyInput) {
        self.checked = checked
        self.reply = reply
    }

    /// Any instant but 1970, since the library takes that for now: the same
    /// file gives the same bytes.
    private static let created: Int64 = 946_684_800

    /// Writes the workbook whole; one that was there is replaced.
    func write(to path: String) throws {
        let stream = try WorkbookStream(
            to: path, title: reply.headline, author: "Yardstick", created: Self.created)
        let sheets = try sheets()
        let marks = MarkedCells(checked.findings.first, sheets: sheets)
        try SummarySheet(
            reply: reply, groups: checked.findings.groups.groups, sheets: sheets,
            findingCount: checked.findings.groups.count,
            hasPersonalColumns: StorableOriginal(
                checked.source, mapping: checked.file.mapping
            ).isPersonal
        ).write(to: stream)
        for sheet in sheets { try copy(sheet, marks: marks.rows(of: sheet), to: stream) }
        try stream.finish()
    }

    /// The sheets of the file; none where it is no table.
    private func sheets() throws -> [CopiedSheet] {
        let format = checked.file.mapping.table
        guard let tables = try? TablePart.all(of: checked.source, format: format) else {
            return []
        }
        var names = CopiedSheetNames(taken: [SummarySheet.name])
        if tables.contains(where: { $0.member != nil }) {
            return members(tables, names: &names)
        }
        guard let reader = try? tables[0].openAll() else { return [] }
        guard case .sheet(let chosen, _) = reader.origin, let workbook = reader.workbook else {
            let isJSON = reader.origin == .json
            return [
                CopiedSheet(
                    source: nil, name: names.make(Folder.name(checked.file.shownPath)),
                    isChosen: true, isHidden: false, firstLine: isJSON ? 0 : 1)
            ]
        }
        return workbook.sheets.filter(\.hasCells).map { sheet in
            CopiedSheet(
                source: sheet.name, name: names.make(sheet.name), isChosen: sheet == chosen,
                isHidden: sheet.visibility != .visible, firstLine: 1)
        }
    }

    /// A sheet for each table in an archive or folder that can be opened.
    private func members(
        _ tables: [TablePart], names: inout CopiedSheetNames
    ) -> [CopiedSheet] {
        var known: Set<String> = []
        return tables.compactMap { table in
            guard let member = table.member, let reader = try? table.openAll() else { return nil }
            var source: String?
            if case .sheet(let sheet, _) = reader.origin { source = sheet.name }
            let name = [Folder.name(member), source].compactMap { $0 }.joined(separator: " ")
            return CopiedSheet(
                source: source, name: names.make(name),
                isChosen: known.insert(member).inserted, isHidden: false,
                firstLine: reader.origin == .json ? 0 : 1, table: table)
        }
    }

    private func copy(
        _ sheet: CopiedSheet, marks: [Int: [Int: CellMark]], to stream: WorkbookStream
    ) throws {
        try stream.startSheet(sheet.name, widths: Self.widths, isHidden: sheet.isHidden)
        var format = checked.file.mapping.table
        if let source = sheet.source { format.sheet = .name(source) }
        var waiting = marks.keys.sorted()[...]
        func writeMarks(before row: Int) throws {
            while let first = waiting.first, first < row {
                waiting.removeFirst()
                for (column, mark) in marks[first] ?? [:] {
                    try stream.write(mark.cell(.blank), row: first, column: column)
                }
            }
        }
        do {
            let reader =
                if let table = sheet.table { try table.openAll() } else {
                    try RowReader(checked.source, format: format)
                }
            while let batch = try reader.next() {
                try Session.checkInterruption()
                let table = batch.table
                for index in 0..<table.rowCount {
                    let row = table.line(index) - sheet.firstLine
                    try writeMarks(before: row)
                    if waiting.first == row { waiting.removeFirst() }
                    try copyRow(table, index, to: row, marks: marks[row] ?? [:], stream)
                }
            }
        } catch is TableError {
            // What could be read is there; the finding on the summary says why
            // the rest is not.
        }
        try writeMarks(before: .max)
    }

    private static let widths = Array(repeating: 14.0, count: 30)

    private func copyRow(
        _ table: CellTable, _ index: Int, to row: Int, marks: [Int: CellMark],
        _ stream: WorkbookStream
    ) throws {
        let count = table.cellCount(index)
        for column in 0..<count {
            let bytes = table.cell(index, column)
            let mark = marks[column]
            if bytes.isEmpty, mark == nil { continue }
            let cell = CopiedCell.cell(bytes, table.kind(index, column))
            try stream.write(
                mark?.cell(cell.content, cell.format) ?? cell, row: row, column: column)
        }
        for (column, mark) in marks where column >= count {
            try stream.write(mark.cell(.blank), row: row, column: column)
        }
    }
}

/// One sheet on its way into the copy.
struct CopiedSheet {
    /// The sheet's name in the workbook that came; nil for other formats.
    let source: String?
    /// Its name in the copy.
    let name: String
    /// Whether the mapping reads it.
    let isChosen: Bool
    let isHidden: Bool
    /// The line of the file that is the first row of the copy.
    let firstLine: Int
    /// The table in an archive or folder; nil for other files.
    var table: TablePart?

    /// A cell of it as a link has it: `'Calls'!D14`.
    func address(row: Int, column: Int) -> String {
        "'\(name.replacing("'", with: "''"))'!\(CellRange.letters(ofColumn: column))\(row + 1)"
    }
}

/// Makes names that tabs can have, each once.
private struct CopiedSheetNames {
    private var taken: Set<String>
    private static let limit = 31

    init(taken: [String]) {
        self.taken = Set(taken.map { $0.lowercased() })
    }

    mutating func make(_ name: String) -> String {
        let clean = String(name.map { "[]:*?/\\".contains($0) ? "-" : $0 })
            .trimmingPrefix { $0 == "'" }
        let base = clean.isEmpty ? "Sheet" : String(clean)
        var number = 1
        while true {
            let ending = number == 1 ? "" : " (\(number))"
            var stem = base
            while (stem + ending).utf16.count > Self.limit || stem.hasSuffix("'") {
                stem.removeLast()
            }
            number += 1
            if taken.insert((stem + ending).lowercased()).inserted { return stem + ending }
        }
    }
}
