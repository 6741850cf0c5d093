import MetricSpec

/// A metric by groups: a small table under its picture.
struct BreakdownModel: Sendable, Hashable {
    struct Row: Sendable, Hashable {
        let group: String
        /// The figure with why it is not compared, or why there is none.
        let figure: String
    }

    let title: String
    let rows: [Row]

    init(_ entry: BreakdownEntry, style: NumberStyle) {
        title = entry.title
        let groups = entry.rows.map { row in
            Row(group: row.title, figure: Self.figure(row, style: style))
        }
        let unknown = entry.unknownShare.map { share in
            Row(
                group: "Share whose group is not known",
                figure: NumberStyle(decimals: 0, label: "%").short(share * 100))
        }
        rows = groups + [unknown].compactMap { $0 }
    }

    private static func figure(_ row: BreakdownRow, style: NumberStyle) -> String {
        guard let value = row.value else { return row.status.heading }
        guard row.status != .reported else { return style.short(value) }
        return "\(style.short(value)) (\(row.reason?.heading ?? row.status.heading))"
    }
}
