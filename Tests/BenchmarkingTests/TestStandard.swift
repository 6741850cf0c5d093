import MetricSpec

/// A small standard with a metric of each kind.
enum TestStandard {
    static func make() throws -> Standard {
        try StandardReader.read([
            ("standard.yaml", "{id: test, version: 1.0.0, title: Test}"),
            ("units.yaml", "units: {number: {label: '', dimension: number}}"),
            ("services.yaml", "services: {fire: {title: Fire, definition: Puts fires out.}}"),
            ("city/measures.yaml", measures),
            metric("calls", "{reported: city/call-count}", "high_good", "0"),
            metric("delay", "{reported: city/call-count}", "low_good", "0"),
            metric("plain", "{reported: city/call-count}", "no_judgement", "0"),
            metric("exact", "{reported: city/call-count}", "high_good", "as_reported"),
            metric(
                "reserve", "{reported: city/call-count}", "target", "1",
                more: ", target: {from: 50, to: 60}"),
            metric("events", "{sum: [city/call-count, city/fire-count]}", "high_good", "0"),
            metric("rate", ratio("city/people", "1000"), "low_good", "1"),
            metric(
                "old-rate", ratio("city/people", "1000"), "low_good", "1",
                more: ", max_age: P3M"),
            metric("share", ratio("city/fire-count", "100"), "high_good", "1"),
            metric("density", ratio("city/people, city/guests", "1"), "high_good", "6"),
        ])
    }

    private static let measures = """
        measures:
          - {name: call-count, title: Calls, definition: Calls., unit: number, kind: flow}
          - {name: fire-count, title: Fires, definition: Fires., unit: number, kind: flow}
          - {name: guests, title: Guests, definition: Guests., unit: number, kind: stock}
          - {name: people, title: People, definition: People., unit: number, kind: stock}
        """

    private static func ratio(_ denominator: String, _ multiplier: String) -> String {
        "{ratio: {numerator: [city/call-count], denominator: [\(denominator)], "
            + "multiplier: \(multiplier)}}"
    }

    private static func metric(
        _ name: String, _ formula: String, _ polarity: String, _ decimals: String,
        more: String = ""
    ) -> (name: String, text: String) {
        (
            "city/\(name).yaml",
            "{title: \(name), question: How much?, definition: The \(name) of a city., "
                + "formula: \(formula), unit: number, polarity: \(polarity), kind: output, "
                + "uncertainty: none, decimals: \(decimals)\(more)}"
        )
    }
}
