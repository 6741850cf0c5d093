import TestFiles
import Testing

@testable import Tabular

private func open(_ text: String, _ format: TableFormat = TableFormat()) throws -> TableReader {
    try TableReader.open(SourceFile(name: "t", bytes: Array(text.utf8)), format: format)
}

private func open(
    _ rows: [[TestCell]], merged: [String] = [], _ format: TableFormat = TableFormat()
) throws -> TableReader {
    let bytes = try WorkbookBytes(sheets: [.init(rows, merged: merged)]).bytes()
    return try TableReader.open(SourceFile(name: "t", bytes: bytes), format: format)
}

private func rows(_ reader: TableReader) throws -> [[String]] {
    var rows: [[String]] = []
    while let batch = try reader.next() {
        for row in 0..<batch.rowCount {
            rows.append((0..<batch.table.cellCount(row)).map { batch.text(row: row, column: $0) })
        }
    }
    return rows
}

@Suite struct HeaderTests {
    @Test func `a header in the first row is told and not guessed`() throws {
        for text in [
            "City,Value\nAlder,1\n", "City,2019,2020\nAlder,1,2\n", "City\nAlder\n",
            ",City,Value\n0,Alder,1\n1,Birch,2\n", "City,Note\nAlder,none\nBirch,some\n",
            "City,Value\n", "City,Period,Value\nAlder,2019,n/a\nAlder,2020,7\n",
        ] {
            let reader = try open(text)
            #expect(reader.headerLine == 1, "\(text)")
            #expect(reader.head.origin == .told, "\(text)")
            #expect(reader.headerRows.count == 1)
        }
    }

    @Test func `texts above the header are its titles`() throws {
        let reader = try open(
            """
            Report;Energy;;;;
            Building;4. Beech School;;"South; wing";;
            Period;Hours of 2021;;;;
            Time;Meter A kWh;Meter B kWh;Outside;;
            01.01.2021 00:00;41;95;0,2;;
            01.01.2021 01:00;40;97;0,3;;

            """)
        #expect(reader.header == ["Time", "Meter A kWh", "Meter B kWh", "Outside", "", ""])
        #expect(reader.headerLine == 4)
        #expect(reader.head.origin == .detected)
        #expect(reader.head.confidence == 0.9)
        #expect(
            reader.titles == [
                "Report", "Energy", "Building", "4. Beech School", "South", "wing", "Period",
                "Hours of 2021",
            ])
        #expect(reader.dialect.delimiterName == "semicolon")
        #expect(try rows(reader).count == 2)
    }

    @Test func `titles above the header of a sheet, and a unit among them`() throws {
        let reader = try open(
            [
                ["Alder: capital, table 5"], ["R thousands"],
                ["\nFunction", "Project", "Audited Outcome\n2018/19", "Q1 Sept Actual\n2019/20"],
                ["Halls", "P-1", 465_074, nil], ["Roads", "P-2", nil, 20_800],
            ], merged: ["A1:D1"])
        #expect(
            reader.header == [
                "Function", "Project", "Audited Outcome 2018/19", "Q1 Sept Actual 2019/20",
            ])
        #expect(reader.titles == ["Alder: capital, table 5", "R thousands"])
        #expect(reader.headerLine == 3)
    }

    @Test func `merged titles over periods become parts of the names`() throws {
        let reader = try open(
            [
                ["Spending of Alder"], [nil, "2019/20", nil, "2020/21"],
                ["Item", "Budget", "Actual", "Budget", "Actual"], ["Halls", 1, 2, 3, 4],
            ], merged: ["A1:E1", "B2:C2", "D2:E2"])
        #expect(
            reader.header == [
                "Item", "2019/20 Budget", "2019/20 Actual", "2020/21 Budget", "2020/21 Actual",
            ])
        #expect(
            reader.headerRows == [
                ["", "2019/20", "2019/20", "2020/21", "2020/21"],
                ["Item", "Budget", "Actual", "Budget", "Actual"],
            ])
        #expect(reader.titles == ["Spending of Alder"])
        #expect(reader.head.origin == .detected)
    }

    @Test func `a text has no merged cells, so a title reaches to the next`() throws {
        let reader = try open(
            "Item,Budget,,Actual,,\n,2019,2020,2019,2020,Notes\nHalls,1,2,3,4,x\n",
            TableFormat(headerRow: nil))
        #expect(
            reader.header == [
                "Item", "Budget 2019", "Budget 2020", "Actual 2019", "Actual 2020", "Actual Notes",
            ])
    }

    @Test func `given lines are obeyed, words cut by a hyphen mended`() throws {
        var format = TableFormat()
        format.headerRows = 2...3
        let reader = try open(
            "Alder,,\nPopu-,Fire,Fire\nlation,calls,staff-days\n1,2,3\n", format)
        #expect(reader.header == ["Population", "Fire calls", "Fire staff-days"])
        #expect(reader.head.origin == .given)
        #expect(try rows(reader) == [["1", "2", "3"]])
    }

    @Test func `a row of units below the header is no row of the table`() throws {
        let reader = try open([
            ["City", "Energy", "Floor"], [nil, "kWh", "m²"], ["Alder", 7, 8],
        ])
        #expect(reader.units == ["", "kWh", "m²"])
        #expect(try rows(reader) == [["Alder", "7", "8"]])
    }

    @Test func `of two tables the one that is asked for is read, up to its blank row`() throws {
        let sheet: [[TestCell]] = [
            ["Table 1"], ["City", "Fires"], ["Alder", 1], ["Birch", 2], [], ["Table 2"],
            ["City", "Calls"], ["Alder", 10], [], ["Prepared by the clerk"],
        ]
        var format = TableFormat()
        format.table = .position(2)
        var reader = try open(sheet, format)
        #expect(reader.header == ["City", "Calls"])
        #expect(try rows(reader) == [["Alder", "10"]])
        format.table = .after(Glob(column: "table 2*"))
        reader = try open(sheet, format)
        #expect(reader.header == ["City", "Calls"])
        let text = "Table 1\nCity,Fires\nAlder,1\nBirch,2\n\nTable 2\nCity,Calls\nAlder,10\n"
        reader = try open(text, format)
        #expect(reader.header == ["City", "Calls"])
        #expect(reader.headerLine == 7)
        #expect(try rows(reader) == [["Alder", "10"]])
        format.table = .position(3)
        #expect(throws: TableError.self) { try open(sheet, format) }
    }

    @Test func `a survey tells header, rows, sheets and notes`() throws {
        let bytes = try WorkbookBytes(sheets: [
            .init(
                name: "Q3",
                [["Alder"], [], ["City", "Calls"], ["Alder", 1], [], ["Source: dispatch"]]),
            .init(name: "Old", [["x"]], state: "hidden"),
        ]).bytes()
        let survey = try TableSurvey(SourceFile(name: "t", bytes: bytes))
        #expect(survey.type == .xlsx)
        #expect(survey.sheets.map(\.name) == ["Q3", "Old"])
        #expect(survey.sheets.map(\.rowCount) == [4, 1])
        #expect(survey.header.names == ["City", "Calls"])
        #expect(survey.header.titles == ["Alder"])
        #expect(survey.rows.map(\.cells) == [["Alder", "1"]])
        #expect(survey.rows.map(\.kinds) == [[.text, .number]])
        #expect(survey.remarks.map(\.text) == ["Source: dispatch"])
        #expect(survey.headerChoices.map(\.lines) == [3...3])
    }
}
