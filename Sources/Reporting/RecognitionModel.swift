import MetricSpec

/// What a page says about the city's recognition.
struct RecognitionModel: Sendable {
    struct Row: Sendable, Hashable {
        let title: String
        let points: String
        let note: String
    }

    /// The level, or that the first one is not reached.
    let level: String
    /// The share of points, and what the next level asks for.
    let standing: String
    /// Where most points are to be gained; nil at the highest level.
    let gains: String?
    let rows: [Row]

    /// How many rules are named as those to work on.
    private static let most = 3

    init(_ entry: RecognitionEntry) {
        let percent = Self.percent(entry.percent)
        if let level = entry.level {
            self.level = level.title
            standing =
                entry.next.map {
                    "\(percent)% of the points; \($0.title) begins at \(Wording.number($0.from))%."
                } ?? "\(percent)% of the points, the highest level."
        } else {
            level = "Not yet at the first level"
            standing =
                entry.next.map {
                    "\(percent) of the \(Wording.number($0.from))% of points that \($0.title) "
                        + "asks for. Only this page says so."
                } ?? ""
        }
        gains = entry.next == nil ? nil : Self.gains(entry)
        rows = entry.rules.map { rule in
            Row(
                title: rule.title, points: Self.points(rule), note: rule.note ?? "")
        }
    }

    /// The rules with most points to gain, the largest gain first.
    private static func gains(_ entry: RecognitionEntry) -> String? {
        let open = entry.rules.enumerated()
            .map { (place: $0, rule: $1, gain: $1.possible - $1.points) }
            .filter { $0.gain > 0 }
            .sorted { ($1.gain, $0.place) < ($0.gain, $1.place) }
            .prefix(most)
        guard !open.isEmpty else { return nil }
        let named = open.map { "\($0.rule.title) (\(points($0.rule)))" }
        return "Most to gain: \(named.joined(separator: "; "))."
    }

    private static func points(_ rule: RecognitionRow) -> String {
        "\(NumberStyle(decimals: 1).short(rule.points)) of \(Wording.number(rule.possible))"
    }

    /// Whole per cent, rounded down: a level must not seem to be reached.
    private static func percent(_ share: Double) -> String {
        Wording.number(share.rounded(.down))
    }
}
