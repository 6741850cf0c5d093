import MetricSpec

extension Rule {
    /// A figure lies far from those of the city's peers.
    static let outlierAgainstPeers = Rule(
        id: "outlier-against-peers", severity: .warning,
        title: "A figure is far from those of all peers",
        remedy: "Correct the figure or its unit, or explain it")
}

extension FindingWriter {
    /// A figure, or its rate, far outside the quartiles of released ones.
    func outlierAgainstPeers(_ figure: Questioned, _ outlier: PeerOutlier) -> Finding {
        let metric = context.standard.metrics[Int(outlier.range.metric)]
        let label = context.standard.unit(metric.unit)?.label ?? metric.unit
        func shown(_ number: Double) -> String {
            PlainNumber.text(WrittenNumber.rounded(number, digits: 3))
        }
        return question(
            .outlierAgainstPeers, figure,
            problem: "makes \(metric.id) \(shown(outlier.figure)) \(label), far from its "
                + "\(outlier.range.contributors) peers in \(outlier.range.period.text)",
            expected: "a figure like theirs: half of them lie between "
                + "\(shown(outlier.range.lowerQuartile)) and \(shown(outlier.range.upperQuartile))"
                + (label.isEmpty ? "" : " \(label)"))
    }
}

/// A figure far from those of peers.
struct PeerOutlier: Equatable {
    /// In the metric's unit.
    let figure: Double
    let range: PeerRanges.Row
}
