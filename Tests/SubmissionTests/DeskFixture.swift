import Consortium
import MetricSpec
import Tabular

@testable import Submission

/// A standard whose measures belong together: the calls of a help desk.
enum Desk {
    static let measures = """
        measures:
          - name: calls
            title: Calls
            definition: Counts each call that came in.
            unit: count
            kind: flow
            service: desk
            required: true
            breakdowns: [sex]
          - name: answered
            title: Answered
            definition: Counts each call that somebody answered.
            unit: count
            kind: flow
            service: desk
          - name: lost
            title: Lost
            definition: Counts each call that was hung up.
            unit: count
            kind: flow
            service: desk
            part_of: desk/calls
          - name: offered
            title: Offered
            definition: Counts each call that was offered to somebody.
            unit: count
            kind: flow
            service: desk
            sum_of: {measures: [desk/answered, desk/lost], tolerance: 1}
          - name: visits
            title: Visits
            definition: Counts each visit.
            unit: count
            kind: flow
            plausible: {minimum: 10, maximum: 5000}
            changes:
              - version: 1.0.0
                date: 2026-01-01
                what: Visits of children count, too.
                comparable: false
          - name: quota
            title: Quota
            definition: The part of the staff who are present.
            unit: fraction
            kind: flow
            quarter_to_year: none
            additive: false
            plausible: {minimum: 0, maximum: 1}
          - name: balance
            title: Balance
            definition: What is left at the end of the period.
            unit: usd
            kind: stock
          - name: area
            title: Area
            definition: The floor of the desk.
            unit: metres
            kind: stock

        """

    static func standard() throws -> Standard {
        try StandardReader.read([
            ("standard.yaml", "id: desk\nversion: 1.0.0\ntitle: Desk\n"),
            (
                "units.yaml",
                """
                dimensions:
                  count: {definition: Things that are counted., counted: true}
                  money: {definition: Amounts of money.}
                  floor: {definition: Floor.}
                units:
                  count: {label: things, dimension: count}
                  usd: {label: dollars, dimension: money}
                  metres: {label: square metres, dimension: floor}
                  fraction: {label: "", dimension: share}
                  percent: {label: "%", dimension: share, factor: 0.01}
                """
            ),
            ("services.yaml", "services: {desk: {title: Desk, definition: Answers calls.}}\n"),
            (
                "breakdowns.yaml",
                """
                breakdowns:
                  sex:
                    title: Sex
                    definition: Women and men.
                    values:
                      women: {title: Women}
                      men: {title: Men}
                      sex-unknown: {title: Not known, unknown: true}
                """
            ),
            ("desk/measures.yaml", measures),
            (
                "desk/answered-share.yaml",
                """
                title: Calls answered
                question: Is there anybody?
                definition: The part of the calls that somebody answered.
                formula: {share: {part: desk/answered, whole: desk/calls}}
                unit: percent
                polarity: high_good
                kind: service_level
                uncertainty: events
                decimals: 1
                meaningful_difference: {absolute: 3}
                service: desk
                """
            ),
        ])
    }

    static let cities = CityDirectory(
        ["springfield", "st-john"].map { City(id: $0, name: $0, aliases: []) }
            + (1...40).map { City(id: "town-\($0)", name: "Town \($0)", aliases: []) })

    static let keys = """
        title: Long
        layout: long
        city: {column: City}
        period: {column: Period}
        measure: {column: Measure, prefix: desk/}
        value: {column: Value}
        breakdown: {column: Group, list: sex, optional: true}
        variant: {column: Kind, optional: true}
        status: {column: Flag, codes: {e: estimated, n: not_collected}, optional: true}

        """

    /// Reads rows of `City,Period,Measure,Value` and further columns.
    static func run(
        _ rows: String, more: String = "", provisions: [ServiceProvision] = [],
        successions: [Succession] = [],
        earlier: EarlierValues? = nil, keys: String = Self.keys
    ) throws -> Outcome {
        let standard = try standard()
        let text = "City,Period,Measure,Value\(more)\n\(rows)\n"
        return try Fixture.run(
            SourceFile(name: "desk.csv", bytes: Array(text.utf8)), path: "desk.csv",
            mapping: MappingReader.read(
                name: "test", text: keys, file: "mappings/test.yaml", standard: standard),
            context: IntakeContext(
                standard: standard, cities: cities, provisions: provisions,
                successions: successions, earlier: earlier),
            duplicates: .found)
    }

    /// One figure of a measure for each of many towns.
    static func towns(_ measure: String, _ count: Int, _ value: (Int) -> String) -> String {
        (1...count).map { "town-\($0),2026-Q1,\(measure),\(value($0))" }.joined(separator: "\n")
    }
}
