import Consortium
import MetricSpec
import Tabular

/// One reading of one table: a step of `Intake.run`.
final class IntakeRun {
    private let intake: Intake
    /// The mapping, with the marks of numbers that were found out.
    private let mapping: Mapping
    private let marks: MarksDetection
    private var marksWatch: MarksWatch?
    private let table: TablePart
    private let reader: TableReader
    private let memory: IntakeMemory
    private let matcher: HeaderMatcher
    private let places: FixedPlaces
    let writer: FindingWriter
    private var mapper: Mapper
    private var checker: Checker
    private let drafts = DraftBatch()
    private var headless: HeadlessColumns
    /// Nil where no column is of the fiscal year so far.
    private let accumulated: AccumulatedColumns?
    private var hasLookedAtCells = false
    /// Nil where the rows are taken as they are.
    private var shaper: RowShaper?
    private var swaps: SwapWatch?

    /// Opens a table, the next one after those in `memory`.
    init(_ intake: Intake, _ table: TablePart, _ memory: IntakeMemory) throws(TableError) {
        self.intake = intake
        self.table = table
        self.memory = memory
        reader = try table.open(firstRow: memory.rowCount)
        let part = SubmissionPart(
            firstRow: memory.rowCount, member: table.member, sheet: reader.sheetName)
        memory.tables.add(
            TableList.Table(part: part, header: reader.header, isRecord: reader.origin == .json))
        let path = table.member.map { intake.path + "/" + $0 } ?? intake.path
        let known = FixedPlaces.Table(
            path: path, sheet: reader.sheetName, titles: reader.titles)
        let opened = OpenedMapping(
            intake.mapping, reader, titles: known.titles, intake.context.standard)
        (mapping, matcher, marks) = (opened.mapping, opened.matcher, opened.marks)
        marksWatch = marks.watch
        places = FixedPlaces(mapping, known, context: intake.context)
        writer = FindingWriter(
            file: intake.file.name, part: part, header: reader.header, origin: reader.origin,
            mapping: mapping, context: intake.context, plan: matcher.plan, places: places,
            tables: memory.isOnlyTable ? nil : memory.tables)
        shaper = RowShaper(mapping, matcher.plan)
        mapper = Mapper(
            mapping, plan: matcher.plan, places: places, context: intake.context,
            periods: memory.periods)
        checker = Checker(writer, history: memory.history)
        headless = HeadlessColumns(
            reader.header, ignored: mapping.ignored,
            hasPlacedCells: reader.workbook != nil)
        accumulated = AccumulatedColumns(writer)
        let isAggregated = mapping.layout.isAggregated
        swaps = isAggregated ? nil : SwapWatch(matcher.plan, context: intake.context)
    }

    var header: [String] { reader.header }
    var headerRows: [[String]] { reader.headerRows }

    /// What was counted since it was taken last.
    func takeTally() -> IntakeTally {
        defer { checker.tally = IntakeTally() }
        return checker.tally
    }

    /// What came of a table.
    enum Outcome {
        case read
        /// Its columns are not those of the mapping: nothing was delivered.
        case refused
        /// It cannot be read to its end: what was delivered must go.
        case broken
    }

    /// Reads the whole table.
    func read(_ sink: (CheckedBatch) throws -> Void) throws -> Outcome {
        defer { (memory.periods, memory.rowCount) = (mapper.periods, reader.lastLine) }
        noteOpening()
        if !checker.tally.has(.error) { prepare() }
        if checker.tally.has(.error) {
            try sink(checker.findingsBatch(periods: mapper.periods))
            if !memory.isOnlyTable { try passOver() }
            return .refused
        }
        do {
            if let aggregator = memory.aggregator {
                try readRows(into: aggregator, sink)
                if memory.isOnlyTable { try makeFigures(sink) }
            } else {
                try readRows(sink)
            }
            try noteEnd()
        } catch let error as TableError {
            checker.note(
                FindingWriter.notATable(error, of: writer.file, member: writer.member))
            try sink(checker.findingsBatch(periods: mapper.periods))
            return .broken
        }
        if checker.hasFindings { try sink(checker.findingsBatch(periods: mapper.periods)) }
        return .read
    }

    /// Begins what all tables share, or goes on with it.
    private func prepare() {
        if memory.figures == nil {
            memory.figures = FigureLog(writer)
        }
        guard let aggregation = matcher.aggregation, let plan = matcher.plan.aggregate else {
            return
        }
        guard let aggregator = memory.aggregator else {
            memory.aggregator = RowAggregator(
                aggregation, writer: writer, plan: plan, claimed: places.claimed,
                keepsReadings: intake.keepsReadings)
            return
        }
        if !aggregator.goOn(aggregation, writer: writer, plan: plan, claimed: places.claimed) {
            checker.note(writer.otherFigures(line: headerLine))
        }
    }

