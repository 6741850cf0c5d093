import Testing

@testable import Submission

@Suite struct WrittenNumberTests {
    @Test(
        arguments: [
            (0, 0, 0), (7, 0, 1), (1200, 0, 2), (1205, 0, 4), (12.5, 1, 3), (0.012, 3, 2),
            (-3.25, 2, 3), (62_647_452.0, 0, 8), (0.1 + 0.2, 1, 1),
        ] as [(Double, Int, Int)])
    func `decimals and digits are those of the written number`(
        value: Double, decimals: Int, digits: Int
    ) {
        #expect(WrittenNumber.decimals(value) == decimals)
        #expect(WrittenNumber.significantDigits(value) == digits)
    }

    @Test func `digits and decimals make the number again`() {
        for value in [7.0, 1200, 12.5, 0.012, 3.25] {
            #expect(
                WrittenNumber.value(
                    WrittenNumber.digits(value), decimals: WrittenNumber.decimals(value)) == value)
        }
    }

    @Test(
        arguments: [
            (1234.5, 3, 1230), (0.012345, 3, 0.0123), (-98765, 2, -99000), (0, 3, 0),
        ] as [(Double, Int, Double)])
    func `a number is rounded to digits, wherever the point is`(
        value: Double, digits: Int, rounded: Double
    ) {
        #expect(WrittenNumber.rounded(value, digits: digits) == rounded)
    }
}
