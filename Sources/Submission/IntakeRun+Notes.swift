import MetricSpec
import Tabular

/// What is said of a table, or of all of them, beside its single values.
extension IntakeRun {
    /// The line of the header, as rows are counted; JSON has none.
    var headerLine: Int? {
        reader.origin == .json ? nil : reader.headerLine + writer.firstRow
    }

    func noteOpening() {
        let line = headerLine
        if let finding = writer.encodingGuessed() { checker.note(finding) }
        for (index, problem) in places.problems.enumerated()
        where !places.problems[..<index].contains(problem) {
            switch problem {
            case .path(let template):
                checker.note(writer.pathMismatch(template, path: intake.path))
            case .title(let pattern, let isSheet, let found):
                checker.note(writer.titleMismatch(pattern, isSheet: isSheet, found: found))
            case .identity(let claims): checker.note(writer.identityMismatch(claims))
            case .city(let text): checker.note(writer.unknownCity(text))
            case .period(let text, let reason):
                checker.note(writer.unknownPeriod(text, reason: reason))
            case .status(let text): checker.note(writer.unknownStatus(text))
            }
        }
        if let finding = writer.recordsFound(reader.records) { checker.note(finding) }
        if let finding = writer.headerDetected(reader.head) { checker.note(finding) }
        if let finding = writer.numberMarksDetected(marks) { checker.note(finding) }
        noteHeaderPeriods(line: line)
        noteColumns(line: line)
        for finding in writer.yearSoFarUnsaid(line: line) { checker.note(finding) }
    }

    /// Columns that are gone, double or new.
    private func noteColumns(line: Int?) {
        if let name = reader.missingTotalsColumn {
            checker.note(writer.mappedColumnMissing([name], line: line, match: nil))
        }
        if matcher.problems.isEmpty { return }
        let drift = HeaderDrift(
            matcher.problems, header: reader.header, mapping: mapping)
        let amounts = ColumnAmounts(
            table, size: reader.file.count, mapping, columns: matcher.unmappedColumns)
        for problem in matcher.problems {
            switch problem {
            case .missing(let names):
                checker.note(
                    writer.mappedColumnMissing(names, line: line, match: drift.match(names)))
            case .twice(let name, let columns):
                checker.note(writer.mappedColumnTwice(name, columns: columns, line: line))
            case .unknown(let unknown, let column):
                checker.note(writer.unknownPart(unknown, row: line, column: column))
            case .unit(let found): checker.note(writer.unknownUnit(found))
            case .unmapped(let column):
                checker.note(
                    writer.unmappedColumn(
                        column, line: line, oldName: drift.oldName(ofColumn: column),
                        amount: amounts.words[column]))
            }
        }
    }

    /// Looks at the first cells of columns that are not read.
    func notePersonalColumns(_ table: CellTable) {
        if hasLookedAtCells { return }
        hasLookedAtCells = true
        for finding in writer.personalColumns(table, headerLine: headerLine) {
            checker.note(finding)
        }
    }

    /// Headers that should name periods and do not.
    private func noteHeaderPeriods(line: Int?) {
        let stamps = StampReader(mapping, intake.context)
        for (column, text) in matcher.plan.stamps {
            guard case .unreadable(let reason) = stamps.read(text, city: places.city ?? -1) else {
                continue
            }
            checker.note(writer.unknownPeriod(text, reason: reason, row: line, column: column))
        }
    }

    func noteEnd() throws(TableError) {
        let tally = checker.tally
        if tally.rows == 0, tally.blankRows == 0 {
            checker.note(writer.headerOnly(line: headerLine))
        }
        if let line = tally.firstBlankLine {
            checker.note(writer.blankRows(tally.blankRows, firstLine: line))
        }
        if let totals = tally.totals {
            checker.note(
                writer.subtotalRows(totals.count, firstLine: totals.line, text: totals.text))
        }
        for place in headless.found {
            checker.note(
                writer.columnWithoutHeader(place.column, line: place.line, text: place.text))
        }
        if let watch = marksWatch, let finding = writer.ambiguousNumberMark(watch, marks.marks) {
            checker.note(finding)
        }
        noteLeftOut()
        if let unclear = shaper?.unclear { checker.note(writer.nestingUnclear(unclear)) }
        if let notes = reader.notes {
            for finding in writer.hiddenCells(notes, sheets: try hiddenSheets()) {
                checker.note(finding)
            }
        }
        if let workbook = reader.workbook, let finding = try writer.sheetsNotRead(workbook) {
            checker.note(finding)
        }
        if memory.isOnlyTable { noteWhole() }
        for swap in swaps?.swaps(mapper.periods) ?? [] {
            checker.note(writer.columnsSwapped(swap, line: headerLine))
        }
    }

    /// Hidden sheets with figures that are not read, once for each workbook.
    private func hiddenSheets() throws(TableError) -> [String] {
        let parts = memory.tables.parts.dropLast()
        if parts.contains(where: { $0.member == table.member }) { return [] }
        let choice = intake.mapping.table.sheets
        return try (reader.workbook?.hiddenSheetsWithFigures() ?? []).filter { name in
            !(choice?.names(name) ?? false)
        }
    }

    /// What shows only when all is read.
    func noteWhole() {
        checker.begin(mapper.periods, capacity: 0)
        checker.noteRepeats()
        for finding in memory.codes?.findings(mapper.periods, writer) ?? [] { noteOfAll(finding) }
        guard let figures = memory.figures else { return }
        figures.doubted = checker.history.doubted
        for finding in figures.finish(mapper.periods, checker.stamps) { noteOfAll(finding) }
    }

    /// Notes what shows only when all is read; without a row it is about all
    /// tables.
    func noteOfAll(_ finding: Finding) {
        var finding = finding
        if !memory.isOnlyTable, finding.row == nil { (finding.member, finding.sheet) = (nil, nil) }
        checker.note(finding)
    }

    /// Rows that are none of the table.
    private func noteLeftOut() {
        for remark in reader.remarks {
            switch remark.reason {
            case .repeatedHeader: checker.note(writer.repeatedHeader(remark))
            case .note: checker.note(writer.belowTable(remark))
            case .total: checker.tally.leftOutRows += remark.rows
            case .end: break
            }
        }
    }
}
