import Testing

@testable import Tabular

@Suite struct RecordLinesTests {
    private func lines(_ text: String) throws -> RecordLines? {
        try TableReader.open(SourceFile(name: "t.json", bytes: Array(text.utf8))).recordLines
    }

    @Test func `blank lines and records over several lines are counted`() throws {
        let found = try lines("{\"a\":1}\n\n{\"a\":2}\n{\"a\":\n3}\n{\"a\":4} {\"a\":5}\n")
        #expect((1...6).map { found?.line(ofRecord: $0) } == [1, 3, 4, 6, 6, nil])
        #expect(found?.line(ofRecord: 0) == nil)
    }

    @Test func `the records of a list have no lines of their own`() throws {
        #expect(try lines("[{\"a\":1},\n{\"a\":2}]") == nil)
    }
}
