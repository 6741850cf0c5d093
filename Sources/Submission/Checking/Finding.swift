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
    /// The sheet of a workbook; nil for a CSV.
    public var sheet: String?
    /// The line, counted from 1; nil where it is about the whole file.
    public var row: Int?
    /// The column, counted from 1.
    public var column: Int?
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
    /// The raw text of what was rejected, up to 32 KiB, without personal
    /// columns; for storage. Nil where nothing was rejected.
    public var rawText: String?

    /// Where it is: file, sheet, line or cell, and column.
    public var place: String {
        var place = file
        if let sheet { place += ", sheet \"\(sheet)\"" }
        if let row { place += ", line \(row)" }
        if let column {
            place += ", column \(ColumnName.letters(column))"
            if let columnName, !columnName.isEmpty { place += " \"\(columnName)\"" }
        }
        return place
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
