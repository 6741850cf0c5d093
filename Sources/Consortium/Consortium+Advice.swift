public import MetricSpec

extension Consortium {
    /// The minutes a quarter that a standard's measures cost a city, one entry
    /// a service in the order of the standard; nil, the first, holds measures
    /// of no service and is left out where there is none.
    public func burden(of standard: Standard) -> [(service: String?, minutes: Double)] {
        let services = [nil] + standard.services.map(\.id)
        return services.compactMap { service in
            let minutes = standard.measures.filter { $0.service == service }
                .compactMap(\.minutesPerQuarter)
            return minutes.isEmpty ? nil : (service, minutes.reduce(0, +))
        }
    }

    /// What may be better in a standard for this consortium and stops nobody,
    /// one line each: services that cost more minutes than allowed, changes
    /// of definition inside a fiscal year, price series without their base.
    public func advice(on standard: Standard) -> [String] {
        burdenAdvice(standard) + changeAdvice(standard) + priceAdvice(standard)
    }

    private func burdenAdvice(_ standard: Standard) -> [String] {
        guard let ceiling = burdenMinutes else { return [] }
        return burden(of: standard).compactMap { service, minutes in
            guard minutes > ceiling else { return nil }
            let subject = service.map { "the measures of \($0)" } ?? "the measures of no service"
            return
                "\(subject) cost a city \(PlainNumber.text(minutes)) minutes a quarter, more than the "
                + "\(PlainNumber.text(ceiling)) that consortium.yaml allows under burden."
        }
    }

    private func changeAdvice(_ standard: Standard) -> [String] {
        let all =
            standard.measures.map { ($0.id, $0.changes) }
            + standard.metrics.map { ($0.id, $0.notes.changes) }
        return all.flatMap { id, changes in
            changes.filter { !$0.isCorrection && $0.date.parts.month != yearStarts }.map { change in
                "\(id): the change of \(change.date.text) falls inside a fiscal year, which "
                    + "begins in month \(yearStarts). Let it begin with a year, or say that it is "
                    + "a correction."
            }
        }
    }

    private func priceAdvice(_ standard: Standard) -> [String] {
        let newest = newestPrices
        return standard.priceSeries.compactMap { series in
            let points = newest.filter { $0.series == series.id }
            guard !points.isEmpty, !covers(series.base, points) else { return nil }
            return "prices.csv does not cover \(series.base.text), the base of \(series.id): "
                + "nothing can be put into its prices."
        }
    }

    /// Whether every month of a period lies in one of the periods of an index.
    private func covers(_ base: Period, _ points: [PricePoint]) -> Bool {
        (base.firstMonth..<base.endMonth).allSatisfy { month in
            points.contains { $0.period.firstMonth <= month && month < $0.period.endMonth }
        }
    }
}
