/// Says why no table can be read from a file.
///
/// Such an error ends the reading of its file. Lines are counted from 1, as
/// an editor shows them; columns are counted from 1.
public struct TableError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What kind of thing is wrong.
    public enum Kind: Sendable, Equatable {
        case unreadable
        case empty
        case binary
        case unsupportedFormat
        case nulByte
        case unclosedQuote
        case cellTooLong
        case rowTooLong
        case tooManyColumns
        case tooManyRows
        case headerMissing
        case unknownEncoding
        /// A workbook or archive that is cut off or inconsistent.
        case damaged
        case encrypted
        /// More than may be unpacked, or packed too well to be a table.
        case tooLarge
        /// A workbook has no such sheet, or none that holds cells.
        case sheetMissing
        /// JSON holds no list of records where the mapping says, or several.
        case recordsMissing
        /// JSON that breaks the rules of JSON, or is no list of objects.
        case syntax
        /// A file of another type than the one that was declared.
        case otherType
    }

    /// What kind of thing is wrong.
    public let kind: Kind
    /// The name of the file, as its sender knows it.
    public let file: String
    /// The sheet of a workbook where it is wrong.
    public let sheet: String?
    /// The line, or row of a sheet, where it is wrong; nil where the whole
    /// file is.
    public let line: Int?
    /// The column where it is wrong, counted from 1.
    public let column: Int?
    /// The character in the line, counted from 1, where there are no columns.
    public let character: Int?
    /// What is wrong, in words that follow the position.
    public let problem: String
    /// What the sender or operator can do about it.
    public let remedy: String

    /// Makes an error at a position.
    public init(
        _ kind: Kind, file: String, sheet: String? = nil, line: Int? = nil,
        column: Int? = nil, character: Int? = nil, problem: String, remedy: String
    ) {
        self.kind = kind
        self.file = file
        self.sheet = sheet
        self.line = line
        self.column = column
        self.character = character
        self.problem = problem
        self.remedy = remedy
    }

    /// The whole message: where, what, remedy.
    public var description: String {
        "\(file)\(place): \(problem). \(remedy)."
    }

    private var place: String {
        let letters = column.map(ColumnName.letters)
        guard let sheet else {
            return (line.map { ", line \($0)" } ?? "") + (letters.map { ", column \($0)" } ?? "")
                + (character.map { ", character \($0)" } ?? "")
        }
        let inSheet = ", sheet \"\(sheet)\""
        guard let line else { return inSheet }
        return inSheet + (letters.map { ", cell \($0)\(line)" } ?? ", row \(line)")
    }
}

/// Names columns as spreadsheets do.
public enum ColumnName {
    /// The letters of a column counted from 1: A, B, ... Z, AA.
    ///
    /// A number below 1 has no letters and gives "?".
    public static func letters(_ column: Int) -> String {
        guard column > 0 else { return "?" }
        var rest = column
        var letters: [UInt8] = []
        while rest > 0 {
            rest -= 1
            letters.append(UInt8(ascii: "A") + UInt8(rest % 26))
            rest /= 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }
}

/// The bounds beyond which a file is refused.
///
/// They keep a damaged or hostile file from taking the machine's memory.
public enum TableLimits {
    /// The longest cell in bytes: 1 MiB.
    public static let cellBytes = 1 << 20
    /// The longest row in bytes: 64 MiB.
    public static let rowBytes = 64 << 20
    /// The most columns a row may have, as in a spreadsheet.
    public static let columns = 16_384
    /// The most rows a sheet of a workbook may have.
    public static let sheetRows = 1_048_576
    /// The longest text of a workbook's cell, in UTF-16 units as Excel counts.
    public static let sheetCellUnits = 32_767
    /// The most bytes that all parts of a workbook may have unpacked: 1 GiB.
    public static let unpackedBytes = 1 << 30
    /// The most bytes that a packed byte of a workbook may stand for.
    ///
    /// Parts up to 1 MiB are not held to it: they cannot hurt.
    public static let unpackedRatio = 200
    /// The most parts a workbook may have.
    public static let parts = 10_000
    /// The most bytes of a workbook's list of texts: 256 MiB.
    public static let sharedTextBytes = 256 << 20
    /// The most texts in a workbook's list of texts.
    public static let sharedTexts = 1 << 24
    /// The deepest nesting of lists and objects in JSON, and of elements in a
    /// workbook.
    public static let depth = 64
    /// The most bytes of a file that is read whole (`SmallTable`): 64 MiB.
    public static let smallTableBytes = 64 << 20
}
