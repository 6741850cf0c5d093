import Foundation
import Submission

/// A text is read as a number under every pair of marks.
struct FuzzedNumber: FuzzedReader {
    let name = "number"

    private static let readers: [NumberReader] = [UInt8(ascii: "."), UInt8(ascii: ",")].flatMap {
        decimal in
        [nil, UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: " "), UInt8(ascii: "'")]
            .filter { $0 != decimal }
            .flatMap { thousands in
                NumberReader.Negative.allCases.flatMap { negative in
                    NumberReader.Grouping.allCases.map {
                        NumberReader(
                            decimal: decimal, thousands: thousands, negative: negative,
                            grouping: $0)
                    }
                }
            }
    }

    func read(_ bytes: [UInt8]) {
        for reader in Self.readers {
            let reading = bytes.withUnsafeBytes { reader.read($0) }
            guard reading.isNumber else { continue }
            precondition(reading.value.isFinite, "a number that is none")
            guard reading.isCanonical else { continue }
            // What is not stored as text must come back from the value.
            let text = String(decoding: bytes, as: UTF8.self)
            precondition(Double(text) == reading.value, "\(text) is read as \(reading.value)")
        }
        checkPlain(bytes)
    }

    /// Plain digits are what Foundation reads, to the last bit; texts beyond
    /// 400 bytes are no numbers to the reader.
    private func checkPlain(_ bytes: [UInt8]) {
        guard bytes.count <= 400 else { return }
        let digits = bytes.drop { $0 == UInt8(ascii: "-") }
        guard bytes.count - digits.count <= 1, let first = digits.first, let last = digits.last,
            isDigit(first), isDigit(last), digits.count(where: { $0 == UInt8(ascii: ".") }) <= 1,
            digits.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: ".") })
        else { return }
        let text = String(decoding: bytes, as: UTF8.self)
        guard let expected = Double(text), expected.isFinite else { return }
        let reading = NumberReader().read(text)
        precondition(reading.isNumber && reading.value == expected, "\(text): \(reading.value)")
    }

    private func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
