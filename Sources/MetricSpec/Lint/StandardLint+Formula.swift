extension StandardLint {
    /// Whether all ids of the formula are there and may stand where they do.
    func checkReferences(_ metric: Metric, _ place: YAMLValue) -> Bool {
        let formula = metric.formula
        lazy var spot = place.at("formula", formula.word)
        let isOneSided = formula.isRatio && formula.denominator.isEmpty
        if isOneSided || formula.numerator.count == formula.subtracted.count {
            spot.report("the formula names no measure.")
            return false
        }
        var isSound = true
        for id in formula.measures + formula.accompanying where measures[id] == nil {
            if metrics[id] == nil {
                isSound = false
                let known =
                    formula.takesMetrics
                    ? Array(measures.keys) + metrics.keys
                    : Array(measures.keys)
                refer(id, "measure", known, spot)
            } else if !formula.takesMetrics {
                isSound = false
                spot.report("\(id) is a metric. Expected measures in a \(formula.word).")
            }
        }
        for ids in [formula.numerator, formula.denominator] {
            if let id = Self.repeated(ids) {
                spot.report("\(id) stands twice and would count twice.")
                return false
            }
        }
        if !formula.denominator.isEmpty, Set(formula.numerator) == Set(formula.denominator) {
            spot.report("the same stands above and below, so the figure is always the same.")
            return false
        }
        return isSound
    }

    /// The first id that stands more than once.
    private static func repeated(_ ids: [String]) -> String? {
        var seen: Set<String> = []
        return ids.count < 2 ? nil : ids.first { !seen.insert($0).inserted }
    }

    /// Metrics are not made of themselves.
    func checkCircles() {
        var done: Set<String> = []
        for (metric, place) in draft.metrics {
            if let circle = circle(from: metric.id, path: [], done: &done) {
                place.at("formula").report(
                    "the metric is made of itself: \(circle.joined(separator: " -> ")).")
            }
        }
    }

    private func circle(from id: String, path: [String], done: inout Set<String>) -> [String]? {
        if let start = path.firstIndex(of: id) { return path[start...] + [id] }
        guard let metric = metrics[id], !done.contains(id) else { return nil }
        for part in metric.formula.measures where metrics[part] != nil && measures[part] == nil {
            if let circle = circle(from: part, path: path + [id], done: &done) { return circle }
        }
        done.insert(id)
        return nil
    }

    /// The formula gives what the unit says.
    func checkDimensions(_ metric: Metric, _ place: YAMLValue) {
        guard let unit = units[metric.unit] else { return }
        let formula = metric.formula
        lazy var spot = place.at("formula", formula.word)
        guard let above = dimension(of: formula.numerator, spot) else { return }
        var found = above
        var allowed = [unit.dimension]
        if !formula.denominator.isEmpty {
            guard let below = dimension(of: formula.denominator, spot) else { return }
            found = above / below
            if case .share = formula, above != below {
                spot.report(
                    "a part is of the same kind as its whole, but these are \(above) and "
                        + "\(below). Expected a ratio.")
                return
            }
            // Counted things may be called by their name or be a mere count;
            // a mean over cases is in the unit of one case.
            if isCounted(above) { allowed.append(unit.dimension * above / Self.count) }
            if case .mean = formula { allowed.append(unit.dimension / below) }
        }
        switch formula {
        case .rateOfChange, .index, .indirectlyStandardised: found = .share
        default: break
        }
        if !allowed.contains(found) {
            spot.report(
                "the formula gives \(found), but the unit \(unit.id) measures "
                    + "\(unit.dimension).")
            return
        }
        checkMultiplier(metric, place)
    }

    private func checkMultiplier(_ metric: Metric, _ place: YAMLValue) {
        switch metric.formula {
        case .ratio, .directlyStandardised: break
        default: return
        }
        let stated = metric.formula.statedMultiplier
        guard stated > 0, let implied = planner.impliedMultiplier(metric) else { return }
        if abs(stated - implied) > 1e-9 * implied {
            place.at("formula", metric.formula.word, "multiplier").report(
                "the multiplier is \(Self.plain(stated)); to \(metric.unit) it must be "
                    + "\(Self.plain(implied)).")
        }
    }

    /// The one dimension of all ids; nil, with an issue, where there are more.
    private func dimension(of ids: [String], _ spot: YAMLValue) -> Dimension? {
        let found = ids.compactMap { planner.unit(of: $0)?.dimension }
        guard let first = found.first, found.count == ids.count else { return nil }
        if let other = found.first(where: { $0 != first }) {
            spot.report("what is added is not alike: \(first) and \(other).")
            return nil
        }
        return first
    }

    /// Stocks and percentiles are not summed.
    func checkAdditivity(_ measure: Measure, _ place: YAMLValue) {
        if measure.kind == .stock, measure.quarterToYear == .sum {
            place.at("quarter_to_year").report(
                "a stock is not summed over quarters. Expected last, mean or none.")
        }
        if !measure.isAdditive, measure.quarterToYear != .none {
            place.at("quarter_to_year").report(
                "a measure that is not additive has no year from its quarters. Expected none.")
        }
    }

    /// What is not additive stands alone in its formula.
    func checkAdditivity(_ metric: Metric, _ place: YAMLValue) {
        let formula = metric.formula
        lazy var spot = place.at("formula", formula.word)
        let parts = formula.measures.compactMap { measures[$0] }
        switch formula {
        case .percentile(let id, _, _):
            if measures[id]?.isAdditive == true {
                spot.report("\(id) is additive, so it is no percentile. Expected additive: false.")
            }
        case .reported, .rateOfChange, .index, .difference: break
        default:
            for measure in parts where !measure.isAdditive {
                spot.report("\(measure.id) is not additive. Expected it in reported or percentile.")
            }
        }
        if metric.isAnnualised {
            let isFlowOverStock =
                formula.isRatio && formula.numerator.allSatisfy { measures[$0]?.kind == .flow }
                && formula.denominator.allSatisfy { measures[$0]?.kind == .stock }
            if !isFlowOverStock {
                place.at("annualised").report("only a flow over a stock is put on a year.")
            }
        }
    }

    /// Nothing is divided by what is never above 0.
    func checkDenominators() {
        let below = Set(metrics.values.flatMap(\.formula.denominator))
        for (measure, place) in draft.measures where below.contains(measure.id) {
            if let most = measure.plausible?.quarter.maximum, most <= 0 {
                place.at("plausible", "maximum").report(
                    "metrics divide by \(measure.id), which is never above 0.")
            }
        }
    }

    private static let count = Dimension(powers: ["count": 1])

    static func plain(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    }
}
