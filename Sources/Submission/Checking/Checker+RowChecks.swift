import MetricSpec
import Tabular

/// What a mapping says must hold between the columns of each row.
extension Checker {
    /// Checks each row that made drafts, once.
    mutating func checkRows(_ batch: DraftBatch, _ table: CellTable) {
        var last: Int32 = -1
        for index in 0..<batch.count where batch.drafts[index].row != last {
            let draft = batch.drafts[index]
            last = draft.row
            for plan in writer.plan.checks {
                guard let numbers = numbers(table, Int(draft.row), plan) else { continue }
                let code = text(table, Int(draft.row), writer.plan.measure)
                let row = RowFigures(
                    numbers: numbers, code: code, line: table.line(Int(draft.row)),
                    text: text(table, Int(draft.row), plan.figureColumn))
                guard let finding = finding(row, plan) else { continue }
                note(known(finding, about(draft, plan)))
            }
        }
    }

    private func finding(_ row: RowFigures, _ plan: RowCheckPlan) -> Finding? {
        switch plan.check {
        case .quotient(let check): writer.notTheQuotient(row, check, column: plan.figureColumn)
        case .sum(let check): writer.rowSumDiffers(row, check, column: plan.figureColumn)
        }
    }

    /// The figures of a check's columns; nil where one of them is none.
    private func numbers(_ table: CellTable, _ row: Int, _ plan: RowCheckPlan) -> [Double]? {
        var numbers: [Double] = []
        for column in plan.columns {
            guard column >= 0 else { return nil }
            let reading = writer.plan.checkReader.read(CellText.trimmed(table.cell(row, column)))
            guard reading.isNumber else { return nil }
            numbers.append(reading.value)
        }
        return numbers
    }

    private func text(_ table: CellTable, _ row: Int, _ column: Int) -> String {
        column < 0 ? "" : CellText.string(CellText.trimmed(table.cell(row, column)))
    }

    /// A draft with the measure of a check's column, where it has one.
    private func about(_ draft: Draft, _ plan: RowCheckPlan) -> Draft {
        guard writer.plan.measure < 0 else { return draft }
        var draft = draft
        let value = writer.plan.values.first { $0.column == plan.figureColumn }
        draft.measure = value?.measure ?? -1
        return draft
    }
}

/// The figures of one row that a check is about.
struct RowFigures {
    /// In the order of the check's columns.
    let numbers: [Double]
    /// The code of the row's measure; empty where no column has one.
    let code: String
    /// From 1.
    let line: Int
    /// The figure that the others must make, as it stands in its cell.
    let text: String
}
