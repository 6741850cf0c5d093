import MetricSpec
import Testing

/// A metric standard of 22 metrics in six domains, for the sample pages.
enum SampleStandard {
    /// Read once, as the program would; a fault in the text fails the test.
    static let shared = Result { try standard() }

    private static func standard() throws -> Standard {
        var files = [
            ("standard.yaml", "id: sample\nversion: 1.0.0\ntitle: Sample standard\n"),
            ("units.yaml", units), ("services.yaml", services),
            ("recognition.yaml", recognition),
        ]
        for domain in Set(metrics.map(\.domain)).sorted() {
            files.append(("\(domain)/measures.yaml", measures(domain)))
        }
        for metric in metrics {
            files.append(("\(metric.domain)/\(metric.name).yaml", metric.yaml))
        }
        return try StandardReader.read(files.map { (name: $0.0, text: $0.1) })
    }

    /// One metric of the sample, and around what its values lie.
    struct Draft {
        let domain: String
        let name: String
        let title: String
        let question: String
        let unit: String
        let polarity: String
        let decimals: String
        let centre: Double
        let spread: Double
        let extra: String

        init(
            _ id: String, _ title: String, _ question: String, _ unit: String,
            _ polarity: String, _ decimals: Int, _ centre: Double, _ spread: Double,
            _ extra: String = ""
        ) {
            let parts = id.split(separator: "/").map(String.init)
            (domain, name) = (parts[0], parts[1])
            (self.title, self.question, self.unit) = (title, question, unit)
            (self.polarity, self.decimals) = (polarity, "\(decimals)")
            (self.centre, self.spread, self.extra) = (centre, spread, extra)
        }

        /// So small that no test meets it by accident, where none is given.
        private var gap: String {
            extra.contains("meaningful_difference")
                ? "" : "meaningful_difference: {absolute: 0.001}\n"
        }

        var yaml: String {
            """
            title: \(title)
            question: \(question)
            definition: What \(domain)/\(name) counts, for the sample.
            formula: {reported: \(domain)/\(name)-count}
            unit: \(unit)
            polarity: \(polarity)
            kind: outcome
            uncertainty: volume
            decimals: \(decimals)
            \(gap)\(extra)

            """
        }
    }

    private static func measures(_ domain: String) -> String {
        "measures:\n"
            + metrics.filter { $0.domain == domain }.map { metric in
                """
                  - name: \(metric.name)-count
                    title: \(metric.title)
                    definition: The figure behind \(metric.domain)/\(metric.name).
                    unit: \(metric.unit)
                    kind: flow

                """
            }.joined()
    }

    private static let units = """
        dimensions:
          time: {definition: How long something takes.}
          money: {definition: Amounts of the currency of the sample.}
          cases: {definition: Things that happen and are counted.}
        units:
          percent: {label: "%", dimension: share, factor: 0.01}
          minutes: {label: minutes, dimension: time}
          days: {label: days, dimension: time, factor: 1440}
          per-thousand: {label: "per 1,000 residents", dimension: cases}
          dollars-each: {label: per resident, dimension: money, prefix: $}
          dollars-tonne: {label: per tonne, dimension: money, prefix: $}

        """

    private static let services = """
        services:
          fire: {title: Fire and rescue, definition: Answers fires.}

        """

    private static let recognition = """
        levels: [{id: bronze, title: Bronze, from: 50}, {id: silver, title: Silver, from: 75}]
        rules:
          - id: reported
            title: Measures are reported
            points: 20
            coverage: {of: reported, measures: [fire/staff-count, water/loss-count]}
          - id: verified
            title: Measures are verified
            points: 15
            coverage: {of: verified, measures: [fire/staff-count, water/loss-count]}
          - id: inventory
            title: There is an inventory of data
            points: 15
            practice:
              criterion: The city knows what data it has.
              group: Data
              checklist: [Every department is in it, It is public]
              needed: 1
              evidence: [link]

        """

    /// A break, and a change that leaves values comparable.
    private static let changes = """
        changes:
          - {version: 0.9.0, date: 2024-10-01, what: Alleys count., comparable: true}
          - version: 1.0.0
            date: 2025-10-01
            what: Condition is rated by a survey vehicle in place of an inspector.
            comparable: false

        """

    static let metrics: [Draft] = [
        Draft(
            "fire/response-time", "Fire response time",
            "How long until the first engine is there?", "minutes", "low_good", 1, 6, 1.2,
            "meaningful_difference: {absolute: 0.5}"),
        Draft(
            "fire/structure-fires", "Structure fires", "How often do buildings burn?",
            "per-thousand", "low_good", 2, 0.4, 0.15),
        Draft(
            "fire/staff", "Fire staff", "How many people stand ready?", "per-thousand",
            "no_judgement", 2, 1.1, 0.3),
        Draft(
            "police/priority-response", "Police response to priority calls",
            "How long until an officer is there?", "minutes", "low_good", 1, 7.5, 1.6),
        Draft(
            "police/property-crime", "Property crime", "How safe is property?",
            "per-thousand", "low_good", 1, 7, 2),
        Draft(
            "police/clearance", "Violent crimes cleared", "How many cases are solved?",
            "percent", "high_good", 1, 52, 8),
        Draft(
            "police/cost", "Police spending", "What does policing cost?", "dollars-each",
            "no_judgement", 0, 310, 60),
        Draft(
            "streets/pothole-days", "Pothole repair", "How long does a pothole stay?", "days",
            "low_good", 1, 5, 2.5),
        Draft(
            "streets/condition", "Streets in good condition",
            "How good are the streets people drive on?", "percent", "high_good", 1, 68, 9, changes),
        Draft(
            "streets/cost", "Street maintenance spending per mile driven in the whole city area",
            "What does upkeep cost?", "dollars-each", "no_judgement", 0, 84, 20),
        Draft(
            "streets/lights", "Street lights repaired within five days",
            "How soon is it light again?", "percent", "high_good", 1, 88, 6),
        Draft(
            "waste/collected", "Household waste", "How much is thrown away?", "per-thousand",
            "low_good", 1, 96, 12),
        Draft(
            "waste/recycled", "Waste recycled", "How much is used again?", "percent",
            "high_good", 1, 33, 8, "meaningful_difference: {percent: 5}"),
        Draft(
            "waste/missed", "Missed collections", "How reliable is collection?",
            "per-thousand", "low_good", 2, 1.4, 0.6),
        Draft(
            "waste/cost", "Cost of collection", "What does a tonne cost?", "dollars-tonne",
            "low_good", 0, 142, 30),
        Draft(
            "water/breaks", "Water main breaks", "How sound are the pipes?", "per-thousand",
            "low_good", 2, 0.21, 0.08),
        Draft(
            "water/loss", "Water lost", "How much never arrives?", "percent", "low_good", 1,
            14, 4),
        Draft(
            "water/pressure", "Connections at proper pressure", "Is pressure as it should be?",
            "percent", "target", 1, 95, 3, "target: {from: 94, to: 98}"),
        Draft(
            "city-hall/calls", "Calls answered within a minute", "Does somebody answer?",
            "percent", "high_good", 1, 78, 9),
        Draft(
            "city-hall/requests", "Requests closed on time",
            "Is what people ask for done in time?", "percent", "high_good", 1, 81, 8),
        Draft(
            "city-hall/permits", "Days to a building permit", "How long do builders wait?",
            "days", "low_good", 1, 21, 7),
        Draft(
            "city-hall/turnover", "Staff turnover", "Do people stay?", "percent", "low_good", 1,
            9, 2.5),
    ]
}
