internal import MetricSpec

extension MetricColumns {
    /// Sets a city's figures from the two sums; without a denominator `below`
    /// is the empty sum.
    mutating func set(_ city: Int, above: PartSum, below: PartSum, formula: Formula) {
        if formula.isRatio {
            if case .known(let sum, _) = above { numerators[city] = sum }
            if case .known(let sum, _) = below { denominators[city] = sum }
        }
        switch (above, below) {
        case (.missing(let first), .missing(let second)):
            statuses[city] = MissingReason.decisive(first, second)
        case (.missing(let reason), .known), (.known, .missing(let reason)):
            statuses[city] = reason
        case (.known(let top, let first), .known(let bottom, let second)):
            if formula.isRatio && bottom == 0 {
                statuses[city] = .notApplicable
                return
            }
            let value = formula.isRatio ? quotient(top, bottom, formula.multiplier) : top
            guard value.isFinite else {
                statuses[city] = .notComparable
                return
            }
            values[city] = value
            statuses[city] = first && second ? .reported : .unreliable
        }
    }

    /// Notes the rows that one side of the formula was added up from; none for
    /// a sum that is not known.
    mutating func appendSources(_ parts: [PartColumn], _ sum: PartSum, city: Int) {
        for part in parts {
            sources.append(sum.isKnown ? part.rows[city] : -1)
        }
    }
}

/// `multiplier` x numerator / denominator, multiplied first: whole numbers
/// stay exact until the one division.
func quotient(_ numerator: Double, _ denominator: Double, _ multiplier: Double) -> Double {
    let product = numerator * multiplier
    // A product beyond the range may still have a quotient within it.
    return product.isFinite ? product / denominator : numerator / denominator * multiplier
}
