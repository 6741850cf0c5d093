import Tabular
import Testing

@testable import Submission

@Suite struct StorableOriginalTests {
    /// What would be stored of a text, in chunks of a few bytes.
    private func stored(_ text: String, personal: String) throws -> String {
        let mapping = try Fixture.mapping(
            """
            title: Calls
            layout: wide
            city: {column: city}
            period: {constant: "2026-Q3"}
            values:
              - {column: calls, measure: ops/calls}
            personal: [\(personal)]
            ignore: [note]
            """)
        let file = SourceFile(name: "calls.csv", bytes: Array(text.utf8))
        var bytes: [UInt8] = []
        try StorableOriginal(file, mapping: mapping).read(inChunksOf: 7) { chunk in
            #expect(chunk.count <= 7)
            bytes += chunk
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func `without personal columns every byte is kept`() throws {
        let text = "\u{FEFF}city,calls,note\r\nspringfield,1,\"a \"\"b\"\"\"\r\n"
        #expect(try stored(text, personal: "") == text)
    }

    @Test func `personal columns are not kept, their header is`() throws {
        let text = "city,caller,calls,note\nspringfield,Ann Smith,1,x\nst-john,\"Bo, Jr\",2,y\n"
        let kept = try stored(text, personal: "caller")
        #expect(kept == "city,caller,calls,note\nspringfield,,1,x\nst-john,,2,y\n")
    }

    @Test func `rows keep their lines`() throws {
        let text =
            "\ncity,caller,calls,note\nspringfield,\"Ann\nSmith\",1,x\nst-john,Bo,2,\"y\nz\"\n"
        let kept = try stored(text, personal: "caller")
        #expect(kept == "\ncity,caller,calls,note\nspringfield,,1,x\n\nst-john,,2,\"y\nz\"\n")
    }

    @Test func `a row of another width is left out whole`() throws {
        let text = "city,caller,calls,note\nspringfield,Ann,Smith,1,x\nst-john,Bo,2,y\n"
        let kept = try stored(text, personal: "caller")
        #expect(kept == "city,caller,calls,note\n\nst-john,,2,y\n")
    }

    @Test func `a file that is no table gives nothing to keep`() {
        #expect(throws: TableError.self) {
            try stored("city,caller,calls,note\nspringfield,\"Ann,1,x\n", personal: "caller")
        }
    }

    @Test func `a personal column under a new name keeps the whole file out`() {
        #expect(throws: StorableOriginal.PersonalColumnMissing.self) {
            try stored("city,name of caller,calls,note\nst-john,Bo,2,y\n", personal: "caller")
        }
    }
}
