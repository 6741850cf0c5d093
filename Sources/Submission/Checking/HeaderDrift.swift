import MetricSpec

/// Which new column is probably a mapped one under another name.
///
/// Mapped columns that are gone and columns that nobody has decided about are
/// laid side by side: by their words, by slips of letters, and by where they
/// stand between columns that are still there.
struct HeaderDrift {
    /// A column that a mapped one probably is.
    struct Match: Equatable {
        /// From 0.
        let column: Int
        /// Why, in a few words.
        let reason: String
    }

    private var matches: [[String]: Match] = [:]
    private var oldNames: [Int: String] = [:]

    /// From here on a match is told.
    private static let told = 0.5

    init(_ problems: [HeaderMatcher.Problem], header: [String], mapping: Mapping) {
        var gone: [[String]] = []
        var new: [Int] = []
        for problem in problems {
            switch problem {
            case .missing(let names): gone.append(names)
            case .unmapped(let column): new.append(column)
            case .twice, .unknown, .unit: break
            }
        }
        if gone.isEmpty || new.isEmpty || FindingWriter.isWholeRow(header) { return }
        let places = Self.places(mapping, header)
        var pairs: [(score: Double, names: [String], match: Match)] = []
        for names in gone {
            for column in new {
                let isInPlace = places[names] == column
                guard
                    let (score, reason) = Self.score(
                        names, header[column], isInPlace, isOnly: new.count == 1)
                else {
                    continue
                }
                pairs.append((score, names, Match(column: column, reason: reason)))
            }
        }
        for pair in pairs.sorted(by: { $0.score > $1.score })
        where matches[pair.names] == nil && oldNames[pair.match.column] == nil {
            matches[pair.names] = pair.match
            oldNames[pair.match.column] = pair.names.last
        }
    }

    /// The column that one of these names probably became.
    func match(_ names: [String]) -> Match? { matches[names] }

    /// The name that a new column probably had.
    func oldName(ofColumn column: Int) -> String? { oldNames[column] }

    /// How alike a name and a header are, and in what.
    private static func score(
        _ names: [String], _ header: String, _ isInPlace: Bool, isOnly: Bool
    ) -> (Double, String)? {
        var best = (score: 0.0, reason: "")
        for name in names {
            if Spelling.nearest(to: CellText.folded(name), among: [CellText.folded(header)]) != nil
            {
                best = max(best, (0.95, "written almost alike"), by: { $0.score < $1.score })
            }
            let likeness = Likeness.ofTexts(name, header)
            best = max(best, (likeness, "words in common"), by: { $0.score < $1.score })
        }
        // A place alone says something of the only new column.
        if isInPlace, isOnly || best.score > 0.3 {
            let reason =
                best.score > 0.3 ? "\(best.reason), and in its place" : "it is in its place"
            best = (min(1, best.score + 0.5), reason)
        }
        return best.score >= told ? best : nil
    }

    /// The columns that stand where a mapped one should: between those that
    /// come before and after it in the mapping.
    private static func places(_ mapping: Mapping, _ header: [String]) -> [[String]: Int] {
        let folded = header.map { CellText.folded($0) }
        let found = mapping.values.map { value in
            value.column.names.lazy.compactMap { folded.firstIndex(of: CellText.folded($0)) }.first
        }
        var places: [[String]: Int] = [:]
        for (index, value) in mapping.values.enumerated() where found[index] == nil {
            let before = index > 0 ? found[index - 1] : nil
            let after = index + 1 < found.count ? found[index + 1] : nil
            if let before, after == nil || after == before + 2 {
                places[value.column.names] = before + 1
            } else if before == nil, let after, index == 0 {
                places[value.column.names] = after - 1
            }
        }
        return places
    }
}

private func max(
    _ left: (score: Double, reason: String), _ right: (score: Double, reason: String),
    by areOrdered: ((score: Double, reason: String), (score: Double, reason: String)) -> Bool
) -> (score: Double, reason: String) {
    areOrdered(left, right) ? right : left
}
