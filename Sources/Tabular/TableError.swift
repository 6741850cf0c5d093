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
    }

    /// What kind of thing is wrong.
    public let kind: Kind
    /// The name of the file, as its sender knows it.
    public let file: String
    /// The line where it is wrong, nil where the whole file is.
    public let line: Int?
    /// The column where it is wrong, counted from 1.
    public let column: Int?
    /// What is wrong, in words that follow the position.
    public let problem: String
    /// What the sender or operator can do about it.
    public let remedy: String

    /// Makes an error at a position.
    public init(
        _ kind: Kind, file: String, line: Int? = nil, column: Int? = nil,
        problem: String, remedy: String
    ) {
        self.kind = kind
        self.file = file
        self.line = line
        self.column = column
        self.problem = problem
        self.remedy = remedy
    }

    /// The whole message: where, what, remedy.
    public var description: String {
        var place = file
        if let line { place += ", line \(line)" }
        if let column { place += ", column \(ColumnName.letters(column))" }
        return "\(place): \(problem). \(remedy)."
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
    /// The most bytes of a file that is read whole (`SmallTable`): 64 MiB.
    public static let smallTableBytes = 64 << 20
}
