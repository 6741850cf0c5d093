/// Excel's formulas for what the checks of a file ask as well, for one row.
///
/// The rules are those of `PlausibleRange` and `ChangeLimit`.
struct CheckFormulas {
    /// The row, counted from 1.
    let row: Int
    /// The range with the status words of figures that are missing.
    let missingWords: String

    private var value: String { FigureColumn.value.cell(row) }
    private var status: String { FigureColumn.status.cell(row) }
    private var yearBefore: String { FigureColumn.yearBefore.cell(row) }

    /// Something stands there and is no number.
    var isNoNumber: String { "AND(\(value)<>\"\",NOT(ISNUMBER(\(value))))" }

    /// The figure lies outside the expected range.
    var isOutside: String {
        let (low, high) = (FigureColumn.lowest.cell(row), FigureColumn.highest.cell(row))
        return "AND(ISNUMBER(\(value)),OR(AND(ISNUMBER(\(low)),\(value)<\(low)),"
            + "AND(ISNUMBER(\(high)),\(value)>\(high))))"
    }

    /// The figure is further from that of a year before than both limits.
    var isChanged: String {
        let percent = FigureColumn.changePercent.cell(row)
        let absolute = FigureColumn.changeAbsolute.cell(row)
        let gap = "ABS(\(value)-\(yearBefore))"
        return "IF(OR(COUNT(\(value),\(yearBefore))<2,COUNT(\(percent),\(absolute))=0),FALSE,"
            + "AND(IF(ISNUMBER(\(absolute)),\(gap)>\(absolute),TRUE),"
            + "IF(ISNUMBER(\(percent)),IF(\(yearBefore)=0,ISNUMBER(\(absolute)),"
            + "\(gap)/ABS(\(yearBefore))*100>\(percent)),TRUE)))"
    }

    /// The change on a year before, as a share; blank where there is none.
    var change: String {
        "=IF(COUNT(\(value),\(yearBefore))<2,\"\",IF(\(yearBefore)=0,\"\","
            + "(\(value)-\(yearBefore))/ABS(\(yearBefore))))"
    }

    /// What the row still needs, in words.
    var check: String {
        let isMissing = "COUNTIF(\(missingWords),\(status))>0"
        let isExplained = "TRIM(\(FigureColumn.explanation.cell(row)))<>\"\""
        return "=IF(\(isNoNumber),\(quoted(.noNumber)),"
            + "IF(\(value)=\"\",IF(\(isMissing),\(quoted(.missing)),\(quoted(.open))),"
            + "IF(\(isMissing),\(quoted(.contradiction)),"
            + "IF(OR(\(isOutside),\(isChanged)),IF(\(isExplained),\(quoted(.explained)),"
            + "IF(\(isOutside),\(quoted(.outside)),\(quoted(.changed)))),\(quoted(.fine))))))"
    }

    /// Whether the check says something.
    func says(_ word: Word) -> String {
        "\(FigureColumn.check.cell(row))=\(quoted(word))"
    }

    private func quoted(_ word: Word) -> String { "\"\(word.rawValue)\"" }

    /// What the column Check says.
    enum Word: String, CaseIterable {
        case open = "To fill in"
        case fine = "OK"
        case missing = "No figure, reason given"
        case explained = "OK, explained"
        case noNumber = "Not a number"
        case contradiction = "Figure, but status says none"
        case outside = "Outside the range: explain"
        case changed = "Much changed: explain"
    }
}
