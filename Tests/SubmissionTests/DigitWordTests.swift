import Testing

@testable import Submission

@Suite struct DigitWordTests {
    private func read(_ text: String, decimal: Character = ".") -> DigitWord? {
        Array(text.utf8).withUnsafeBytes { bytes in
            bytes.baseAddress.flatMap {
                DigitWord($0, count: bytes.count, decimal: decimal.asciiValue ?? 0)
            }
        }
    }

    @Test(
        arguments: [
            ("7", 7, 0), ("42", 42, 0), ("007", 7, 0), ("1234", 1234, 0),
            ("98765432", 98_765_432, 0),
            ("0.5", 5, 1), ("1373.08", 137_308, 2), ("1.234567", 1_234_567, 6),
            ("123456.7", 1_234_567, 1),
        ])
    func `digits make one number whatever their count`(text: String, number: UInt64, fraction: Int)
    {
        let word = read(text)
        #expect(word?.number == number)
        #expect(word?.fraction == fraction)
    }

    @Test(arguments: [".5", "5.", ".", "1..2", "1.2.3", "12a", "/1", "1:", "1,5", " 1", "1\u{FF}"])
    func `anything else is refused`(text: String) { #expect(read(text) == nil) }

    @Test func `the mark is the one that is declared`() {
        #expect(read("1,5", decimal: ",")?.number == 15)
        #expect(read("1.5", decimal: ",") == nil)
    }

    @Test func `random texts are read as digit by digit`() {
        var random = SeededGenerator(state: 23)
        let letters = Array("00123456789.../:-x")
        var accepted = 0
        for _ in 0..<60_000 {
            let text = String(
                (0..<Int.random(in: 1...8, using: &random)).map { _ in
                    letters[Int.random(in: 0..<letters.count, using: &random)]
                })
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            let isPlain =
                parts.count <= 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
            let word = read(text)
            #expect((word != nil) == isPlain, "\(text)")
            guard let word, isPlain else { continue }
            accepted += 1
            #expect(word.number == UInt64(parts.joined()), "\(text)")
            #expect(word.fraction == (parts.count == 2 ? parts[1].count : 0), "\(text)")
        }
        #expect(accepted > 5_000)
    }
}
