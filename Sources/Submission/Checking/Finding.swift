public import MetricSpec
import Tabular

/// How much a finding weighs.
public enum Severity: String, Vocabulary, Comparable {
    /// Worth knowing; nothing is wrong.
    case info
    /// To be looked at; everything is accepted.
    case warning
    /// A value, or the file, is not accepted.
    case error
    /// The file is no table that can be read.
    case fatal

    /// The lighter one comes first.
    public static func < (left: Severity, right: Severity) -> Bool { left.code < right.code }
}

/// What a rule noticed in a file.
public struct Finding: Sendable, Equatable {
    /// The longest part of a cell that a message shows, in characters.
    static let shownCharacters = 200
    /// The longest raw text that is kept, in bytes: 32 KiB.
    static let keptBytes = 32 << 10

    /// The id of the rule, in `RuleCatalogue`.
    public let rule: String
    /// How much it weighs.
    public let severity: Severity
    /// The name of the file.
    public let file: String
    /// The name of the file in it, where that is an archive or a folder.
    public internal(set) var member: String?
    /// The sheet of a workbook; nil for other formats.
    public var sheet: String?
    /// Whether the rows are records of JSON and not lines.
    public internal(set) var isRecord = false
    /// The line, row or record, counted from 1; nil where it is about the
    /// whole file.
    public var row: Int?
    /// The line on which the record begins, where records stand on lines of
    /// their own.
    public internal(set) var recordLine: Int?
    /// The column, counted from 1.
    public var column: Int?
    /// The character in the line, counted from 1, where there are no columns.
    var character: Int?
    /// The column's header.
    public var columnName: String?
    /// The id of the city, where known.
    public var city: String?
    /// The id of the measure, where known.
    public var measure: String?
    /// The period, where known.
    public var period: Period?
    /// What is wrong, as a sentence without its full stop.
    public internal(set) var problem: String
    /// The text that was found, cut to 200 characters.
    public var found: String?
    /// What was expected, as the end of the sentence "Expected ...".
    public var expected: String?
    /// What to do, as a sentence without its full stop.
    public var remedy: String?
    /// The figure that is asked about, which an explanation answers; nil
    /// where the finding is no such question.
    public var figure: Figure?
    /// What the file itself says about that figure.
    public var answer: String?
    /// The raw text of what was rejected, up to 32 KiB, without personal
    /// columns; for storage. Nil where nothing was rejected.
    public var rawText: String?

    /// A figure that is asked about.
    public struct Figure: Sendable, Equatable {
        /// In the measure's unit.
        public let value: Double
        /// The id of the breakdown's value; `total` for all.
        public let breakdown: String
    }

    /// The file of an archive and the sheet in words; nil where there is
    /// neither.
    public var table: String? { Self.table(member: member, sheet: sheet) }

    /// Where it is: file, line and column; or file, sheet and cell.
    public var place: String {
        let file = member.map { "\(self.file)/\($0)" } ?? self.file
        if let sheet { return "\(file), sheet \"\(sheet)\"" + placeInSheet }
        let name = columnName.flatMap { $0.isEmpty ? nil : "\"\($0)\"" }
        if isRecord {
            let line = recordLine.map { " (line \($0))" } ?? ""
            return file + (row.map { ", record \($0)\(line)" } ?? "")
                + (name.map { ", \($0)" } ?? "")
        }
        var place = file
        if let row { place += ", line \(row)" }
        if let column { place += ", column \(ColumnName.letters(column))" }
        if let character { place += ", character \(character)" }
        if column != nil, let name { place += " " + name }
        return place
    }

    /// What its row is called.
    var rowWord: String { isRecord ? "record" : sheet == nil ? "line" : "row" }

    /// A cell as spreadsheets name it, or the row or column.
    private var placeInSheet: String {
        guard let column else { return row.map { ", row \($0)" } ?? "" }
        let letters = ColumnName.letters(column)
        return row.map { ", cell \(letters)\($0)" } ?? ", column \(letters)"
    }

    /// The whole message: where, what, expected, remedy.
    public var message: String {
        var text = "\(place): \(problem)."
        if let expected { text += " Expected \(expected)." }
        if let remedy { text += " \(remedy)." }
        return text
    }
}

/// One thing that is looked for in files.
public struct Rule: Sendable, Equatable {
    /// Permanent, in kebab-case.
    public let id: String
    /// How much its findings weigh.
    public let severity: Severity
    /// What it looks for, in a few words.
    public let title: String
    /// What a sender or operator does about it.
    public let remedy: String
}
