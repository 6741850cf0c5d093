/// Which sheet of a workbook is meant.
public enum SheetChoice: Sendable, Equatable, CustomStringConvertible {
    /// The sheet of a name; case and outer white space make no difference
    /// unless two sheets differ in nothing else.
    case name(String)
    /// The sheet at a place among the tabs, counted from 1.
    case position(Int)

    /// The choice in words.
    public var description: String {
        switch self {
        case .name(let name): "\"\(name)\""
        case .position(let position): "number \(position)"
        }
    }
}
