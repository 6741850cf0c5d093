/// What kind of value a cell holds, as far as its file says so.
///
/// A text file knows nothing but text: what its cells stand for is the
/// mapping's word. A workbook and JSON tell numbers from text.
public enum CellKind: UInt8, Sendable, CaseIterable {
    /// Text, or a cell without anything.
    case text
    /// A number, as its shortest decimal text.
    case number
    /// A number shown as a percentage, as a fraction: 5 % is 0.05.
    case percentage
    /// A day, with or without a time: `2024-03-31`, `2024-03-31T14:30:00`.
    case date
    /// A time of day: `14:30:00`.
    case time
    /// A length of time in hours: `36:15:00`.
    case duration
    /// A truth value, in the words of its format: `TRUE`, `true`.
    case boolean
    /// An error that a formula gave: `#DIV/0!`.
    case error
    /// A formula that was never calculated, as the formula: `=A1+B1`.
    case formulaWithoutValue
}
