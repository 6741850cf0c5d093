import Benchmarking
import MetricSpec

/// A city's place among its peers: dots on a line, the median, the middle
/// half, and the city as a square with its name.
///
/// Positions are per cent of the width and multiples of the text height, so
/// that the words keep their size on a phone, on paper and with large text.
struct StripPlot: Sendable {
    struct Dot: Sendable, Hashable {
        let position: Double
        /// 0 on the line, then alternately above and below it.
        let lane: Int
        let name: String
        let isBeyond: Bool
    }

    let title: String
    let dots: [Dot]
    let band: ClosedRange<Double>?
    let target: ClosedRange<Double>?
    let median: StripLabel?
    let city: StripLabel?
    /// Why the city is not in the picture; nil where it is.
    let absence: String?
    let ends: [StripLabel]
    let emphasis: Emphasis
    /// Whether the city's figure is one of those compared; else its mark is
    /// hollow.
    let isCompared: Bool

    /// nil when no peer has a figure.
    init?(_ assessment: Assessment, cityName: String, groupTitle: String) {
        let peers = assessment.otherPeers.sorted {
            ($0.value, $0.cityName, $0.cityID) < ($1.value, $1.cityName, $1.cityID)
        }
        guard let group = assessment.group, !peers.isEmpty,
            let scale = StripScale(
                values: peers.map(\.value),
                city: assessment.place.isNotCompared ? nil : assessment.entry.value,
                statistics: group.standing.statistics)
        else { return nil }
        let (style, statistics) = (assessment.style, group.standing.statistics)
        title = StripPlot.title(assessment, cityName: cityName, groupTitle: groupTitle)
        dots = StripPlot.dots(peers, scale: scale, style: style)
        band = StripPlot.band(statistics, scale: scale)
        target = assessment.entry.metric.target.map {
            scale.position($0.from)...scale.position($0.to)
        }
        median = statistics.median.map {
            StripLabel("median \(style.short($0))", at: scale.position($0))
        }
        city = StripPlot.city(assessment, cityName: cityName, scale: scale)
        isCompared = !assessment.place.isNotCompared
        absence = assessment.entry.value == nil ? assessment.entry.status.heading : nil
        ends = StripLabel.ends(
            scale: scale, values: peers.map(\.value), style: style, avoiding: median)
        emphasis = Emphasis(assessment.place.quarter)
    }

    /// The city's words; a figure that is not compared does not stretch the
    /// scale and has an arrow where it lies beyond.
    private static func city(
        _ assessment: Assessment, cityName: String, scale: StripScale
    ) -> StripLabel? {
        guard let value = assessment.entry.value else { return nil }
        var figure = assessment.style.short(value)
        if value < scale.low { figure = "\u{2190} \(figure)" }
        if value > scale.high { figure += " \u{2192}" }
        if assessment.place.isNotCompared { figure += ", not compared" }
        return StripLabel(
            "\(cityName) \(figure)", shorter: figure, at: scale.position(value))
    }

    private static func band(
        _ statistics: PeerStatistics, scale: StripScale
    ) -> ClosedRange<Double>? {
        guard let low = statistics.lowerQuartile.map(scale.position),
            let high = statistics.upperQuartile.map(scale.position), low <= high
        else { return nil }
        return low...high
    }

    /// Puts each dot into the first lane in which it touches no other; with
    /// many cities lanes are used again.
    private static func dots(
        _ peers: [PeerValue], scale: StripScale, style: NumberStyle
    ) -> [Dot] {
        let (laneCount, room) = (5, 2.4)
        var ends = [Double](repeating: -.infinity, count: laneCount)
        return peers.map { peer in
            let position = scale.position(peer.value)
            let isBeyond = !scale.contains(peer.value)
            let free = ends.firstIndex { isBeyond || position - $0 >= room }
            let lane = free ?? ends.indices.min { ends[$0] < ends[$1] } ?? 0
            ends[lane] = position
            return Dot(
                position: position, lane: lane,
                name: "\(peer.cityName) \(style.short(peer.value))", isBeyond: isBeyond)
        }
    }

    private static func title(
        _ assessment: Assessment, cityName: String, groupTitle: String
    ) -> String {
        let (entry, style) = (assessment.entry, assessment.style)
        let figure = entry.value.map(style.long) ?? assessment.entry.status.heading
        var text = "\(entry.metric.title): \(cityName) \(figure), \(Wording.finding(assessment))."
        let count = Wording.count(assessment.otherPeers.count, "peer", "peers")
        text += " \(count) in \u{201C}\(groupTitle)\u{201D}"
        if let median = assessment.median { text += ", median \(style.short(median))" }
        let statistics = assessment.group?.standing.statistics
        if let low = statistics?.lowerQuartile, let high = statistics?.upperQuartile {
            text += ", middle half \(style.range(low, high))"
        }
        return text + "." + (Wording.together(assessment).map { " \($0)" } ?? "")
    }
}
