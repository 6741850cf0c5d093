import MetricSpec
import Testing
import Workbook

@testable import Template

@Suite struct FigureSheetTests {
    @Test func `a note on the title says all that a definition has`() throws {
        let note = try Fixture.template().figures().cell("fire/calls", "Figure wanted").note
        #expect(
            note?.text == """
                Calls
                Unit: number. Of the whole period.

                Counts each call that came in.

                Counts:
                • Medical calls

                Does not count:
                • Drills

                Where to take it from: Dispatch system

                Rulings:
                • No. 1 (2026-01-15): Does a drill count? No.

                Expected: between 10 and 4,000.

                Explain a change on a year before of more than 30% and 100 (number). Calls are \
                steady.
                """)
        #expect(
            try Fixture.template().figures().cell("city/population", "Figure wanted", "sex-male")
                .note == nil)
    }

    @Test func `last figures stand beside, and are blank where none are known`() throws {
        var last = LastValues()
        let (year, quarter) = (try Fixture.period("2025-Q3"), try Fixture.period("2026-Q2"))
        last.add(120, measure: "fire/calls", breakdown: "total", period: year)
        last.add(130.5, measure: "fire/calls", breakdown: "total", period: quarter)
        last.add(7, measure: "city/population", breakdown: "sex-male", period: year)
        let sheet = try Fixture.template(lastValues: last).figures()
        #expect(try sheet.cell("fire/calls", "A year before").content == .number(120))
        #expect(try sheet.cell("fire/calls", "The period before").content == .number(130.5))
        #expect(try sheet.cell("fire/spending", "A year before").content == .blank)
        #expect(try sheet.cell("city/population", "A year before").content == .blank)
        #expect(
            try sheet.cell("city/population", "A year before", "sex-male").content == .number(7))
        #expect(sheet.rows[0].cells[4].content == .text("A year before: 2025-Q3"))
        #expect(sheet.rows[0].cells[5].content == .text("The period before: 2026-Q2"))
    }

    @Test func `a year has one column for what was before`() throws {
        #expect(try !Fixture.template().figures().columns[5].isHidden)
        #expect(try Fixture.template("2026").figures().columns[5].isHidden)
    }

    @Test func `groups stand below their total, one level deeper`() throws {
        let sheet = try Fixture.template().figures()
        let total = try sheet.row("city/population")
        #expect(sheet.rows[total].level == 0)
        #expect(sheet.rows[(total + 1)...(total + 3)].map(\.level) == [1, 1, 1])
        #expect(
            try sheet.cell("city/population", "Group", "sex-female").content
                == .text("Sex: Female"))
    }

    @Test func `a figure outside the range is questioned and not refused`() throws {
        let sheet = try Fixture.template().figures()
        let figures = try #require(sheet.validations.first)
        #expect(figures.range == CellRange(rows: 1...8, columns: 6...6))
        #expect(
            figures.rule
                == .number(
                    from: "=IF(ISNUMBER($P2),$P2,-1E+300)", to: "=IF(ISNUMBER($Q2),$Q2,1E+300)"))
        #expect(figures.severity == .warning)
        #expect(!figures.error.text.hasSuffix("…") && !figures.input.text.hasSuffix("…"))
        func ends(_ measure: String) throws -> [Cell.Content] {
            [
                try sheet.cell(measure, "Lowest expected").content,
                try sheet.cell(measure, "Highest expected").content,
            ]
        }
        #expect(try ends("fire/calls") == [.number(10), .number(4_000)])
        #expect(try ends("fire/spending") == [.blank, .blank])
        #expect(try ends("city/publishes-budget") == [.number(0), .number(1)])
    }

    @Test func `drop-downs offer the words of the lists, and are open where they apply`() throws {
        let sheet = try Fixture.template().figures()
        let lists = sheet.validations.dropFirst().map { validation -> String in
            guard case .listed(let list) = validation.rule else { return "no list" }
            let column = CellRange.letters(ofColumn: validation.range.firstColumn)
            return "\(column) \(validation.range.firstRow)-\(validation.range.lastRow) \(list)"
        }
        #expect(
            lists == [
                "J 1-8 =Words!$A$2:$A$11", "L 1-8 =Words!$A$12:$A$14", "M 1-8 =Words!$A$15:$A$17",
                "N 1-8 =Words!$A$18:$A$22", "O 1-8 =Words!$A$23:$A$25",
            ])
        #expect(sheet.validations.dropFirst().allSatisfy { $0.severity == .stop })
        let open = try ["city/population", "city/debt", "fire/calls", "fire/spending"].map { id in
            try ["Cost basis", "Overhead method", "Accounting basis"].map {
                try sheet.cell(id, $0).format.isUnlocked
            }
        }
        #expect(
            open == [
                [false, false, false], [false, false, true], [false, false, false],
                [true, true, true],
            ])
    }

    @Test func `the words of the lists stand where the drop-downs look`() throws {
        let sheet = try #require(Fixture.template().workbook.sheets.last)
        let words = sheet.rows.map { row -> String in
            if case .text(let text) = row.cells[0].content { text } else { "" }
        }
        // Lines are counted from 1.
        #expect(
            words[1...10] == [
                "estimated", "provisional", "unreliable", "not_collected", "not_applicable",
                "not_provided", "withheld", "suppressed", "late", "not_reported",
            ])
        #expect(words[11...13] == ["unaudited", "internally_audited", "audited"])
        #expect(words[14...16] == ["direct", "direct_and_capital", "full"])
        #expect(words[17...21] == ["none", "direct", "step_down", "reciprocal", "flat_rate"])
        #expect(words[22...] == ["cash", "modified_accrual", "accrual"])
    }

    @Test func `only inputs can be changed`() throws {
        let sheet = try Fixture.template().figures()
        #expect(sheet.isProtected)
        let open = sheet.rows[try sheet.row("fire/calls")].cells.indices.filter {
            sheet.rows[7].cells[$0].format.isUnlocked
        }
        #expect(
            open == [
                try sheet.column("Figure"), try sheet.column("Status"),
                try sheet.column("Explanation"), try sheet.column("Audit status"),
            ])
    }

    @Test func `three marks, each for all figures, the worst first`() throws {
        let formats = try Fixture.template().figures().conditionalFormats
        #expect(formats.map(\.format) == [Look.wrong, Look.outside, Look.changed])
        #expect(formats.allSatisfy { $0.range == CellRange(rows: 1...8, columns: 6...6) })
        #expect(
            formats[1].formula
                == "=AND(AND(ISNUMBER($G2),OR(AND(ISNUMBER($P2),$G2<$P2),"
                + "AND(ISNUMBER($Q2),$G2>$Q2))),TRIM($K2)=\"\")")
    }

    @Test func `a city that is asked for nothing gets a sheet without rows and rules`() throws {
        let standard = try StandardReader.read([
            ("standard.yaml", "id: test\nversion: 1.0.0\ntitle: Test\n"),
            ("units.yaml", "dimensions: {}\nunits: {}\n"), ("services.yaml", "services: {}\n"),
        ])
        let sheet = try Fixture.template(standard: standard).figures()
        #expect(sheet.rows.count == 1)
        #expect(sheet.validations.isEmpty && sheet.conditionalFormats.isEmpty)
    }
}
