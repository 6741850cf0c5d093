import MetricSpec

/// Metrics without a figure, or without a place, for one reason.
struct MissingModel: Sendable, Hashable {
    let reason: String
    let explanation: String
    let metrics: [String]

    private init(heading: String, explanation: String, metrics: [String]) {
        reason = Wording.sentence(heading)
        self.explanation = explanation
        self.metrics = metrics
    }

    /// The reasons for no figure in the order of the vocabulary.
    static func list(_ assessments: [Assessment]) -> [MissingModel] {
        StandingStatus.allCases.compactMap { status in
            let titles = assessments.filter { $0.place == .missing(status) }
                .map { title($0.entry, status: status) }
            guard !titles.isEmpty else { return nil }
            return MissingModel(
                heading: status.heading, explanation: status.explanation, metrics: titles)
        }
    }

    /// The reasons why a figure is not compared, in the order of the
    /// vocabularies.
    static func notCompared(_ assessments: [Assessment]) -> [MissingModel] {
        let reasons: [IncomparableReason?] = IncomparableReason.allCases.map { $0 } + [nil]
        return StandingStatus.allCases.flatMap { status in
            reasons.compactMap { reason -> MissingModel? in
                let titles = assessments.filter { $0.place == .notCompared(status, reason) }
                    .map(\.entry.metric.title)
                guard !titles.isEmpty else { return nil }
                return MissingModel(
                    heading: reason?.heading ?? status.heading,
                    explanation: reason?.explanation ?? status.explanation, metrics: titles)
            }
        }
    }

    /// With the name of the service where the reason lies in the service.
    private static func title(_ entry: MetricEntry, status: StandingStatus) -> String {
        guard status == .notProvided || status == .notTakingPart, let service = entry.serviceTitle
        else { return entry.metric.title }
        return "\(entry.metric.title) (\(service))"
    }
}