    /// Says what shows only when all tables are read, and makes the figures
    /// of rows.
    func finish(_ sink: (CheckedBatch) throws -> Void) throws {
        try makeFigures(sink)
        noteWhole()
        if checker.hasFindings { try sink(checker.findingsBatch(periods: mapper.periods)) }
    }

    private func readRows(_ sink: (CheckedBatch) throws -> Void) throws {
        while let batch = try reader.next() {
            headless.watch(batch.table)
            marksWatch?.watch(batch.table)
            let table = shaper?.shape(batch.table) ?? batch.table
            mapper.map(table, into: drafts)
            notePersonalColumns(table)
            accumulated?.take(drafts, table)
            swaps?.watch(drafts)
            var checked = checker.check(drafts, table, periods: mapper.periods)
            checked.parts = memory.tables.parts
            memory.log?.watch(checked)
            memory.figures?.watch(checked)
            try sink(checked)
        }
        if let accumulated { try deliver(accumulated, sink) }
    }

    /// Makes figures of the columns of the fiscal year so far.
    private func deliver(
        _ accumulated: AccumulatedColumns, _ sink: (CheckedBatch) throws -> Void
    ) throws {
        let periods = mapper.periods
        var findings: [Finding] = []
        let made = accumulated.figures(periods, checker.stamps, findings: &findings)
        for finding in findings { checker.note(finding) }
        memory.needs.formUnion(accumulated.needs(periods, checker.stamps))
        var checked = checker.check(made, periods: periods)
        checked.parts = memory.tables.parts
        memory.figures?.watch(checked)
        try sink(checked)
    }

    private func readRows(
        into aggregator: RowAggregator, _ sink: (CheckedBatch) throws -> Void
    ) throws {
        var faulty = aggregator.faultyRows
        while let batch = try reader.next() {
            headless.watch(batch.table)
            marksWatch?.watch(batch.table)
            let table = shaper?.shape(batch.table) ?? batch.table
            notePersonalColumns(table)
            aggregator.read(table, mapper: &mapper, into: drafts)
            for row in drafts.raggedRows { checker.note(writer.raggedRow(table, row)) }
            checker.count(drafts, rows: table.rowCount, faulty: aggregator.faultyRows - faulty)
            faulty = aggregator.faultyRows
            var checked = checker.findingsBatch(periods: mapper.periods)
            checked.readings = aggregator.readings
            try sink(checked)
        }
    }

    /// Makes figures of all rows, where rows are added up.
    private func makeFigures(_ sink: (CheckedBatch) throws -> Void) throws {
        guard let aggregator = memory.aggregator else { return }
        var findings: [Finding] = []
        var rejected = 0
        let made = aggregator.figures(
            mapper.periods, findings: &findings, rejected: &rejected)
        checker.tally.values += rejected
        checker.tally.rejected += rejected
        for finding in findings { noteOfAll(finding) }
        memory.codeLists = aggregator.codeLists(mapper.periods)
        memory.recordKeys = aggregator.keyLists(mapper.periods)
        var checked = checker.check(made, periods: mapper.periods)
        checked.parts = memory.tables.parts
        memory.figures?.watch(checked)
        try sink(checked)
    }

    // MARK: What is about the file as a whole

    /// The line of the header, as rows are counted; JSON has none.
    private var headerLine: Int? {
        reader.origin == .json ? nil : reader.headerLine + writer.firstRow
    }

    private func noteOpening() {
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
    private func notePersonalColumns(_ table: CellTable) {
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

    private func noteEnd() throws(TableError) {
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
    private func noteWhole() {
        checker.begin(mapper.periods, capacity: 0)
        checker.noteRepeats()
        guard let figures = memory.figures else { return }
        figures.doubted = checker.history.doubted
        for finding in figures.finish(mapper.periods, checker.stamps) { noteOfAll(finding) }
    }

    /// Notes what shows only when all is read; without a row it is about all
    /// tables.
    private func noteOfAll(_ finding: Finding) {
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

    /// Counts the rows of a table that is not read.
    func passOver() throws(TableError) {
        while try reader.next() != nil {}
        memory.rowCount = reader.lastLine
    }

    /// Maps and checks the whole table for its values alone.
    func readValues(_ body: (CheckedBatch) -> Void) throws(TableError) {
        defer { (memory.periods, memory.rowCount) = (mapper.periods, reader.lastLine) }
        while let batch = try reader.next() {
            let table = shaper?.shape(batch.table) ?? batch.table
            mapper.map(table, into: drafts)
            AccumulatedColumns(writer)?.take(drafts, table)
            body(checker.check(drafts, table, periods: mapper.periods))
        }
    }
}
