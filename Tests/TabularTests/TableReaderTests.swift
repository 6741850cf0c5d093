import Testing

@testable import Tabular

private func open(_ bytes: [UInt8], _ format: TableFormat = TableFormat()) throws -> TableReader {
    try TableReader(SourceFile(name: "t.csv", bytes: bytes), format: format, windowBytes: 4)
}

private func cells(_ reader: TableReader) throws -> [[String]] {
    var result: [[String]] = []
    while let batch = try reader.next() {
        for row in 0..<batch.rowCount {
            result.append(
                (0..<batch.table.cellCount(row)).map { batch.text(row: row, column: $0) })
        }
    }
    return result
}

private func kind(_ bytes: [UInt8], _ format: TableFormat = TableFormat()) -> TableError? {
    do {
        let reader = try open(bytes, format)
        _ = try cells(reader)
        return nil
    } catch let error as TableError {
        return error
    } catch {
        return nil
    }
}

@Suite struct TableReaderTests {
    @Test func `a byte order mark is no part of the first header`() throws {
        let reader = try open([0xEF, 0xBB, 0xBF] + Array("city,value\na,1\n".utf8))
        #expect(reader.header == ["city", "value"])
        #expect(reader.dialect.encodingOrigin == .told)
    }

    @Test func `a header alone has no rows and is no error`() throws {
        let reader = try open(Array("city,value".utf8))
        #expect(reader.header == ["city", "value"])
        #expect(try cells(reader).isEmpty)
    }

    @Test func `empty lines above the header are passed over`() throws {
        let reader = try open(Array("\r\n  \r\ncity;value\r\na;1".utf8))
        #expect(reader.headerLine == 3)
        #expect(reader.header == ["city", "value"])
        #expect(reader.dialect.delimiterOrigin == .detected)
        let batch = try #require(try reader.next())
        #expect(batch.table.line(0) == 4)
    }

    @Test func `lines above a declared header may hold a stray quote`() throws {
        let text = "Report of \"Q3\n\"draft\n\ncity,value\na,1\n"
        let reader = try open(Array(text.utf8), TableFormat(headerRow: 4))
        #expect(reader.header == ["city", "value"])
        #expect(try cells(reader) == [["a", "1"]])
    }

    @Test func `a header line beyond the end is an error that says how many there are`() {
        let error = kind(Array("a,b\n1,2\n".utf8), TableFormat(headerRow: 5))
        #expect(error?.kind == .headerMissing)
        #expect(error?.problem.contains("2 lines") == true)
    }

    @Test(
        arguments: [
            ("a,b;c\n1,2;3\n", ","), ("a;b;c\n1,5;2;3\n", ";"), ("a\tb\n1,5\t2\n", "\t"),
            ("a|b|c\n1|2|3", "|"), ("city\nx\n", ","), ("\"a;b\",c\n\"d;e;f\",g\n", ","),
        ])
    func `the delimiter is the one that gives regular rows`(text: String, mark: String) throws {
        let reader = try open(Array(text.utf8))
        #expect(reader.dialect.delimiter == mark.utf8.first)
    }

    @Test func `a line that names the delimiter, as Excel writes it, is no header`() throws {
        let reader = try open(Array("sep=;\r\na,b;c\r\n1,5;2\r\n".utf8))
        #expect(reader.header == ["a,b", "c"])
        #expect(reader.headerLine == 2)
        #expect(reader.dialect.delimiterOrigin == .told)
        #expect(try cells(reader) == [["1,5", "2"]])
    }

    @Test func `Windows-1252 is converted and told as a guess`() throws {
        let reader = try open(Array("name,fee\nM".utf8) + [0xFC] + Array("nster,5 ".utf8) + [0x80])
        #expect(reader.dialect.encoding == .windows1252)
        #expect(reader.dialect.encodingOrigin == .detected)
        #expect(try cells(reader) == [["Münster", "5 €"]])
    }

    @Test func `a declared code page is used where the bytes are not UTF-8`() throws {
        let bytes = Array("name\nM".utf8) + [0x81] + Array("nster\n".utf8)
        let reader = try open(bytes, TableFormat(encoding: "cp850"))
        #expect(reader.dialect.encodingOrigin == .given)
        #expect(try cells(reader) == [["Münster"]])
    }

    @Test func `strict UTF-8 wins over what is declared`() throws {
        let reader = try open(Array("name\nMünster\n".utf8), TableFormat(encoding: "cp850"))
        #expect(try cells(reader) == [["Münster"]])
    }

