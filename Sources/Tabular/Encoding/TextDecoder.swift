import Glibc

/// Converts bytes of any encoding into UTF-8, part by part, with iconv.
///
/// A byte that stands for nothing becomes U+FFFD, and so does U+0000, which
/// no store of text takes.
final class TextDecoder {
    private let handle: iconv_t
    private let unit: Int
    /// U+FFFD in UTF-8.
    private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
    /// What iconv returns on an error: (size_t) -1.
    private static let failure = Int(bitPattern: UInt.max)

    /// Opens a conversion; nil where iconv does not know the encoding.
    init?(_ encoding: TextEncoding) {
        guard let handle = iconv_open("UTF-8", encoding.name),
            handle != UnsafeMutableRawPointer(bitPattern: -1)
        else { return nil }
        self.handle = handle
        unit = encoding.unit
    }

    deinit { iconv_close(handle) }

    /// Converts some bytes and appends the result.
    ///
    /// Returns how many bytes were used: a character cut by the end of the
    /// part is left for the next call, unless `isLast`.
    func decode(
        _ part: UnsafeRawBufferPointer, isLast: Bool, into output: inout [UInt8]
    ) -> Int {
        var used = 0
        while used < part.count {
            let (taken, isIncomplete) = convert(
                UnsafeRawBufferPointer(rebasing: part[used...]), into: &output)
            used += taken
            guard used < part.count else { break }
            if isIncomplete && !isLast { return used }
            output.append(contentsOf: Self.replacement)
            used = min(used + unit, part.count)
        }
        return used
    }

    /// Converts until the end or the first byte that cannot be converted.
    private func convert(
        _ part: UnsafeRawBufferPointer, into output: inout [UInt8]
    ) -> (taken: Int, isIncomplete: Bool) {
        let room = part.count * 4 + 16
        var left = part.count
        var code: Int32 = 0
        let made = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            var input = UnsafeMutablePointer(
                mutating: part.baseAddress?.assumingMemoryBound(to: CChar.self))
            buffer.withMemoryRebound(to: CChar.self) { characters in
                var target = characters.baseAddress
                var free = room
                let result = iconv(handle, &input, &left, &target, &free)
                if result == Self.failure { code = errno }
                count = room - free
            }
        }
        for byte in made {
            if byte == 0 {
                output.append(contentsOf: Self.replacement)
            } else {
                output.append(byte)
            }
        }
        return (part.count - left, code == EINVAL)
    }
}
