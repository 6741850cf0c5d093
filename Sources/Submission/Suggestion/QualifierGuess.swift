import MetricSpec

/// The columns that say which breakdown, variant or status a value has.
struct QualifierGuess: Sendable {
    /// One such column.
    struct Qualifier: Sendable {
        let role: Suggestion.Role
        let key: String
        let value: String
        let column: Int
        let reason: String
        var question: String?
    }

    var qualifiers: [Qualifier] = []

    var columns: Set<Int> { Set(qualifiers.map(\.column)) }
    var hasVariant: Bool { qualifiers.contains { $0.role == .variant } }

    init(_ profiles: [ColumnProfile], taken: Set<Int>, context: IntakeContext) {
        let free = profiles.filter {
            !taken.contains($0.position) && !$0.isEmpty && !$0.isNumeric && !$0.column.isCut
                && $0.column.texts.count <= 60
        }
        if let found = free.lazy.compactMap({ Self.variant($0) }).first {
            qualifiers.append(found)
        }
        if let found = free.lazy.compactMap({ Self.status($0) }).first,
            !columns.contains(found.column)
        {
            qualifiers.append(found)
        }
        let rest = free.filter { !columns.contains($0.position) }
        if let found = rest.lazy.compactMap({ Self.breakdown($0, context.standard) }).first {
            qualifiers.append(found)
        }
    }

    private static func variant(_ profile: ColumnProfile) -> Qualifier? {
        let texts = profile.column.texts
        guard texts.allSatisfy({ VariantSpan.words[CellText.folded($0)] != nil }) else {
            return nil
        }
        return variant(
            texts, of: ("column", profile.name), column: profile.position,
            reason: "its cells are words for variants")
    }

    /// A place whose texts are words for variants.
    static func variant(
        _ texts: [String], of place: (key: String, name: String), column: Int, reason: String
    ) -> Qualifier {
        let known = texts.compactMap { text in
            VariantSpan.words[CellText.folded(text)].map { (text, $0.rawValue) }
        }
        return Qualifier(
            role: .variant, key: "variant", value: source(place, known), column: column,
            reason: reason)
    }

    private static let statusNames: Set<String> = [
        "status", "flag", "obs_status", "obs status", "quality", "note", "qualifier",
    ]
    private static let statusWords: [String: ObservationStatus] = [
        "a": .normal, "normal": .normal, "final": .normal, "e": .estimated, "est": .estimated,
        "estimated": .estimated, "estimate": .estimated, "p": .provisional,
        "prov": .provisional, "provisional": .provisional, "u": .unreliable,
        "unreliable": .unreliable,
    ]

    private static func status(_ profile: ColumnProfile) -> Qualifier? {
        guard statusNames.contains(CellText.folded(profile.name)) else { return nil }
        let known = profile.column.texts.compactMap { text in
            statusWords[CellText.folded(text)].map { (text, $0.rawValue) }
        }
        guard !known.isEmpty else { return nil }
        var found = Qualifier(
            role: .status, key: "status", value: source(("column", profile.name), known),
            column: profile.position, reason: "its header and cells are those of a status")
        let unknown = profile.column.texts.filter { statusWords[CellText.folded($0)] == nil }
        if !unknown.isEmpty {
            found.question = "what do \(PlaceGuess.list(unknown)) under \(profile.name) mean?"
        }
        return found
    }

    /// The breakdown of the standard that most of its cells are groups of.
    private static func breakdown(_ profile: ColumnProfile, _ standard: Standard) -> Qualifier? {
        var best: (list: Breakdown, crosswalk: String?, known: [(String, String)])?
        for list in standard.breakdowns {
            for (crosswalk, codes) in [(nil, ids(list))]
                + list.crosswalks.sorted(by: { $0.key < $1.key })
                .map({ (Optional($0.key), $0.value) })
            {
                let folded = Dictionary(
                    codes.map { (CellText.folded($0.key), $0.value) },
                    uniquingKeysWith: { one, _ in one })
                let known = profile.column.texts.compactMap { text in
                    folded[CellText.folded(text)].map { (text, $0) }
                }
                if known.count > best?.known.count ?? 0 { best = (list, crosswalk, known) }
            }
        }
        guard let best, best.known.count >= 2,
            best.known.count * 10 >= profile.column.texts.count * 6
        else { return nil }
        return qualifier(profile, best.list, best.crosswalk, best.known)
    }

    private static func ids(_ list: Breakdown) -> [String: String] {
        var ids: [String: String] = ["total": "total", "all": "total"]
        for value in list.values {
            ids[value.title] = value.id
            ids[value.id] = value.id
        }
        return ids
    }

    private static func qualifier(
        _ profile: ColumnProfile, _ list: Breakdown, _ crosswalk: String?,
        _ known: [(String, String)]
    ) -> Qualifier {
        var keys = [("column", YAMLText.scalar(profile.name)), ("list", list.id)]
        if let crosswalk {
            keys.append(("crosswalk", crosswalk))
        } else {
            let codes = known.filter { $0.0 != $0.1 }
            if !codes.isEmpty { keys.append(("codes", self.codes(codes))) }
        }
        let unknown = Set(profile.column.texts).subtracting(known.map(\.0)).sorted()
        return Qualifier(
            role: .breakdown, key: "breakdown",
            value: YAMLText.table(keys.map { (key: $0.0, value: $0.1) }),
            column: profile.position,
            reason:
                "\(known.count) of \(profile.column.texts.count) texts are groups of \(list.id)",
            question: unknown.isEmpty
                ? nil
                : "which groups are \(PlaceGuess.list(unknown))? Add codes: {TEXT: GROUP}.")
    }

    private static func source(
        _ place: (key: String, name: String), _ known: [(String, String)]
    ) -> String {
        let codes = known.filter { $0.0 != $0.1 }
        var keys = [(key: place.key, value: YAMLText.scalar(place.name))]
        if !codes.isEmpty { keys.append(("codes", self.codes(codes))) }
        return YAMLText.table(keys)
    }

    private static func codes(_ known: [(String, String)]) -> String {
        YAMLText.table(known.map { (key: YAMLText.scalar($0.0), value: $0.1) })
    }
}
