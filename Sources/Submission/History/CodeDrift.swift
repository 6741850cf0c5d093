import MetricSpec

/// How the accounts, or the categories of a column, of a city differ from
/// those of the period before.
struct CodeDrift {
    /// A code that is gone and the one that it likely became, or one before
    /// and now.
    struct Pair: Equatable {
        let old: PeriodCodes.Code
        let new: PeriodCodes.Code
        /// Whether not their texts but their figures are alike.
        var isByFigures = false
    }

    /// Nil where it is of several cities.
    let city: Int32?
    /// The period that the file is of, and the one it is compared with.
    let period: Period
    let before: Period
    /// From 0.
    let column: Int
    let header: String
    let kind: CodeColumn.Kind
    /// Those that carried something and are not there any more.
    private(set) var vanished: [PeriodCodes.Code] = []
    /// Those that were not there before.
    private(set) var new: [PeriodCodes.Code] = []
    /// Accounts with another number and the same name.
    private(set) var moved: [Pair] = []
    /// Accounts with another name, and categories written otherwise.
    private(set) var renamed: [Pair] = []

    /// Whether a code that no list knows is likely one of those that are gone.
    var namesUnmapped: Bool { renamed.contains { $0.new.use == nil } }

    /// Of fewer rows a category may have none by chance: with ten expected
    /// that is one in twenty thousand.
    private static let fewestRows = 10
    /// From here on two texts are likely names of one thing.
    private static let alike = 0.5

    /// Compares lists; of several periods of the file all codes count.
    ///
    /// - Parameters:
    ///   - startsAnew: whether codes may be absent since nothing is booked yet.
    ///   - use: what the mapping makes of a code now.
    init(
        from old: PeriodCodes, to lists: [PeriodCodes], in column: CodeColumn, startsAnew: Bool,
        use: (String) -> String?
    ) {
        city = old.city
        before = old.period
        period = lists.map(\.period).min { $0.start < $1.start } ?? old.period
        header = old.column
        self.column = column.column
        kind = column.kind
        let now = Self.pooled(lists)
        let (known, present) = (Set(old.codes.map(\.text)), Set(now.map(\.text)))
        // A code that is left out now may be in rows that are not counted.
        var gone = old.codes.filter { code in
            !present.contains(code.text) && code.use != "" && use(code.text) != ""
                && carries(code)
        }
        new = now.filter { !known.contains($0.text) && ($0.amount ?? 1) != 0 }
        if kind == .account {
            takeMoved(&gone)
            takeRenamed(old.codes, now)
        } else {
            takeRespelled(&gone) { Self.likeness($0.text, $1.text) }
        }
        vanished = startsAnew ? [] : gone
    }

    /// Takes the codes of figures that are gone and those that are new.
    ///
    /// - Parameters:
    ///   - likeness: how alike the texts of two codes are, up to 1.
    ///   - resembling: codes that are gone and new ones with figures alike.
    init(
        _ span: FigureCodes.Span, of city: Int32?, column: CodeColumn, header: String,
        gone: [PeriodCodes.Code], new: [PeriodCodes.Code], resembling: [Pair],
        likeness: (PeriodCodes.Code, PeriodCodes.Code) -> Double
    ) {
        (period, before) = (span.period, span.before)
        (self.city, self.header) = (city, header)
        (self.column, kind) = (column.column, column.kind)
        self.new = new
        var gone = gone
        takeRespelled(&gone, likeness)
        let left = resembling.filter { pair in
            gone.contains { $0 == pair.old } && self.new.contains { $0 == pair.new }
        }
        // One of several that are alike would be a guess.
        renamed += left.filter { pair in
            left.count { $0.old == pair.old || $0.new == pair.new } == 1
        }
        remove(renamed, &gone)
        vanished = gone
    }

    /// Whether something is missed where a code is gone.
    private func carries(_ code: PeriodCodes.Code) -> Bool {
        kind == .account ? (code.amount ?? 0) != 0 : code.rows >= Self.fewestRows
    }

    /// The codes of all periods, each once.
    private static func pooled(_ lists: [PeriodCodes]) -> [PeriodCodes.Code] {
        guard lists.count > 1 else { return lists.first?.codes ?? [] }
        var places: [String: Int] = [:]
        var pooled: [PeriodCodes.Code] = []
        for code in lists.flatMap(\.codes) {
            guard let place = places[code.text] else {
                places[code.text] = pooled.count
                pooled.append(code)
                continue
            }
            let known = pooled[place]
            pooled[place] = PeriodCodes.Code(
                text: code.text, name: known.name, use: known.use, rows: known.rows + code.rows,
                amount: known.amount.map { $0 + (code.amount ?? 0) }, line: known.line)
        }
        return pooled
    }

    /// Pairs accounts whose name is that of one account that is gone, and of
    /// no other.
    private mutating func takeMoved(_ gone: inout [PeriodCodes.Code]) {
        let old = Dictionary(grouping: gone, by: { CellText.folded($0.name) })
        let fresh = Dictionary(grouping: new, by: { CellText.folded($0.name) })
        for code in new {
            let name = CellText.folded(code.name)
            guard !name.isEmpty, fresh[name]?.count == 1, let match = old[name], match.count == 1
            else { continue }
            moved.append(Pair(old: match[0], new: code))
        }
        remove(moved, &gone)
    }

    /// Accounts that are called something else now.
    private mutating func takeRenamed(_ old: [PeriodCodes.Code], _ now: [PeriodCodes.Code]) {
        let names = Dictionary(old.map { ($0.text, $0) }, uniquingKeysWith: { first, _ in first })
        for code in now where (code.amount ?? 0) != 0 {
            guard let known = names[code.text], !known.name.isEmpty, !code.name.isEmpty,
                Self.likeness(known.name, code.name) < Self.alike
            else { continue }
            renamed.append(Pair(old: known, new: code))
        }
    }

    /// Pairs categories that are written alike, the likest first.
    private mutating func takeRespelled(
        _ gone: inout [PeriodCodes.Code],
        _ likeness: (PeriodCodes.Code, PeriodCodes.Code) -> Double
    ) {
        var pairs: [(likeness: Double, pair: Pair)] = []
        for old in gone {
            for code in new {
                let likeness = likeness(old, code)
                if likeness >= Self.alike { pairs.append((likeness, Pair(old: old, new: code))) }
            }
        }
        for (_, pair) in pairs.sorted(by: { $0.likeness > $1.likeness })
        where !renamed.contains(where: { $0.old == pair.old || $0.new == pair.new }) {
            renamed.append(pair)
        }
        remove(renamed, &gone)
    }

    private mutating func remove(_ pairs: [Pair], _ gone: inout [PeriodCodes.Code]) {
        let (olds, news) = (Set(pairs.map(\.old.text)), Set(pairs.map(\.new.text)))
        gone.removeAll { olds.contains($0.text) }
        new.removeAll { news.contains($0.text) }
    }

    /// How alike two texts are: written almost so, or by their words.
    static func likeness(_ left: String, _ right: String) -> Double {
        let (first, second) = (CellText.folded(left), CellText.folded(right))
        if first == second { return 1 }
        if first.count > 4, Spelling.nearest(to: first, among: [second]) != nil { return 0.95 }
        return Likeness.ofTexts(left, right)
    }
}
