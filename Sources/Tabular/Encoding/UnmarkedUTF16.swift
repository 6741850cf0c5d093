/// Tells UTF-16 that has lost its byte order mark.
///
/// In a table most characters are digits, delimiters and Latin letters, whose
/// units have a zero for their high byte: then nearly every second byte is
/// zero, and none of the others.
enum UnmarkedUTF16 {
    private static let sampleBytes = 4_096
    private static let fewestUnits = 8
    /// The least part of units with a zero.
    private static let least = 0.6

    /// The encoding and the part of its units that say so; nil for other bytes.
    static func find(
        _ bytes: UnsafeRawBufferPointer
    ) -> (encoding: TextEncoding, confidence: Double)? {
        let units = min(bytes.count, sampleBytes) / 2
        guard units >= fewestUnits else { return nil }
        var zeros = (first: 0, second: 0)
        for unit in 0..<units {
            if bytes[2 * unit] == 0 { zeros.first += 1 }
            if bytes[2 * unit + 1] == 0 { zeros.second += 1 }
        }
        let share = Double(max(zeros.first, zeros.second)) / Double(units)
        guard share >= least, min(zeros.first, zeros.second) == 0 else { return nil }
        return (zeros.second > 0 ? .utf16LittleEndian : .utf16BigEndian, share)
    }
}
