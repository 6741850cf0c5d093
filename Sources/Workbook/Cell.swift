/// What stands in one cell, how it looks, and the note on it.
public struct Cell: Sendable, Hashable {
    public var content: Content
    public var format: CellFormat
    public var note: Note?

    /// What stands in a cell.
    public enum Content: Sendable, Hashable {
        case blank
        case text(String)
        case number(Double)
        /// Without recalculation a reader sees `shows`, a text.
        case formula(String, shows: String)
        /// A text that leads to a place in the workbook, such as `'Calls'!D14`.
        case link(String, to: String)
    }

    /// A text that shows when the pointer rests on the cell.
    public struct Note: Sendable, Hashable {
        public var text: String
        /// In pixels.
        public var width: Int
        public var height: Int

        /// Makes a note of a size.
        public init(_ text: String, width: Int, height: Int) {
            self.text = text
            self.width = width
            self.height = height
        }
    }

    /// Makes a cell.
    public init(_ content: Content, _ format: CellFormat = CellFormat(), note: Note? = nil) {
        self.content = content
        self.format = format
        self.note = note
    }

    /// A text as it is written: one that a spreadsheet could take for a
    /// formula, when the sheet is saved as CSV and opened again, begins with
    /// an apostrophe; control characters but line breaks are left out.
    /// Dashes alone, a mark for what is missing, are no formula.
    public static func guarded(_ text: String) -> String {
        let clean = String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" }))
        guard let first = clean.unicodeScalars.first, "=+-@\t".unicodeScalars.contains(first),
            clean.contains(where: { $0 != "-" })
        else { return clean }
        return "'" + clean
    }
}
