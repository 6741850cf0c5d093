import MetricSpec

extension MethodNote {
    /// On which bases the city's figures were made and who has looked at them;
    /// nil where no figure says.
    static func bases(_ input: CityReportInput) -> String? {
        let figures = input.metrics.filter { $0.value != nil }
        let bases = figures.map(\.basis).filter { $0 != ValueBasis() }
        guard !bases.isEmpty else { return nil }
        let costs = counts(bases.compactMap(\.cost), \.words)
        let books = counts(bases.compactMap(\.accounting), \.words)
        let overhead = counts(bases.compactMap(\.overhead), \.words)
        let audits = counts(bases.compactMap(\.audit), \.words)
        let silent = figures.count - bases.count
        var parts = [costs, books, overhead, audits].filter { !$0.isEmpty }
        if silent > 0 { parts.append("nothing stated in \(silent)") }
        let all = Wording.count(figures.count, "figure", "figures")
        return
            "Of \(all): \(parts.joined(separator: "; ")). Costs compare on one basis only; a figure on "
            + "another is shown without a place."
    }

    /// How real values are made; nil where none is shown.
    static func money(_ input: CityReportInput) -> String? {
        let real = input.metrics.compactMap(\.realValue)
        guard !real.isEmpty else { return nil }
        var series: [String] = []
        for value in real {
            let words = "\(value.series), \(value.pricesOf.words)"
            if !series.contains(words) { series.append(words) }
        }
        let parity =
            real.contains { $0.atParity != nil }
            ? " \u{201C}At national prices\u{201D} takes regional price levels out; it is shown to "
                + "see what they move." : ""
        return "Real values are the amount times the index of the base over that of the period "
            + "(\(series.joined(separator: "; "))). Places are those of the amounts as paid."
            + parity
    }

    /// `full cost 3, direct cost 1`, in the order of the vocabulary.
    private static func counts<Word: Vocabulary>(
        _ words: [Word], _ spoken: (Word) -> String
    ) -> String {
        Word.allCases.compactMap { word in
            let count = words.filter { $0 == word }.count
            return count == 0 ? nil : "\(spoken(word)) in \(count)"
        }.joined(separator: ", ")
    }
}
