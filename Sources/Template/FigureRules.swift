import MetricSpec
import Workbook

/// The rules on the sheet of figures: what may be typed, and what is marked.
struct FigureRules {
    let rows: [TemplateRow]
    let words: WordsSheet

    /// One for all figures, one for each drop-down; cells that do not apply
    /// are locked and need none.
    var validations: [Validation] {
        guard !rows.isEmpty else { return [] }
        return [
            figures, choice(.status, words.status), choice(.auditStatus, words.range(.audit)),
            choice(.costBasis, words.range(.costBasis)),
            choice(.overheadMethod, words.range(.overhead)),
            choice(.accountingBasis, words.range(.accounting)),
        ]
    }

    /// What cannot be taken, what is outside the range, what much changed; the
    /// last two until they are explained.
    var conditionalFormats: [ConditionalFormat] {
        guard !rows.isEmpty else { return [] }
        let formulas = CheckFormulas(row: 2, missingWords: words.missingWords)
        let range = cells(.value)
        let isOpen = "TRIM(\(FigureColumn.explanation.cell(2)))=\"\""
        // Some programs do not look into other sheets from here; what needs
        // the list of words is taken from the column Check.
        return [
            ConditionalFormat(
                range, when: "=OR(\(formulas.isNoNumber),\(formulas.says(.contradiction)))",
                format: Look.wrong),
            ConditionalFormat(
                range, when: "=AND(\(formulas.isOutside),\(isOpen))", format: Look.outside),
            ConditionalFormat(
                range, when: "=AND(\(formulas.isChanged),\(isOpen))", format: Look.changed),
        ]
    }

    /// The cells of a column, below its title.
    private func cells(_ column: FigureColumn) -> CellRange {
        CellRange(rows: 1...rows.count, columns: column.rawValue...column.rawValue)
    }

    /// A question and no refusal: what is outside the range may be right.
    private var figures: Validation {
        let (low, high) = (FigureColumn.lowest, FigureColumn.highest)
        return Validation(
            cells(.value),
            .number(from: limit(low, open: "-1E+300"), to: limit(high, open: "1E+300")),
            severity: .warning,
            input: Validation.Message(
                title: "Figure",
                text: "A number in digits, without commas or units. The unit stands in the column "
                    + "\(FigureColumn.unit.header), the expected range in \(low.header) and "
                    + "\(high.header)."),
            error: Validation.Message(
                title: "Is this right?",
                text: "This is no number, or outside the expected range (columns \(low.header) and "
                    + "\(high.header)). If the figure is right, choose Yes and say why in the "
                    + "column \(FigureColumn.explanation.header)."))
    }

    /// An end of the range, or one that no figure reaches where it is open.
    private func limit(_ column: FigureColumn, open: String) -> String {
        "=IF(ISNUMBER(\(column.cell(2))),\(column.cell(2)),\(open))"
    }

    private func choice(_ column: FigureColumn, _ list: String) -> Validation {
        Validation(
            cells(column), .listed(in: list), severity: .stop,
            input: Validation.Message(
                title: column.header,
                text: "Choose from the list; the sheet \(WordsSheet.name) says what each means."),
            error: Validation.Message(
                title: "Not in the list",
                text: "Choose one of the words in the list, or leave the cell blank."))
    }
}
