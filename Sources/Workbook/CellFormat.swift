/// How a cell looks, and whether it can be changed in a protected sheet.
public struct CellFormat: Sendable, Hashable {
    /// Excel's pattern, such as `#,##0`; empty: as the value needs it.
    public var numberPattern = ""
    public var fontSize: Double?
    public var isBold = false
    public var isItalic = false
    public var isWrapped = false
    public var isUnlocked = false
    public var alignment = Alignment.byContent
    /// Steps from the left edge.
    public var indent = 0
    public var textColour: Colour?
    public var fill: Colour?
    public var border = Border.none

    /// The usual look.
    public init() {}

    /// The format with something changed.
    public func with(_ change: (inout CellFormat) -> Void) -> CellFormat {
        var format = self
        change(&format)
        return format
    }

    /// Where the content stands between the edges.
    public enum Alignment: Sendable {
        /// Text left, numbers right.
        case byContent
        case left
        case right
        case centre
    }

    /// Lines around the cell.
    public enum Border: Sendable {
        case none
        /// A thin line on all sides.
        case thin
        /// A thin line above.
        case above
    }
}

/// A colour as red, green and blue in one number: 0x12436D.
public struct Colour: Sendable, Hashable {
    public let rgb: UInt32

    /// Makes a colour.
    public init(_ rgb: UInt32) {
        self.rgb = rgb & 0xFF_FFFF
    }
}
