import Tabular

/// What every kind of draft is made from, and how each ends.
struct DraftBasis {
    let table: DraftTable
    let layout: LayoutGuess
    let scorer: MeasureScorer

    /// The draft of the layout.
    func suggestion() throws(TableError) -> Suggestion {
        switch layout.layout {
        case .long: try LongDraft(self).suggestion()
        case .wide where !layout.periodColumns.isEmpty:
            try PeriodColumnsDraft(self).suggestion()
        case .wide where table.blocks.block("measure") != nil:
            try BlockDraft(self).suggestion()
        case .wide: WideDraft(self).suggestion()
        case .ledger: try LedgerDraft(self).suggestion()
        case .records, .positions: RowsDraft(self).suggestion()
        }
    }

    /// The keys that every layout has.
    func head(
        of text: inout DraftText, figures: [ColumnProfile],
        ownPeriod: PlaceGuess.Place? = nil
    ) {
        DraftHead(table: table, layout: layout).write(
            to: &text, figures: figures, ownPeriod: ownPeriod)
    }

    /// Ends a draft: what is left of the columns, and all of it as a result.
    ///
    /// - Parameters:
    ///   - roles: what columns are for, by position.
    ///   - measures: the columns that are more than their role.
    func finished(
        _ text: DraftText, roles: [Int: Suggestion.Role],
        measures: [Int: Suggestion.Column] = [:], codes: [Suggestion.Code] = []
    ) -> Suggestion {
        var text = text
        let left = LeftColumns(table, roles)
        left.write(to: &text)
        return Suggestion(
            file: table.sample.file, members: table.together?.names ?? [],
            isWhole: table.together?.isWhole ?? true, layout: layout.layout,
            layoutReason: layout.reason,
            rows: table.sample.rows,
            columns: table.profiles.map { measures[$0.position] ?? left.column($0) },
            codes: codes, text: text.text)
    }

    /// The measures that the cells of a column name, written under `measure:`.
    ///
    /// - Parameters:
    ///   - value: the column of figures, for their range.
    ///   - beside: the columns whose texts tell more of a code.
    func codes(
        _ code: Int, value: Int?, beside: [ColumnProfile], to text: inout DraftText
    ) throws(TableError) -> CodeMatch {
        var sample = try CodeSample(
            table, code: code, value: value, beside: beside.map(\.position))
        if let list = table.codeList { sample.add(list) }
        let match = CodeMatch(sample, scorer: scorer, about: table.about)
        text.plain("measure:")
        text.plain("  column: \(YAMLText.scalar(table.profiles[code].name))")
        match.write(to: &text)
        return match
    }

    /// The measures that headings of blocks name, written under `measure:`;
    /// nil where none do.
    ///
    /// - Parameter values: the columns of figures, for their range.
    func blockCodes(
        _ values: [Int], to text: inout DraftText
    ) throws(TableError) -> CodeMatch? {
        guard let block = table.blocks.block("measure") else { return nil }
        var sample = try CodeSample(table, in: block.pattern, values: values)
        if let list = table.codeList { sample.add(list) }
        let match = CodeMatch(sample, scorer: scorer, about: table.about)
        text.plain("measure:")
        text.plain("  block: \(YAMLText.scalar(block.pattern.text))")
        match.write(to: &text)
        return match
    }
}
