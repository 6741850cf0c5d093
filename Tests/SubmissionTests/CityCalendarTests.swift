import Consortium
import MetricSpec
import Tabular
import Testing

@testable import Submission

@Suite struct CityCalendarTests {
    private static let yaml = Fixture.longKeys.replacing(
        "{column: Period}", with: "{column: Period, calendar: city}")
    private static let head = "City,Period,Measure,Value\n"

    private func attribute(
        _ city: String, _ month: Int, from: String? = nil, to: String? = nil
    ) -> CityAttribute {
        CityAttribute(
            city: city, attribute: "fiscal_year_starts", value: "\(month)",
            valid: Validity(
                from: from.flatMap { CalendarDay(parsing: $0) },
                to: to.flatMap { CalendarDay(parsing: $0) }))
    }

    private func periods(
        _ rows: [String], _ attributes: [CityAttribute], common: FiscalCalendar = .january,
        yaml: String = yaml
    ) throws -> [String] {
        let outcome = try Fixture.run(
            yaml, Self.head + rows.joined(separator: "\n") + "\n",
            context: try Fixture.context(calendar: common, attributes: attributes))
        #expect(outcome.findings.isEmpty, "\(outcome.findings.map(\.message))")
        return outcome.values.map(\.period)
    }

    /// FY2026 ends in the month before the one in which it starts; a year
    /// that starts in January is the calendar year.
    @Test(
        arguments: [
            (1, "2026", "2026-Q1", "2026-Q4"),
            (2, "2025-02/P1Y", "2025-02/P3M", "2025-11/P3M"),
            (3, "2025-03/P1Y", "2025-03/P3M", "2025-12/P3M"),
            (4, "2025-04/P1Y", "2025-Q2", "2026-Q1"),
            (5, "2025-05/P1Y", "2025-05/P3M", "2026-02/P3M"),
            (6, "2025-06/P1Y", "2025-06/P3M", "2026-03/P3M"),
            (7, "2025-07/P1Y", "2025-Q3", "2026-Q2"),
            (8, "2025-08/P1Y", "2025-08/P3M", "2026-05/P3M"),
            (9, "2025-09/P1Y", "2025-09/P3M", "2026-06/P3M"),
            (10, "2025-10/P1Y", "2025-Q4", "2026-Q3"),
            (11, "2025-11/P1Y", "2025-11/P3M", "2026-08/P3M"),
            (12, "2025-12/P1Y", "2025-12/P3M", "2026-09/P3M"),
        ])
    func `a fiscal year may end in each of the twelve months`(
        month: Int, year: String, first: String, last: String
    ) throws {
        let rows = ["FY2026", "FY2026 Q1", "FY2026 Q4"].map { "Springfield,\($0),staff,1" }
        #expect(try periods(rows, [attribute("springfield", month)]) == [year, first, last])
    }

    @Test func `each city's stamps are in its own calendar, others in the consortium's`() throws {
        let rows = ["Springfield,2026-Q1,staff,1", "St. John,2026-Q1,staff,1"]
        let july = try #require(FiscalCalendar(yearStarts: 7))
        let october = [attribute("springfield", 10)]
        #expect(try periods(rows, october) == ["2025-Q4", "2026-Q1"])
        #expect(try periods(rows, october, common: july) == ["2025-Q4", "2025-Q3"])
        #expect(try periods(rows, [], common: july) == ["2025-Q3", "2025-Q3"])
    }

    @Test func `without calendar: city a city's own calendar is not asked`() throws {
        let rows = ["Springfield,2026-Q1,staff,1"]
        let october = [attribute("springfield", 10)]
        #expect(try periods(rows, october, yaml: Fixture.longKeys) == ["2026-Q1"])
    }

