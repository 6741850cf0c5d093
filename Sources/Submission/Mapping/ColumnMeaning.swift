import MetricSpec
import Tabular

/// Patterns for the header of a column.
struct HeaderPattern: Sendable, Equatable {
    let patterns: [TextPattern]
    /// Whether there is one pattern for each header row, all of which must
    /// match; otherwise one of them must match the whole header.
    let isStacked: Bool

    /// The names that are taken out of a header, whichever pattern matches.
    var names: [String] {
        if isStacked { return patterns.flatMap(\.names) }
        let all = patterns.map { Set($0.names) }
        return all.dropFirst().reduce(all.first ?? []) { $0.intersection($1) }.sorted()
    }

    /// The texts of the names; nil where the header does not match.
    ///
    /// - Parameters:
    ///   - header: the whole header of the column.
    ///   - rows: its cells, one for each header row.
    func match(_ header: String, rows: [String]) -> [String: String]? {
        guard isStacked else {
            let text = CellText.cleaned(header)
            return patterns.lazy.compactMap { $0.match(text, ignoringCase: true) }.first
        }
        guard rows.count == patterns.count else { return nil }
        var found: [String: String] = [:]
        for (pattern, row) in zip(patterns, rows) {
            guard let names = pattern.match(CellText.cleaned(row), ignoringCase: true) else {
                return nil
            }
            found.merge(names) { first, _ in first }
        }
        return found
    }
}

/// What a column says of its figures: texts with the names of its header
/// pattern in braces; nil where another key says it.
struct ColumnMeaning: Sendable, Equatable {
    var period: TextPattern?
    var variant: TextPattern?
    var breakdown: TextPattern?
    var measure: TextPattern?
    var unit: TextPattern?
}

/// What one column of one file says of its figures.
struct ColumnQualifiers: Equatable {
    /// The text of their period; empty where the row says it.
    var stamp: [UInt8] = []
    /// -1 where the row says it.
    var variant: Int16 = -1
    /// -1 where the row says it.
    var breakdown: Int32 = -1
    /// -1 where the row or the mapping says it.
    var measure: Int32 = -1
    /// Position in the mapping's units; -1 where the header says none.
    var unit = -1

    /// Whether it says more than the measure.
    var isMore: Bool { !stamp.isEmpty || variant >= 0 || breakdown >= 0 }
}

extension ColumnMeaning {
    /// A part of a header that stands for nothing known.
    struct Unknown: Error, Equatable {
        enum Part: Equatable {
            case variant
            case breakdown
            case measure
            case unit
        }

        let part: Part
        let text: String
    }

    /// The meaning of a column from the texts of its header's names; nil where
    /// its measure is ignored on purpose.
    func read(
        _ texts: [String: String], _ mapping: Mapping, _ standard: Standard
    ) throws(Unknown) -> ColumnQualifiers? {
        var found = ColumnQualifiers()
        if let period { found.stamp = Array(period.filled(texts).utf8) }
        if let variant {
            let text = variant.filled(texts)
            guard let word = mapping.variant.word(text) else {
                throw Unknown(part: .variant, text: text)
            }
            found.variant = word.code
        }
        if let breakdown {
            let text = breakdown.filled(texts)
            guard let position = mapping.breakdown?.position(text) else {
                throw Unknown(part: .breakdown, text: text)
            }
            found.breakdown = position
        }
        if let measure {
            let text = measure.filled(texts)
            found.measure = mapping.measure?.position(text, in: standard) ?? Mapper.unknown
            if found.measure == Mapper.ignored { return nil }
            if found.measure < 0 { throw Unknown(part: .measure, text: text) }
        }
        if let unit {
            let text = unit.filled(texts)
            let units = mapping.units(in: text)
            guard units.count == 1 else { throw Unknown(part: .unit, text: text) }
            found.unit = units[0]
        }
        return found
    }
}

extension VariantSource {
    /// The variant of a text: by the file's codes, else by its own word.
    func word(_ text: String) -> Variant? {
        Mapper.word(text, in: codes) ?? Variant(rawValue: text)
    }
}

extension BreakdownSource {
    /// The group of a text: by the file's codes, then by the crosswalk, then
    /// by the groups' own ids.
    func position(_ text: String) -> Int32? {
        Mapper.word(text, in: codes) ?? Mapper.word(text, in: crosswalk)
            ?? Mapper.word(text, in: values)
    }
}

extension MeasureSource {
    /// The position of a code's measure in the standard; `Mapper.unknown` or
    /// `Mapper.ignored` where it has none.
    func position(_ text: String, in standard: Standard) -> Int32 {
        if let listed = codes[text] { return listed }
        if ignoredCodes.contains(where: { Glob(column: $0).matches(text.lowercased()) }) {
            return Mapper.ignored
        }
        guard let prefix, let index = standard.measureIndex(prefix + text) else {
            return Mapper.unknown
        }
        return Int32(index)
    }
}

extension FindingWriter {
    /// A part of a header that is no word of the mapping or the standard.
    func unknownPart(_ unknown: ColumnMeaning.Unknown, row: Int?, column: Int) -> Finding {
        switch unknown.part {
        case .variant: unknownVariant(unknown.text, row: row, column: column)
        case .breakdown: unknownBreakdown(unknown.text, row: row, column: column)
        case .measure: unknownCode(unknown.text, row: row, column: column)
        case .unit: unknownUnit([unknown.text], row: row, column: column)
        }
    }
}
