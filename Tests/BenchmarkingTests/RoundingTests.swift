// Expected values: the decimal expansion of the stored number, rounded as
// IEEE 754 prints it (C's printf, Python's round).
import Benchmarking
import Foundation
import Testing

@Suite struct RoundingTests {
    @Test(arguments: [
        (0.5, 0, 0.0), (1.5, 0, 2), (2.5, 0, 2), (-0.5, 0, 0), (-1.5, 0, -2), (0.125, 2, 0.12),
        (0.375, 2, 0.38), (2.5, 1, 2.5), (0.25, 1, 0.2), (-0.25, 1, -0.2),
    ])
    func `a half goes to the even digit`(value: Double, decimals: Int, expected: Double) {
        #expect(roundedHalfEven(value, decimals: decimals) == expected)
    }

    @Test(arguments: [
        // 2.675 and 1.005 are stored below their texts, 1.115 above.
        (2.675, 2, 2.67), (1.005, 2, 1.0), (1.115, 2, 1.11), (0.285, 2, 0.28), (1.45, 1, 1.4),
        (8.345, 2, 8.35), (0.045, 2, 0.04),
    ])
    func `a number near a half goes by its exact value`(
        value: Double, decimals: Int, expected: Double
    ) {
        #expect(roundedHalfEven(value, decimals: decimals) == expected)
        #expect(String(format: "%.\(decimals)f", value) == text(expected, decimals))
    }

    @Test func `rounding agrees with printf on generated numbers`() {
        var generator = Generator(seed: 1)
        var count = 0
        for decimals in 0...9 {
            for _ in 0..<2_000 {
                let digits = Double(Int.random(in: -9_999_999...9_999_999, using: &generator))
                // Texts that end in 5 one place further on: the hard ones.
                let value = (digits + 0.5) / pow(10, Double(decimals))
                let expected = String(format: "%.\(decimals)f", value)
                if roundedHalfEven(value, decimals: decimals) != Double(expected) {
                    Issue.record("\(value) with \(decimals) decimals is not \(expected)")
                }
                count += 1
            }
        }
        #expect(count == 20_000)
    }

    @Test func `as reported rounds nothing`() {
        #expect(roundedHalfEven(0.123456789, decimals: nil) == 0.123456789)
    }

    @Test func `what rounds to zero has no sign`() {
        #expect(roundedHalfEven(-0.001, decimals: 2).sign == .plus)
        #expect(roundedHalfEven(-0.0, decimals: 2).sign == .plus)
    }

    @Test(arguments: [1e300, -1e300, 0x1p52, .greatestFiniteMagnitude, .leastNonzeroMagnitude])
    func `huge and denormal numbers stay finite`(value: Double) {
        let rounded = roundedHalfEven(value, decimals: 9)
        #expect(rounded == (abs(value) < 1 ? 0 : value))
    }

    private func text(_ value: Double, _ decimals: Int) -> String {
        String(format: "%.\(decimals)f", value)
    }
}
