import Consortium
import MetricSpec
import Tabular

/// One reading of one file: the state of `Intake.run`.
final class IntakeRun {
    private let intake: Intake
    /// The mapping, with the marks of numbers that were found out.
    private let mapping: Mapping
    private let marks: MarksDetection
    private var marksWatch: MarksWatch?
    private let reader: TableReader
    private let matcher: HeaderMatcher
    private let places: FixedPlaces
    private let writer: FindingWriter
    private var mapper: Mapper
    private var checker: Checker
    private let drafts = DraftBatch()
    private var log: DuplicateLog?
    private var headless: HeadlessColumns
    private var needs: Set<AccumulatedNeed> = []
    /// Nil where no column is of the fiscal year so far.
    private let accumulated: AccumulatedColumns?
    private var codeLists: [PeriodCodes] = []
    private var recordKeys: [RecordKeyList] = []
    private let figures: FigureLog
    private var hasLookedAtCells = false
    /// Nil where the rows are taken as they are.
    private var shaper: RowShaper?
    private var swaps: SwapWatch?

    init(_ intake: Intake, _ reader: TableReader) {
        self.intake = intake
        self.reader = reader
        let table = FixedPlaces.Table(
            path: intake.path, sheet: reader.sheetName, titles: reader.titles)
        let opened = OpenedMapping(
            intake.mapping, reader, titles: table.titles, intake.context.standard)
        (mapping, matcher, marks) = (opened.mapping, opened.matcher, opened.marks)
        marksWatch = marks.watch
        places = FixedPlaces(mapping, table, context: intake.context)
        writer = FindingWriter(
            file: intake.file.name, header: reader.header, origin: reader.origin,
            mapping: mapping, context: intake.context, plan: matcher.plan, places: places)
        shaper = RowShaper(mapping, matcher.plan)
        mapper = Mapper(
            mapping, plan: matcher.plan, places: places, context: intake.context)
        checker = Checker(writer)
        headless = HeadlessColumns(
            reader.header, ignored: mapping.ignored,
            hasPlacedCells: reader.workbook != nil)
        figures = FigureLog(writer)
        accumulated = AccumulatedColumns(writer)
        let isAggregated = mapping.layout.isAggregated
        log = intake.duplicates == .found && !isAggregated ? DuplicateLog(intake.context) : nil
        swaps = isAggregated ? nil : SwapWatch(matcher.plan, context: intake.context)
    }

    /// Reads the whole file.
    func finish(_ sink: (CheckedBatch) throws -> Void) throws -> IntakeSummary {
        noteOpening()
        if checker.tally.has(.error) {
            try sink(checker.findingsBatch(periods: []))
            return summary(isRejected: true)
        }
        do {
            if let aggregation = matcher.aggregation, let plan = matcher.plan.aggregate {
                try aggregateRows(aggregation, plan, sink)
            } else {
                try readRows(sink)
            }
            try noteEnd()
        } catch let error as TableError {
            checker.note(FindingWriter.notATable(error))
            try sink(checker.findingsBatch(periods: mapper.periods))
            return summary(isRejected: true)
        }
        if checker.hasFindings { try sink(checker.findingsBatch(periods: mapper.periods)) }
        return summary(isRejected: false)
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
            let checked = checker.check(drafts, table, periods: mapper.periods)
            log?.watch(checked)
            figures.watch(checked)
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
        needs = accumulated.needs(periods, checker.stamps)
        let checked = checker.check(made, periods: periods)
        figures.watch(checked)
        try sink(checked)
    }

    /// Makes figures of all rows; they are delivered at the end.
    private func aggregateRows(
        _ aggregation: Aggregation, _ plan: AggregatePlan,
        _ sink: (CheckedBatch) throws -> Void
    ) throws {
        let aggregator = RowAggregator(
            aggregation, writer: writer, plan: plan, claimed: places.claimed,
            keepsReadings: intake.keepsReadings)
        var faulty = 0
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
        var findings: [Finding] = []
        var rejected = 0
        let made = aggregator.figures(
            mapper.periods, findings: &findings, rejected: &rejected)
        checker.tally.values += rejected
        checker.tally.rejected += rejected
        for finding in findings { checker.note(finding) }
        needs = aggregator.needs(mapper.periods)
        codeLists = aggregator.codeLists(mapper.periods)
        recordKeys = aggregator.keyLists(mapper.periods)
        let checked = checker.check(made, periods: mapper.periods)
        figures.watch(checked)
        try sink(checked)
    }

    // MARK: What is about the file as a whole

