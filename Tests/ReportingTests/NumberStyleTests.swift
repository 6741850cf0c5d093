import MetricSpec
import Testing

@testable import Reporting

@Suite struct `numbers are written for a reader of English` {
    @Test(arguments: [
        (0.0, 0, "0"), (1234.5, 1, "1,234.5"), (1_234_567.0, 0, "1,234,567"),
        (999.95, 1, "1,000.0"), (0.05, 1, "0.1"), (-0.04, 1, "0.0"), (-12.34, 1, "\u{2212}12.3"),
        (0.007, 2, "0.01"), (123.0, 2, "123.00"),
    ])
    func `with the declared decimals and commas`(value: Double, decimals: Int, text: String) {
        #expect(NumberStyle(decimals: decimals).short(value) == text)
    }

    @Test func `halves go to the even digit, as ties are judged`() {
        let style = NumberStyle(decimals: 0)
        #expect([0.5, 1.5, 2.5, 3.5].map(style.short) == ["0", "2", "2", "4"])
        #expect(NumberStyle(decimals: 2).short(0.125) == "0.12")
    }

    @Test func `as reported keeps up to four decimals and no empty ones`() {
        let style = NumberStyle(decimals: nil)
        #expect([5, 5.25, 93.48273642].map(style.short) == ["5", "5.25", "93.4827"])
    }

    @Test func `a currency stands in front, behind the minus sign`() {
        let style = NumberStyle(decimals: 0, prefix: "$", label: "per resident")
        #expect(style.long(-1200) == "\u{2212}$1,200 per resident")
        #expect(style.short(310) == "$310")
    }

    @Test func `a per cent sign stands at every figure and once in a range`() {
        let style = NumberStyle(decimals: 1, label: "%")
        #expect(style.long(93.5) == "93.5%")
        #expect(style.range(5, 6.25) == "5.0 to 6.2%")
    }

    @Test func `a number beyond 2^53 is still written`() {
        #expect(NumberStyle(decimals: 2).short(1e300) == "1e+300")
    }
}
