import Testing

@testable import Submission

struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

private func value(_ text: String, _ reader: NumberReader = NumberReader()) -> Double? {
    let reading = reader.read(text)
    return reading.isNumber ? reading.value : nil
}

@Suite struct NumberReaderTests {
    static let grouped = NumberReader(thousands: UInt8(ascii: ","))
    static let comma = NumberReader(decimal: UInt8(ascii: ","), thousands: UInt8(ascii: "."))

    @Test(
        arguments: [
            ("0", 0), ("-0", 0), ("12", 12), ("-12.50", -12.5), ("+3", 3), ("0.1", 0.1),
            ("6.2e+07", 6.2e7), ("1E3", 1000), ("62647452.0000", 62_647_452),
            ("9007199254740993", 9_007_199_254_740_992), ("1e-3", 0.001),
            ("123456789012345678901234567890", 1.2345678901234568e29),
            ("2.2250738585072014e-308", 2.2250738585072014e-308),
        ] as [(String, Double)])
    func `plain decimals are read`(text: String, expected: Double) {
        #expect(value(text) == expected)
    }

    @Test(
        arguments: [
            "", "-", ".", "1.", ".5.", "1.2.3", "1,204", "1 204", "12a", "1,2O4", "nan", "inf",
            "0x1F", "1e", "1e+", "--1", "1-", "(5)", "1e999", "٣", "1_000", "$5", "5%", "+-1",
        ])
    func `what is no number as declared is refused`(text: String) {
        #expect(value(text) == nil)
    }

    @Test func `a number may begin with its decimal mark`() {
        #expect(value(".5") == 0.5)
        #expect(value("-.25") == -0.25)
    }

    @Test func `groups of three digits are right, all others wrong`() {
        #expect(value("1,204", Self.grouped) == 1204)
        #expect(value("12,204,007.5", Self.grouped) == 12_204_007.5)
        #expect(value("1204.5", Self.grouped) == 1204.5)
        for wrong in ["1,2,3", "1204,500", "1,20", "1,2045", ",204", "1,204,", "1,,204"] {
            #expect(value(wrong, Self.grouped) == nil, "\(wrong)")
        }
        #expect(value("1.204,5", Self.comma) == 1204.5)
        #expect(value("1.204", Self.comma) == 1204)
        #expect(value("1,5", Self.comma) == 1.5)
        #expect(value("1,204,5", Self.comma) == nil)
    }

    @Test func `a thousands mark of a space stands for no-break spaces`() {
        let reader = NumberReader(decimal: UInt8(ascii: ","), thousands: UInt8(ascii: " "))
        for text in ["1 204,5", "1\u{A0}204,5", "1\u{202F}204,5"] {
            #expect(value(text, reader) == 1204.5)
        }
    }

    @Test func `an apostrophe stands for a typographic one`() {
        let reader = NumberReader(thousands: UInt8(ascii: "'"))
        for text in ["1'204.5", "1\u{2019}204.5"] { #expect(value(text, reader) == 1204.5) }
        #expect(value("1\u{2019}204") == nil)
    }

    @Test func `digits are grouped by two where that is said`() {
        let reader = NumberReader(thousands: 44, grouping: .indian)
        #expect(value("12,34,567.5", reader) == 1_234_567.5)
        #expect(value("1,23,45,678", reader) == 12_345_678)
        #expect(value("1,234", reader) == 1234)
        for wrong in ["1,234,567", "123,45,678", "12,34,56", "1,2,345"] {
            #expect(value(wrong, reader) == nil, "\(wrong)")
        }
        #expect(value("12,34,567", Self.grouped) == nil)
        #expect(Self.grouped.reason("12,34,567") == "groups of two digits")
    }

    @Test func `a trailing minus and parentheses count where they are declared`() {
        #expect(value("1,204-", NumberReader(thousands: 44, negative: .trailing)) == -1204)
        #expect(value("(1,204)", NumberReader(thousands: 44, negative: .parentheses)) == -1204)
        #expect(value("(1204", NumberReader(negative: .parentheses)) == nil)
        #expect(value("1204-", NumberReader(negative: .parentheses)) == nil)
    }

    @Test func `a power of ten is applied to the decimal, not to the rounded number`() {
        let thousands = NumberReader(multiplier: 1000)
        #expect(value("0.0007", thousands) == 0.7)
        #expect(value("1.0049", thousands) == 1004.9)
        #expect(value("35", NumberReader(multiplier: 0.01)) == 0.35)
        #expect(value("3", NumberReader(multiplier: 60)) == 180)
    }

    @Test(
        arguments: [
            ("12", true), ("0", true), ("-3.25", true), ("0.5", true), ("0.0001", true),
            ("123456789012345", true), ("12.0", false), ("12.50", false), ("+3", false),
            ("007", false), ("00.5", false), ("-0", false), (".5", false), ("1e3", false),
            ("0.00001", false), ("1234567890123456", false),
        ])
    func `the shortest form of a number is told from others`(text: String, isShort: Bool) {
        #expect(NumberReader().read(text).isCanonical == isShort)
    }

    @Test func `random decimals are read as the standard library reads them`() {
        var random = SeededGenerator(state: 11)
        for _ in 0..<40_000 {
            let whole = (0..<Int.random(in: 0...18, using: &random)).map { _ in
                String(Int.random(in: 0...9, using: &random))
            }.joined()
            let part = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                String(Int.random(in: 0...9, using: &random))
            }.joined()
            let exponent =
                Int.random(in: 0...5, using: &random) == 0
                ? "e\(Int.random(in: -30...30, using: &random))" : ""
            let sign = Bool.random(using: &random) ? "-" : ""
            let text = sign + whole + (part.isEmpty ? "" : "." + part) + exponent
            guard !whole.isEmpty || !part.isEmpty else { continue }
            #expect(value(text)?.bitPattern == Double(text)?.bitPattern, "\(text)")
        }
    }

    @Test(
        arguments: [
            ("1,2O4", "letter O"), ("1.2.3", "two decimal marks"), ("nan", "not a finite number"),
            ("0x1F", "hexadecimal"), ("$5", "currency sign $"), ("5%", "percent sign"),
            ("(5)", "parentheses"), ("5-", "minus behind the number"), ("1,5", "a comma"),
            ("n/a", "a mark for no figure"), ("-", "a mark for no figure"),
            ("..", "a mark for no figure"), ("<5", "a limit and no figure"),
            ("400-420", "a range and no figure"), ("2026-03-31", "a date"),
            ("31.03.2026", "a date"), ("04:12", "a time"), ("1/2", "a fraction or a date"),
            ("412*", "the mark * behind the number"),
            ("412\u{B9}", "the mark \u{B9} behind the number"),
            ("\u{664}\u{661}", "digits of another script"),
            ("\u{FF14}", "digits of another script"),
            ("\u{2212}5", "the minus sign \u{2212} in place of -"), ("1e999", "too large"),
            ("4\u{200B}12", "an invisible character inside"),
            ("=SUM(D2:D9)", "a formula, saved as text"),
            ("####", "the column was too narrow when it was saved"),
            ("1 5", "a space inside"), ("5.", "no digit behind the decimal mark"),
        ])
    func `the reason is named`(text: String, reason: String) {
        #expect(NumberReader().reason(text) == reason)
    }

    @Test func `a thousands mark in the wrong place is named`() {
        #expect(Self.grouped.reason("1,2,3") == "thousands mark in the wrong place")
        #expect(Self.comma.reason("1.5.2,3") == "thousands mark in the wrong place")
        #expect(Self.comma.example == "1.204,5")
    }
}
