import Benchmarking
import MetricSpec
import Postgres

/// What cities said about their figures and let be published beside them.
struct PublishedExplanations {
    /// What was said about one figure.
    struct Explanation {
        let text: String
        let author: String
    }

    private struct Key: Hashable {
        let measure: Int32
        let city: Int32
        let breakdown: Int32
        let period: String
        let value: Double
    }

    private var explanations: [Key: Explanation] = [:]

    /// Reads them; of several for one figure the last counts, and is left out
    /// where it may not be published.
    init(connection: Connection, known: KnownState = .current) throws {
        let rows = try connection.query(
            """
            select measure_id, city_id, breakdown_id, period, value, explanation, author
            from (
                select distinct on (
                    explanation.measure_id, explanation.city_id, explanation.breakdown_id,
                    explanation.period, explanation.value) explanation.*
                from intake.explanation
                left join intake.submission
                    on submission.submission_id = explanation.submission_id
                where \(known.explains(1))
                order by
                    explanation.measure_id, explanation.city_id, explanation.breakdown_id,
                    explanation.period, explanation.value, explanation.explanation_id desc
            ) as last
            where is_public
            """,
            known.explanationBinds)
        for row in rows {
            let key = Key(
                measure: try row.int32(0), city: try row.int32(1), breakdown: try row.int32(2),
                period: try row.text(3), value: try row.double(4))
            explanations[key] = Explanation(text: try row.text(5), author: try row.text(6))
        }
    }

    /// What was said about an observation; nil for nothing.
    func explanation(
        ofRow row: Int, in observations: CurrentObservations, ids: RegistryIDs
    ) -> Explanation? {
        if explanations.isEmpty { return nil }
        let columns = observations.columns
        guard let period = columns.period(at: row) else { return nil }
        return explanations[
            Key(
                measure: ids.measures[Int(columns.measures[row])],
                city: ids.cities[Int(columns.cities[row])],
                breakdown: ids.breakdowns[Int(columns.breakdowns[row])], period: period.text,
                value: columns.values[row])]
    }

    /// What is said about any of some observations, as a text that changes
    /// with it; nil where nothing is.
    func text(of observations: CurrentObservations, ids: RegistryIDs) -> String? {
        if explanations.isEmpty { return nil }
        let said = (0..<observations.columns.count).compactMap { row in
            explanation(ofRow: row, in: observations, ids: ids).map {
                "\(row) \($0.author): \($0.text)"
            }
        }
        return said.isEmpty ? nil : said.joined(separator: "\n")
    }
}
