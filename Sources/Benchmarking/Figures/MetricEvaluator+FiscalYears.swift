internal import MetricSpec

extension MetricEvaluator {
    /// The figures of twelve months, or of the fiscal year that ends latest
    /// within them (METHODS 15).
    ///
    /// All parts of a city's figure are of one year: its own annual values,
    /// or what makes up the compared twelve months. A figure put on a year is
    /// put there by its own days.
    func figuresOfFiscalYears(_ metric: Metric, _ scope: EvaluationScope) -> MetricColumns {
        var scope = scope
        scope.mayTakeFiscalYears = false
        var columns = figures(of: metric, scope)
        for year in fiscalYears(of: metric, scope) {
            let open = (0..<cityCount).map { columns.isOpen($0) }
            guard open.contains(true) else { break }
            columns.take(from: figures(of: metric, scope.at(year)), where: open)
        }
        return columns
    }

    /// Years other than the compared one that end in it and for which the
    /// numerator has annual values; the latest first.
    private func fiscalYears(of metric: Metric, _ scope: EvaluationScope) -> [Period] {
        var years: Set<Period> = []
        for measure in measures(above: metric) {
            for row in observations.rows(ofMeasure: measure, breakdown: scope.breakdown)
            where observations.months[row] == 12 {
                let end = observations.firstMonths[row] + 12
                if end > scope.period.firstMonth, end < scope.period.endMonth,
                    let year = observations.period(at: row)
                {
                    years.insert(year)
                }
            }
        }
        return years.sorted(by: >)
    }
}

extension MetricColumns {
    /// Whether another fiscal year may still give a city its figure.
    fileprivate func isOpen(_ city: Int) -> Bool {
        guard values[city] == nil else { return false }
        switch statuses[city] {
        case .notProvided, .notTakingPart, .notComparable, .unreliable: return false
        default: return true
        }
    }

    /// Takes the figures of another year for cities that have none.
    ///
    /// Where that year has no value either, its reason is taken in the place
    /// of "not reported".
    fileprivate mutating func take(from other: MetricColumns, where open: [Bool]) {
        var (top, bottom) = (
            RowLists(capacity: cityCount), RowLists(capacity: cityCount)
        )
        for city in 0..<cityCount {
            let isTaken = open[city] && !other.isOpen(city)
            top.append((isTaken ? other : self).numeratorRows[city])
            bottom.append((isTaken ? other : self).denominatorRows[city])
            top.endCity()
            bottom.endCity()
            if isTaken {
                otherPeriods[city] = other.period
                values[city] = other.values[city]
                reasons[city] = other.reasons[city]
                numerators[city] = other.numerators[city]
                denominators[city] = other.denominators[city]
                uncertainty.take(city, from: other.uncertainty)
                basisCodes[city] = other.basisCodes[city]
            }
            if isTaken || (open[city] && statuses[city] == .notReported) {
                statuses[city] = other.statuses[city]
            }
        }
        (numeratorRows, denominatorRows) = (top, bottom)
    }
}
