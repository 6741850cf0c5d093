import Consortium
import MetricSpec
import Submission
import Tabular
import Template
import Testing
import Workbook

/// A filled sheet of figures, saved as CSV, read with the mapping that comes
/// with it.
@Suite struct RoundTripTests {
    private struct Reading {
        var values: [String] = []
        var findings: [Finding] = []
        var leftOutRows = 0
        var hasRejections = false
    }

    private func read(_ csv: String, decimalComma: Bool = false) throws -> Reading {
        let (standard, consortium) = (try Fixture.standard(), try Fixture.consortium())
        let mapping = try MappingReader.read(
            name: "template", text: TemplateMapping.text(decimalComma: decimalComma),
            file: "mappings/template.yaml", standard: standard)
        // Excel begins a CSV file in UTF-8 with a byte order mark.
        let file = SourceFile(
            name: "a-port-2026-Q3-template.csv", bytes: [0xEF, 0xBB, 0xBF] + Array(csv.utf8))
        let context = IntakeContext(standard: standard, consortium: consortium)
        let intake = Intake(
            file, path: "2026-Q3/a-port/a-port-2026-Q3-template.csv", mapping: mapping,
            context: context, duplicates: .found)
        var reading = Reading()
        let summary = try intake.run { batch in
            for index in 0..<batch.count { reading.values.append(words(batch, index, context)) }
            reading.findings += batch.findings
        }
        reading.leftOutRows = summary.leftOutRows
        reading.hasRejections = summary.hasRejections
        return reading
    }

    private func words(_ batch: CheckedBatch, _ index: Int, _ context: IntakeContext) -> String {
        let status = ObservationStatus(code: batch.status[index])
        let basis = ValueBasis(code: batch.basis[index])
        let parts = [
            context.cities.cities[Int(batch.city[index])].id,
            batch.periods[Int(batch.period[index])].text,
            context.standard.measures[Int(batch.measure[index])].id,
            context.breakdowns[Int(batch.breakdown[index])], status?.rawValue,
            status?.hasValue == true ? "\(batch.value[index])" : nil, basis.audit?.rawValue,
            basis.cost?.rawValue, basis.overhead?.rawValue, basis.accounting?.rawValue,
        ]
        return parts.compactMap(\.self).joined(separator: " ")
    }

    /// A sheet in which some cells are filled in, as a program would show it.
    private func filled(
        _ entries: [(measure: String, breakdown: String, cells: [String: Cell.Content])],
        _ lastValues: LastValues = LastValues()
    ) throws -> Sheet {
        var sheet = try Fixture.template(lastValues: lastValues).figures()
        for entry in entries {
            let row = try sheet.row(entry.measure, entry.breakdown)
            for (header, content) in entry.cells {
                let column = try sheet.column(header)
                #expect(sheet.rows[row].cells[column].format.isUnlocked || header == "Check")
                sheet.rows[row].cells[column].content = content
            }
        }
        return sheet
    }

    @Test func `a sheet that is filled in whole is read without any finding`() throws {
        let fine: [String: Cell.Content] = ["Check": .text("OK")]
        let spent: [String: Cell.Content] = [
            "Figure": .number(1_234_567.25), "Audit status": .text("audited"),
            "Cost basis": .text("full"), "Overhead method": .text("step_down"),
            "Accounting basis": .text("modified_accrual"), "Check": .text("OK"),
        ]
        func figure(_ number: Double) -> [String: Cell.Content] {
            fine.merging(["Figure": .number(number)]) { $1 }
        }
        let reading = try read(
            filled([
                (
                    "city/debt", "total",
                    [
                        "Status": .text("not_collected"),
                        "Check": .text("No figure, reason given"),
                    ]
                ),
                ("city/population", "total", figure(1_120)),
                ("city/population", "sex-female", figure(520)),
                ("city/population", "sex-male", figure(480)),
                ("city/population", "sex-unknown", figure(120)),
                ("city/publishes-budget", "total", figure(1)),
                (
                    "fire/calls", "total",
                    figure(400).merging(["Status": .text("estimated")]) { $1 }
                ),
                ("fire/spending", "total", spent),
            ]).csv)
        #expect(reading.findings.map(\.message) == [])
        #expect(
            reading.values == [
                "a-port 2026-Q3 city/debt total not_collected",
                "a-port 2026-Q3 city/population total normal 1120.0",
                "a-port 2026-Q3 city/population sex-female normal 520.0",
                "a-port 2026-Q3 city/population sex-male normal 480.0",
                "a-port 2026-Q3 city/population sex-unknown normal 120.0",
                "a-port 2026-Q3 city/publishes-budget total normal 1.0",
                "a-port 2026-Q3 fire/calls total estimated 400.0",
                "a-port 2026-Q3 fire/spending total normal 1234567.25 audited full step_down "
                    + "modified_accrual",
            ])
        #expect(!reading.hasRejections)
    }

    @Test func `rows that are left blank bring nothing and take nothing back`() throws {
        let reading = try read(
            filled([
                (
                    "fire/calls", "total",
                    [
                        "Figure": .number(4_500), "Check": .text("OK, explained"),
                        "Explanation": .text("A flood, in \"July\",\nand a storm"),
                    ]
                )
            ]).csv)
        #expect(reading.values == ["a-port 2026-Q3 fire/calls total normal 4500.0"])
        #expect(reading.leftOutRows == 7)
        #expect(reading.findings.allSatisfy { $0.severity < .error })
    }

    @Test func `what the check in the workbook calls wrong is an error when it is read`() throws {
        let reading = try read(
            filled([
                (
                    "fire/calls", "total",
                    ["Figure": .text("many"), "Check": .text("Not a number")]
                ),
                (
                    "fire/spending", "total",
                    [
                        "Figure": .number(5), "Status": .text("withheld"),
                        "Check": .text("Figure, but status says none"),
                    ]
                ),
            ]).csv)
        #expect(reading.values == [])
        #expect(reading.findings.map(\.rule) == ["not-a-number", "status-contradicts-value"])
    }

    @Test func `earlier figures beside the sheet's own are passed over`() throws {
        var last = LastValues()
        last.add(
            77, measure: "fire/calls", breakdown: "total", period: try Fixture.period("2025-Q3"))
        let sheet = try filled(
            [("fire/calls", "total", ["Figure": .number(80), "Check": .text("OK")])], last)
        let reading = try read(sheet.csv)
        #expect(reading.values == ["a-port 2026-Q3 fire/calls total normal 80.0"])
        #expect(reading.findings.map(\.message) == [])
    }

    @Test func `where a comma is the decimal mark the sheet is read as well`() throws {
        let sheet = try filled([
            ("fire/spending", "total", ["Figure": .text("12,5"), "Check": .text("OK")])
        ])
        let text = sheet.rows.map { row in
            row.cells.map { cell -> String in
                switch cell.content {
                case .blank: ""
                case .text(let text), .formula(_, let text), .link(let text, _): text
                case .number(let number): "\(number)".replacing(".", with: ",")
                }
            }.joined(separator: ";")
        }.joined(separator: "\r\n")
        let reading = try read(text, decimalComma: true)
        #expect(reading.values == ["a-port 2026-Q3 fire/spending total normal 12.5"])
        #expect(reading.findings.map(\.message) == [])
    }
}
