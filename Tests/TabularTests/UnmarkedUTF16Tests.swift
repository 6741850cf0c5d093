import Testing

@testable import Tabular

@Suite struct UnmarkedUTF16Tests {
    private static let text = "City,Value\nZ\u{FC}rich,412\n\u{141}\u{F3}d\u{17A},7\n"

    private static func bytes(_ text: String, isLittleEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            return isLittleEndian ? bytes : bytes.reversed()
        }
    }

    private static func reader(_ bytes: [UInt8]) throws -> TableReader {
        try TableReader(SourceFile(name: "cities.csv", bytes: bytes))
    }

    @Test(arguments: [true, false])
    func `UTF-16 without its mark is read, and said to be detected`(isLittleEndian: Bool) throws {
        let reader = try Self.reader(Self.bytes(Self.text, isLittleEndian: isLittleEndian))
        #expect(reader.header == ["City", "Value"])
        #expect(
            reader.dialect.encoding == (isLittleEndian ? .utf16LittleEndian : .utf16BigEndian))
        #expect(reader.dialect.encodingOrigin == .detected)
        let batch = try #require(try reader.next())
        let cells = (0..<batch.table.rowCount).map {
            String(decoding: batch.table.cell($0, 0), as: UTF8.self)
        }
        #expect(cells == ["Z\u{FC}rich", "\u{141}\u{F3}d\u{17A}"])
    }

    @Test func `with its mark it is told, and needs no guess`() throws {
        let reader = try Self.reader([0xFF, 0xFE] + Self.bytes(Self.text, isLittleEndian: true))
        #expect(reader.dialect.encodingOrigin == .told)
    }

    @Test func `other bytes with zeros are no text`() {
        let plain = Array("City,Value\nAshford,412\n".utf8)
        var oneZero = plain
        oneZero[5] = 0
        let zeros = [UInt8](repeating: 0, count: 40)
        for bytes in [oneZero, zeros, Array(0..<64)] {
            #expect(throws: TableError.self) { try Self.reader(bytes) }
        }
        #expect(plain.withUnsafeBytes { UnmarkedUTF16.find($0) } == nil)
    }

    @Test func `too few characters to tell are no UTF-16`() {
        let short = Self.bytes("City,1\n", isLittleEndian: true)
        #expect(short.withUnsafeBytes { UnmarkedUTF16.find($0) } == nil)
        let enough = Self.bytes("City,12\n", isLittleEndian: true)
        #expect(enough.withUnsafeBytes { UnmarkedUTF16.find($0)?.confidence } == 1)
    }

    @Test func `UTF-32 is told for what it is`() {
        let bytes: [UInt8] =
            [0xFF, 0xFE, 0, 0]
            + "City".unicodeScalars.flatMap {
                [UInt8($0.value), 0, 0, 0]
            }
        #expect(throws: TableError.self) {
            try TableReader.open(SourceFile(name: "a", bytes: bytes))
        }
        do {
            _ = try TableReader.open(SourceFile(name: "a", bytes: bytes))
        } catch {
            #expect(error.problem == "this is a text in UTF-32, not a table")
        }
    }
}
