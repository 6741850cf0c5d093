/// How messages and documents write a number.
public enum PlainNumber {
    /// A number as it is written shortest, without a needless `.0`.
    public static func text(_ number: Double) -> String {
        let text = "\(number)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
