import CLibCrypto

/// SHA-256 (FIPS 180-4) over bytes that come piece by piece.
///
/// From libcrypto, which libpq brings along: it uses the processor's own
/// instructions, so that hashing a file costs less than reading it.
public final class Digest {
    private let context: OpaquePointer?

    /// Starts a digest of nothing.
    public init() {
        context = EVP_MD_CTX_new()
        EVP_DigestInit_ex(context, EVP_sha256(), nil)
    }

    deinit { EVP_MD_CTX_free(context) }

    /// Adds bytes.
    public func add(_ bytes: UnsafeRawBufferPointer) {
        EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    }

    /// Adds a text and an end mark, so that "ab" + "c" and "a" + "bc" differ.
    public func add(_ text: String) {
        var bytes = Array(text.utf8)
        bytes.append(0)
        bytes.withUnsafeBytes { add($0) }
    }

    /// Adds a number by its eight bytes.
    public func add(_ number: UInt64) {
        withUnsafeBytes(of: number.littleEndian) { add($0) }
    }

    /// The digest in hexadecimal; nothing may be added after.
    public func hexadecimal() -> String {
        var bytes = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 32
        EVP_DigestFinal_ex(context, &bytes, &length)
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
            as: UTF8.self)
    }

    /// The digest of texts, in the order given.
    public static func of(_ texts: [String]) -> String {
        let digest = Digest()
        for text in texts { digest.add(text) }
        return digest.hexadecimal()
    }
}
