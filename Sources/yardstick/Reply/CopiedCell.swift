import MetricSpec
import Tabular
import Workbook

/// Turns a cell as it was read into one that is written.
enum CopiedCell {
    /// A number stays one where its text tells all of it; any other text stays
    /// a text, never a formula.
    static func cell(_ bytes: UnsafeRawBufferPointer, _ kind: CellKind) -> Cell {
        let text = String(decoding: bytes, as: UTF8.self)
        switch kind {
        case .number: return number(text) ?? Cell(.text(text))
        case .percentage:
            return Double(text).map { Cell(.number($0), pattern("0.00%")) }
                ?? Cell(.text(text))
        case .date: return date(text) ?? Cell(.text(text))
        case .time:
            return hours(text).map { Cell(.number($0 / 24), pattern("hh:mm:ss")) }
                ?? Cell(.text(text))
        case .duration:
            return hours(text).map { Cell(.number($0 / 24), pattern("[h]:mm:ss")) }
                ?? Cell(.text(text))
        case .text: return plainNumber(bytes, text) ?? Cell(.text(text))
        case .boolean, .error, .formulaWithoutValue: return Cell(.text(text))
        }
    }

    private static func pattern(_ pattern: String) -> CellFormat {
        CellFormat().with { $0.numberPattern = pattern }
    }

    private static func number(_ text: String) -> Cell? {
        Double(text).map { Cell(.number($0)) }
    }

    /// The number of a text that is its shortest form: `007` and `1.50` are
    /// not.
    private static func plainNumber(_ bytes: UnsafeRawBufferPointer, _ text: String) -> Cell? {
        guard let first = bytes.first, bytes.count <= 16,
            (48...57).contains(first) || first == UInt8(ascii: "-"),
            let value = Double(text), value.isFinite
        else { return nil }
        var shortest = "\(value)"
        if shortest.hasSuffix(".0") { shortest.removeLast(2) }
        return shortest == text ? Cell(.number(value)) : nil
    }

    /// Excel counts days from the end of 1899, and wrongly before March 1900.
    private static func date(_ text: String) -> Cell? {
        let parts = text.split(separator: "T", maxSplits: 1)
        guard let first = parts.first, let day = CalendarDay(parsing: first) else { return nil }
        let serial = Double(day.number) + 36_526
        guard serial >= 61 else { return nil }
        guard parts.count == 2 else { return Cell(.number(serial), pattern("yyyy-mm-dd")) }
        guard let hours = hours(String(parts[1])) else { return nil }
        return Cell(.number(serial + hours / 24), pattern("yyyy-mm-dd hh:mm:ss"))
    }

    /// Hours of `14:30:00`.
    private static func hours(_ text: String) -> Double? {
        let parts = text.split(separator: ":").map { Double($0) }
        guard parts.count == 3, let hours = parts[0], let minutes = parts[1],
            let seconds = parts[2]
        else { return nil }
        return hours + minutes / 60 + seconds / 3_600
    }
}
