import Tabular
import Testing

@testable import Warehouse

@Suite struct DigestTests {
    /// FIPS 180-4 and NIST's example values for SHA-256.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func `the digest of a file is its SHA-256`(text: String, digest: String) {
        let file = SourceFile(name: "a", bytes: Array(text.utf8))
        #expect(Warehouse.digest(of: file) == digest)
    }

    @Test func `a million letters a have NIST's digest`() {
        let file = SourceFile(name: "a", bytes: [UInt8](repeating: 97, count: 1_000_000))
        #expect(
            Warehouse.digest(of: file)
                == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test func `texts are told apart wherever they end`() {
        #expect(Digest.of(["ab", "c"]) != Digest.of(["a", "bc"]))
        #expect(Digest.of(["ab"]) != Digest.of(["ab", ""]))
        #expect(Digest.of(["a", "b"]) != Digest.of(["b", "a"]))
        #expect(Digest.of(["a", "b"]) == Digest.of(["a", "b"]))
    }
}

@Suite struct CompressionTests {
    @Test(arguments: [0, 1, 1000, 1 << 20])
    func `bytes come back from their frame`(count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }
        var frame: [UInt8] = []
        let size = try bytes.withUnsafeBytes { try Compression.compress($0, into: &frame) }
        #expect(try Compression.decompress(Array(frame[..<size])) == bytes)
    }

    @Test func `a damaged frame is refused and not read past`() throws {
        let bytes = [UInt8](repeating: 7, count: 1000)
        var frame: [UInt8] = []
        let size = try bytes.withUnsafeBytes { try Compression.compress($0, into: &frame) }
        for damaged in [[], Array(frame[..<(size - 1)]), [1, 2, 3], Array(frame[1..<size])] {
            let error = #expect(throws: WarehouseError.self) {
                _ = try Compression.decompress(damaged)
            }
            #expect(error?.kind == .installation)
        }
    }
}
