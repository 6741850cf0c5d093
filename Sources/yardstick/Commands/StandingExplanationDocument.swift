import MetricSpec
import Warehouse

/// Every step of one city's standings in one metric, as JSON.
struct StandingExplanationDocument: Encodable {
    let schema = "yardstick/standing-explanation/1"
    let metric: String
    let title: String
    let city: String
    let period: String
    let release: Int
    let status: String
    let value: Double?
    let terms: TermsLine
    let sources: [SourceLine]
    let groups: [ExplainedGroupLine]
    /// Absent without an earlier figure.
    let course: CourseLine?

    init(_ explanation: StandingExplanation, city: String, metric: String) {
        let lineage = explanation.lineage
        self.metric = metric
        self.city = city
        title = explanation.terms.title
        period = lineage.release.period.text
        release = lineage.release.number
        status = lineage.status
        value = lineage.value
        terms = TermsLine(explanation.terms)
        sources = lineage.sources.map { SourceLine($0) }
        groups = explanation.places.map { ExplainedGroupLine($0, lineage.release) }
        course = explanation.course.map { CourseLine($0) }
    }
}

/// What the metric was in the release.
struct TermsLine: Encodable {
    let unit: String
    let polarity: String
    let uncertainty: String
    let formula: String
    let multiplier: Double
    let targetFrom: Double?
    let targetTo: Double?
    let decimals: Int?
    let meaningfulDifference: Double?
    let isDifferencePercent: Bool?

    init(_ terms: StandingExplanation.Terms) {
        unit = terms.unit
        polarity = terms.polarity
        uncertainty = terms.uncertainty
        formula = terms.formula
        multiplier = terms.multiplier
        targetFrom = terms.targetFrom
        targetTo = terms.targetTo
        decimals = terms.decimals
        meaningfulDifference = terms.meaningfulDifference
        isDifferencePercent = terms.isDifferencePercent
    }
}

/// A standing and the members of its group, the best first.
struct ExplainedGroupLine: Encodable {
    let standing: StandingLine
    let peers: [ExplainedPeerLine]

    init(_ place: StandingExplanation.Place, _ release: Release) {
        standing = StandingLine(
            place.standing, period: release.period, release: release.number)
        peers = place.peers.map { ExplainedPeerLine($0) }
    }
}

/// A member of a group.
struct ExplainedPeerLine: Encodable {
    let city: String
    let status: String
    let value: Double?
    let lower: Double?
    let upper: Double?
    let rankKey: Double?
    let isIndistinct: Bool

    init(_ peer: StandingExplanation.Peer) {
        city = peer.city
        status = peer.status
        value = peer.value
        lower = peer.lower
        upper = peer.upper
        rankKey = peer.rankKey
        isIndistinct = peer.isIndistinct
    }
}

/// The course of the figure.
struct CourseLine: Encodable {
    let periods: Int
    let method: String?
    let slope: Double?
    let direction: String?
    let course: String?
    let probability: Double?
    let chiSquare: Double?
    let autocorrelation: Double?
    let yearChange: Double?
    let yearChangeLower: Double?
    let yearChangeUpper: Double?

    init(_ course: StandingExplanation.Course) {
        periods = course.periods
        method = course.method
        slope = course.slope
        direction = course.direction
        self.course = course.course
        probability = course.probability
        chiSquare = course.chiSquare
        autocorrelation = course.autocorrelation
        yearChange = course.yearChange
        yearChangeLower = course.yearChangeLower
        yearChangeUpper = course.yearChangeUpper
    }
}
