/// How a text file is cut into cells, and how that is known.
public struct Dialect: Sendable, Equatable {
    /// The byte between two cells.
    public let delimiter: UInt8
    /// How the delimiter is known.
    public let delimiterOrigin: SettingOrigin
    /// From 0 to 1: the share of the first rows that fit the delimiter.
    public let delimiterConfidence: Double
    /// How bytes stand for characters.
    public let encoding: TextEncoding
    /// How the encoding is known.
    public let encodingOrigin: SettingOrigin
    /// From 0 to 1: how sure the encoding is.
    public var encodingConfidence = 1.0
    /// A word by which a guess at the encoding can be judged.
    public var encodingExample: EncodingExample?
    /// Whether a byte order mark says UTF-8, but not all bytes are; those
    /// were read as U+FFFD.
    public let isDamaged: Bool

    /// How rows of a workbook or JSON are written where they are shown as
    /// text: cells with tabs between them.
    static let cells = Dialect(
        delimiter: UInt8(ascii: "\t"), delimiterOrigin: .told, delimiterConfidence: 1,
        encoding: .utf8, encodingOrigin: .told, isDamaged: false)

    /// The delimiter in words, for messages.
    public var delimiterName: String {
        switch delimiter {
        case UInt8(ascii: ","): "comma"
        case UInt8(ascii: ";"): "semicolon"
        case UInt8(ascii: "\t"): "tab"
        case UInt8(ascii: "|"): "pipe"
        default: "\"\(String(decoding: [delimiter], as: UTF8.self))\""
        }
    }
}

/// The types of files that are read.
public enum TableType: String, Sendable, CaseIterable {
    /// CSV and its relatives.
    case csv
    /// An Excel workbook (.xlsx, .xlsm).
    case xlsx
    /// A list of JSON objects, or one object a line.
    case json
}

/// What a mapping says about a file; the rest is found out.
public struct TableFormat: Sendable, Equatable {
    /// The type of the file, nil to tell it by content.
    public var type: TableType?
    /// The byte between two cells, nil to detect it.
    public var delimiter: UInt8?
    /// The encoding's name, nil to detect it.
    public var encoding: String?
    /// The line of the header's first row; nil: found by its looks.
    public var headerRow: Int? { headerRows?.lowerBound }
    /// The lines of the header, counted from 1; nil: found by its looks.
    public var headerRows: ClosedRange<Int>?
    /// The sheet of a workbook; nil: the first visible one with cells.
    public var sheet: SheetChoice?
    /// The sheets that are read one after another; nil: one.
    public var sheets: NameChoice?
    /// The files of a zip archive or folder that are read one after another,
    /// by their names or paths; nil: all.
    public var members: NameChoice?
    /// Which of several tables on a sheet or in a text; nil: the first.
    public var table: TableChoice?
    /// Patterns for the first text of the row with which the table ends.
    public var ends: [Glob] = []
    /// How rows of totals are told.
    public var totals: Totals?
    /// Where the records of JSON lie; nil: the file is a list of objects, or
    /// holds one.
    public var records: RecordPath?

    /// One of several tables that blank rows part.
    public enum TableChoice: Sendable, Equatable {
        /// The table at a place, counted from 1.
        case position(Int)
        /// The first table below a row in which a cell is like this.
        case after(Glob)
    }

    /// How rows of totals are told, which are left out.
    public struct Totals: Sendable, Equatable {
        /// The name of the column that says so; nil: the first cell with text.
        public var column: String?
        /// Patterns for its text.
        public var globs: [Glob]

        /// Tells rows of totals by a column's text.
        public init(column: String? = nil, globs: [Glob]) {
            self.column = column
            self.globs = globs
        }
    }

    /// Declares what is known of a file; `headerRow` is a header of one line.
    public init(
        delimiter: UInt8? = nil, encoding: String? = nil, headerRow: Int? = nil,
        sheet: SheetChoice? = nil, type: TableType? = nil
    ) {
        self.type = type
        self.delimiter = delimiter
        self.encoding = encoding
        headerRows = headerRow.map { $0...$0 }
        self.sheet = sheet
    }
}
