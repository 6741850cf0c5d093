import Benchmarking
import MetricSpec

extension StandingStatus {
    /// In two or three words, behind a metric's title.
    var heading: String {
        switch self {
        case .reported: "reported"
        case .notReported: "not reported"
        case .notCollected: "not collected by the city"
        case .notApplicable: "does not apply to the city"
        case .notProvided: "the city does not provide the service"
        case .notTakingPart: "the city does not take part"
        case .withheld: "withheld by the city"
        case .suppressed: "hidden to protect people"
        case .unreliable: "too uncertain to compare"
        case .notComparable: "not comparable"
        case .late: "not here yet"
        }
    }

    /// In a whole sentence.
    var explanation: String {
        switch self {
        case .reported: "A figure is there."
        case .notReported: "The city takes part and no figure has arrived."
        case .notCollected: "The city says that it does not collect what the metric needs."
        case .notApplicable: "The figure cannot exist for this city."
        case .notProvided:
            "Somebody else, or nobody, provides the service here, so no figure is expected."
        case .notTakingPart: "The city has chosen not to be compared in this service."
        case .withheld: "The city has a figure and keeps it back."
        case .suppressed: "The figure could reveal single people, so it is not shown."
        case .unreliable:
            "The figure is there and too uncertain to be ranked or counted with the others."
        case .notComparable:
            "The figure follows another definition or time than those of the others."
        case .late: "The figure is past its due date and still expected."
        }
    }
}

extension PeerStatistics {
    /// Who is missing, by count and reason; nil when nobody is.
    var missingWords: String? {
        let parts = [
            (notReported, "not reported"), (notProvided, "not provided"),
            (notTakingPart, "not taking part"), (suppressed, "hidden to protect people"),
            (unreliable, "too uncertain"), (notComparable, "not comparable"),
        ]
        let words = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return words.isEmpty ? nil : words.joined(separator: ", ")
    }
}
