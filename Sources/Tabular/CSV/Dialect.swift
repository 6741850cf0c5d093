/// How a text file is cut into cells, and how that is known.
public struct Dialect: Sendable, Equatable {
    /// The byte between two cells.
    public let delimiter: UInt8
    /// How the delimiter is known.
    public let delimiterOrigin: SettingOrigin
    /// How bytes stand for characters.
    public let encoding: TextEncoding
    /// How the encoding is known.
    public let encodingOrigin: SettingOrigin
    /// Whether a byte order mark says UTF-8, but not all bytes are; those
    /// were read as U+FFFD.
    public let isDamaged: Bool

    /// How rows of a workbook or JSON are written where they are shown as
    /// text: cells with tabs between them.
    static let cells = Dialect(
        delimiter: UInt8(ascii: "\t"), delimiterOrigin: .told, encoding: .utf8,
        encodingOrigin: .told, isDamaged: false)

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
    /// The line of the header, counted from 1; nil: the first that has text.
    public var headerRow: Int?
    /// The sheet of a workbook; nil: the first visible one with cells.
    public var sheet: SheetChoice?

    /// Declares what is known of a file.
    public init(
        delimiter: UInt8? = nil, encoding: String? = nil, headerRow: Int? = nil,
        sheet: SheetChoice? = nil, type: TableType? = nil
    ) {
        self.type = type
        self.delimiter = delimiter
        self.encoding = encoding
        self.headerRow = headerRow
        self.sheet = sheet
    }
}
