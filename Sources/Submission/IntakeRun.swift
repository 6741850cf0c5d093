import Consortium
import MetricSpec
import Tabular

/// One reading of one table: a step of `Intake.run`.
final class IntakeRun {
    let intake: Intake
    /// The mapping, with the marks of numbers that were found out.
    private var opened: OpenedMapping
    var mapping: Mapping { opened.mapping }
    var matcher: HeaderMatcher { opened.matcher }
    var marks: MarksDetection { opened.marks }
    var marksWatch: MarksWatch?
    private var lateMarks: LateMarks?
    /// Whether the batch may have other marks than those before: not the first
    /// one, in which they were looked for, and no other one twice.
    private var mayHaveLateMarks: Bool?
    /// Whether figures from here on have another decimal mark.
    private var isWatchOver = false
    let table: TablePart
    let reader: TableReader
    let memory: IntakeMemory
    let places: FixedPlaces
    let writer: FindingWriter
    var mapper: Mapper
    var checker: Checker
    private let drafts = DraftBatch()
    var headless: HeadlessColumns
    /// Nil where no column is of the fiscal year so far.
    private let accumulated: AccumulatedColumns?
    var hasLookedAtCells = false
    /// Nil where the rows are taken as they are.
    var shaper: RowShaper?
    var swaps: SwapWatch?

    /// Opens a table, the next one after those in `memory`.
    init(_ intake: Intake, _ table: TablePart, _ memory: IntakeMemory) throws(TableError) {
        self.intake = intake
        self.table = table
        self.memory = memory
        reader = try table.open(firstRow: memory.rowCount)
        let part = SubmissionPart(
            firstRow: memory.rowCount, member: table.member, sheet: reader.sheetName,
            rows: reader.origin == .json ? .records(reader.recordLines) : .lines)
        memory.tables.add(
            TableList.Table(part: part, header: reader.header))
        let path = table.member.map { intake.path + "/" + $0 } ?? intake.path
        let known = FixedPlaces.Table(
            path: path, sheet: reader.sheetName, titles: reader.titles)
        opened = OpenedMapping(
            intake.mapping, reader, titles: known.titles, intake.context)
        (marksWatch, lateMarks) = (opened.marks.watch, opened.marks.late)
        let (mapping, matcher) = (opened.mapping, opened.matcher)
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
        accumulated = memory.accumulate(writer)
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
        if memory.codes == nil { memory.codes = FigureCodes(writer) }
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
        if let accumulated = memory.accumulated { try deliver(accumulated, sink) }
        try makeFigures(sink)
        noteWhole()
        if checker.hasFindings { try sink(checker.findingsBatch(periods: mapper.periods)) }
    }

    private func readRows(_ sink: (CheckedBatch) throws -> Void) throws {
        while let batch = try reader.next() {
            headless.watch(batch.table)
            let table = shaped(batch.table)
            let count = rowsAtOnce
            for first in stride(from: 0, to: table.rowCount, by: count) {
                let rows = table.rows(first..<min(first + count, table.rowCount))
                try take(rows, of: table, sink)
            }
        }
        if let accumulated, memory.isOnlyTable { try deliver(accumulated, sink) }
    }

    /// The rows of a batch as the mapping takes them, after a look at their
    /// marks; valid until the next call.
    private func shaped(_ cells: CellTable) -> CellTable {
        if !isWatchOver { marksWatch?.watch(cells) }
        mayHaveLateMarks = mayHaveLateMarks != nil
        return shaper?.shape(cells) ?? cells
    }

    /// Maps rows of a batch, with the marks that figures have from there on.
    private func map(_ rows: CellTable, of table: CellTable) {
        mapper.map(rows, into: drafts)
        if drafts.noNumbers > 0, takeLateMarks(table) { mapper.map(rows, into: drafts) }
    }

    /// Whether figures have other marks from this batch on; then these are
    /// taken.
    private func takeLateMarks(_ table: CellTable) -> Bool {
        guard mayHaveLateMarks == true, lateMarks?.areOthers(in: table) == true else {
            return false
        }
        mayHaveLateMarks = false
        let proof = marksWatch?.proof?.decimal
        guard let change = lateMarks?.look(at: table, proof: proof) else { return false }
        isWatchOver = isWatchOver || change.marks.decimal != mapping.numbers.decimal
        opened.take(change.marks)
        writer.take(opened)
        mapper = Mapper(
            mapping, plan: matcher.plan, places: places, context: intake.context,
            periods: mapper.periods)
        checker.note(writer.numberMarksDetected(change))
        return true
    }

    /// So many rows that their drafts stay in the processor's own memory on
    /// their way through all steps.
    private var rowsAtOnce: Int { max(4_096 / max(matcher.plan.values.count, 1), 1) }

    private func take(
        _ table: CellTable, of batch: CellTable, _ sink: (CheckedBatch) throws -> Void
    ) rethrows {
        map(table, of: batch)
        notePersonalColumns(table)
        memory.codes?.watch(drafts, table, column: writer.plan.measure)
        accumulated?.take(drafts, table)
        swaps?.watch(drafts)
        var checked = checker.check(drafts, table, periods: mapper.periods)
        checked.parts = memory.tables.parts
        memory.log?.watch(checked)
        memory.figures?.watch(checked)
        try sink(checked)
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
            let table = shaped(batch.table)
            notePersonalColumns(table)
            if takeLateMarks(table), let aggregation = matcher.aggregation,
                let plan = matcher.plan.aggregate
            {
                // The figures are the same: only their marks are others.
                _ = aggregator.goOn(
                    aggregation, writer: writer, plan: plan, claimed: places.claimed)
            }
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

    /// Counts the rows of a table that is not read.
    func passOver() throws(TableError) {
        while try reader.next() != nil {}
        memory.rowCount = reader.lastLine
    }

    /// Maps and checks the whole table for its values alone.
    func readValues(_ body: (CheckedBatch) -> Void) throws(TableError) {
        defer { (memory.periods, memory.rowCount) = (mapper.periods, reader.lastLine) }
        while let batch = try reader.next() {
            let table = shaped(batch.table)
            map(table, of: table)
            accumulated?.leaveOut(drafts)
            body(checker.check(drafts, table, periods: mapper.periods))
        }
    }
}