    @Test func `UTF-16 in both byte orders is read`() throws {
        let units = Array("name,x\nÅs,€\n\"q\nr\",😀".utf16)
        var little: [UInt8] = [0xFF, 0xFE]
        var big: [UInt8] = [0xFE, 0xFF]
        for unit in units {
            little += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            big += [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        }
        for bytes in [little, big] {
            let reader = try open(bytes)
            #expect(reader.header == ["name", "x"])
            #expect(try cells(reader) == [["Ås", "€"], ["q\nr", "😀"]])
        }
    }

    @Test func `an unknown encoding is named`() {
        let error = kind([0x61, 0x0A, 0xFF, 0x0A], TableFormat(encoding: "klingon"))
        #expect(error?.kind == .unknownEncoding)
        #expect(error?.problem.contains("klingon") == true)
    }

    @Test(arguments: ["", "\n\n \r\n", "\u{FEFF}"])
    func `a file without text is empty`(text: String) {
        #expect(kind(Array(text.utf8))?.kind == .empty)
    }

    @Test func `a NUL byte is located`() {
        let error = kind(Array("a,b\n1,2\n3,\u{0}\n".utf8))
        #expect(error?.kind == .nulByte)
        #expect(error?.line == 3)
        #expect(kind([0xEF, 0xBB, 0xBF] + Array("a\n\u{0}".utf8))?.kind == .nulByte)
    }

    @Test(
        arguments: [
            ([0x50, 0x4B, 3, 4] + Array("....[Content_Types].xml".utf8), ".xlsx"),
            (
                [0x50, 0x4B, 3, 4]
                    + Array("mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8), ".ods"
            ),
            ([0x50, 0x4B, 3, 4, 9, 9], "zip"), (Array("%PDF-1.7".utf8), "PDF"),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], ".xls"),
            ([0x1F, 0x8B, 8], "gzip"), (Array("<html><table>".utf8), "web page"),
            (Array("{\"a\": 1}".utf8), "JSON"),
        ] as [([UInt8], String)])
    func `what is no text is named with a remedy`(bytes: [UInt8], word: String) {
        let error = kind(bytes)
        #expect(error?.kind == .unsupportedFormat)
        #expect(error?.description.contains(word) == true)
    }

    @Test func `a path that is not there is unreadable`() {
        let error = #expect(throws: TableError.self) {
            try SourceFile(path: "/nonexistent/x.csv")
        }
        #expect(error?.kind == .unreadable)
        #expect(error?.description.hasPrefix("x.csv: the file cannot be read") == true)
    }

    @Test func `a message carries line, column and remedy`() {
        let error = kind(Array("a,b\n1,\"2\n".utf8))
        #expect(
            error?.description
                == "t.csv, line 2, column B: the quote opened here is never closed. "
                + "Close it, or double it (\"\") where it is part of the text.")
    }

    @Test func `columns are named as in a spreadsheet`() {
        #expect([1, 26, 27, 702, 703].map(ColumnName.letters) == ["A", "Z", "AA", "ZZ", "AAA"])
    }
}

@Suite struct SmallTableTests {
    @Test func `rows have as many cells as the header, and lines`() throws {
        let text = "ID , name\n1, x \n\n2\n3,\"a\nb\",,\n4,z\n"
        let table = try SmallTable(SourceFile(name: "cities.csv", bytes: Array(text.utf8)))
        #expect(table.header == ["ID", "name"])
        #expect(table.rows.map(\.cells) == [["1", "x"], ["2", ""], ["3", "a\nb"], ["4", "z"]])
        #expect(table.rows.map(\.line) == [2, 4, 5, 7])
        #expect(table.column("id") == 0)
        #expect(table.cell(table.rows[0], "Name") == "x")
        #expect(table.cell(table.rows[0], "gone") == "")
    }

    @Test func `a row with more text than the header is refused`() {
        let error = #expect(throws: TableError.self) {
            try SmallTable(SourceFile(name: "c.csv", bytes: Array("a,b\n1,2\n1,2,3\n".utf8)))
        }
        #expect(error?.line == 3)
    }
}

@Suite struct UTF8CheckTests {
    @Test func `it agrees with the standard library on random bytes`() {
        var random = SeededGenerator(state: 3)
        let pool: [[UInt8]] = [
            [0x41], [0xC3, 0xA9], [0xE2, 0x82, 0xAC], [0xF0, 0x9F, 0x98, 0x80], [0xC0, 0x80],
            [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80], [0xE2, 0x82], [0xFF],
            Array("plain ascii text that is longer than a block".utf8),
        ]
        for _ in 0..<3_000 {
            let bytes = (0..<Int.random(in: 1...6, using: &random)).flatMap { _ in
                pool.randomElement(using: &random) ?? []
            }
            var check = UTF8Check()
            let cut = Int.random(in: 0...bytes.count, using: &random)
            bytes.withUnsafeBytes {
                _ = check.scan(UnsafeRawBufferPointer(rebasing: $0[..<cut]))
                _ = check.scan(UnsafeRawBufferPointer(rebasing: $0[cut...]))
            }
            #expect(check.isComplete == (String(validating: bytes, as: UTF8.self) != nil))
        }
    }
}
