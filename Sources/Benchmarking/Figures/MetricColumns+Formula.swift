public import MetricSpec

extension MetricColumns {
    /// Sets a city's figures from the two sums of a formula; without a
    /// denominator `below` is nil.
    mutating func set(_ city: Int, above: SideSum, below: SideSum?) {
        guard let below else {
            settle(city, above, SideSum(), value: above.total)
            return
        }
        note(city, above, below: below.isKnown ? below.total : nil)
        if above.isKnown, below.isKnown, below.total == 0 {
            statuses[city] = .notApplicable
            return
        }
        settle(
            city, above, below, value: quotient(above.total, below.total, multiplier))
    }

    /// Notes what stands above and below the line.
    mutating func note(_ city: Int, _ above: SideSum, below: Double?) {
        if above.isKnown { numerators[city] = above.total }
        denominators[city] = below
    }

    /// Sets a city's value where both sums are known, else why it is missing.
    mutating func settle(
        _ city: Int, _ first: SideSum, _ second: SideSum, value: Double
    ) {
        let reason = first.reason ?? second.reason
        switch (first.isKnown, second.isKnown) {
        case (false, false): miss(city, MissingReason.decisive(first.status, second.status), reason)
        case (false, true): miss(city, first.status, reason)
        case (true, false): miss(city, second.status, reason)
        case (true, true):
            guard value.isFinite else {
                miss(city, .notComparable, .outOfRange)
                return
            }
            values[city] = value
            reasons[city] = reason
            let isReliable = first.status == .reported && second.status == .reported
            statuses[city] =
                reason != nil ? .notComparable : isReliable ? .reported : .unreliable
        }
    }

    private mutating func miss(
        _ city: Int, _ status: StandingStatus, _ reason: IncomparableReason?
    ) {
        statuses[city] = status
        switch status {
        case .notComparable: reasons[city] = reason ?? .outOfRange
        case .unreliable: reasons[city] = reason
        default: break
        }
    }

    /// Sets a city's value apart: it stays and is not compared.
    mutating func setApart(_ city: Int, _ reason: IncomparableReason) {
        statuses[city] = .notComparable
        reasons[city] = reason
    }

    /// Sets the reported figures of some cities apart, for a reason that lies
    /// outside the figures.
    public mutating func setApart(_ cities: Set<Int>, _ reason: IncomparableReason) {
        for city in cities where statuses[city] == .reported { setApart(city, reason) }
    }

    /// Shows no figure of a city that does not answer for the service.
    mutating func hide(_ city: Int, _ provision: Provision) {
        statuses[city] = provision == .notProvided ? .notProvided : .notTakingPart
    }
}

/// `multiplier` x numerator / denominator, multiplied first: whole numbers
/// stay exact until the one division.
func quotient(_ numerator: Double, _ denominator: Double, _ multiplier: Double) -> Double {
    let product = numerator * multiplier
    // A product beyond the range may still have a quotient within it.
    return product.isFinite ? product / denominator : numerator / denominator * multiplier
}
