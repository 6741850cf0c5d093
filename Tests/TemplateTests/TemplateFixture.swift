import Consortium
import MetricSpec
import Tabular
import Template
import Testing
import Workbook

/// A small standard, two cities, and templates for them.
enum Fixture {
    static func standard() throws -> Standard {
        try StandardReader.read([
            ("standard.yaml", "id: test\nversion: 1.2.3\ntitle: Test standard\n"),
            ("units.yaml", units), ("services.yaml", services), ("breakdowns.yaml", breakdowns),
            ("city/measures.yaml", cityMeasures), ("fire/measures.yaml", fireMeasures),
        ])
    }

    private static let units = """
        dimensions:
          money: {definition: Amounts of the consortium's currency.}
          persons: {definition: Human beings., counted: true}
          count: {definition: Things., counted: true}
          yes-no: {definition: Whether something holds.}
        units:
          persons: {label: persons, dimension: persons}
          count: {label: "", dimension: count}
          usd: {label: "", dimension: money, prefix: $}
          yes-no: {label: "", dimension: yes-no}
        """

    private static let services = """
        services:
          fire: {title: Fire, definition: Puts out fires.}
          transit: {title: Transit, definition: Runs buses.}
        """

    private static let breakdowns = """
        breakdowns:
          sex:
            title: Sex
            definition: As the record holds it.
            values:
              sex-female: {title: Female}
              sex-male: {title: Male}
              sex-unknown: {title: Not known, unknown: true}
        """

    private static let cityMeasures = """
        measures:
          - name: debt
            title: Debt
            definition: Adds what the city owes.
            unit: usd
            kind: stock
          - name: population
            title: Population
            definition: Counts all who live there.
            unit: persons
            kind: stock
            plausible: {minimum: 100, maximum: 50000000, reason: Nobody is larger.}
            breakdowns: [sex]
            minutes: 5
          - name: publishes-budget
            title: Budget is published
            definition: Whether the budget is on a public page.
            unit: yes-no
            kind: stock
        """

    private static let fireMeasures = """
        measures:
          - name: calls
            title: Calls
            definition: Counts each call that came in.
            unit: count
            kind: flow
            service: fire
            plausible: {minimum: 10, maximum: 4000}
            change: {percent: 30, absolute: 100, reason: Calls are steady.}
            minutes: 2.4
            source: Dispatch system
            includes: [Medical calls]
            excludes: [Drills]
            rulings:
              - {number: 1, question: Does a drill count?, answer: No., date: 2026-01-15}
          - name: spending
            title: Spending
            definition: Adds all that was spent.
            unit: usd
            kind: flow
            service: fire
        """

    /// City `a-port` provides fire; transit is another government's until
    /// July 2026, and `b-ville` does not take part with fire.
    static func consortium(_ more: [String: String] = [:]) throws -> Consortium {
        var texts = [
            "consortium.yaml":
                "id: test\nname: Test & League\nstandard: ./standard\ncurrency: USD\n",
            "cities.csv": "id,name\na-port,A Port & Co\nb-ville,=B Ville\n",
            "services.csv": """
            city,service,mode,takes_part,valid_from,valid_to
            a-port,transit,another_government,,,2026-07-01
            a-port,transit,own_staff,,2026-07-01,
            b-ville,fire,own_staff,false,,
            b-ville,transit,none,,,

            """,
            "calendar.csv": "period,due,queries_until\n2026-Q3,2026-10-31,2026-11-15\n",
            "contacts.csv": "city,role,name,address\na-port,sender,Pat Secret,pat@example.org\n",
        ]
        texts.merge(more) { _, new in new }
        let files = texts.map { name, text in
            (name, SourceFile(name: name, bytes: Array(text.utf8)))
        }
        return try ConsortiumReader.read(
            ConsortiumFiles(files: Dictionary(uniqueKeysWithValues: files)) { path, _ in
                SourceFile(name: path, bytes: [])
            })
    }

    static func template(
        city: Int = 0, _ period: String = "2026-Q3", standard: Standard? = nil,
        lastValues: LastValues = LastValues()
    ) throws -> Template {
        let consortium = try consortium()
        return Template(
            TemplateInput(
                standard: try standard ?? self.standard(), consortium: consortium,
                city: consortium.directory.cities[city],
                period: try Self.period(period), lastValues: lastValues))
    }

    static func period(_ text: String) throws -> Period {
        try #require(Period(parsing: text))
    }
}

extension Template {
    /// The sheet of figures.
    func figures() throws -> Sheet {
        try #require(workbook.sheets.first { $0.name == "Figures" })
    }
}

extension Sheet {
    /// The position of the column with a header, or with one that begins so.
    func column(_ header: String) throws -> Int {
        let titles = rows[0].cells.map(\.content)
        return try #require(
            titles.firstIndex {
                guard case .text(let text) = $0 else { return false }
                return text == header || text.hasPrefix(header + ": ")
            }, "no column \(header)")
    }

    /// The position of the row of a measure and breakdown.
    func row(_ measure: String, _ breakdown: String = "total") throws -> Int {
        let (first, second) = (try column("Measure"), try column("Breakdown"))
        return try #require(
            rows.firstIndex {
                $0.cells[first].content == .text(measure)
                    && $0.cells[second].content == .text(breakdown)
            }, "no row \(measure) \(breakdown)")
    }

    func cell(_ measure: String, _ header: String, _ breakdown: String = "total") throws -> Cell {
        rows[try row(measure, breakdown)].cells[try column(header)]
    }

    /// What a program writes that saves the sheet as CSV.
    var csv: String {
        rows.map { row in
            row.cells.map { cell in
                switch cell.content {
                case .blank: ""
                case .text(let text), .formula(_, let text), .link(let text, _):
                    Self.quoted(Cell.guarded(text))
                case .number(let number):
                    number == number.rounded() ? "\(Int(number))" : "\(number)"
                }
            }.joined(separator: ",")
        }.map { $0 + "\r\n" }.joined()
    }

    private static func quoted(_ text: String) -> String {
        guard text.contains(where: { ",\"\n".contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
