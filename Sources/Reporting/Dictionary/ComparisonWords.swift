import MetricSpec

/// Who is compared with whom in a metric, who is not, and why.
struct ComparisonWords: Sendable {
    private let metric: Metric
    private let lookup: Lookup

    init(_ metric: Metric, lookup: Lookup) {
        self.metric = metric
        self.lookup = lookup
    }

    /// One sentence a rule.
    var sentences: [String] {
        [
            reference, provision, modes, costs, books, population, age, year, annual, prices,
            parts, disclosure,
        ].compactMap { $0 }
    }

    private var reference: String {
        metric.reference == .peers
            ? "Each city is compared with its peer groups."
            : "Each city is held against the standard alone; cities are not ranked, because each "
                + "one\u{2019}s figure rests on its own mix of groups."
    }

    private var provision: String? {
        guard let service = metric.service.flatMap(lookup.standard.service) else { return nil }
        return "A city that does not provide \u{201C}\(service.title)\u{201D}, or does not take "
            + "part in it, is left out and is not called late."
    }

    private var modes: String? {
        switch metric.comparability.modes {
        case .any: nil
        case .equal:
            "Cities are ranked with those that provide the service in the same way: with own "
                + "staff, by contract or by a joint body. The others are shown without a rank."
        case .only(let modes):
            "Only cities that provide the service \(Wording.choice(modes.map(\.words))) are "
                + "ranked. The others are shown without a rank: their figures lack what others "
                + "do for them."
        }
    }

    private var costs: String? {
        metric.comparability.costBasis.map {
            "It is \($0.words): \($0.cover). A figure that covers other costs is shown without "
                + "a rank."
        }
    }

    private var books: String? {
        let bases = metric.comparability.accountingBases
        guard !bases.isEmpty else { return nil }
        return "Only \(Wording.list(bases.map(\.words))) compare. A figure from other books is "
            + "shown without a rank."
    }

    private var population: String? {
        metric.population.map {
            "The population in it is \($0.words)"
                + (metric.isMidPeriod
                    ? " in the middle of the period, in between the two known values around it."
                    : ".")
        }
    }

    /// The age of a stock below the line; a flow is of the period itself.
    private var age: String? {
        let stocks = metric.formula.denominator.compactMap(lookup.measure)
            .filter { $0.kind == .stock }
        guard let stock = stocks.first else { return nil }
        let months = Wording.count(metric.maxAgeMonths, "month", "months")
        return "Where \u{201C}\(stock.title)\u{201D} is not known for the period, one up to "
            + "\(months) older is taken."
    }

    private var year: String? {
        metric.takesAnyFiscalYear
            ? "A city\u{2019}s latest fiscal year counts if it ends within the compared twelve "
                + "months." : nil
    }

    private var annual: String? {
        metric.isAnnualised ? "It is put on a year of 365.25 days, by the days of the period." : nil
    }

    private var prices: String? {
        guard let prices = metric.prices else { return nil }
        let series = lookup.standard.priceSeries.first { $0.id == prices.series }
        let base = series.map { ", in prices of \($0.base.words)" } ?? ""
        let parity =
            prices.hasParity
            ? " What it would be at national price levels is shown beside it and never ranked." : ""
        return "Beside the amount as paid stands the real amount\(base) "
            + "(\(series?.title ?? prices.series)).\(parity)"
    }

    private var parts: String? {
        if case .share = metric.formula {
            return "A city whose part exceeds its whole is shown without a rank: one of the two "
                + "figures is wrong."
        }
        return nil
    }

    private var disclosure: String? {
        guard let rule = metric.disclosure else { return nil }
        let limits = [
            rule.minimumCount.map { "fewer than \(Wording.number($0)) cases" },
            rule.minimumDenominator.map { "a base below \(Wording.number($0))" },
        ].compactMap { $0 }
        return "To protect people, a figure with \(Wording.choice(limits)) is not shown."
    }
}

extension Wording {
    /// `a`, `a or b`, `a, b or c`.
    static func choice(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " or " + last
    }
}

/// A proposal's way into the standard.
struct ProposalWords: Sendable {
    private let proposal: Proposal
    private let lookup: Lookup

    init(_ proposal: Proposal, lookup: Lookup) {
        self.proposal = proposal
        self.lookup = lookup
    }

    /// Proposed when and by whom, consulted until, adopted from.
    var sentence: String {
        var words = "Proposed on \(proposal.proposed.text) by \(proposal.by)"
        if let day = proposal.consultedUntil { words += "; comments until \(day.text)" }
        words += proposal.adoptedFrom.map { "; adopted from \($0.text)" } ?? "; not yet decided"
        if let id = proposal.replaces { words += "; in place of \(lookup.title(id))" }
        return words + "."
    }
}
