import Testing

@testable import Submission

private func meaning(_ text: String) -> NumberShape.Meaning? {
    Array(text.utf8).withUnsafeBytes { NumberShape($0)?.meaning }
}

@Suite struct NumberShapeTests {
    private static let point = UInt8(ascii: ".")
    private static let comma = UInt8(ascii: ",")

    @Test(arguments: ["0", "1204", "-7", "$12", "12 %", "(5)"])
    func `digits alone say nothing of marks`(text: String) {
        #expect(meaning(text) == .plain)
    }

    @Test(arguments: ["12,5", "0,125", ",5", "1234,125", "1,2345", "-1,25", "€ 1,5", "1,5-"])
    func `what parts no three digits is the decimal mark`(text: String) {
        #expect(meaning(text) == .decimal(Self.comma))
        #expect(meaning(text.replacing(",", with: ".")) == .decimal(Self.point))
    }

    @Test(arguments: ["1,234", "12,345", "999,000", "-1,234", "$1,234", "(1,234)", "1,234 kr"])
    func `one mark before three digits can be either`(text: String) {
        #expect(meaning(text) == .either(Self.comma))
    }

    @Test func `repeated marks, spaces and apostrophes part thousands`() {
        #expect(meaning("1.234.567") == .thousands(Self.point, .three))
        #expect(meaning("12,34,567") == .thousands(Self.comma, .indian))
        #expect(meaning("1 234") == .thousands(UInt8(ascii: " "), .unsaid))
        #expect(meaning("1\u{2009}234\u{A0}567") == .thousands(UInt8(ascii: " "), .three))
        #expect(meaning("1\u{2019}234") == .thousands(UInt8(ascii: "'"), .unsaid))
    }

    @Test func `of two marks the last is the decimal mark`() {
        #expect(
            meaning("1.234,567") == .both(thousands: Self.point, decimal: Self.comma, .unsaid))
        #expect(
            meaning("12,34,567.8") == .both(thousands: Self.comma, decimal: Self.point, .indian))
        #expect(
            meaning("kr 1 234,50")
                == .both(thousands: UInt8(ascii: " "), decimal: Self.comma, .unsaid))
    }

    @Test(
        arguments: [
            "", "-", "12.03.2024", "2024-01-02", "1,23,4", "1.2.3", "12 5", "1,234,5.6", "1'2",
            "word", "1.", "1.234,", "10:30", "12,345,67",
        ])
    func `what nobody writes for a figure is none`(text: String) {
        #expect(meaning(text) == nil)
    }
}
