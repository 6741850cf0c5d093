import MetricSpec

/// Codes of a long file matched with measures: by the code itself, by the
/// texts that stand beside it, by earlier mappings.
struct CodeMatch: Sendable {
    let codes: [CodeSample.Code]
    let outcomes: [Assignment.Outcome]
    /// Whether the codes are units or words for kinds of figures: `Count`,
    /// `Percentage`.
    let areUnits: Bool
    /// The columns with several texts beside one code.
    let differing: Set<Int>

    /// - Parameter about: what the file's name and titles say it is of.
    init(_ sample: CodeSample, scorer: MeasureScorer, about: String) {
        codes = sample.codes
        areUnits = codes.allSatisfy { UnitHint(cell: $0.code) != nil }
        differing = sample.differing
        let telling = Self.telling(codes)
        // The name of a file with many codes tells nothing of one.
        let about = codes.count <= Self.fewCodes ? about : nil
        let candidates = codes.map { code in
            Self.candidates(Self.subjects(code, telling, about), scorer)
        }
        outcomes = Assignment(candidates).outcomes
    }

    /// So many codes are in a file about one thing.
    private static let fewCodes = 4

    /// The columns whose texts are not the same beside all codes.
    private static func telling(_ codes: [CodeSample.Code]) -> Set<Int> {
        let columns = Set(codes.flatMap(\.beside.keys))
        return columns.filter { column in
            codes.count == 1 || Set(codes.map { $0.beside[column] ?? "" }).count > 1
        }
    }

    /// The texts that may name a code's measure: the code, each text beside
    /// it, and all of them. What is a unit counts as one.
    private static func subjects(
        _ code: CodeSample.Code, _ telling: Set<Int>, _ about: String?
    ) -> [MatchSubject] {
        let beside = code.beside.sorted { $0.key < $1.key }.filter { !$0.value.isEmpty }
        let all = beside.map(\.value) + [code.code]
        let units = all.filter { UnitHint(cell: $0) != nil }
        let hint = UnitHint.plainest(units.compactMap { UnitHint(cell: $0) })
        let names = all.filter { UnitHint(cell: $0) == nil }
        let own = beside.filter { telling.contains($0.key) }.map(\.value)
        let texts = [code.code] + own.filter(names.contains) + [names.joined(separator: " ")]
        return texts.filter { $0 == code.code ? names.contains($0) : !$0.isEmpty }.map { text in
            MatchSubject(
                text: text, numbers: code.numbers, hint: hint,
                context: [about].compactMap(\.self) + units, isDescription: about != nil)
        }
    }

    private static func candidates(
        _ subjects: [MatchSubject], _ scorer: MeasureScorer
    ) -> [MeasureCandidate] {
        var best: [Int: MeasureCandidate] = [:]
        for subject in subjects {
            for candidate in scorer.candidates(subject)
            where candidate.confidence > best[candidate.index]?.confidence ?? 0 {
                best[candidate.index] = candidate
            }
        }
        return best.values.sorted {
            $0.confidence == $1.confidence
                ? $0.measure < $1.measure : $0.confidence > $1.confidence
        }
    }

    /// The lines under `codes:`, with what is asked and what is left out.
    func write(to text: inout DraftText) {
        let found = zip(codes, outcomes).compactMap {
            code, outcome -> (String, MeasureCandidate)? in
            if case .found(let candidate) = outcome { (code.code, candidate) } else { nil }
        }
        let lines = found.map { "  \(YAMLText.scalar($0.0)): \($0.1.measure)" }
        let width = min((lines.map { $0.count + 4 }.max() ?? 0) + 2, 78)
        var next = 0
        text.list("  codes", isEmpty: found.isEmpty, "{}")
        for (code, outcome) in zip(codes, outcomes) {
            switch outcome {
            case .found:
                text.entry(lines[next], reason: WideDraft.reason(found[next].1), column: width)
                next += 1
            case .question(let candidates):
                text.question(
                    WideDraft.question(Self.name(code), candidates, code.numbers), indent: 4)
                if let first = candidates.first {
                    text.comment("\(YAMLText.scalar(code.code)): \(first.measure)", indent: 4)
                }
            case .nothing: break
            }
        }
        writeUnknown(to: &text)
    }

    private func writeUnknown(to text: inout DraftText) {
        let unknown = zip(codes, outcomes).compactMap { code, outcome -> CodeSample.Code? in
            if case .nothing = outcome { code } else { nil }
        }
        guard let first = unknown.first else { return }
        text.question(
            unknown.count == codes.count
                ? "what do these codes stand for? Write a line for each under codes:, such as "
                    + "\(YAMLText.scalar(first.code)): ID of a measure, or let a list of them say "
                    + "it: map suggest --codes FILE. Those that are left out on purpose stay here."
                : "no measure of the standard is like these codes. Are they left out on purpose?",
            indent: 2)
        text.plain("  ignore_codes:")
        for code in unknown {
            let beside = code.beside.values.filter { !$0.isEmpty && $0 != code.code }.min()
            text.entry("  - \(YAMLText.scalar(code.code))", reason: beside ?? "", column: 24)
        }
    }

    private static func name(_ code: CodeSample.Code) -> String {
        let beside = code.beside.sorted { $0.key < $1.key }.map(\.value)
            .first { !$0.isEmpty && $0 != code.code }
        return beside.map { "\(code.code), \($0)" } ?? code.code
    }

    /// The codes as results.
    var suggestions: [Suggestion.Code] {
        zip(codes, outcomes).map { code, outcome in
            switch outcome {
            case .found(let candidate):
                Suggestion.Code(
                    code: code.code, measure: candidate.measure,
                    confidence: candidate.confidence, reason: candidate.reason, question: nil,
                    candidates: [candidate])
            case .question(let candidates):
                Suggestion.Code(
                    code: code.code, measure: candidates.first?.measure,
                    confidence: candidates.first?.confidence ?? 0,
                    reason: candidates.first?.reason ?? "",
                    question: WideDraft.question(Self.name(code), candidates, code.numbers),
                    candidates: candidates)
            case .nothing:
                Suggestion.Code(
                    code: code.code, measure: nil, confidence: 0,
                    reason: "no measure of the standard is like it", question: nil, candidates: [])
            }
        }
    }
}
