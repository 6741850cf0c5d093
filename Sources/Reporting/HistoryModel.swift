import MetricSpec

/// The city's own figures over time.
struct HistoryModel: Sendable {
    let line: HistoryLine
    /// `since Q3 2024`, beside the line.
    let span: String
    /// What changed in the definition within the span, the earliest first,
    /// then what happened to the city in it.
    let changes: [String]

    /// How many earlier periods are drawn.
    static let most = 8

    /// nil when fewer than two figures are there: one is no history.
    init?(
        _ entry: MetricEntry, style: NumberStyle, period: Period, notes: [SeriesNote] = []
    ) {
        let points = Self.points(entry, period: period)
        guard points.filter({ $0.value != nil }).count > 1, let first = points.first else {
            return nil
        }
        span = "since \(first.period.shortWords)"
        let definitions = entry.changes.filter {
            $0.date > first.period.start && $0.date < period.end
        }.map { change in
            "Definition changed on \(change.date.text): \(change.what) \(change.consequence)"
        }
        changes =
            definitions
            + notes.filter { $0.date >= first.period.start && $0.date < period.end }.map(\.text)
        line = HistoryLine(
            title: Self.title(entry.metric.title, points: points, style: style),
            points: points.map { point in
                HistoryLine.Point(
                    month: Int(point.period.firstMonth), value: point.value,
                    definition: point.comparableFrom)
            }, isCurrentCompared: entry.status == .reported)
    }

    /// The earlier points that are drawn and the current one, in order.
    static func points(_ entry: MetricEntry, period: Period) -> [HistoryPoint] {
        let earlier = entry.history.filter {
            $0.period < period && $0.period.months == period.months
        }
        .sorted { $0.period < $1.period }.suffix(most)
        let current = HistoryPoint(
            period: period, status: entry.status, value: entry.value,
            comparableFrom: entry.comparableFrom)
        return earlier + [current]
    }

    /// The figure of the same months one year before, and whether it follows
    /// another definition or is of another area; nil without one.
    static func yearEarlier(
        _ entry: MetricEntry, style: NumberStyle, period: Period, notes: [SeriesNote] = []
    ) -> String? {
        let earlier = entry.history.first { point in
            point.period.firstMonth == period.firstMonth - 12
                && point.period.months == period.months
        }
        guard let earlier, let value = earlier.value else { return nil }
        let isSame = entry.value == nil || earlier.comparableFrom == entry.comparableFrom
        let isOtherArea = notes.contains { note in
            note.changesArea && earlier.period.start < note.date && note.date <= period.start
        }
        return style.short(value) + (isSame ? "" : " (other definition)")
            + (isOtherArea ? " (other area)" : "")
    }

    private static func title(
        _ title: String, points: [HistoryPoint], style: NumberStyle
    ) -> String {
        let figures = points.enumerated().map { index, point in
            let figure = point.value.map(style.short) ?? point.status.heading
            let isBreak =
                index > 0 && points[index - 1].comparableFrom != point.comparableFrom
            return (isBreak ? "definition changed, " : "")
                + "\(point.period.shortWords) \(figure)"
        }
        return "\(title) over time: \(figures.joined(separator: ", "))"
    }
}