    @Test func `years are named as the consortium names its own`() throws {
        let april = try #require(FiscalCalendar(yearStarts: 4, yearNamed: .start))
        let rows = ["Springfield,FY2026,staff,1", "St. John,FY2026,staff,1"]
        #expect(
            try periods(rows, [attribute("springfield", 10)], common: april)
                == ["2026-10/P1Y", "2026-04/P1Y"])
    }

    @Test func `the calendar that held on a year's first day is the one it is in`() throws {
        let attributes = [
            attribute("springfield", 10, from: "2020-10-01"),
            attribute("springfield", 7, to: "2020-07-01"),
        ]
        let rows = ["FY2020", "FY2021"].map { "Springfield,\($0),staff,1" }
        #expect(try periods(rows, attributes) == ["2019-07/P1Y", "2020-10/P1Y"])
    }

    @Test func `days without a calendar of its own are in the consortium's`() throws {
        let attributes = [attribute("springfield", 7, from: "2020-07-01")]
        let rows = ["FY2019", "FY2021"].map { "Springfield,\($0),staff,1" }
        #expect(try periods(rows, attributes) == ["2019", "2020-07/P1Y"])
    }

    @Test func `one stamp of the path is another period by the city of the row`() throws {
        let yaml = """
            title: Year in the path
            layout: wide
            city: {column: City}
            period: {path: "{period}.csv", calendar: city}
            values: [{column: Staff, measure: ops/staff}]
            """
        let context = try Fixture.context(attributes: [attribute("springfield", 7)])
        let outcome = try Fixture.run(
            yaml, "City,Staff\nSpringfield,1\nSt. John,2\n", path: "x/FY2026.csv", context: context)
        #expect(outcome.values.map(\.period) == ["2025-07/P1Y", "2026"])
        let fixed = yaml.replacing("{column: City}", with: "{constant: springfield}")
        let one = try Fixture.run(fixed, "Staff\n1\n", path: "x/FY2026.csv", context: context)
        #expect(one.values.map(\.period) == ["2025-07/P1Y"])
    }

    @Test func `a stamp that no calendar reads is a finding with its reason`() throws {
        let context = try Fixture.context(attributes: [attribute("springfield", 4)])
        let text = Self.head + "Springfield,2018/19,staff,1\nSt. John,2018/19,staff,1\n"
        let outcome = try Fixture.run(Self.yaml, text, context: context)
        #expect(outcome.values.map(\.period) == ["2018-04/P1Y"])
        #expect(outcome.rules == ["unknown-period"])
        #expect(outcome.findings.first?.row == 3)
        #expect(outcome.findings.first?.message.contains("has no calendar") == true)
    }

    @Test func `a path's stamp that one city cannot have is named without a column`() throws {
        let yaml = """
            title: Year in the path
            layout: wide
            city: {column: City}
            period: {constant: 2018/19, calendar: city}
            values: [{column: Staff, measure: ops/staff}]
            """
        let context = try Fixture.context(attributes: [attribute("springfield", 4)])
        let outcome = try Fixture.run(
            yaml, "City,Staff\nSpringfield,1\nSt. John,2\n", context: context)
        #expect(outcome.values.count == 1)
        let finding = try #require(outcome.findings.first)
        #expect(
            finding.message.hasPrefix(
                "springfield.csv, line 3: \"2018/19\" cannot be read as a period ("))
        #expect(finding.column == nil)
    }

    @Test func `a consortium's folder brings its cities' calendars along`() throws {
        let texts = [
            "consortium.yaml": "id: a\nname: A\nstandard: 1.0.0\n",
            "cities.csv": "id,name\nspringfield,Springfield\nst-john,St. John\n",
            "attributes.csv": "city,attribute,value\nspringfield,fiscal_year_starts,7\n",
        ]
        let files = texts.map { ($0, SourceFile(name: $0, bytes: Array($1.utf8))) }
        let consortium = try ConsortiumReader.read(
            ConsortiumFiles(files: Dictionary(uniqueKeysWithValues: files)) { path, _ in
                SourceFile(name: path, bytes: [])
            })
        let context = IntakeContext(standard: try Fixture.standard(), consortium: consortium)
        let text = Self.head + "Springfield,FY2026,staff,1\nSt. John,FY2026,staff,1\n"
        let outcome = try Fixture.run(Self.yaml, text, context: context)
        #expect(outcome.values.map(\.period) == ["2025-07/P1Y", "2026"])
    }

    @Test func `another word than city is a fault`() {
        let error = #expect(throws: SpecError.self) {
            try Fixture.mapping(Self.yaml.replacing("calendar: city", with: "calendar: town"))
        }
        #expect(
            error?.issues.map(\.description) == [
                "mappings/test.yaml:4:36: period.calendar: \"town\" is not one of the words "
                    + "allowed here. Allowed: city."
            ])
    }
}
