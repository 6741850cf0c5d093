import Testing

@testable import Submission

/// Expected: Python 3.11, float(Fraction(text) * multiplier * from / to), the
/// double nearest to the exact result.
@Suite struct ExactFactorTests {
    private func read(_ text: String, _ factor: ExactFactor) -> Double? {
        let reader = NumberReader(
            decimal: UInt8(ascii: "."), thousands: nil, negative: .sign, factor: factor)
        let reading = reader.read(text)
        return reading.isNumber ? reading.value : nil
    }

    @Test(
        arguments: [
            ("0.1", 1, 60, 1, 6.0), ("90", 1, 1, 60, 1.5), ("1", 1, 1, 60, 0.016666666666666666),
            ("0.1", 1, 1, 60, 0.0016666666666666668), ("1.23456789", 1000, 60, 1, 74074.0734),
            ("7.7", 1000, 1, 1440, 5.347222222222222), ("2.3", 1, 0.45359237, 1, 1.043262451),
            ("5", 1, 0.01, 1, 0.05), ("123456789.123456", 1, 1440, 1, 177777776337.77664),
            ("1234567890123.45", 1, 1440, 1, 1777777761777768.0),
            ("1e300", 1000, 1440, 1, 1.44e306), ("0.3", 1.609344, 1, 1, 0.4828032),
            ("3", 1, 0.000189393939, 1, 0.000568181817),
            ("12345678901234567890", 1, 60, 1, 7.40740734074074e20), ("0", 1, 60, 1, 0),
        ] as [(String, Double, Double, Double, Double)])
    func `a figure is multiplied as if no rounding came between`(
        text: String, multiplier: Double, from: Double, to: Double, expected: Double
    ) {
        let factor = ExactFactor(multiplier, from: from, to: to)
        #expect(read(text, factor) == expected)
        #expect(read("-" + text, factor) == -expected)
        #expect(read(text, ExactFactor(-multiplier, from: from, to: to)) == -expected)
    }

    @Test func `hours are exactly sixty times as many minutes, whatever the decimals`() {
        let factor = ExactFactor(1, from: 60, to: 1)
        for hundredths in stride(from: 1, through: 500_000, by: 37) {
            let text = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
            // 60 / 100 of a whole number: exact in tenths, then one division.
            #expect(read(text, factor) == Double(hundredths * 6) / 10, "\(text)")
        }
    }

    @Test func `equal units, and units that the multiplier cancels, change nothing`() {
        #expect(ExactFactor(1).isOne)
        #expect(ExactFactor(1, from: 1440, to: 1440).isOne)
        #expect(ExactFactor(0.001, from: 1000, to: 1).isOne)
        #expect(ExactFactor(0.5, from: 60, to: 30).isOne)
    }

    @Test func `powers of ten stay apart, so that plain figures are read as fast as ever`() {
        #expect(ExactFactor(1000).isPowerOfTen)
        #expect(ExactFactor(1000).shift == 3)
        #expect(ExactFactor(1, from: 0.01, to: 1).shift == -2)
        #expect(!ExactFactor(60).isPowerOfTen)
        #expect(!ExactFactor(-1).isPowerOfTen)
    }

    @Test func `a factor that whole numbers cannot hold is still applied`() {
        let factor = ExactFactor(0.1234567890123456, from: 0.9876543210987654, to: 7)
        #expect(!factor.isPowerOfTen)
        let expected = 8 * (0.1234567890123456 * (0.9876543210987654 / 7))
        #expect(abs((read("8", factor) ?? 0) / expected - 1) < 1e-15)
    }

    @Test func `a figure beyond what doubles hold is no number`() {
        #expect(read("9e307", ExactFactor(1, from: 60, to: 1)) == nil)
    }
}
