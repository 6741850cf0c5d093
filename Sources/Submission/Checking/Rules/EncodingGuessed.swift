import Tabular

extension Rule {
    /// The text is not UTF-8 and nothing says what it is.
    static let encodingGuessed = Rule(
        id: "encoding-guessed", severity: .info, title: "The character set is a guess",
        remedy: "Declare the encoding in the mapping, or save the file as CSV (UTF-8)")
}

extension FindingWriter {
    /// The finding for a file whose encoding was guessed or is damaged.
    func encodingGuessed() -> Finding? {
        guard let dialect else { return nil }
        if dialect.isDamaged {
            return finding(
                .encodingGuessed,
                problem: "the byte order mark says UTF-8, but some bytes are not; they were "
                    + "read as \u{FFFD}",
                remedy: "Save the file again as CSV (UTF-8)")
        }
        guard dialect.encodingOrigin == .detected else { return nil }
        let declared = mapping.table.encoding.map { ", although the mapping says \($0)" } ?? ""
        let sure = Int((dialect.encodingConfidence * 100).rounded())
        return finding(
            .encodingGuessed,
            problem: "the text is not UTF-8\(declared); it was read as \(dialect.encoding) "
                + "(detected, \(sure) % sure)\(Self.shown(dialect.encodingExample))",
            remedy: Rule.encodingGuessed.remedy)
    }

    /// By what the guess can be judged.
    private static func shown(_ example: EncodingExample?) -> String {
        guard let example else { return "" }
        return ": line \(example.line) has \(quoted(example.text)), which \(example.other) "
            + "would make \(quoted(example.otherText))"
    }
}
