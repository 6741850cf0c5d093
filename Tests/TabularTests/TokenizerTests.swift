import Testing

@testable import Tabular

/// Reads a whole text and returns its rows as strings, with their lines.
func rows(
    _ text: String, delimiter: Character = ",", windowBytes: Int = 1 << 16
) throws -> [(line: Int, cells: [String])] {
    let file = SourceFile(name: "t.csv", bytes: Array("h\n".utf8) + Array(text.utf8))
    let reader = try TableReader(
        file, format: TableFormat(delimiter: delimiter.asciiValue, headerRow: 1),
        windowBytes: windowBytes, batchRows: 7)
    var result: [(line: Int, cells: [String])] = []
    while let batch = try reader.next() {
        for row in 0..<batch.rowCount {
            let cells = (0..<batch.table.cellCount(row)).map { batch.text(row: row, column: $0) }
            result.append((batch.table.line(row) - 1, cells))
        }
    }
    return result
}

/// Reads a CSV character by character with a switch, as slowly and plainly
/// as can be: the answer that the tokenizer must agree with.
func naiveRows(_ text: String, delimiter: UInt8) -> [(line: Int, cells: [[UInt8]])] {
    var result: [(line: Int, cells: [[UInt8]])] = []
    var cells: [[UInt8]] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var isFresh = true
    var line = 1
    var rowLine = 1
    var hasRow = false
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
        let byte = bytes[index]
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        let endsLine = byte == 10 || (byte == 13 && next != 10)
        if endsLine { line += 1 }
        hasRow = true
        if isQuoted {
            if byte == 34 && next == 34 {
                cell.append(34)
                index += 1
            } else if byte == 34 {
                isQuoted = false
            } else {
                cell.append(byte)
            }
        } else if byte == 34 && isFresh {
            isQuoted = true
            isFresh = false
        } else if byte == delimiter {
            cells.append(cell)
            cell = []
            isFresh = true
        } else if byte == 13 && next == 10 {
            // The line feed behind it ends the row.
        } else if endsLine {
            cells.append(cell)
            result.append((rowLine, cells))
            (cell, cells, isFresh, hasRow) = ([], [], true, false)
            rowLine = line
        } else {
            cell.append(byte)
            isFresh = false
        }
        index += 1
    }
    if hasRow { result.append((rowLine, cells + [cell])) }
    return result
}

struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

@Suite struct TokenizerTests {
    @Test func `cells are cut at the delimiter and rows at LF, CRLF and CR`() throws {
        let found = try rows("a,b\r\nc,d\re,f\ng,h")
        #expect(found.map(\.cells) == [["a", "b"], ["c", "d"], ["e", "f"], ["g", "h"]])
        #expect(found.map(\.line) == [1, 2, 3, 4])
    }

    @Test func `a quoted cell may hold delimiter, doubled quote and line ends`() throws {
        let found = try rows("\"a,b\",\"say \"\"no\"\"\",\"two\r\nlines\"\nx,,\n")
        #expect(found.map(\.cells) == [["a,b", "say \"no\"", "two\r\nlines"], ["x", "", ""]])
        #expect(found.map(\.line) == [1, 3])
    }

    @Test func `a quote inside a plain cell is text, so is text behind a closing quote`() throws {
        let found = try rows("5\" pipe,\"a\"b,\"c\"\"\"x\n")
        #expect(found.map(\.cells) == [["5\" pipe", "ab", "c\"x"]])
    }

    @Test func `an empty line is a row with one empty cell`() throws {
        let found = try rows("\n\"\"\nx\n")
        #expect(found.map(\.cells) == [[""], [""], ["x"]])
    }

    @Test(arguments: [",", ";", "\t", "|"] as [Character])
    func `random text is read as the plain reader reads it`(delimiter: Character) throws {
        var random = SeededGenerator(state: UInt64(delimiter.asciiValue ?? 0))
        let alphabet: [String] = [
            String(delimiter), String(delimiter), "\n", "\r\n", "\r", "\"a\"", "\"\"", "\"x\"\"y\"",
            "\"p\(delimiter)q\n\"", "a", "12", "é", " ", "longer text",
        ]
        for _ in 0..<400 {
            let pieces = (0..<Int.random(in: 0...14, using: &random)).map { _ in
                alphabet.randomElement(using: &random) ?? ""
            }
            let text = pieces.joined()
            let expected = naiveRows(text, delimiter: delimiter.asciiValue ?? 0)
            guard (try? rows(text, delimiter: delimiter)) != nil else {
                #expect(throws: TableError.self) { try rows(text, delimiter: delimiter) }
                #expect(opensQuoteAtEnd(text, delimiter: delimiter))
                continue
            }
            for window in [1, 2, 3, 5, 8, 13, 1 << 16] {
                let found = try rows(text, delimiter: delimiter, windowBytes: window)
                #expect(found.map(\.line) == expected.map(\.line), "\(text.debugDescription)")
                #expect(
                    found.map { $0.cells.map { Array($0.utf8) } } == expected.map(\.cells),
                    "\(text.debugDescription) window \(window)")
            }
        }
    }

    /// Whether the plain reader, too, is inside quotes at the end: one more
    /// row end does not end a row then.
    private func opensQuoteAtEnd(_ text: String, delimiter: Character) -> Bool {
        let byte = delimiter.asciiValue ?? 0
        let before = naiveRows(text, delimiter: byte).count
        return naiveRows(text + "\nz\n", delimiter: byte).count <= max(before, 1)
    }

    @Test func `every window size gives the same rows`() throws {
        let text = "a,\"b\"\"c\",d\r\n\"x\r\ny\",,\"\"\r\n1,2,3\n\n4,5,\"6\"\"\"\r7,8,9"
        let expected = try rows(text)
        #expect(expected.count == 6)
        for window in 1...text.utf8.count + 2 {
            let found = try rows(text, windowBytes: window)
            #expect(found.map(\.cells) == expected.map(\.cells), "window \(window)")
            #expect(found.map(\.line) == expected.map(\.line), "window \(window)")
        }
    }

    @Test(arguments: [1, 16, 1 << 16])
    func `a quote that is never closed is located where it was opened`(window: Int) {
        let error = #expect(throws: TableError.self) {
            try rows("a,b\n\"two\nlines\",c\nd,\"open\nmore,text\n", windowBytes: window)
        }
        #expect(error?.kind == .unclosedQuote)
        #expect(error?.line == 5)
        #expect(error?.column == 2)
    }

    @Test func `a cell of 1 MiB is read, one byte more is refused`() throws {
        let limit = String(repeating: "x", count: 1 << 20)
        #expect(try rows("a,\(limit)\n").first?.cells.last?.utf8.count == 1 << 20)
        #expect(try rows("a,\"\(limit)\"\n").first?.cells.last?.utf8.count == 1 << 20)
        for text in ["a,\(limit)x\n", "a,\"\(limit)xxxx\"\n", "a,\"\(limit)xxx"] {
            let error = #expect(throws: TableError.self) { try rows(text) }
            #expect(error?.kind == .cellTooLong)
            #expect(error?.line == 2)
            #expect(error?.column == 2)
        }
    }

    @Test func `16,384 columns are read, one more is refused`() throws {
        let commas = String(repeating: ",", count: 16_383)
        #expect(try rows(commas).first?.cells.count == 16_384)
        let error = #expect(throws: TableError.self) { try rows("a\n," + commas) }
        #expect(error?.kind == .tooManyColumns)
        #expect(error?.line == 3)
    }
}
