import Benchmarking
import MetricSpec
import Postgres

extension ReleaseWriter {
    /// All scores go to the operators' tables; those of cities that reached a
    /// level to the members' too: what one may not see lies in another table.
    func writeRecognition(_ release: Int32) throws {
        guard let recognition = comparison.registry.standard.recognition,
            !comparison.recognition.isEmpty
        else { return }
        let scores = Array(comparison.recognition.enumerated())
        let reached = scores.filter { $0.element.level != nil }
        for (schema, scores) in audiences(scores, reached) {
            try writeLevels(scores, recognition, release, schema: schema)
            try writeRules(scores, recognition, release, schema: schema)
        }
    }

    /// A release that is only rebuilt has the members' part alone.
    private func audiences(
        _ scores: [(offset: Int, element: RecognitionScore)],
        _ reached: [(offset: Int, element: RecognitionScore)]
    ) -> [(String, [(offset: Int, element: RecognitionScore)])] {
        isRebuilt ? [(schema, reached)] : [("warehouse", scores), (schema, reached)]
    }

    private func writeLevels(
        _ scores: [(offset: Int, element: RecognitionScore)], _ recognition: Recognition,
        _ release: Int32, schema: String
    ) throws {
        let titles = Dictionary(
            recognition.levels.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        let copy = try connection.copyIn(
            """
            copy \(schema).release_recognition
                (points, possible, share, release_id, city_id, level, level_title)
            from stdin (format binary)
            """)
        for (city, score) in scores {
            try copy.beginRow(fields: 7)
            copy.rows.append(double: score.points)
            copy.rows.append(double: score.available)
            copy.rows.append(double: score.share)
            copy.rows.append(int32: release)
            copy.rows.append(int32: ids.cities[city])
            copy.rows.append(text: score.level)
            copy.rows.append(text: score.level.flatMap { titles[$0] })
        }
        _ = try copy.finish()
    }

    private func writeRules(
        _ scores: [(offset: Int, element: RecognitionScore)], _ recognition: Recognition,
        _ release: Int32, schema: String
    ) throws {
        let copy = try connection.copyIn(
            """
            copy \(schema).release_recognition_rule
                (points, possible, release_id, city_id, position, rule, title)
            from stdin (format binary)
            """)
        for (city, score) in scores {
            for (position, (given, rule)) in zip(score.rules, recognition.rules).enumerated() {
                try copy.beginRow(fields: 7)
                copy.rows.append(double: given.points)
                copy.rows.append(double: given.available)
                copy.rows.append(int32: release)
                copy.rows.append(int32: ids.cities[city])
                copy.rows.append(int32: Int32(position + 1))
                copy.rows.append(text: rule.id)
                copy.rows.append(text: rule.title)
            }
        }
        _ = try copy.finish()
    }
}
