import Foundation
import Testing

@testable import Workbook

/// A folder that is there while a test runs.
private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/workbook-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
}

/// A workbook that uses every capability once.
private func everything() -> Workbook {
    let filled = CellFormat().with {
        $0.fill = Colour(0xFFF8E1)
        $0.isUnlocked = true
    }
    var sheet = Sheet(
        name: "Figures", columns: [.init(width: 20), .init(width: 10, isHidden: true)],
        rows: [
            .init([Cell(.text("Title")), Cell(.text("=1+1"))]),
            .init(
                [
                    Cell(.number(1.5), filled, note: .init("What counts", width: 200, height: 80)),
                    Cell(.formula("=A2*2", shows: "3")),
                ], level: 1),
        ])
    sheet.frozenRows = 1
    sheet.isProtected = true
    let place = CellRange(rows: 1...1, columns: 0...0)
    sheet.filter = Sheet.Filter(
        CellRange(rows: 0...1, columns: 0...1), chosen: .init(column: 0, text: "All"))
    let message = Validation.Message(title: "Number", text: "Between 0 and 5")
    sheet.validations = [
        Validation(
            place, .number(from: "=0", to: "=B2"), severity: .warning, input: message,
            error: message)
    ]
    sheet.conditionalFormats = [ConditionalFormat(place, when: "=$A2>5", format: filled)]
    sheet.printing.footer = "Page &P"
    return Workbook(title: "Test", created: 1_782_864_000, sheets: [sheet])
}

@Suite struct WorkbookTests {
    @Test func `the same workbook written twice has the same bytes`() throws {
        try withFolder { folder in
            try everything().write(to: folder + "/a.xlsx")
            // The zip format counts in steps of two seconds.
            Thread.sleep(forTimeInterval: 2.1)
            try everything().write(to: folder + "/b.xlsx")
            let first = try Data(contentsOf: URL(fileURLWithPath: folder + "/a.xlsx"))
            let second = try Data(contentsOf: URL(fileURLWithPath: folder + "/b.xlsx"))
            #expect(first == second)
            #expect(first.prefix(2) == Data("PK".utf8))
        }
    }

    @Test func `another date of creation gives other bytes`() throws {
        try withFolder { folder in
            var later = everything()
            later.created += 86_400
            try everything().write(to: folder + "/a.xlsx")
            try later.write(to: folder + "/b.xlsx")
            let first = try Data(contentsOf: URL(fileURLWithPath: folder + "/a.xlsx"))
            #expect(try Data(contentsOf: URL(fileURLWithPath: folder + "/b.xlsx")) != first)
        }
    }

    @Test func `a file that cannot be written is an error with its path`() throws {
        let path = "/nowhere/at/all/a.xlsx"
        let error = #expect(throws: WorkbookError.self) { try everything().write(to: path) }
        #expect(
            error?.description
                == "/nowhere/at/all/a.xlsx: it cannot be written (No such file or directory).")
    }

    @Test func `a fault in a sheet is an error with its place, and no file stays`() throws {
        try withFolder { folder in
            var workbook = everything()
            workbook.sheets[0].name = "Figures/2026"
            let error = #expect(throws: WorkbookError.self) {
                try workbook.write(to: folder + "/a.xlsx")
            }
            #expect(error?.place == "sheet \"Figures/2026\"")
            workbook = everything()
            workbook.sheets[0].rows[0].cells[1].content = .text(
                String(repeating: "x", count: 32_768))
            let long = #expect(throws: WorkbookError.self) {
                try workbook.write(to: folder + "/a.xlsx")
            }
            #expect(long?.place == "sheet \"Figures\", cell B1")
            let left = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(left == [])
        }
    }

    @Test func `a workbook takes the place of a file that was there`() throws {
        try withFolder { folder in
            try Data("old".utf8).write(to: URL(fileURLWithPath: folder + "/a.xlsx"))
            try everything().write(to: folder + "/a.xlsx")
            let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/a.xlsx"))
            #expect(bytes.count > 1_000)
            let left = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(left == ["a.xlsx"])
        }
    }

    @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
    func `a text that a spreadsheet would take for a formula begins with an apostrophe`(
        _ text: String
    ) {
        #expect(Cell.guarded(text) == "'" + text)
    }

    @Test func `other texts stay, without control characters`() {
        #expect(Cell.guarded("A = B") == "A = B")
        #expect(Cell.guarded("") == "")
        #expect(Cell.guarded("--") == "--")
        #expect(Cell.guarded("a\u{0}b\u{1B}c\nd") == "abc\nd")
        #expect(Cell.guarded("\u{7}=1") == "'=1")
    }

    @Test func `more validations than the library can count are an error`() throws {
        try withFolder { folder in
            var workbook = everything()
            let rule = workbook.sheets[0].validations[0]
            workbook.sheets[0].validations = Array(repeating: rule, count: 255)
            try workbook.write(to: folder + "/a.xlsx")
            workbook.sheets[0].validations.append(rule)
            let error = #expect(throws: WorkbookError.self) {
                try workbook.write(to: folder + "/b.xlsx")
            }
            #expect(
                error?.reason == "it has 256 validations; 255 are the most there can be.")
        }
    }

    @Test func `a filter hides the rows below its titles that have another text`() {
        let filter = Sheet.Filter(
            CellRange(rows: 0...2, columns: 0...1), chosen: .init(column: 1, text: "All"))
        func hides(_ text: String, at index: Int) -> Bool {
            filter.hides(Sheet.Row([Cell(.blank), Cell(.text(text))]), at: index)
        }
        #expect(hides("Female", at: 1))
        #expect(!hides("All", at: 1))
        #expect(!hides("Group", at: 0))
        #expect(!hides("Female", at: 3))
        #expect(!Sheet.Filter(filter.range).hides(Sheet.Row([Cell(.text("x"))]), at: 1))
    }

    @Test func `columns are counted in letters`() {
        let letters = [0, 25, 26, 51, 52, 701, 702, 16_383].map(CellRange.letters)
        #expect(letters == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD"])
    }

    @Test func `a message is cut where Excel would refuse it`() {
        let long = Validation.Message(
            title: String(repeating: "t", count: 33), text: String(repeating: "é", count: 300))
        #expect(long.title == String(repeating: "t", count: 31) + "…")
        #expect(long.text.utf16.count == 255)
        let short = Validation.Message(
            title: String(repeating: "t", count: 32), text: String(repeating: "x", count: 255))
        #expect(short.title.count == 32)
        #expect(short.text.count == 255)
    }
}
