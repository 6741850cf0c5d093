import Tabular

/// One of the tables of a submission: the file itself, a sheet of a workbook,
/// or a file in a zip archive or folder.
///
/// Rows are counted through all tables of a submission: row 3 of a table that
/// begins after 120 rows is row 123 of the submission.
public struct SubmissionPart: Sendable, Equatable {
    /// What its rows are called.
    enum Rows: Sendable, Equatable {
        case lines
        /// Records of JSON, with the lines on which they begin, where these
        /// say more.
        case records(RecordLines?)
    }

    /// How many rows the tables before it have.
    public let firstRow: Int
    /// The path of the file in the archive or folder; nil: there is none.
    public let member: String?
    /// The name of the sheet; nil for other formats.
    public let sheet: String?
    var rows = Rows.lines

    /// The table in words, as the end of a sentence: `a.csv`, `sheet "Q3"`.
    var words: String { Finding.table(member: member, sheet: sheet) ?? "" }

    /// Whether its rows are records of JSON and not lines.
    var areRecords: Bool { rows != .lines }

    /// One of its rows in words: its line, or record and line.
    func words(ofRow row: Int) -> String {
        guard areRecords else { return "line \(row)" }
        return "record \(row)" + (line(ofRow: row).map { " (line \($0))" } ?? "")
    }

    /// The line on which a record begins, where that is another number than
    /// its own; nil for others, and where it is not known.
    func line(ofRow row: Int) -> Int? {
        guard case .records(let lines) = rows, let line = lines?.line(ofRecord: row) else {
            return nil
        }
        return line == row ? nil : line
    }
}

extension Finding {
    /// A file of an archive and a sheet in words; nil where there is neither.
    public static func table(member: String?, sheet: String?) -> String? {
        let words = [member, sheet.map { "sheet \"\($0)\"" }].compactMap { $0 }
        return words.isEmpty ? nil : words.joined(separator: ", ")
    }
}

extension [SubmissionPart] {
    /// The table that a row of the submission stands in, and its row there;
    /// nil where the tables are not known.
    public func place(ofRow row: Int) -> (part: SubmissionPart, row: Int)? {
        last { $0.firstRow < row }.map { ($0, row - $0.firstRow) }
    }

    /// A row in words: its line, and the table where there are several.
    func words(ofRow row: Int) -> String {
        guard let place = place(ofRow: row) else { return "line \(row)" }
        let words = place.part.words(ofRow: place.row)
        return count > 1 ? "\(words) of \(place.part.words)" : words
    }
}
