import MetricSpec

/// A small standard with a metric of each kind, and more where a test asks.
enum TestStandard {
    /// The standard without additions, read once.
    static let plain = Result { try make() }

    /// Makes the standard with further measures, as lines of YAML, and further
    /// metrics.
    static func make(
        measures more: String = "", metrics: [Entry] = [], breakdowns lists: String = "",
        recognition: String? = nil
    ) throws -> Standard {
        let files: [(name: String, text: String)] = [
            ("standard.yaml", "{id: test, version: 2.0.0, title: Test}"),
            ("units.yaml", units),
            ("services.yaml", services),
            ("breakdowns.yaml", breakdowns + "\n" + lists),
            ("city/measures.yaml", measures + "\n" + more),
        ]
        let rules = recognition.map { [(name: "recognition.yaml", text: $0)] } ?? []
        return try StandardReader.read(files + rules + (base + metrics).map(\.file))
    }

    /// A metric as a test writes it.
    struct Entry {
        let name: String
        let formula: String
        var unit = "count"
        var polarity = "high_good"
        var decimals = "0"
        var uncertainty = "volume"
        var meaningful = "{absolute: 1}"
        /// Further keys, each with a comma before it.
        var more = ""

        var file: (name: String, text: String) {
            (
                "city/\(name).yaml",
                "{title: \(name), question: How much?, definition: The \(name) of a city., "
                    + "formula: \(formula), unit: \(unit), polarity: \(polarity), kind: output, "
                    + "uncertainty: \(uncertainty), meaningful_difference: \(meaningful), "
                    + "decimals: \(decimals)\(more)}"
            )
        }
    }

    private static let units = """
        dimensions:
          count: {definition: Things., counted: true}
          persons: {definition: Human beings., counted: true}
          money: {definition: Amounts.}
          time: {definition: Durations.}
        units:
          count: {label: "", dimension: count}
          persons: {label: "", dimension: persons}
          thousand-persons: {label: "", dimension: persons, factor: 1000}
          usd: {label: "", dimension: money}
          thousand-usd: {label: thousand, dimension: money, factor: 1000}
          minutes: {label: minutes, dimension: time}
          hours: {label: hours, dimension: time, factor: 60}
          percent: {label: "%", dimension: share, factor: 0.01}
          ratio: {label: "", dimension: share}
          per-1000: {label: "", dimension: count / persons, factor: 0.001}
          per-person: {label: "", dimension: count / persons}
          thousand-per-thing: {label: "", dimension: persons / count, factor: 1000}
          percent-per-thing: {label: "", dimension: share / count, factor: 0.01}
          usd-per-person: {label: "", dimension: money / persons}
          usd-per-thing: {label: "", dimension: money / count}
        """

    private static let services = """
        services:
          fire: {title: Fire, definition: Puts fires out.}
          water: {title: Water, definition: Brings water., population: served}
        """

    private static let breakdowns = """
        breakdowns:
          age:
            title: Age
            definition: How old people are.
            values:
              young: {title: Young}
              old: {title: Old}
              age-unknown: {title: Not known, unknown: true}
        """

    private static let measures = """
        measures:
          - {name: call-count, title: Calls, definition: Calls., unit: count, kind: flow}
          - {name: fire-count, title: Fires, definition: Fires., unit: count, kind: flow}
          - {name: guests, title: Guests, definition: Guests., unit: persons, kind: stock}
          - {name: people, title: People, definition: People., unit: persons, kind: stock}
        """

    private static let base = [
        Entry(name: "calls", formula: "{reported: city/call-count}"),
        Entry(name: "delay", formula: "{reported: city/call-count}", polarity: "low_good"),
        Entry(name: "plain", formula: "{reported: city/call-count}", polarity: "no_judgement"),
        Entry(name: "exact", formula: "{reported: city/call-count}", decimals: "as_reported"),
        Entry(
            name: "reserve", formula: "{reported: city/call-count}", polarity: "target",
            decimals: "1", more: ", target: {from: 50, to: 60}"),
        Entry(name: "events", formula: "{sum: [city/call-count, city/fire-count]}"),
        Entry(
            name: "rate", formula: ratio("city/people", "1000"), unit: "per-1000",
            polarity: "low_good", decimals: "1"),
        Entry(
            name: "old-rate", formula: ratio("city/people", "1000"), unit: "per-1000",
            polarity: "low_good", decimals: "1", more: ", max_age: P3M"),
        Entry(
            name: "share", formula: ratio("city/fire-count", "100"), unit: "percent",
            decimals: "1"),
        Entry(
            name: "density", formula: ratio("city/people, city/guests", "1"),
            unit: "per-person", decimals: "6"),
    ]

    private static func ratio(_ denominator: String, _ multiplier: String) -> String {
        "{ratio: {numerator: [city/call-count], denominator: [\(denominator)], "
            + "multiplier: \(multiplier)}}"
    }
}
