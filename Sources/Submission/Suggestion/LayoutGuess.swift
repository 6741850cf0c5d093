import MetricSpec
import Tabular

/// How the values lie in a file, from what its columns look like.
struct LayoutGuess: Sendable {
    let layout: Mapping.Layout
    let reason: String
    /// Positions of columns whose headers name periods.
    private(set) var periodColumns: [Int] = []
    /// The column whose cells name measures.
    private(set) var code: Int?
    /// The column of figures.
    private(set) var value: Int?

    private static let codeWords: Set<String> = [
        "indicator", "measure", "code", "item", "kpi", "metric", "line", "key", "kennzahl",
        "description", "category", "variable", "series",
    ]
    private static let accountWords: Set<String> = ["account", "gl", "konto", "ledger", "object"]
    private static let postWords: Set<String> = [
        "position", "post", "job", "incumbent", "planstelle", "stelle",
    ]

    init(_ table: DraftTable, scorer: MeasureScorer, context: IntakeContext) {
        let free = table.free
        let figures = free.filter { $0.isNumeric && !Self.isIdentifier($0) }
        let periods = Self.periodColumns(figures, context)
        let variants = Self.variantColumns(figures, table)
        if periods.count >= 3 || variants.count >= 2 {
            layout = .wide
            periodColumns = variants.isEmpty ? periods : variants
            reason =
                "\(periodColumns.count) headers name "
                + (variants.isEmpty ? "periods" : "variants, or periods and variants")
            if table.blocks.block("measure") == nil {
                code =
                    (Self.codeColumn(free, figures: []) ?? Self.namingColumn(free, scorer)
                    ?? Self.rowNames(free))?.position
            }
        } else if table.blocks.block("measure") != nil {
            layout = .wide
            reason = "rows with one text name the measures of those below them"
        } else if let account = Self.account(table), Self.hasAmounts(figures) {
            layout = .ledger
            reason = "\"\(account.name)\" holds account numbers, and amounts stand beside them"
            code = account.position
        } else if let post = Self.post(table) {
            layout = .positions
            reason = "\"\(post.name)\" names a post in each row"
            code = post.position
        } else if let date = Self.event(table) {
            layout = .records
            reason = "each row has a date of its own, under \"\(date.name)\""
            code = date.position
        } else if let code = Self.codeColumn(free, figures: figures)
            ?? Self.namingColumn(free, scorer),
            let value = Self.valueColumn(figures.filter { $0.position != code.position }),
            !Self.isWide(figures.filter { $0.position != code.position }, scorer),
            code.column.texts.count > 1 || figures.count == 1,
            !Self.isOfCities(code, table)
        {
            layout = .long
            reason = "\"\(code.name)\" names the measures, \"\(value.name)\" their figures"
            self.code = code.position
            self.value = value.position
        } else {
            layout = .wide
            reason = "one column a measure"
        }
    }

    // MARK: Wide

    private static func periodColumns(
        _ figures: [ColumnProfile], _ context: IntakeContext
    ) -> [Int] {
        figures.filter { profile in
            PeriodGuess.best([profile.name], calendar: context.calendar) != nil
        }.map(\.position)
    }

    /// Columns whose headers name variants, periods and nothing else, where
    /// two of them name different variants.
    private static func variantColumns(
        _ figures: [ColumnProfile], _ table: DraftTable
    ) -> [Int] {
        // A ledger may well have a column of budgets beside that of bookings.
        if table.qualifiers.hasVariant || account(table) != nil { return [] }
        let found = figures.map { ($0.position, QualifiersInHeaders.Header($0.name)) }
            .filter { $0.1.words.isEmpty && $0.1.rest != table.profiles[$0.0].name }
        let variants = Set(found.map { $0.1.variant?.rawValue ?? "" })
        return variants.count > 1 ? found.map(\.0) : []
    }

    /// Whether several columns carry measures by their headers.
    private static func isWide(_ figures: [ColumnProfile], _ scorer: MeasureScorer) -> Bool {
        figures.count { profile in
            (scorer.candidates(MatchSubject(profile)).first?.confidence ?? 0) >= Assignment.accepted
        } >= 2
    }

    /// Numbers that name something instead of counting it.
    static func isIdentifier(_ profile: ColumnProfile) -> Bool {
        let name = " " + CellText.folded(profile.name).replacing("_", with: " ") + " "
        let isNamed = [
            " id ", " code ", " cde ", " nr ", " no ", " zip ", " key ", " line ", " identifier ",
        ]
        .contains { name.contains($0) }
        return profile.wholeShare == 1 && (isNamed || profile.name.isEmpty)
    }

    // MARK: Long

