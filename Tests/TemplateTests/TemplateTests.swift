import Consortium
import MetricSpec
import Testing
import Workbook

@testable import Template

@Suite struct TemplateTests {
    @Test func `measures of services that the city provides are asked for, and those of none`()
        throws
    {
        let rows = try Fixture.template().rows
        #expect(
            rows.map { "\($0.measure.id) \($0.breakdownID)" } == [
                "city/debt total", "city/population total", "city/population sex-female",
                "city/population sex-male", "city/population sex-unknown",
                "city/publishes-budget total", "fire/calls total", "fire/spending total",
            ])
    }

    @Test func `a service without taking part is not asked for`() throws {
        let rows = try Fixture.template(city: 1).rows
        #expect(Set(rows.map(\.measure.domain)) == ["city"])
    }

    @Test func `what counts is the provision on the period's first day`() throws {
        let consortium = try Fixture.consortium()
        func input(_ period: String) throws -> TemplateInput {
            TemplateInput(
                standard: try Fixture.standard(), consortium: consortium,
                city: consortium.directory.cities[0], period: try Fixture.period(period))
        }
        #expect(try !input("2026-Q2").isAsked(for: "transit"))
        #expect(try input("2026-Q3").isAsked(for: "transit"))
        #expect(try !input("2026").isAsked(for: "transit"))
    }

    @Test func `the year before and the period before are of the same length`() throws {
        func earlier(_ text: String) throws -> [String?] {
            let period = try Fixture.period(text)
            return [
                TemplateInput.yearBefore(period)?.text, TemplateInput.previous(period)?.text,
            ]
        }
        #expect(try earlier("2026-Q1") == ["2025-Q1", "2025-Q4"])
        #expect(try earlier("2026-02") == ["2025-02", "2026-01"])
        #expect(try earlier("2026") == ["2025", nil])
        #expect(try earlier("0001-Q1") == [nil, nil])
    }

    @Test func `a changed definition asks for no explanation of the change`() throws {
        let standard = try StandardReader.read([
            ("standard.yaml", "id: test\nversion: 1.0.0\ntitle: Test\n"),
            (
                "units.yaml",
                """
                dimensions: {count: {definition: Things.}}
                units: {count: {label: "", dimension: count}}
                """
            ),
            ("services.yaml", "services: {}\n"),
            (
                "a/measures.yaml",
                """
                measures:
                  - name: calls
                    title: Calls
                    definition: Counts calls.
                    unit: count
                    kind: flow
                    change: {percent: 30, reason: Calls are steady.}
                    changes:
                      - {version: 1.0.0, date: 2026-01-01, what: Drills count., comparable: false}
                """
            ),
        ])
        func change(_ period: String) throws -> ChangeLimit? {
            try Fixture.template(period, standard: standard).rows[0].change
        }
        #expect(try change("2025-Q4") != nil)
        #expect(try change("2026-Q1") == nil)
        #expect(try change("2026-Q4") == nil)
        #expect(try change("2027-Q1") != nil)
    }

    @Test func `a group of what can be added may be nothing, and a year up to four quarters`()
        throws
    {
        let quarter = try Fixture.template().rows
        #expect(quarter[1].range == PlausibleRange(minimum: 100, maximum: 50_000_000))
        #expect(quarter[2].range == PlausibleRange(minimum: 0, maximum: 50_000_000))
        let year = try Fixture.template("2026").rows
        #expect(year[6].range == PlausibleRange(minimum: 10, maximum: 16_000))
    }

    @Test func `names in a workbook are no codes and no formulas, and no contact is in it`() throws
    {
        let workbook = try Fixture.template().workbook
        #expect(workbook.sheets[1].printing.footer == "&LA Port && Co, 2026-Q3&RPage &P of &N")
        #expect(!"\(workbook)".contains("Secret"))
        #expect(!"\(workbook)".contains("example.org"))
        #expect(workbook.sheets.map(\.name) == ["Read me", "Figures", "Words"])
    }

    @Test func `the first sheet says the deadline, whom to ask and the standard`() throws {
        let sheet = try Fixture.template().workbook.sheets[0]
        let lines = sheet.rows.map { row in
            row.cells.map { cell -> String in
                if case .text(let text) = cell.content { text } else { "" }
            }.joined(separator: ": ")
        }
        #expect(lines[0] == "Test & League: figures of A Port & Co, 2026-Q3")
        for line in [
            "City: A Port & Co (a-port)", "Period: 2026-Q3: 2026-07-01 to 2026-09-30",
            "Due: 2026-10-31", "Queries answered until: 2026-11-15",
            "Whom to ask: Test & League", "Standard: Test standard (test 1.2.3)",
            "Currency: USD",
            "What is asked: 5 measures, and 3 figures by group; about 7 minutes. Only services "
                + "that the city provides and takes part with are here.",
        ] {
            #expect(lines.contains(line), "\(line)")
        }
        let other = try Fixture.template("2026-Q4").workbook.sheets[0]
        #expect(
            other.rows.contains {
                $0.cells.last?.content == .text("Not set yet; ask Test & League.")
            })
    }

    @Test func `the date of creation is the period's first day`() throws {
        // date -u -d 2026-07-01 +%s
        #expect(try Fixture.template().workbook.created == 1_782_864_000)
        #expect(try Fixture.template().fileName == "a-port-2026-Q3-template.xlsx")
        #expect(try Fixture.template("2015-07/P1Y").fileName == "a-port-2015-07--P1Y-template.xlsx")
    }
}
