extension StandardLint {
    /// Units are made of dimensions that are there.
    func checkUnits() {
        for (unit, place) in draft.units {
            for name in unit.dimension.powers.keys.sorted() {
                refer(name, "dimension", dimensions.keys, place.at("dimension"))
            }
        }
    }

    /// Groups have ids of their own.
    func checkBreakdowns() {
        var owners: [String: String] = ["total": "every breakdown"]
        for (breakdown, place) in draft.breakdowns {
            let values = Set(breakdown.values.map(\.id))
            for value in breakdown.values {
                if let owner = owners.updateValue(breakdown.id, forKey: value.id) {
                    place.at("values", value.id).report(
                        "the group \"\(value.id)\" is taken by \(owner).")
                }
            }
            if breakdown.values.count < 2 {
                place.at("values").report("a breakdown has two groups or more.")
            }
            refer(breakdown.reference, "group", values, place.at("reference"))
            for (name, codes) in breakdown.crosswalks.sorted(by: { $0.key < $1.key }) {
                for target in Set(codes.values).sorted() {
                    refer(target, "group", values, place.at("crosswalks", name))
                }
            }
        }
    }

    /// Each measure of a formula is reported in the metric's breakdowns.
    func checkBreakdowns(_ metric: Metric, _ place: YAMLValue) {
        let spot = place.at("breakdowns")
        for breakdown in metric.breakdowns {
            refer(breakdown, "breakdown", breakdowns.keys, spot)
            if breakdowns[breakdown] == nil { continue }
            for id in metric.formula.measures
            where measures[id]?.breakdowns.contains(breakdown) == false {
                spot.report("\(id) is not reported by \(breakdown).")
            }
        }
    }

    /// A service has all five costs or none, each once.
    func checkCosts() {
        var roles: [String: [CostRole: String]] = [:]
        for (measure, place) in draft.measures {
            guard let role = measure.costRole else { continue }
            guard let service = measure.service else {
                place.at("cost").report(
                    "a cost belongs to a service. Expected the key \"service\".")
                continue
            }
            if let other = roles[service]?[role] {
                place.at("cost").report("\(other) is the \(role.rawValue) cost of \(service).")
            }
            roles[service, default: [:]][role] = measure.id
        }
        for (service, place) in draft.services {
            guard let found = roles[service.id] else { continue }
            let missing = CostRole.allCases.filter { found[$0] == nil }.map(\.rawValue)
            if !missing.isEmpty {
                place.report(
                    "the service has cost measures but lacks \(missing.joined(separator: ", ")). "
                        + "Expected all five or none.")
            }
        }
    }

    /// A cost metric adds up just the costs of its basis.
    func checkCosts(_ metric: Metric, _ place: YAMLValue) {
        let formula = metric.formula
        let less = Set(formula.subtracted)
        let added = formula.numerator.filter { !less.contains($0) }
            .compactMap { id in
                measures[id].flatMap { measure in measure.costRole.map { (measure.service, $0) } }
            }
        let spot = place.at("cost_basis")
        guard let basis = metric.comparability.costBasis else {
            if added.count > 1 {
                place.report("the key \"cost_basis\" is missing: the numerator adds up costs.")
            }
            return
        }
        if planner.unit(of: formula.numerator.first)?.dimension.powers["money"] == nil {
            spot.report("only money has a cost basis.")
        }
        // A metric over several services adds up the same costs of each.
        let roles = Dictionary(grouping: added, by: \.0).mapValues { Set($0.map(\.1)) }
        if roles.values.contains(where: { $0.contains(.revenueOffset) }) {
            place.at("formula", formula.word).report("revenue is taken off, under \"less\".")
        } else if roles.values.contains(where: { $0 != Self.roles(of: basis) }) {
            let expected = CostRole.allCases.filter { Self.roles(of: basis).contains($0) }
            spot.report(
                "\(basis.rawValue) cost is \(expected.map(\.rawValue).joined(separator: " + ")).")
        }
    }

    private static func roles(of basis: CostBasis) -> Set<CostRole> {
        switch basis {
        case .direct: [.ownStaff, .purchased]
        case .directAndCapital: [.ownStaff, .purchased, .capitalCharge]
        case .full: [.ownStaff, .purchased, .capitalCharge, .overhead]
        }
    }

    /// Prices belong to money, parity to what is not bought.
    func checkPrices(_ metric: Metric, _ place: YAMLValue) {
        guard let prices = metric.prices else { return }
        let spot = place.at("prices")
        refer(prices.series, "price series", draft.series.map(\.value.id), spot)
        if let unit = units[metric.unit], (unit.dimension.powers["money"] ?? 0) < 1 {
            spot.report("\(unit.id) is no money.")
        }
        let bought = metric.formula.numerator.first {
            measures[$0]?.costRole == .purchased || measures[$0]?.costRole == .capitalCharge
        }
        if prices.hasParity, let bought {
            spot.report("\(bought) is bought, and regional parity is never put on bought goods.")
        }
    }

    /// Coverage names measures that are there.
    func checkRecognition() {
        guard let (recognition, place) = draft.recognition else { return }
        for (index, rule) in recognition.rules.enumerated() {
            let spot = place.at("rules").item(index).at("coverage", "measures")
            guard case .coverage(let coverage) = rule.kind else { continue }
            for id in coverage.measures ?? [] {
                refer(id, "measure", measures.keys, spot)
            }
            if coverage.measures == nil, !draft.measures.contains(where: \.value.isRequired) {
                spot.report(
                    "the rule \(rule.id) counts required measures, and no measure is required.")
            }
        }
    }

    /// What may be better.
    func advise() {
        var used = Set(draft.measures.compactMap(\.value.margin?.measure))
        for metric in metrics.values { used.formUnion(metric.formula.measures) }
        for metric in metrics.values { used.formUnion(metric.formula.accompanying) }
        for proposal in draft.proposals { used.formUnion(proposal.value.metric.formula.measures) }
        for (measure, place) in draft.measures
        where !used.contains(measure.id) && measure.margin == nil && measure.costRole == nil
            && measure.population == nil
        {
            place.advise("no metric uses \(measure.id). Cities report it for nothing.")
        }
        let served = Set(
            metrics.values.compactMap(\.service) + measures.values.compactMap(\.service))
        for (service, place) in draft.services where !served.contains(service.id) {
            place.advise("no measure or metric belongs to \(service.id).")
        }
    }
}