    private static func codeColumn(
        _ free: [ColumnProfile], figures: [ColumnProfile]
    ) -> ColumnProfile? {
        // Numbers under a header that says code are codes.
        let taken = Set(
            figures.filter {
                $0.wholeShare < 1 || !["code", "key", "line"].contains(CellText.folded($0.name))
            }.map(\.position))
        let texts = free.filter {
            !$0.isEmpty && !$0.column.isCut && $0.dates == nil && !taken.contains($0.position)
        }
        let named = texts.filter(isNamedAsCode)
        // The plainest name first: "code" before "indicator" before others.
        let order = ["code", "key", "indicator", "item", "kpi", "metric", "measure", "line"]
        let telling = named.filter { $0.column.texts.count > 1 }
        return (telling.isEmpty ? named : telling).min { rank($0, order) < rank($1, order) }
    }

    /// The first column of texts that has another one in each row.
    private static func rowNames(_ free: [ColumnProfile]) -> ColumnProfile? {
        free.first { profile in
            !profile.isNumeric && !profile.column.isCut && profile.column.texts.count > 1
                && profile.column.counts.allSatisfy { $0 == 1 }
                && !PersonalGuess.isPersonal(profile)
        }
    }

    /// Whether each row has a code of its own beside its city: then it is one
    /// of the city.
    private static func isOfCities(_ code: ColumnProfile, _ table: DraftTable) -> Bool {
        guard let city = table.places.city.column else { return false }
        return table.profiles[city].column.texts.count > 1
            && code.column.counts.allSatisfy { $0 == 1 }
    }

    /// A column half of whose cells are like measures, whatever its header.
    private static func namingColumn(
        _ free: [ColumnProfile], _ scorer: MeasureScorer
    ) -> ColumnProfile? {
        free.first { profile in
            guard !profile.isNumeric, !profile.column.isCut, profile.dates == nil,
                profile.column.texts.count > 1
            else { return false }
            let sample = profile.column.texts.prefix(40)
            let found = sample.count { text in
                let best = scorer.candidates(MatchSubject(text: text)).first
                return best?.confidence ?? 0 >= Assignment.accepted
            }
            return found * 2 >= sample.count
        }
    }

    /// Whether the header says that the cells name measures.
    static func isNamedAsCode(_ profile: ColumnProfile) -> Bool {
        let words = CellText.folded(profile.name).replacing("_", with: " ").split(separator: " ")
        return words.contains { codeWords.contains(String($0)) }
    }

    private static func rank(_ profile: ColumnProfile, _ order: [String]) -> Int {
        let name = CellText.folded(profile.name)
        return (order.firstIndex(of: name) ?? order.count) * 100 + profile.position
    }

    private static func valueColumn(_ figures: [ColumnProfile]) -> ColumnProfile? {
        let names = ["value", "amount", "figure", "actual", "wert", "result", "obs_value"]
        for name in names {
            if let found = figures.first(where: { CellText.folded($0.name) == name }) {
                return found
            }
        }
        return figures.first { profile in
            names.contains { CellText.folded(profile.name).contains($0) }
        } ?? figures.first
    }

    // MARK: Many rows a figure

    private static func account(_ table: DraftTable) -> ColumnProfile? {
        table.free.first { profile in
            let words = Set(profile.words.words + HeaderWords("\(profile.name)s").words)
            return !words.isDisjoint(with: accountWords) && profile.column.texts.count >= 10
                && profile.column.texts.prefix(50).allSatisfy { $0.contains(where: \.isNumber) }
        }
    }

    static let amountNames = [
        "debit", "credit", "amount", "balance", "ytd", "soll", "haben", "betrag", "actual",
    ]

    private static func hasAmounts(_ figures: [ColumnProfile]) -> Bool {
        figures.contains { profile in
            amountNames.contains { CellText.folded(profile.name).contains($0) }
        }
    }

    private static func post(_ table: DraftTable) -> ColumnProfile? {
        guard table.profiles.contains(where: isShareOfPost) else { return nil }
        return table.free.first { profile in
            !Set(profile.words.words).isDisjoint(with: postWords)
                && profile.column.texts.count * 2 >= table.sample.rows
        }
    }

    /// Whether a column says how much of a full post each one is.
    static func isShareOfPost(_ profile: ColumnProfile) -> Bool {
        let words = profile.words.words
        return profile.isNumeric
            && (words.contains("fulltime") || words == ["share"])
            && profile.numbers.allSatisfy { 0...2 ~= $0 || 10...100 ~= $0 }
    }

    private static func event(_ table: DraftTable) -> ColumnProfile? {
        guard table.sample.rows >= 20 else { return nil }
        let isKeyed = table.free.contains { profile in
            profile.column.isCut || profile.column.texts.count >= table.sample.rows * 9 / 10
        }
        return table.profiles.first { profile in
            profile.dates != nil && profile.period == nil
                && profile.column.blanks * 2 < table.sample.rows
                && profile.column.texts.count >= 10 && isKeyed
        }
    }
}
