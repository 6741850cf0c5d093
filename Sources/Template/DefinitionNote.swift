import MetricSpec
import Workbook

/// The note on a measure's title: all that a reader must know to report it.
enum DefinitionNote {
    private static let lineLength = 72

    static func note(_ row: TemplateRow) -> Cell.Note {
        let text = text(row)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            .reduce(0) { $0 + max(1, ($1.count + lineLength - 1) / lineLength) }
        return Cell.Note(text, width: 440, height: min(640, lines * 14 + 16))
    }

    /// In the order in which somebody asks: what, in which unit, what counts.
    static func text(_ row: TemplateRow) -> String {
        let measure = row.measure
        var parts = [
            "\(measure.title)\nUnit: \(NumberWords.unit(row.unit)). "
                + (measure.kind == .stock ? "As it stands in the period." : "Of the whole period."),
            measure.definition,
        ]
        parts += list("Counts", measure.includes)
        parts += list("Does not count", measure.excludes)
        if let source = measure.source { parts.append("Where to take it from: \(source)") }
        parts += list("Rulings", measure.rulings.map(ruling))
        parts += list("Changes of the definition", measure.changes.map(change))
        parts += [expectation(row), explanation(row)].compactMap(\.self)
        return parts.joined(separator: "\n\n")
    }

    private static func expectation(_ row: TemplateRow) -> String? {
        let words = NumberWords.range(row.range)
        guard !words.isEmpty else { return nil }
        return ["Expected: \(words).", row.measure.plausible?.reason].compactMap(\.self)
            .joined(separator: " ")
    }

    private static func explanation(_ row: TemplateRow) -> String? {
        guard let change = row.change else { return nil }
        let limits = [
            change.percent.map { "\(NumberWords.plain($0))%" },
            change.absolute.map { "\(NumberWords.plain($0)) (\(NumberWords.unit(row.unit)))" },
        ].compactMap(\.self).joined(separator: " and ")
        return ["Explain a change on a year before of more than \(limits).", change.reason]
            .compactMap(\.self).joined(separator: " ")
    }

    private static func list(_ title: String, _ items: [String]) -> [String] {
        items.isEmpty ? [] : [([title + ":"] + items.map { "• " + $0 }).joined(separator: "\n")]
    }

    private static func ruling(_ ruling: Ruling) -> String {
        let date = ruling.date.map { " (\($0.text))" } ?? ""
        return "No. \(ruling.number)\(date): \(ruling.question) \(ruling.answer)"
    }

    private static func change(_ change: DefinitionChange) -> String {
        let word =
            change.isBreak ? " Earlier figures do not compare." : ""
        return "\(change.version), from \(change.date.text): \(change.what)\(word)"
    }
}
