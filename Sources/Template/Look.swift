import Workbook

/// How the cells of a template look. Colour is never alone: the column Check
/// says in words what a colour marks.
enum Look {
    static let title = CellFormat().with {
        $0.isBold = true
        $0.fontSize = 16
        $0.textColour = Colour(0x12436D)
    }
    static let heading = CellFormat().with {
        $0.isBold = true
        $0.fontSize = 12
        $0.textColour = Colour(0x12436D)
    }
    static let header = CellFormat().with {
        $0.isBold = true
        $0.isWrapped = true
        $0.textColour = Colour(0xFFFFFF)
        $0.fill = Colour(0x12436D)
        $0.border = .thin
    }
    static let text = CellFormat().with { $0.isWrapped = true }
    static let label = text.with { $0.isBold = true }
    /// What is only read, in the sheet of figures.
    static let fixed = CellFormat().with {
        $0.isWrapped = true
        $0.border = .thin
    }
    static let input = CellFormat().with {
        $0.isUnlocked = true
        $0.fill = Colour(0xFFF8E1)
        $0.border = .thin
    }
    static let inputText = input.with { $0.isWrapped = true }
    /// An input that this row does not have.
    static let closed = CellFormat().with {
        $0.fill = Colour(0xEDEDED)
        $0.border = .thin
    }
    /// The entry cannot be taken as it is.
    static let wrong = CellFormat().with {
        $0.fill = Colour(0xF8C9C4)
        $0.textColour = Colour(0x7A0C00)
        $0.isBold = true
    }
    /// The entry is outside the expected range.
    static let outside = CellFormat().with {
        $0.fill = Colour(0xFFD9A8)
        $0.textColour = Colour(0x5C2E00)
        $0.isBold = true
    }
    /// The entry is far from that of a year before.
    static let changed = CellFormat().with {
        $0.fill = Colour(0xD6C8EA)
        $0.textColour = Colour(0x3B1F63)
        $0.isBold = true
    }

    /// A number that is only read.
    static func number(_ value: Double) -> CellFormat {
        fixed.with { $0.numberPattern = NumberWords.pattern(value) }
    }
}
