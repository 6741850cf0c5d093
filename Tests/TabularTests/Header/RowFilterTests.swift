import TestFiles
import Testing

@testable import Tabular

private func read(
    _ text: String, _ format: TableFormat = TableFormat(), batchRows: Int = 8_192
) throws -> (rows: [String], remarks: [TableRemark]) {
    let reader = try TableReader.open(
        SourceFile(name: "t", bytes: Array(text.utf8)), format: format, batchRows: batchRows)
    var rows: [String] = []
    while let batch = try reader.next() {
        for row in 0..<batch.rowCount {
            rows.append(String(decoding: batch.table.rawText(row), as: UTF8.self))
        }
    }
    return (rows, reader.remarks)
}

@Suite struct RowFilterTests {
    @Test(arguments: [1, 2, 8_192])
    func `the header again is left out, in whatever batch`(batchRows: Int) throws {
        let (rows, remarks) = try read(
            "City,Calls\nAlder,1\nCity,Calls\nBirch,2\n City ,Calls\nCity,7\n",
            batchRows: batchRows)
        #expect(rows == ["Alder,1", "Birch,2", "City,7"])
        #expect(remarks.map(\.reason) == [.repeatedHeader])
        #expect(remarks.first?.rows == 2)
        #expect(remarks.first?.line == 3)
    }

    @Test(arguments: [
        "\nSource: dispatch centre\n", "* provisional,,\n", "\n\nfirst note\nsecond note\n",
        "Notes,,\n1) as counted in Alder,,\n", "a note without any sign of one\n",
    ])
    func `texts below the table are left out`(end: String) throws {
        let (rows, remarks) = try read("City,Calls,Staff\nAlder,1,2\nBirch,3,4\n" + end)
        #expect(rows == ["Alder,1,2", "Birch,3,4"])
        #expect(remarks.map(\.reason) == [.note])
    }

    @Test(arguments: [
        "Cedar,,\n", "2021-11-10 16:00,,\n", "7\n", "Cedar,5,\n", ",,9\n", "\nCedar,5,6\n",
    ])
    func `a row of the table is none of them`(end: String) throws {
        let (rows, remarks) = try read("City,Calls,Staff\nAlder,1,2\n" + end)
        #expect(rows.last == end.split(separator: "\n").last.map(String.init))
        #expect(remarks.isEmpty)
    }

    @Test func `texts in the middle of a table stay`() throws {
        let (rows, remarks) = try read("City,Calls\nAlder,1\n* note\nBirch,2\n")
        #expect(rows == ["Alder,1", "* note", "Birch,2"])
        #expect(remarks.isEmpty)
    }

    @Test func `the table ends where the mapping says so`() throws {
        var format = TableFormat()
        format.ends = [Glob(column: "references*")]
        let (rows, remarks) = try read("City,Calls\nAlder,1\nReferences (a),\nBirch,2\n", format)
        #expect(rows == ["Alder,1"])
        #expect(remarks.map(\.rows) == [2])
    }

    @Test func `totals are left out as the mapping tells them`() throws {
        var format = TableFormat()
        format.totals = TableFormat.Totals(globs: [Glob(column: "*total*")])
        let text = "City,Kind,Calls\nAlder,a,1\nSub-Total Alder,,1\nBirch,total,2\nTotal,,3\n"
        #expect(try read(text, format).rows == ["Alder,a,1", "Birch,total,2"])
        format.totals = TableFormat.Totals(column: "kind", globs: [Glob(column: "total")])
        let (rows, remarks) = try read(text, format)
        #expect(rows == ["Alder,a,1", "Sub-Total Alder,,1", "Total,,3"])
        #expect(remarks.map(\.line) == [4])
    }
}
