import Consortium
import Reporting
import Submission
import Tabular

extension ReplyInput {
    /// The answer to a file that was checked.
    init(_ checked: CheckedFile, consortium: Consortium) {
        let summary = checked.summary
        let verdict: Verdict =
            if summary.isRejected { .rejected } else if summary.rejected > 0 { .partly } else {
                .accepted
            }
        self.init(
            consortium: consortium.name, isInvented: consortium.isInvented,
            file: Folder.name(checked.file.shownPath), verdict: verdict,
            mapping: checked.file.mapping.name)
        rows = summary.rows
        values = summary.values
        accepted = summary.accepted
        rejected = summary.rejected
        groups = checked.findings.groups.groups.map { Group($0) }
    }
}

extension ReplyInput.Group {
    fileprivate init(_ group: FindingGroup) {
        let example = group.example
        let rule = RuleCatalogue.rule(example.rule)
        self.init(
            weight: ReplyInput.Weight(example.severity), rule: example.rule,
            title: rule?.title ?? example.rule, column: example.columnWords,
            places: group.places, count: group.count, problem: example.problemAndExpectation,
            remedy: example.remedy ?? rule?.remedy)
    }
}

extension ReplyInput.Weight {
    init(_ severity: Severity) {
        switch severity {
        case .info: self = .info
        case .warning: self = .warning
        case .error, .fatal: self = .error
        }
    }
}

extension Finding {
    /// File, sheet and column in words; nil where it is about none of them.
    fileprivate var columnWords: String? {
        var parts = [table].compactMap { $0 }
        if let column {
            let name = columnName.map { $0.isEmpty ? "" : " \"\($0)\"" } ?? ""
            parts.append("column \(ColumnName.letters(column))\(name)")
        }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    /// What is wrong and what was expected, in sentences without the last
    /// full stop.
    var problemAndExpectation: String {
        let sentence = problem.prefix(1).uppercased() + problem.dropFirst()
        return expected.map { "\(sentence). Expected \($0)" } ?? sentence
    }
}
