/// An Excel workbook (.xlsx, .xlsm) as it came: its sheets.
///
/// Macros are never run, links never followed, formulas never calculated:
/// what is read are the values that were last saved.
public final class SourceWorkbook {
    /// One sheet of a workbook.
    public struct Sheet: Sendable, Equatable {
        /// Who can see it.
        public enum Visibility: Sendable, Equatable {
            case visible
            case hidden
            /// Hidden so that Excel's menu does not show it again.
            case veryHidden
        }

        /// The name on its tab.
        public let name: String
        /// Its place among the tabs, counted from 1.
        public let position: Int
        /// Who can see it.
        public let visibility: Visibility
        /// Whether it holds cells; a chart sheet does not.
        public let hasCells: Bool
        let part: String
    }

    /// The file.
    public let file: SourceFile
    /// The sheets in the order of their tabs, hidden ones too.
    public let sheets: [Sheet]
    /// Whether days are counted from 1904, as old Excel for Mac did.
    public let is1904: Bool
    private let archive: Archive
    private let styles: CellStyles
    private let stringsPart: String?
    private var loaded: SharedStrings?

    /// Opens a workbook and reads what its sheets are.
    ///
    /// Throws a `TableError` where it is damaged, encrypted, too large to be
    /// unpacked safely, or no workbook.
    public init(_ file: SourceFile) throws(TableError) {
        self.file = file
        let archive = try Archive(file)
        self.archive = archive
        let map = try WorkbookMap(archive)
        sheets = map.sheets
        is1904 = map.is1904
        stringsPart = map.strings
        if let part = map.styles {
            styles = try CellStyles(part, of: archive)
        } else {
            styles = CellStyles()
        }
    }

    /// The sheet of a name or position, and how it was chosen.
    ///
    /// Without a choice it is the first visible sheet with cells: `.told`
    /// where there is one such sheet, `.detected` where there are more.
    public func sheet(
        _ choice: SheetChoice?
    ) throws(TableError) -> (sheet: Sheet, origin: SettingOrigin) {
        guard let choice else {
            let visible = sheets.filter { $0.hasCells && $0.visibility == .visible }
            guard let first = visible.first else {
                throw missing("the workbook has no visible sheet with cells")
            }
            return (first, visible.count == 1 ? .told : .detected)
        }
        guard let sheet = find(choice) else {
            let names = sheets.map { "\"\($0.name)\"" }.joined(separator: ", ")
            throw missing("there is no sheet \(choice); there are \(names)")
        }
        guard sheet.hasCells else {
            throw missing("the sheet \"\(sheet.name)\" is a chart and holds no cells")
        }
        return (sheet, .given)
    }

    private func find(_ choice: SheetChoice) -> Sheet? {
        switch choice {
        case .position(let position): sheets.first { $0.position == position }
        case .name(let name):
            sheets.first { $0.name == name }
                ?? sheets.first { Self.folded($0.name) == Self.folded(name) }
        }
    }

    /// The names of hidden sheets with a number in their first thousands of
    /// rows.
    public func hiddenSheetsWithFigures() throws(TableError) -> [String] {
        try sheetsWithFigures { $0.visibility != .visible }
    }

    /// The names of sheets with a number in their first thousands of rows.
    public func sheetsWithFigures(
        where isMeant: (Sheet) -> Bool
    ) throws(TableError) -> [String] {
        var names: [String] = []
        for sheet in sheets where sheet.hasCells && isMeant(sheet) {
            let batch = RowBatch()
            try rows(of: sheet).fill(batch, width: 0)
            let table = batch.table
            let hasFigure = (0..<table.rowCount).contains { row in
                (0..<table.cellCount(row)).contains { column in
                    [.number, .percentage].contains(table.kind(row, column))
                }
            }
            if hasFigure { names.append(sheet.name) }
        }
        return names
    }

    /// What a sheet says beside its cells, from a reading of the whole sheet.
    public func notes(of sheet: Sheet) throws(TableError) -> SheetNotes {
        let reader = try rows(of: sheet)
        let batch = RowBatch()
        repeat { try reader.fill(batch, width: 0) } while batch.rowCount > 0
        return reader.notes
    }

    /// Opens a sheet for reading from its first row.
    func rows(of sheet: Sheet) throws(TableError) -> SheetReader {
        let strings = try strings()
        let part = try archive.part(sheet.part)
        let scan = SheetScan(
            strings: strings, styles: styles, is1904: is1904, batch: RowBatch(rowLimit: 1))
        return try SheetReader(sheet, part: part, of: file, scan: scan)
    }

    private func strings() throws(TableError) -> SharedStrings {
        if let loaded { return loaded }
        let strings: SharedStrings
        if let stringsPart, archive.has(stringsPart) {
            strings = try SharedStrings(stringsPart, of: archive)
        } else {
            strings = SharedStrings()
        }
        loaded = strings
        return strings
    }

    private func missing(_ problem: String) -> TableError {
        TableError(
            .sheetMissing, file: file.name, problem: problem,
            remedy: "Name the sheet in the mapping as its tab is named")
    }

    /// A sheet's name without regard to case and outer white space.
    private static func folded(_ name: String) -> String {
        var part = Substring(name)
        while let first = part.first, first.isWhitespace { part.removeFirst() }
        while let last = part.last, last.isWhitespace { part.removeLast() }
        return part.lowercased()
    }
}
