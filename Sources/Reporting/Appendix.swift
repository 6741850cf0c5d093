import MetricSpec

/// The city's figures by period, as one table: what the small lines show.
struct Appendix: Sendable {
    struct Row: Sendable, Hashable {
        let metric: String
        let unit: String
        /// One cell for each period of the table.
        let figures: [String]
    }

    /// Stands at a figure that follows another definition than the latest.
    static let mark = "\u{2020}"

    /// The periods, oldest first.
    let periods: [String]
    let rows: [Row]
    /// Whether a figure has the mark.
    var hasMark: Bool { rows.contains { $0.figures.contains { $0.hasSuffix(Self.mark) } } }

    init(_ assessments: [Assessment], period: Period) {
        let points = assessments.map { HistoryModel.points($0.entry, period: period) }
        let shown = Array(
            Set(points.joined().map(\.period)).sorted().suffix(HistoryModel.most + 1))
        periods = shown.map(\.shortWords)
        rows = zip(assessments, points).map { assessment, points in
            let byPeriod = Dictionary(
                points.map { ($0.period, $0) }, uniquingKeysWith: { first, _ in first })
            return Row(
                metric: assessment.entry.metric.title,
                unit: [assessment.entry.unit.prefix, assessment.entry.unit.label]
                    .filter { !$0.isEmpty }.joined(separator: " "),
                figures: shown.map { period in
                    guard let point = byPeriod[period] else { return "" }
                    guard let value = point.value else { return point.status.heading }
                    let isSame = point.comparableFrom == points.last?.comparableFrom
                    return assessment.style.short(value) + (isSame ? "" : Self.mark)
                })
        }
    }
}
