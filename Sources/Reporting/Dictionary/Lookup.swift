import MetricSpec

/// Finds the parts that a definition names, with the places of their pages.
struct Lookup: Sendable {
    let standard: Standard
    /// The proposal that is looked at, with the measures that come with it.
    let proposal: Proposal?
    /// The positions of the metrics that each measure is part of.
    private let users: [String: [Int]]

    init(_ standard: Standard) {
        self.standard = standard
        proposal = nil
        var users: [String: [Int]] = [:]
        for (position, metric) in standard.metrics.enumerated() {
            for id in Set(metric.formula.measures + metric.formula.accompanying) {
                users[id, default: []].append(position)
            }
        }
        self.users = users
    }

    /// The same, for the page of a proposal.
    init(_ lookup: Lookup, proposal: Proposal) {
        standard = lookup.standard
        users = lookup.users
        self.proposal = proposal
    }

    /// The measure with an id, also one that is only proposed.
    func measure(_ id: String) -> Measure? {
        standard.measure(id) ?? proposal?.measures.first { $0.id == id }
    }

    /// The title of a measure or metric.
    func title(_ id: String) -> String {
        measure(id)?.title ?? standard.metric(id)?.title ?? id
    }

    /// The title, as a link to where the measure or metric is told of.
    func link(_ id: String) -> HTML {
        if let metric = standard.metric(id) {
            return "<a href=\"\(Self.file(ofMetric: id))\">\(metric.title)</a>"
        }
        guard let measure = standard.measure(id) else { return "\(title(id))" }
        let file = Self.file(ofDomain: measure.domain)
        return "<a href=\"\(file)#\(Self.anchor(ofMeasure: id))\">\(measure.title)</a>"
    }

    /// How figures in a unit are written.
    func style(_ unit: String) -> NumberStyle {
        let unit = standard.unit(unit)
        return NumberStyle(decimals: nil, prefix: unit?.prefix ?? "", label: unit?.label ?? "")
    }

    /// A unit as it stands alone: `minutes`, `$ per resident`.
    func words(ofUnit id: String) -> String {
        guard let unit = standard.unit(id) else { return id }
        let words = [unit.prefix, unit.label].filter { !$0.isEmpty }.joined(separator: " ")
        if !words.isEmpty { return words }
        let name = id.split(separator: "-").joined(separator: " ")
        return name == "yes no" ? "yes or no" : name
    }

    /// Links to the breakdowns with these ids.
    func breakdowns(_ ids: [String]) -> HTML {
        let links = ids.compactMap { id -> HTML? in
            guard let breakdown = standard.breakdown(id) else { return nil }
            return "<a href=\"index.html#breakdown-\(id)\">\(breakdown.title)</a>"
        }
        return HTML(joining: links.enumerated().map { $0 == 0 ? $1 : ", \($1)" })
    }

    /// The metrics that a measure is part of.
    func metrics(using id: String) -> [Metric] {
        (users[id] ?? []).map { standard.metrics[$0] }
    }

    static func file(ofMetric id: String) -> String { "metric-\(joined(id)).html" }

    static func file(ofProposal id: String) -> String { "proposal-\(joined(id)).html" }

    static func file(ofDomain id: String) -> String { "domain-\(id).html" }

    static func anchor(ofMeasure id: String) -> String { "measure-\(joined(id))" }

    private static func joined(_ id: String) -> String {
        id.split(separator: "/").joined(separator: "--")
    }
}
