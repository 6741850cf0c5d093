import Consortium
import MetricSpec
import Tabular

@testable import Submission

/// A small standard, two cities, and a run of a file through them.
enum Fixture {
    /// The standard, with further units and files where asked for.
    static func standard(
        units: String = "", with files: (name: String, text: String)...
    ) throws -> Standard {
        let own: [(name: String, text: String)] = [
            ("standard.yaml", "id: test\nversion: 1.0.0\ntitle: Test\n"),
            (
                "units.yaml",
                """
                dimensions:
                  count: {definition: Things that are counted., counted: true}
                  money: {definition: Amounts of money.}
                  time: {definition: How long something takes.}
                units:
                  count: {label: things, dimension: count}
                  usd: {label: dollars, dimension: money, prefix: $}
                  thousand-usd: {label: thousand dollars, dimension: money, factor: 1000}
                  minutes: {label: minutes, dimension: time}
                  hours: {label: hours, dimension: time, factor: 60}
                  days: {label: days, dimension: time, factor: 1440}
                """
            ),
            ("services.yaml", "services: {}\n"),
            (
                "breakdowns.yaml",
                """
                breakdowns:
                  age:
                    title: Age
                    definition: How old somebody is.
                    values:
                      children: {title: Under 18}
                      adults: {title: 18 and over}
                      age-unknown: {title: Not known, unknown: true}
                    crosswalks:
                      bands: {"0-17": children, "18+": adults}
                  sex:
                    title: Sex
                    definition: Women and men.
                    values: {women: {title: Women}, men: {title: Men}}
                """
            ),
            (
                "ops/measures.yaml",
                """
                measures:
                  - name: calls
                    title: Calls
                    definition: Counts each call that came in.
                    unit: count
                    kind: flow
                    plausible: {minimum: 0, maximum: 5000}
                    breakdowns: [age]
                  - name: staff
                    title: Staff
                    definition: Counts each person employed.
                    unit: count
                    kind: stock
                  - name: visits
                    title: Visits
                    definition: Counts each visit.
                    unit: count
                    kind: flow
                    plausible: {minimum: 0, maximum: 1000, year: {minimum: 100, maximum: 3000}}
                    change: {percent: 30, absolute: 10}
                  - name: waiting
                    title: Waiting
                    definition: Adds the time that callers waited.
                    unit: minutes
                    kind: flow
                  - name: spending
                    title: Spending
                    definition: Adds all that was spent.
                    unit: usd
                    kind: flow
                """
            ),
        ]
        let grown = own.map { file in
            (file.name, file.name == "units.yaml" ? file.text + "\n  " + units : file.text)
        }
        return try StandardReader.read(grown + files)
    }

    static let cities = CityDirectory([
        City(id: "springfield", name: "Springfield", aliases: ["City of Springfield"]),
        City(id: "st-john", name: "St. John"),
    ])

    static func context(
        calendar: FiscalCalendar = .january, attributes: [CityAttribute] = [],
        earlier: EarlierValues? = nil
    ) throws -> IntakeContext {
        IntakeContext(
            standard: try standard(), cities: cities, calendar: calendar, attributes: attributes,
            earlier: earlier)
    }

    static func mapping(_ yaml: String) throws -> Mapping {
        try MappingReader.read(
            name: "test", text: yaml, file: "mappings/test.yaml", standard: try standard())
    }

    static let longKeys = """
        title: Long
        layout: long
        city: {column: City}
        period: {column: Period}
        measure: {column: Measure, codes: {calls: ops/calls, staff: ops/staff}}
        value: {column: Value}
        """

    static let wideKeys = """
        title: Wide
        layout: wide
        city: {column: City}
        period: {column: Quarter}
        values:
          - {column: Calls, measure: ops/calls}
          - {column: Staff, measure: ops/staff}
        """

    /// Reads a text under a mapping's YAML.
    static func run(
        _ yaml: String, _ text: String, path: String = "springfield.csv",
        duplicates: DuplicatePolicy = .found, context: IntakeContext? = nil
    ) throws -> Outcome {
        try run(
            yaml, bytes: Array(text.utf8), path: path, duplicates: duplicates, context: context)
    }

    static func run(
        _ yaml: String, bytes: [UInt8], path: String = "springfield.csv",
        duplicates: DuplicatePolicy = .found, context: IntakeContext? = nil
    ) throws -> Outcome {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return try run(
            SourceFile(name: name, bytes: bytes), path: path, mapping: mapping(yaml),
            context: context ?? self.context(), duplicates: duplicates)
    }

    static func run(
        _ file: SourceFile, path: String, mapping: Mapping, context: IntakeContext,
        duplicates: DuplicatePolicy
    ) throws -> Outcome {
        let intake = Intake(
            file, path: path, mapping: mapping, context: context, duplicates: duplicates)
        var outcome = Outcome()
        outcome.summary = try intake.run { batch in
            for index in 0..<batch.count {
                outcome.values.append(Value(batch, index, context))
            }
            outcome.findings += batch.findings
        }
        return outcome
    }
}

/// One accepted value in words.
struct Value: Equatable, CustomStringConvertible {
    let city: String
    let measure: String
    let period: String
    let status: String
    let variant: String
    let breakdown: String
    let basis: ValueBasis
    let value: Double
    let row: Int
    let column: Int
    let raw: String?

    init(_ batch: CheckedBatch, _ index: Int, _ context: IntakeContext) {
        city = context.cities.cities[Int(batch.city[index])].id
        measure = context.standard.measures[Int(batch.measure[index])].id
        period = batch.periods[Int(batch.period[index])].text
        status = ObservationStatus(code: batch.status[index])?.rawValue ?? "?"
        variant = Variant(code: batch.variant[index])?.rawValue ?? "?"
        breakdown = context.breakdowns[Int(batch.breakdown[index])]
        basis = ValueBasis(code: batch.basis[index])
        value = batch.value[index]
        row = Int(batch.sourceRow[index])
        column = Int(batch.sourceColumn[index])
        raw = batch.rawText(index).map { String(decoding: $0, as: UTF8.self) }
    }

    var description: String {
        "\(city) \(measure) \(period) \(status) \(value) @\(row):\(column)"
            + (raw.map { " <\($0)>" } ?? "")
    }
}

/// What came of a file.
struct Outcome {
    var values: [Value] = []
    var findings: [Finding] = []
    var summary = IntakeSummary()

    var rules: [String] { findings.map(\.rule) }

    /// The findings of one rule.
    func of(_ rule: Rule) -> [Finding] { findings.filter { $0.rule == rule.id } }
}
