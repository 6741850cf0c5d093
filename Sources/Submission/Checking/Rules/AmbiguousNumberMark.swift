import MetricSpec

extension Rule {
    /// Figures can be read in two ways, and nothing in the file says which.
    static let ambiguousNumberMark = Rule(
        id: "ambiguous-number-mark", severity: .warning,
        title: "A figure can be read in two ways",
        remedy: "Give decimal: and thousands: under format: in the mapping")
}

extension FindingWriter {
    /// The finding for figures such as `1.234`; nil where there are none, or
    /// where another figure says how to read them.
    func ambiguousNumberMark(_ watch: MarksWatch, _ marks: NumberMarks) -> Finding? {
        guard let first = watch.first, !watch.isSettled else { return nil }
        var other = marks
        other.decimal = marks.decimal == UInt8(ascii: ".") ? UInt8(ascii: ",") : UInt8(ascii: ".")
        other.thousands = marks.decimal
        let isOne = watch.count == 1
        let against = watch.proof.map {
            "; \(words(ofRow: $0.place.line)) has \(Self.quoted($0.place.text)), which speaks for "
                + "the other"
        }
        return finding(
            .ambiguousNumberMark, row: first.line, column: first.column,
            problem: "\(Self.quoted(first.text)) can be \(Self.value(first.text, marks)) or "
                + "\(Self.value(first.text, other)); \(isOne ? "1 figure" : "\(watch.count) figures") "
                + "of this kind \(isOne ? "was" : "were") read with the \(marks.words) (assumed)"
                + (against ?? ""),
            found: first.text,
            remedy: "Put \(marks.line) in the mapping if this is right, else \(other.line)")
    }

    private static func value(_ text: String, _ marks: NumberMarks) -> String {
        PlainNumber.text(marks.reader(.one).read(text).value)
    }
}
