extension StandardDiff: CustomStringConvertible {
    /// The differences as a section of a changelog, in Markdown.
    public var description: String {
        var lines = ["## \(new)", "", "Compared with \(old)."]
        if isEmpty { lines += ["", "Nothing is different."] }
        for section in sections {
            lines += ["", "### \(section.kind.prefix(1).uppercased())\(section.kind.dropFirst())"]
            lines += Self.list("Added", section.added, "in place of")
            lines += Self.list("Removed", section.removed, "now")
            if !section.changed.isEmpty {
                lines += ["", "Changed (\(section.changed.count)):", ""]
                lines += section.changed.flatMap(Self.lines)
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func list(_ word: String, _ entries: [Entry], _ way: String) -> [String] {
        guard !entries.isEmpty else { return [] }
        return ["", "\(word) (\(entries.count)):", ""]
            + entries.map { entry in
                let title = entry.title.isEmpty ? "" : ": \(entry.title)"
                let other = entry.counterpart.map { " (\(way) `\($0)`)" } ?? ""
                return "- `\(entry.id)`\(title)\(other)"
            }
    }

    private static func lines(_ change: Change) -> [String] {
        let title = change.title.isEmpty ? "" : ": \(change.title)"
        return ["- `\(change.id)`\(title)"]
            + (change.verdict.map { ["  - \($0.sentence)"] } ?? []) + change.fields.map(line)
    }

    private static func line(_ field: FieldChange) -> String {
        switch (field.old.isEmpty, field.new.isEmpty) {
        case (true, _): "  - \(field.name) added: \(field.new)"
        case (_, true): "  - \(field.name) removed, was: \(field.old)"
        default: "  - \(field.name): \(field.old) -> \(field.new)"
        }
    }
}

extension StandardDiff.Verdict {
    /// What it means for those who compare values, as a sentence.
    public var sentence: String {
        switch self {
        case .unaffected: "Comparable: nothing that is counted has changed."
        case .undeclared:
            "Not said whether comparable: what is counted has changed, without an entry under "
                + "`changes:`."
        case .declared(let change): change.sentence
        case .through(let measure, let change): "Through `\(measure)`: \(change.sentence)"
        }
    }
}

extension DefinitionChange {
    /// What it means for those who compare values, as a sentence.
    public var sentence: String {
        let result =
            if isComparable {
                "Comparable across \(date.text)"
            } else if isRestated {
                "Comparable: earlier values were restated, from \(date.text) on as measured"
            } else {
                "Not comparable: a break at \(date.text), history not restated"
            }
        return "\(result) (\(isCorrection ? "correction, " : "")version \(version)). \(what)"
    }
}
