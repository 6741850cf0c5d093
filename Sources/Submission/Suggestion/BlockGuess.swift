import Consortium
import MetricSpec
import Tabular

/// Rows with one text that say what the rows below them are about: a city, a
/// period, a variant or a measure.
struct BlockGuess: Sendable {
    /// What headings of one kind say, and how they are written.
    struct Block: Sendable {
        /// The key of the mapping: `city`, `period`, `variant` or `measure`.
        let key: String
        let pattern: TextPattern
        /// What stands in the place of the name, each text once.
        let texts: [String]
        /// How many rows of the file are above the first of them.
        let firstRow: Int
    }

    /// The outer ones first.
    private(set) var blocks: [Block] = []
    /// Rows with one text that are none of them.
    private(set) var others: [String] = []

    /// The headings that say what nothing else does.
    init(
        _ sample: TableSample, _ survey: ColumnSurvey, scorer: MeasureScorer,
        context: IntakeContext
    ) {
        var rest = Self.headings(sample)
        if rest.isEmpty { return }
        func take(_ key: String, least: Int, _ find: (String) -> Range<String.Index>?) {
            guard let found = Self.block(key, rest, least: least, find) else { return }
            let taken = rest.filter { found.pattern.match($0.text, ignoringCase: true) != nil }
            // A pattern that takes headings of another kind as well is none.
            guard taken.allSatisfy({ find($0.text) != nil }) else { return }
            blocks.append(found)
            rest.removeAll { found.pattern.match($0.text, ignoringCase: true) != nil }
        }
        if survey.places.city.confidence == 0 {
            take("city", least: 1) { Self.city(in: $0, context.cities.index(of:)) }
        }
        if survey.places.period.confidence == 0 {
            take("period", least: 1) { PeriodSpan.first(in: $0) }
        }
        if !survey.qualifiers.hasVariant { take("variant", least: 2) { VariantSpan.whole($0) } }
        if let measure = Self.measure(rest, scorer), isClear(measure) {
            blocks.append(measure)
            rest = []
        }
        blocks.sort { $0.firstRow < $1.firstRow }
        others = rest.map(\.text).uniqued()
    }

    /// Whether the headings of measures take none of the variants, which are
    /// looked for after them.
    private func isClear(_ measure: Block) -> Bool {
        measure.pattern.text != "{measure}" || block("variant") == nil
    }

    /// The block of a key.
    func block(_ key: String) -> Block? { blocks.first { $0.key == key } }

    /// Rows with one text and others below them.
    private static func headings(_ sample: TableSample) -> [TableSample.LoneText] {
        // A record with one value is no heading.
        var headings = sample.origin == .json ? [] : sample.loneTexts
        var last = sample.rows
        // What stands at the end of a file is a footnote.
        while let lone = headings.last, lone.row == last - 1 {
            last = lone.row
            headings.removeLast()
        }
        return headings
    }

    // MARK: Kinds

    /// The way of writing that most headings have in which a name is found.
    private static func block(
        _ key: String, _ headings: [TableSample.LoneText], least: Int,
        _ find: (String) -> Range<String.Index>?
    ) -> Block? {
        var texts: [String: [String]] = [:]
        var firstRows: [String: Int] = [:]
        for heading in headings where !heading.text.contains(where: { "{}*".contains($0) }) {
            guard let range = find(heading.text) else { continue }
            var pattern = heading.text
            pattern.replaceSubrange(range, with: "{\(key)}")
            texts[pattern, default: []].append(String(heading.text[range]))
            firstRows[pattern] = firstRows[pattern] ?? heading.row
        }
        let most = texts.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
        guard let most, let pattern = TextPattern(most.key),
            case let distinct = most.value.uniqued(), distinct.count >= least
        else { return nil }
        return Block(
            key: key, pattern: pattern, texts: distinct, firstRow: firstRows[most.key] ?? 0)
    }

    /// The longest run of words that is a city's.
    private static func city(
        in text: String, _ index: (String) -> Int?
    ) -> Range<String.Index>? {
        let words = text.split(separator: " ")
        for count in stride(from: words.count, to: 0, by: -1) {
            for first in 0...(words.count - count) {
                let range = words[first].startIndex..<words[first + count - 1].endIndex
                if index(String(text[range])) != nil { return range }
            }
        }
        return nil
    }

    /// Headings half of which are like measures, behind the words that all of
    /// them begin with.
    private static func measure(
        _ headings: [TableSample.LoneText], _ scorer: MeasureScorer
    ) -> Block? {
        let texts = headings.map(\.text).uniqued()
        guard texts.count > 1, let first = texts.first,
            !texts.contains(where: { $0.contains { "{}*".contains($0) } })
        else { return nil }
        let common = texts.dropFirst().reduce(first[...]) { common, text in
            common.prefix(zip(common, text).prefix { $0 == $1 }.count)
        }
        let lead = common.lastIndex(of: " ").map { String(common[...$0]) } ?? ""
        let codes = texts.map { String($0.dropFirst(lead.count)) }
        let known = codes.count { code in
            let best = scorer.candidates(MatchSubject(text: code)).first
            return best?.confidence ?? 0 >= Assignment.asked
        }
        guard known * 2 >= codes.count, let pattern = TextPattern(lead + "{measure}") else {
            return nil
        }
        return Block(key: "measure", pattern: pattern, texts: codes, firstRow: headings[0].row)
    }

    // MARK: Lines

    /// Where the headings say city or period.
    func place(_ key: String) -> PlaceGuess.Place? {
        block(key).map { block in
            PlaceGuess.Place(
                value: YAMLText.table([("block", YAMLText.scalar(block.pattern.text))]),
                reason: "rows with one text say it: \(PlaceGuess.list(block.texts))")
        }
    }

    /// The variant that the headings say.
    var variant: QualifierGuess.Qualifier? {
        block("variant").map { block in
            QualifierGuess.variant(
                block.texts, of: ("block", block.pattern.text), column: -1,
                reason: "rows with one text say it")
        }
    }

    /// How blocks lie within each other, and what is not known of other rows.
    func write(to text: inout DraftText) {
        if blocks.count > 1 {
            text.key(
                "nesting", "[\(blocks.map(\.key).joined(separator: ", "))]",
                reason: "in this order they begin")
        }
        if !others.isEmpty {
            text.question(
                "\(PlaceGuess.list(others)) stand in rows with nothing else in them. Do they say "
                    + "what the rows below are about? Then: KEY: {block: PATTERN}.")
        }
    }
}

extension Sequence where Element: Hashable {
    /// Each element once, in its first place.
    func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
