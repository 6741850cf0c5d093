import Testing

@testable import Tabular

private func rows(_ text: String) throws -> [[String]] {
    let file = SourceFile(name: "t.json", bytes: Array(text.utf8))
    let reader = try RowReader(file, batchRows: 2)
    var rows: [[String]] = []
    while let batch = try reader.next() {
        for row in 0..<batch.rowCount {
            rows.append((0..<batch.table.cellCount(row)).map { batch.text(row: row, column: $0) })
        }
    }
    return rows
}

private func error(_ text: String) -> TableError? {
    readError(Array(text.utf8), name: "t.json")
}

@Suite struct JSONRowsTests {
    @Test func `a list of objects is a table with the names as its header`() throws {
        let text = """
            [ {"city": "Alder", "value": 1.50, "closed": true},
              {"city": "Birch \\u00e9\\n\\"x\\"", "value": -2e3, "closed": null} ]
            """
        #expect(
            try rows(text) == [
                ["city", "value", "closed"], ["Alder", "1.50", "true"],
                ["Birch é\n\"x\"", "-2e3", ""],
            ])
    }

    @Test func `one object a line is the same table`() throws {
        let text = "{\"a\":1,\"b\":\"x\"}\n{\"a\":2,\"b\":\"y\"}\r\n\n{\"a\":3,\"b\":\"z\"}\n"
        #expect(try rows(text) == [["a", "b"], ["1", "x"], ["2", "y"], ["3", "z"]])
    }

    @Test func `columns are the union of the names in order of first appearance`() throws {
        let text = "[{\"b\":1},{\"a\":2,\"b\":3},{},{\"c\":null,\"a\":4}]"
        #expect(
            try rows(text) == [
                ["b", "a", "c"], ["1", "", ""], ["3", "2", ""], ["", "", ""], ["", "4", ""],
            ])
    }

    @Test func `an object within an object gives columns joined by a dot`() throws {
        let text = """
            {"id":7,"place":{"city":"Alder","at":{"x":1, "y":[2]}},"tags":["a", "b"],"none":{}}
            """
        #expect(
            try rows(text) == [
                ["id", "place.city", "place.at", "tags"],
                ["7", "Alder", "{\"x\":1, \"y\":[2]}", "[\"a\", \"b\"]"],
            ])
    }

    @Test func `kinds are told and rows are counted by objects`() throws {
        let cells = try readCells(
            Array("[{\"a\":1,\"b\":\"1\"},{\"a\":false}]".utf8), name: "t.json")
        #expect(
            cells == [
                ReadCell(0, 0, .text, "a"), ReadCell(0, 1, .text, "b"),
                ReadCell(1, 0, .number, "1"), ReadCell(1, 1, .text, "1"),
                ReadCell(2, 0, .boolean, "false"),
            ])
    }

    @Test func `a byte order mark and halves of characters do no harm`() throws {
        #expect(
            try rows("\u{FEFF}[{\"a\":\"\\ud83d\\ude00 \\ud83d. \\u0000\"}]") == [
                ["a"], ["😀 \u{FFFD}. \u{FFFD}"],
            ])
    }

    @Test(
        arguments: [
            ("[{\"a\":1},\n {\"a\":01}]", 2, 7, "no number"),
            ("[{\"a\":1}\n{\"a\":2}]", 2, 1, "\"]\" is expected"),
            ("[{\"é\":1,\"b\":tru}]", 1, 13, "a value is expected"),
            ("[{\"a\":1,}]", 1, 9, "a name in quotes"), ("[{\"a\":1}", 1, 9, "the file ends"),
            ("[{\"a\":\"x\ny\"}]", 1, 9, "a line end"), ("[{\"a\":\"x", 1, 7, "never closed"),
            ("[{\"a\":\"\\x\"}]", 1, 8, "escape"), ("[{\"a\":\"\\u00g0\"}]", 1, 8, "hexadecimal"),
            ("[{\"a\":1}] x", 1, 11, "the end of the file"), ("[{\"a\":1},2]", 1, 10, "an object"),
            ("{\"a\":1}\n[2]", 2, 1, "an object"), ("{\"a\" 1}", 1, 6, "\":\" is expected"),
            ("[{\"a\":-}]", 1, 7, "no number"), ("[{\"a\":1.}]", 1, 7, "no number"),
            ("[{\"a\":1e+}]", 1, 7, "no number"), ("[{\"a\":1,\"a\":2}]", 1, 13, "stands twice"),
            ("[{\"a.b\":1,\"a\":{\"b\":2}}]", 1, 20, "\"a.b\" stands twice"),
            ("[{\"a\":NaN}]", 1, 7, "a value is expected"),
        ])
    func `what breaks the rules is located`(
        text: String, line: Int, character: Int, problem: String
    ) {
        let error = error(text)
        #expect(error?.kind == .syntax)
        #expect(error?.line == line)
        #expect(error?.character == character)
        #expect(error?.problem.contains(problem) == true, "\(String(describing: error))")
    }

    @Test func `a message names line and character`() {
        #expect(
            error("[{\"a\":1},\n {\"a\":01}]")?.description
                == "t.json, line 2, character 7: this is no number as JSON writes it. "
                + "Write the file again with a program that writes JSON.")
    }

    @Test func `nesting deeper than 64 is refused, not followed`() {
        let open = String(repeating: "[", count: 100_000)
        #expect(error("[{\"a\":\(open)")?.problem.contains("nested deeper than 64") == true)
        let depth = TableLimits.depth - 2
        let deep =
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        #expect(error("[{\"a\":\(deep)}]") == nil)
        #expect(error("[{\"a\":[\(deep)]}]") != nil)
    }

    @Test func `a list without an object is empty`() {
        #expect(error("[]")?.kind == .empty)
        #expect(error("[{},{}]")?.kind == .empty)
    }

    @Test func `text that is not UTF-8 is refused`() {
        let bytes = Array("[{\"a\":\"".utf8) + [0xFC] + Array("\"}]".utf8)
        #expect(readError(bytes, name: "t.json")?.kind == .unknownEncoding)
    }

    @Test func `a value of 1 MiB is read, one byte more is refused`() {
        for length in [1 << 20, (1 << 20) + 1] {
            let text = String(repeating: "x", count: length)
            #expect((error("[{\"a\":\"\(text)\"}]") == nil) == (length == 1 << 20))
            #expect((error("[{\"a\":\"\\n\(text.dropLast())\"}]") == nil) == (length == 1 << 20))
        }
    }

    @Test func `more names than columns are refused`() {
        let names = (0...TableLimits.columns).map { "\"n\($0)\":1" }.joined(separator: ",")
        #expect(error("[{\(names)}]")?.kind == .tooManyColumns)
    }

    @Test func `random damage never brings the reader down`() {
        var random = SeededGenerator(state: 8)
        let whole = Array("[{\"a\":1,\"b\":{\"c\":\"x\\n\"}},{\"a\":[1,{}],\"d\":null}]".utf8)
        var refused = 0
        for _ in 0..<5_000 {
            var bytes = whole
            let at = Int.random(in: 0..<bytes.count, using: &random)
            bytes[at] = UInt8.random(in: 0...255, using: &random)
            if Bool.random(using: &random) { bytes.removeSubrange(at...) }
            if readError(bytes, name: "t.json") != nil { refused += 1 }
        }
        #expect(refused > 2_000)
    }
}
