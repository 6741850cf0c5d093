import Testing

@testable import Benchmarking

extension ReferenceCheck {
    /// METHODS.md 2: rates with exact limits below ten events, Byar's from ten.
    static let rates = [
        ReferenceCheck(file: "rates/crude_rate_per100000_expected.csv") {
            let rows = try ReferenceFile.rows("rates/crude_rate_per100000_expected.csv")
            for row in rows { try compareRate(row) }
            return rows.count
        }
    ]

    private static func compareRate(_ row: [String: String]) throws {
        let events = try row.required("x")
        let scale = 100_000 / (try row.required("n"))
        #expect(agrees(events * scale, try row.number("value")))
        #expect((events < fewestEventsForByar) == (try row.text("method") == "Exact"))
        for (level, name, long) in [
            (ConfidenceLevel.percent95, "95", "95_0"), (.percent99_8, "99_8", "99_8"),
        ] {
            let ours = rateInterval(
                ofEvents: events, exposure: try row.required("n"), multiplier: 100_000, at: level)
            #expect(agrees(ours?.lower, try row.number("lower\(long)cl")), "\(row)")
            #expect(agrees(ours?.upper, try row.number("upper\(long)cl")), "\(row)")
            let exact = exactEventInterval(ofEvents: events, at: level)
            #expect(agrees(exact.lower * scale, try row.number("exact_lower" + name)), "\(row)")
            #expect(agrees(exact.upper * scale, try row.number("exact_upper" + name)), "\(row)")
            let byar = byarInterval(ofEvents: events, at: level)
            #expect(
                agrees((byar?.lower).map { $0 * scale }, try row.number("byar_lower" + name)),
                "\(row)")
            #expect(
                agrees(
                    byarUpperLimit(ofEvents: events, at: level) * scale,
                    try row.number("byar_upper" + name)), "\(row)")
        }
    }
}
