import MetricSpec

extension CostBasis {
    /// As part of a sentence.
    var words: String {
        switch self {
        case .direct: "direct cost"
        case .directAndCapital: "direct cost and capital charge"
        case .full: "full cost"
        }
    }

    /// What it covers.
    var cover: String {
        switch self {
        case .direct: "own staff and what is bought"
        case .directAndCapital: "own staff, what is bought and a charge for capital"
        case .full: "own staff, what is bought, a charge for capital and a share of overhead"
        }
    }
}

extension AccountingBasis {
    /// As part of a sentence.
    var words: String {
        switch self {
        case .cash: "cash books"
        case .modifiedAccrual: "modified accrual books"
        case .accrual: "accrual books"
        }
    }
}

extension OverheadMethod {
    /// As part of a sentence.
    var words: String {
        switch self {
        case .none: "no overhead"
        case .direct: "overhead by one key"
        case .stepDown: "overhead stepped down"
        case .reciprocal: "overhead spread both ways"
        case .flatRate: "overhead at a flat rate"
        }
    }
}

extension AuditStatus {
    /// As part of a sentence.
    var words: String {
        switch self {
        case .unaudited: "unaudited"
        case .internallyAudited: "internally audited"
        case .audited: "audited"
        }
    }
}

extension ValueBasis {
    /// All that a figure states of itself; nil where it states nothing.
    var words: String? {
        let parts = [cost?.words, accounting?.words, overhead?.words, audit?.words]
            .compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}

extension ProvisionMode {
    /// Who does the work.
    var words: String {
        switch self {
        case .ownStaff: "with own staff"
        case .contract: "by contract"
        case .joint: "by a joint body"
        case .anotherGovernment: "through another government"
        case .none: "not at all"
        }
    }
}

extension CostRole {
    /// Which of a service's five costs it is.
    var words: String {
        switch self {
        case .ownStaff: "own staff"
        case .purchased: "what is bought"
        case .capitalCharge: "charge for capital"
        case .overhead: "share of overhead"
        case .revenueOffset: "what others pay for the service"
        }
    }
}

extension PopulationKind {
    /// Whom a figure is divided by.
    var words: String {
        switch self {
        case .resident: "the people who live in the city"
        case .served: "the people whom the service serves, inside and outside the city limits"
        case .daytime: "the people who are in the city by day"
        }
    }
}

extension IncomparableReason {
    /// Behind a metric's title, for a figure that is shown without a place.
    var heading: String {
        switch self {
        case .mode: "not compared: provided in another way"
        case .costBasis: "not compared: other costs are in it"
        case .accountingBasis: "not compared: booked by other rules"
        case .partAboveWhole: "not compared: the part exceeds the whole"
        case .notClosed: "not compared: the books are still open"
        case .outOfRange: "not compared: no number can hold it"
        case .definitionBreak: "not compared: the definition changed"
        case .tooFewEvents: "not compared: too few events"
        case .notCertified: "not compared: not certified"
        case .succession: "not compared: the city\u{2019}s area changed"
        }
    }

    /// In a whole sentence.
    var explanation: String {
        switch self {
        case .mode:
            "The city provides the service in another way than those that are compared, such as "
                + "by contract where they use own staff."
        case .costBasis: "The figure covers other costs than those of the others."
        case .accountingBasis: "The city books revenue and spending by other rules."
        case .partAboveWhole:
            "What should be a part is larger than the whole it belongs to: one of the two is wrong."
        case .notClosed: "The books of the period are not closed, so the amount may still move."
        case .outOfRange: "The result lies beyond what a number can hold."
        case .definitionBreak:
            "The definition changed between the periods that the figure sets against each other."
        case .tooFewEvents: "Fewer than ten events stand behind the standardised rate."
        case .notCertified:
            "The city had not certified its figures of the service when the release was made."
        case .succession:
            "The city merged, split, or lost or gained a part between the periods that the figure "
                + "sets against each other."
        }
    }
}
