import MetricSpec

/// Words that a drop-down offers, with what each means.
struct ChoiceList {
    let title: String
    let words: [(word: String, meaning: String)]

    /// Status words of a figure that is there.
    static let withFigure = ChoiceList(
        title: "Status, beside a figure",
        words: words([ObservationStatus.estimated, .provisional, .unreliable], meaning))

    /// Status words of a figure that is missing.
    static let withoutFigure = ChoiceList(
        title: "Status, where there is no figure",
        words: words(
            [
                ObservationStatus.notCollected, .notApplicable, .notProvided, .withheld,
                .suppressed, .late, .notReported,
            ], meaning))

    static let audit = ChoiceList(
        title: "Audit status", words: words(AuditStatus.allCases, meaning))
    static let costBasis = ChoiceList(
        title: "Cost basis", words: words(CostBasis.allCases, meaning))
    static let overhead = ChoiceList(
        title: "Overhead method", words: words(OverheadMethod.allCases, meaning))
    static let accounting = ChoiceList(
        title: "Accounting basis", words: words(AccountingBasis.allCases, meaning))

    private static func words<Word: Vocabulary>(
        _ words: [Word], _ meaning: (Word) -> String
    ) -> [(word: String, meaning: String)] {
        words.map { ($0.rawValue, meaning($0)) }
    }

    private static func meaning(_ word: ObservationStatus) -> String {
        switch word {
        case .normal: "An ordinary figure."
        case .estimated: "The city estimated it."
        case .provisional: "It is expected to change."
        case .unreliable: "It is too uncertain to be compared."
        case .notReported: "Nothing is sent; an earlier figure is taken back."
        case .notCollected: "The city does not collect it."
        case .notApplicable: "It cannot exist in this city."
        case .notProvided: "The city does not provide the service."
        case .notTakingPart: "The city does not take part in the comparison of this service."
        case .withheld: "The city has it and keeps it back."
        case .suppressed: "It is hidden because it could reveal somebody."
        case .late: "It comes later."
        }
    }

    private static func meaning(_ word: AuditStatus) -> String {
        switch word {
        case .unaudited: "Nobody but its author has looked at the figure."
        case .internallyAudited: "The city's own internal audit has."
        case .audited: "An independent auditor has, or the consortium's verifier."
        }
    }

    private static func meaning(_ word: CostBasis) -> String {
        switch word {
        case .direct: "The city's own staff, and what it buys."
        case .directAndCapital: "Direct cost, and the charge for capital."
        case .full: "Direct cost, capital charge and allocated overhead."
        }
    }

    private static func meaning(_ word: OverheadMethod) -> String {
        switch word {
        case .none: "No overhead is in the figure."
        case .direct: "Straight to the services, by one key."
        case .stepDown: "Department by department, in an order."
        case .reciprocal: "All departments at once."
        case .flatRate: "A flat percentage on direct cost."
        }
    }

    private static func meaning(_ word: AccountingBasis) -> String {
        switch word {
        case .cash: "Booked when money moves."
        case .modifiedAccrual: "Booked when it is measurable and available."
        case .accrual: "Booked when it is earned or incurred."
        }
    }
}
