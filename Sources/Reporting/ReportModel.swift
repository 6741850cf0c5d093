import Benchmarking
import MetricSpec

/// Everything a city's page says, rounded and worded; no layout.
struct ReportModel: Sendable {
    let edition: EditionModel
    let cityName: String
    let headline: String
    let lead: String
    let tiles: [Tile]
    let strong: [LookItem]
    let weak: [LookItem]
    /// What the list says when it is empty, and what it leaves out.
    let lookNote: String?
    let domains: [DomainModel]
    let missing: [MissingModel]
    /// Figures that are shown without a place, by reason.
    let notCompared: [MissingModel]
    let recognition: RecognitionModel?
    let method: [MethodNote]
    let appendix: Appendix

    init(_ input: CityReportInput) {
        let assessments = input.metrics.map { Assessment($0, cityID: input.cityID) }
        let tally = Tally(assessments)
        let look = LookList(assessments)
        edition = EditionModel(input.edition)
        cityName = input.cityName
        headline =
            Headline(
                city: input.cityName, period: input.edition.period.words, tally: tally
            ).sentence
        lead = Self.lead(input, tally: tally)
        tiles = Tile.tiles(tally)
        strong = look.strong
        weak = look.weak
        lookNote = look.note
        domains = DomainModel.domains(assessments, input: input)
        missing = MissingModel.list(assessments)
        notCompared = MissingModel.notCompared(assessments)
        recognition = input.recognition.map(RecognitionModel.init)
        method = MethodNote.notes(input)
        appendix = Appendix(assessments, period: input.edition.period)
    }

    private static func lead(_ input: CityReportInput, tally: Tally) -> String {
        let metrics = Wording.count(input.metrics.count, "metric", "metrics")
        let groups = MethodNote.groupTitles(input)
        let among =
            groups.isEmpty
            ? "" : ", compared with \(Wording.list(groups.map { "\u{201C}\($0)\u{201D}" }))"
        return "\(metrics) for \(input.edition.period.words)\(among). 1st is the best place. "
            + "A place is not a verdict: no difference has been tested for chance."
    }
}

/// What every page says about its release.
struct EditionModel: Sendable, Hashable {
    let consortium: String
    let isInvented: Bool
    let period: String
    /// `Provisional release 12`.
    let release: String
    /// The sentence of vintage: release, standard, last submission.
    let vintage: String

    init(_ edition: Edition) {
        consortium = edition.consortium
        isInvented = edition.isInvented
        period = edition.period.words
        let kind = edition.releaseKind.prefix(1).uppercased() + edition.releaseKind.dropFirst()
        release = "\(kind) release \(edition.releaseNumber)"
        vintage =
            "\(release) for \(edition.period.text), of files received until "
            + "\(edition.dataReceivedAt); "
            + "metric standard \(edition.standard) \(edition.standardVersion); "
            + "last submission counted: \(edition.lastSubmission)."
    }
}

/// One of the large counts at the top.
struct Tile: Sendable, Hashable {
    let count: Int
    let words: String
    let emphasis: Emphasis

    /// The counts of a city; together they are all its metrics.
    static func tiles(_ tally: Tally) -> [Tile] {
        var tiles: [Tile] = []
        if tally.withQuarters > 0 {
            tiles = [
                Tile(count: tally.best, words: "in the best quarter", emphasis: .best),
                Tile(count: tally.middle, words: "in the middle half", emphasis: .neutral),
                Tile(count: tally.worst, words: "in the worst quarter", emphasis: .worst),
            ]
        }
        let others = [
            (tally.open, "with the quarter still open"),
            (tally.ranked, "ranked without quarters"),
            (tally.tooFew, "with too few cities"),
            (tally.unjudged, "shown, not ranked"),
            (tally.notCompared, "with a figure that is not compared"),
            (tally.missing, "without a figure"),
        ]
        return tiles
            + others.filter { $0.0 > 0 }.map {
                Tile(count: $0.0, words: $0.1, emphasis: .none)
            }
    }
}

/// How a place is set off; colour never stands without words.
enum Emphasis: String, Sendable, Hashable {
    case best
    case neutral
    case worst
    /// Colour is not allowed.
    case none

    init(_ quarter: Quarter?) {
        switch quarter {
        case .best: self = .best
        case .worst: self = .worst
        case .middle: self = .neutral
        case .open, nil: self = .none
        }
    }
}

/// A domain with its metrics.
struct DomainModel: Sendable {
    let title: String
    let anchor: String
    let metrics: [MetricModel]

    /// The domains in the order in which they first appear.
    static func domains(_ assessments: [Assessment], input: CityReportInput) -> [DomainModel] {
        var order: [String] = []
        var members: [String: [MetricModel]] = [:]
        for assessment in assessments {
            let domain = assessment.entry.metric.domain
            if members[domain] == nil { order.append(domain) }
            members[domain, default: []].append(MetricModel(assessment, input: input))
        }
        return order.map { domain in
            DomainModel(
                title: Wording.domain(domain), anchor: "domain-\(domain)",
                metrics: members[domain] ?? [])
        }
    }
}
