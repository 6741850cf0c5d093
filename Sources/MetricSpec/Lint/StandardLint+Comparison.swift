extension StandardLint {
    /// The kind of uncertainty fits the formula (METHODS 0).
    func checkUncertainty(_ metric: Metric, _ place: YAMLValue) {
        lazy var spot = place.at("uncertainty")
        let formula = metric.formula
        switch metric.uncertainty {
        case .events: checkEvents(metric, spot)
        case .records:
            switch formula {
            case .mean, .percentile: break
            default:
                spot.report(
                    "records have a mean or a percentile, not a \(formula.word). "
                        + "Expected events, volume, sample or none.")
            }
        case .sample:
            for id in formula.numerator where !hasMargin(id) {
                spot.report(
                    "\(id) has no margin of error. Expected a measure with margin_of: \(id).")
            }
        case .none:
            if formula.word != "reported" {
                spot.report("a \(formula.word) is a number that chance moves. Expected volume.")
            }
        case .volume: break
        }
        checkDifference(metric, place)
    }

    private func checkEvents(_ metric: Metric, _ spot: YAMLValue) {
        switch metric.formula {
        case .difference, .mean, .percentile, .rateOfChange, .index:
            spot.report(
                "a \(metric.formula.word) has no interval from counts. "
                    + "Expected volume, records or sample.")
            return
        default: break
        }
        if let id = metric.formula.subtracted.first {
            spot.report("\(id) is taken off, and what is left is no count. Expected volume.")
            return
        }
        var ids = metric.formula.numerator
        if case .share(_, let whole) = metric.formula { ids += whole }
        if let id = ids.first(where: { !isCounted($0) }) {
            spot.report(
                "\(id) counts no separate events but \(measures[id]?.unit ?? ""). "
                    + "Expected volume.")
        }
    }

    private func isCounted(_ id: String) -> Bool {
        planner.unit(of: id).map { isCounted($0.dimension) } ?? true
    }

    /// Whether it counts separate things of one kind.
    func isCounted(_ dimension: Dimension) -> Bool {
        guard dimension.powers.count == 1, let (name, power) = dimension.powers.first else {
            return false
        }
        return power == 1 && dimensions[name]?.isCounted == true
    }

    private func hasMargin(_ id: String) -> Bool {
        draft.measures.contains { $0.value.margin?.measure == id }
    }

    private func checkDifference(_ metric: Metric, _ place: YAMLValue) {
        switch (metric.meaningfulDifference, metric.formula) {
        case (nil, _):
            if metric.uncertainty != .none {
                place.report("the key \"meaningful_difference\" is missing.")
            }
        case (.percent?, .difference), (.percent?, .rateOfChange):
            place.at("meaningful_difference").report(
                "a \(metric.formula.word) may be 0, and a per cent of it nothing. "
                    + "Expected absolute.")
        default: break
        }
    }

    /// What it is held against fits what it is.
    func checkComparison(_ metric: Metric, _ place: YAMLValue) {
        if case .indirectlyStandardised = metric.formula, metric.reference == .peers {
            place.at("formula").report(
                "indirectly standardised ratios do not compare with each other, so they have no "
                    + "rank. Expected compare: standard.")
        }
        if metric.isSymmetric, metric.formula.word != "mean" {
            place.at("symmetric").report("symmetric is said of means only.")
        }
        if metric.comparability.modes != .any, metric.service == nil {
            place.at("comparable_modes").report(
                "ways of providing belong to a service. Expected the key \"service\".")
        }
        checkStandardisation(metric, place)
    }

    private func checkStandardisation(_ metric: Metric, _ place: YAMLValue) {
        let (breakdown, groups, key): (String, [String], String)
        switch metric.formula {
        case .directlyStandardised(let rate):
            (breakdown, groups, key) = (rate.breakdown, rate.weights.keys.sorted(), "weights")
        case .indirectlyStandardised(let ratio):
            (breakdown, groups, key) = (ratio.breakdown, ratio.rates.keys.sorted(), "rates")
        default: return
        }
        let spot = place.at("formula", metric.formula.word, key)
        refer(breakdown, "breakdown", breakdowns.keys, place.at("formula", metric.formula.word))
        guard let list = breakdowns[breakdown] else { return }
        let known = list.values.filter { !$0.isUnknown }.map(\.id)
        for group in groups { refer(group, "group", known, spot) }
        let missing = known.filter { !groups.contains($0) }
        if !missing.isEmpty {
            spot.report("groups of \(breakdown) are missing: \(missing.joined(separator: ", ")).")
        }
        // An indirect ratio needs the cases as a total only.
        let formula = metric.formula
        let ids = key == "rates" ? formula.denominator : formula.measures
        for id in ids where measures[id]?.breakdowns.contains(breakdown) == false {
            spot.report("\(id) is not reported by \(breakdown).")
        }
    }

    /// The population below is the one that is said.
    func checkPopulation(_ metric: Metric, _ place: YAMLValue) {
        let below = metric.formula.denominator.compactMap { measures[$0]?.population }
        guard let population = metric.population else {
            if !below.isEmpty {
                place.report(
                    "the key \"population\" is missing: the denominator is a population. "
                        + "Expected resident, served or daytime.")
            }
            return
        }
        let spot = place.at("population")
        guard let found = below.first else {
            spot.report("the denominator is no population.")
            return
        }
        if metric.isMidPeriod, !isResidentStock(metric) {
            spot.report(
                "the middle of the period is that of one population of residents, of kind stock.")
            return
        }
        if (population == .daytime) != (found == .daytime) {
            spot.report("the denominator is the \(found.rawValue) population.")
            return
        }
        if let id = metric.service, let wanted = services[id]?.population, wanted != population {
            let whom = wanted == .served ? "whom it serves" : "the \(wanted.rawValue) population"
            spot.report("the service \(id) is measured by \(whom). Expected \(wanted.rawValue).")
        }
    }

    /// Whether nothing but residents on a day stand below the line.
    private func isResidentStock(_ metric: Metric) -> Bool {
        let below = metric.formula.denominator.compactMap { measures[$0] }
        return below.count == 1
            && below.allSatisfy { $0.kind == .stock && $0.population == .resident }
    }

    func checkMargin(_ measure: Measure, _ place: YAMLValue) {
        guard let margin = measure.margin else { return }
        let spot = place.at("margin_of")
        refer(margin.measure, "measure", measures.keys, spot)
        if let estimate = measures[margin.measure], estimate.unit != measure.unit {
            spot.report(
                "the margin is in \(measure.unit), \(estimate.id) in \(estimate.unit).")
        }
    }
}