    /// The line of the header; JSON has none.
    private var headerLine: Int? { reader.origin == .json ? nil : reader.headerLine }

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
        if matcher.problems.isEmpty { return }
        let drift = HeaderDrift(
            matcher.problems, header: reader.header, mapping: mapping)
        let amounts = ColumnAmounts(
            intake.file, mapping, columns: matcher.unmappedColumns)
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
            let sheets = try reader.workbook?.hiddenSheetsWithFigures() ?? []
            for finding in writer.hiddenCells(notes, sheets: sheets) { checker.note(finding) }
        }
        if let workbook = reader.workbook, let finding = try writer.sheetsNotRead(workbook) {
            checker.note(finding)
        }
        checker.noteRepeats()
        figures.doubted = checker.history.doubted
        for finding in figures.finish(mapper.periods, checker.stamps) { checker.note(finding) }
        for swap in swaps?.swaps(mapper.periods) ?? [] {
            checker.note(writer.columnsSwapped(swap, line: headerLine))
        }
        try noteDuplicates()
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

    // MARK: Duplicates

    /// Reads the file again where a key may be named twice: for which ones,
    /// then for where they stand.
    private func noteDuplicates() throws(TableError) {
        guard var log, log.mayHaveDuplicates else { return }
        if !log.isSieved { try readAgain { log.sift($0) } }
        if !log.mayHaveDuplicates { return }
        try readAgain { log.collect($0) }
        let kinds = log.duplicates()
        if kinds.isEmpty { return }
        var places: [UInt64: [DuplicatePlace]] = [:]
        try readAgain { [log, context = intake.context] batch in
            for index in 0..<batch.count {
                let key = log.key(batch, index)
                guard kinds[key] != nil else { continue }
                places[key, default: []].append(DuplicatePlace(batch, index, context))
            }
        }
        var findings: [Finding] = []
        for (key, found) in places {
            let isEqual = kinds[key] == .equal
            let dropped = isEqual ? Array(found.dropFirst()) : found
            checker.tally.accepted -= dropped.count
            checker.tally.missing -= dropped.count { $0.isMissing }
            if !isEqual { checker.tally.rejected += dropped.count }
            findings += dropped.map { finding($0, among: found, isEqual: isEqual) }
        }
        findings.sort { ($0.row ?? 0, $0.column ?? 0) < ($1.row ?? 0, $1.column ?? 0) }
        for finding in findings { checker.note(finding) }
    }

    private func finding(
        _ place: DuplicatePlace, among all: [DuplicatePlace], isEqual: Bool
    ) -> Finding {
        let other = all.first { $0.line != place.line || $0.column != place.column } ?? place
        var finding =
            isEqual
            ? writer.duplicateEqual(
                place.text, key: place.key, row: place.line, column: place.column,
                first: all[0].line)
            : writer.duplicateDifferent(
                place.text, key: place.key, row: place.line, column: place.column,
                other: (other.line, other.text))
        finding.city = place.city
        finding.measure = place.measure
        finding.period = place.period
        finding.rawText = place.text
        return finding
    }

    /// Maps and checks the whole file another time, for its values alone.
    private func readAgain(_ body: (CheckedBatch) -> Void) throws(TableError) {
        let again = try TableReader.open(intake.file, format: mapping.table)
        var mapper = Mapper(
            mapping, plan: matcher.plan, places: places, context: intake.context)
        var checker = Checker(writer)
        var shaper = RowShaper(mapping, matcher.plan)
        while let batch = try again.next() {
            let table = shaper?.shape(batch.table) ?? batch.table
            mapper.map(table, into: drafts)
            AccumulatedColumns(writer)?.take(drafts, table)
            body(checker.check(drafts, table, periods: mapper.periods))
        }
    }

    // MARK: Summary

    private func summary(isRejected: Bool) -> IntakeSummary {
        let tally = checker.tally
        var summary = IntakeSummary()
        summary.rows = tally.rows
        summary.blankRows = tally.blankRows
        summary.leftOutRows = tally.leftOutRows
        summary.values = tally.values
        summary.accepted = isRejected ? 0 : tally.accepted
        summary.rejected = isRejected ? tally.values : tally.rejected
        summary.missing = isRejected ? 0 : tally.missing
        summary.findings = tally.bySeverity
        summary.isRejected = isRejected
        summary.accumulatedNeeds = needs
        summary.codeLists = codeLists
        summary.recordKeys = recordKeys
        summary.header = reader.header
        summary.headerRows = reader.headerRows
        summary.dialect = writer.dialect
        // Of figures that rows are added up to, none can stand twice.
        summary.areDuplicatesChecked = log != nil || mapping.layout.isAggregated
        return summary
    }
}

/// One of the places where a key that is named twice stands.
struct DuplicatePlace {
    let line: Int
    /// From 0.
    let column: Int
    let text: String
    let isMissing: Bool
    let city: String
    let measure: String
    let period: Period

    /// The key in words.
    var key: String { Self.key(measure: measure, city: city, period: period.text) }

    static func key(measure: String, city: String, period: String) -> String {
        "\(measure) of \(city) for \(period)"
    }

    init(_ batch: CheckedBatch, _ index: Int, _ context: IntakeContext) {
        line = Int(batch.sourceRow[index])
        column = Int(batch.sourceColumn[index]) - 1
        let status = ObservationStatus(code: batch.status[index])
        isMissing = status?.hasValue == false
        let shortest = isMissing ? "" : PlainNumber.text(batch.value[index])
        text = batch.rawText(index).map(CellText.string) ?? shortest
        city = context.cities.cities[Int(batch.city[index])].id
        measure = context.standard.measures[Int(batch.measure[index])].id
        period = batch.periods[Int(batch.period[index])]
    }
}
