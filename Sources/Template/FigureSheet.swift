import Consortium
import MetricSpec
import Workbook

/// The sheet that the city fills in: one row a figure.
struct FigureSheet {
    static let name = "Figures"

    let input: TemplateInput
    let rows: [TemplateRow]
    let words: WordsSheet

    var sheet: Sheet {
        var sheet = Sheet(
            name: Self.name,
            columns: FigureColumn.allCases.map {
                Sheet.Column(width: $0.width, isHidden: isHidden($0))
            },
            rows: [header]
                + rows.enumerated().map { index, row in
                    Sheet.Row(
                        FigureColumn.allCases.map { cell($0, row, line: index + 2) },
                        level: row.group == nil ? 0 : 1)
                })
        sheet.frozenRows = 1
        sheet.frozenColumns = 1
        sheet.isProtected = true
        sheet.filter = filter
        let rules = FigureRules(rows: rows, words: words)
        sheet.validations = rules.validations
        sheet.conditionalFormats = rules.conditionalFormats
        sheet.printing.isLandscape = true
        sheet.printing.footer = footer
        sheet.printing.area = CellRange(
            rows: 0...rows.count, columns: 0...FigureColumn.explanation.rawValue)
        return sheet
    }

    /// At first only totals show: most cities have few figures by group.
    private var filter: Sheet.Filter {
        let hasGroups = rows.contains { $0.group != nil }
        return Sheet.Filter(
            CellRange(rows: 0...rows.count, columns: 0...FigureColumn.allCases.count - 1),
            chosen: hasGroups
                ? Sheet.Filter.Choice(column: FigureColumn.group.rawValue, text: Self.all) : nil)
    }

    /// What the column Group says of a total.
    private static let all = "All"

    private func isHidden(_ column: FigureColumn) -> Bool {
        column == .previous && TemplateInput.previous(input.period) == nil
    }

    private var header: Sheet.Row {
        let (before, previous) = (
            TemplateInput.yearBefore(input.period), TemplateInput.previous(input.period)
        )
        return Sheet.Row(
            FigureColumn.allCases.map { column in
                let period =
                    switch column {
                    case .yearBefore: before
                    case .previous: previous
                    default: Period?.none
                    }
                let text = period.map { "\(column.header): \($0.text)" } ?? column.header
                return Cell(.text(text), Look.header)
            })
    }

    /// Excel reads `&` in a footer as the start of a code.
    private var footer: String {
        let city = input.city.name.split(separator: "&", omittingEmptySubsequences: false)
            .joined(separator: "&&")
        return "&L\(city), \(input.period.text)&RPage &P of &N"
    }

    // MARK: Cells

    private func cell(_ column: FigureColumn, _ row: TemplateRow, line: Int) -> Cell {
        let formulas = CheckFormulas(row: line, missingWords: words.missingWords)
        switch column {
        case .title: return title(row)
        case .group:
            return fixed(row.group.map { "\(row.breakdownTitle): \($0.title)" } ?? Self.all)
        case .service: return fixed(row.service?.title ?? "The city as a whole")
        case .unit: return fixed(NumberWords.unit(row.unit))
        case .yearBefore: return number(row.yearBefore)
        case .previous: return number(row.previous)
        case .value: return Cell(.blank, Look.input)
        case .change:
            return Cell(
                .formula(formulas.change, shows: ""),
                Look.fixed.with { $0.numberPattern = "0.0%" })
        case .check:
            return Cell(
                .formula(formulas.check, shows: CheckFormulas.Word.open.rawValue), Look.fixed)
        case .status, .explanation, .auditStatus: return Cell(.blank, Look.inputText)
        case .costBasis, .overheadMethod: return choice(isOpen: row.isServiceCost)
        case .accountingBasis: return choice(isOpen: row.isMoney)
        case .lowest: return number(row.range?.minimum)
        case .highest: return number(row.range?.maximum)
        case .changePercent: return number(row.change?.percent)
        case .changeAbsolute: return number(row.change?.absolute)
        case .city: return fixed(input.city.id)
        case .period: return fixed(input.period.text)
        case .measure: return fixed(row.measure.id)
        case .breakdown: return fixed(row.breakdownID)
        }
    }

    private func title(_ row: TemplateRow) -> Cell {
        let look = Look.fixed.with {
            $0.indent = row.group == nil ? 0 : 1
            $0.isBold = row.group == nil
        }
        return Cell(
            .text(row.measure.title), look,
            note: row.group == nil ? DefinitionNote.note(row) : nil)
    }

    private func fixed(_ text: String) -> Cell { Cell(.text(text), Look.fixed) }

    private func number(_ value: Double?) -> Cell {
        value.map { Cell(.number($0), Look.number($0)) } ?? Cell(.blank, Look.fixed)
    }

    private func choice(isOpen: Bool) -> Cell {
        Cell(.blank, isOpen ? Look.inputText : Look.closed)
    }
}
