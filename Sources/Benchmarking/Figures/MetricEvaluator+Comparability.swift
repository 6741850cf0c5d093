internal import MetricSpec

extension MetricEvaluator {
    /// Sets apart the figures that may not be compared with the others, and
    /// notes what they say of their bases.
    ///
    /// Of several reasons the first counts: what is wrong in the figure
    /// itself, then how it was booked, then how the service is provided.
    func setApart(_ columns: inout MetricColumns, of metric: Metric, _ scope: EvaluationScope) {
        if observations.statesBases {
            for city in 0..<cityCount {
                columns.basisCodes[city] = agreedBasis(columns.numeratorRows[city])
            }
        }
        let check = ComparabilityCheck(metric, standard: standard, service: scope.service)
        for city in 0..<cityCount where check.isNeeded && columns.values[city] != nil {
            guard columns.statuses[city] != .notComparable else { continue }
            if let reason = check.reasonInFigure(columns, city: city)
                ?? reasonInBooks(check, columns, city: city) ?? check.reasonInMode(ofCity: city)
            {
                columns.setApart(city, reason)
            }
        }
        if metric.comparability.modes == .equal, let service = scope.service {
            columns.modes = service.modes
        }
    }

    /// The parts of the basis that all rows state alike.
    private func agreedBasis(_ rows: ArraySlice<Int32>) -> Int16 {
        guard let first = rows.first else { return 0 }
        var basis = ValueBasis(code: observations.bases[Int(first)])
        for row in rows.dropFirst() where observations.bases[Int(row)] != basis.code {
            let other = ValueBasis(code: observations.bases[Int(row)])
            if basis.cost != other.cost { basis.cost = nil }
            if basis.accounting != other.accounting { basis.accounting = nil }
            if basis.overhead != other.overhead { basis.overhead = nil }
            if basis.audit != other.audit { basis.audit = nil }
        }
        return basis.code
    }

    /// What the money in a figure says of itself that keeps it from being
    /// compared; other measures are not looked at.
    private func reasonInBooks(
        _ check: ComparabilityCheck, _ columns: MetricColumns, city: Int
    ) -> IncomparableReason? {
        guard check.asksForClosedBooks || (check.asksForBasis && observations.statesBases)
        else { return nil }
        var found: [IncomparableReason] = []
        for row in [columns.numeratorRows[city], columns.denominatorRows[city]].joined()
        where isMoney[Int(observations.measures[Int(row)])] {
            let basis = ValueBasis(code: observations.bases[Int(row)])
            if let reason = check.reason(inBasis: basis) { found.append(reason) }
            if check.asksForClosedBooks, observations.statuses[Int(row)] == .provisional {
                found.append(.notClosed)
            }
        }
        return [.costBasis, .accountingBasis, .notClosed].first { found.contains($0) }
    }
}

/// What a metric asks of figures before it compares them.
struct ComparabilityCheck {
    private let rule: Comparability
    private let modes: [ProvisionMode?]
    /// The size of the part's unit in units of the whole, for shares.
    private let partToWhole: Double?
    /// Whether provisional money is set apart: all but cash is booked late.
    let asksForClosedBooks: Bool

    init(_ metric: Metric, standard: Standard, service: ServiceColumn?) {
        rule = metric.comparability
        if case .only = rule.modes { modes = service?.modes ?? [] } else { modes = [] }
        asksForClosedBooks =
            standard.isMoney(unit: metric.unit) && rule.accountingBases != [.cash]
        if case .share = metric.formula, let unit = standard.unit(metric.unit) {
            partToWhole = metric.plan.multiplier * unit.factor
        } else {
            partToWhole = nil
        }
    }

    var asksForBasis: Bool { rule.costBasis != nil || !rule.accountingBases.isEmpty }

    /// Whether any figure could be set apart.
    var isNeeded: Bool {
        partToWhole != nil || asksForClosedBooks || asksForBasis || !modes.isEmpty
    }

    /// A part that is larger than its whole by more than rounding.
    func reasonInFigure(_ columns: MetricColumns, city: Int) -> IncomparableReason? {
        guard let partToWhole, let part = columns.numerators[city],
            let whole = columns.denominators[city]
        else { return nil }
        let excess = part * partToWhole - whole
        return excess > 1e-12 * abs(whole) ? .partAboveWhole : nil
    }

    /// A stated basis other than the metric's.
    func reason(inBasis basis: ValueBasis) -> IncomparableReason? {
        if let cost = basis.cost, let wanted = rule.costBasis, cost != wanted {
            return .costBasis
        }
        if let accounting = basis.accounting, !rule.accountingBases.isEmpty,
            !rule.accountingBases.contains(accounting)
        {
            return .accountingBasis
        }
        return nil
    }

    /// A known mode that the metric does not compare.
    func reasonInMode(ofCity city: Int) -> IncomparableReason? {
        guard case .only(let allowed) = rule.modes, !modes.isEmpty, let mode = modes[city],
            !allowed.contains(mode)
        else { return nil }
        return .mode
    }
}
