/// The sentences at the top of a page.
struct Headline: Sendable, Hashable {
    let city: String
    let period: String
    let tally: Tally

    /// The whole page in one sentence.
    var sentence: String {
        if tally.withQuarters > 0 {
            return tally.best + tally.worst > 0 ? quarters : nothingStandsOut
        }
        if tally.ranked > 0 {
            let metrics = Wording.count(tally.ranked, "metric", "metrics")
            return "\(city) is ranked in \(metrics), among too few cities to speak of quarters"
        }
        if tally.figures > 0 {
            let metrics = Wording.count(tally.figures, "metric", "metrics")
            return "\(city) has figures in \(metrics), and in none enough cities to be ranked with"
        }
        return "\(city) has no figures to compare for \(period)"
    }

    private var quarters: String {
        let all = Wording.count(tally.withQuarters, "metric", "metrics")
        let best = tally.best > 0 ? "\(tally.best)" : "none"
        let worst = tally.worst > 0 ? "\(tally.worst)" : "none"
        return "\(city) is in the best quarter of its peers in \(best) of \(all), "
            + "in the worst quarter in \(worst)"
    }

    private var nothingStandsOut: String {
        let count = tally.withQuarters
        if tally.open > 0 {
            let metrics = count == 1 ? "the one metric" : "any of the \(count) metrics"
            return "Nothing stands out: \(city) is not certain to be in the best or the worst "
                + "quarter of its peers in \(metrics) with enough cities"
        }
        let metrics = count == 1 ? "the one metric" : "all \(count) metrics"
        return "Nothing stands out: \(city) is in the middle half of its peers in \(metrics) "
            + "with enough cities"
    }
}
