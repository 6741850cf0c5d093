/// One sheet: columns, rows, and the rules on its cells.
public struct Sheet: Sendable, Hashable {
    /// On the tab: up to 31 characters without `[ ] : * ? / \`.
    public var name: String
    public var columns: [Column]
    public var rows: [Row]
    /// Rows at the top that stay in view; they are repeated on each page.
    public var frozenRows = 0
    /// Columns at the left that stay in view.
    public var frozenColumns = 0
    public var filter: Filter?
    public var validations: [Validation] = []
    /// Rules that colour cells; an earlier one counts first.
    public var conditionalFormats: [ConditionalFormat] = []
    /// Whether only cells with an unlocked format can be changed. Without a
    /// password: it guards against a slip, not against a will.
    public var isProtected = false
    public var printing = Printing()

    /// Makes a sheet; all else is set afterwards.
    public init(name: String, columns: [Column], rows: [Row] = []) {
        self.name = name
        self.columns = columns
        self.rows = rows
    }

    /// One column.
    public struct Column: Sendable, Hashable {
        /// In characters of the usual font.
        public var width: Double
        public var isHidden: Bool

        /// Makes a column.
        public init(width: Double, isHidden: Bool = false) {
            self.width = width
            self.isHidden = isHidden
        }
    }

    /// One row; its first cell stands in the first column.
    public struct Row: Sendable, Hashable {
        public var cells: [Cell]
        /// How deep it lies in a group of rows that can be folded away; 0: in
        /// none, at most 7.
        public var level: Int

        /// Makes a row.
        public init(_ cells: [Cell], level: Int = 0) {
            self.cells = cells
            self.level = level
        }
    }

    /// Columns by which the reader can choose rows, also while the sheet is
    /// protected.
    public struct Filter: Sendable, Hashable {
        /// The cells, with the titles in the first row.
        public var range: CellRange
        /// What is chosen at first: a column of the sheet, and the text that
        /// rows have in it; the others are hidden. Nil: all rows show.
        public var chosen: Choice?

        /// Makes a filter.
        public init(_ range: CellRange, chosen: Choice? = nil) {
            self.range = range
            self.chosen = chosen
        }

        /// A column and the text of the rows that show.
        public struct Choice: Sendable, Hashable {
            public let column: Int
            public let text: String

            /// Makes a choice.
            public init(column: Int, text: String) {
                self.column = column
                self.text = text
            }
        }

        /// Whether a row, counted from 0, is hidden at first.
        func hides(_ row: Row, at index: Int) -> Bool {
            guard let chosen, index > range.firstRow, index <= range.lastRow,
                row.cells.indices.contains(chosen.column)
            else { return false }
            return row.cells[chosen.column].content != .text(chosen.text)
        }
    }

    /// How it comes onto paper.
    public struct Printing: Sendable, Hashable {
        public var isLandscape = false
        /// At the foot of each page, in Excel's codes; empty for none.
        public var footer = ""
        /// Which cells are printed; nil: all.
        public var area: CellRange?

        /// Portrait, all cells, no footer; always as wide as one page.
        public init() {}
    }
}
