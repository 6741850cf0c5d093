import MetricSpec
import Testing

@testable import Submission

/// A quarterly file of two cities, judged by what they reported before.
enum HistorySample {
    static let mapping = """
        title: Spending
        layout: long
        city: {column: City}
        period: {column: Quarter}
        variant: {column: Kind, optional: true}
        explanation: {column: Note, optional: true}
        measure:
          column: What
          codes: {spending: ops/spending, visits: ops/visits, staff: ops/staff,
                  waiting: ops/waiting, calls: ops/calls}
        value: {column: Value}
        """

    /// The rows of consecutive quarters of a measure, the last one 2025-Q4.
    static func quarters(
        _ values: [Double], measure id: String = "ops/spending", city: Int32 = 0,
        of standard: Standard? = nil
    ) throws -> [EarlierValues.Row] {
        let standard = try standard ?? Fixture.standard()
        let measure = Int32(try #require(standard.measureIndex(id)))
        let end = try #require(Period(parsing: "2026-Q1")).firstMonth
        return try values.enumerated().map { index, value in
            let start = end - 3 * Int32(values.count - index)
            return EarlierValues.Row(
                measure: measure, city: city, breakdown: 0,
                period: try #require(Period(firstMonth: start, months: 3)), value: value)
        }
    }

    /// Reads rows of `City,Quarter,What,Value,Kind,Note` with a history.
    static func run(
        _ rows: String..., history: [EarlierValues.Row], peers: [PeerRanges.Row] = [],
        explanations: [Explanations.Row] = []
    ) throws -> Outcome {
        let text = (["City,Quarter,What,Value,Kind,Note"] + rows).joined(separator: "\n") + "\n"
        var known = History(
            values: EarlierValues(history), peers: PeerRanges(peers),
            explanations: Explanations(explanations))
        // Figures are judged here, not which codes there are.
        known.isPartial = true
        return try Fixture.run(mapping, text, context: Fixture.context().with(known))
    }

    /// The rules that fire on one figure of Springfield for 2026-Q1.
    static func rules(
        on value: String, after values: [Double], measure: String = "spending"
    ) throws -> [String] {
        try run(
            "Springfield,2026-Q1,\(measure),\(value),,",
            history: quarters(values, measure: "ops/\(measure)")
        ).rules
    }
}
