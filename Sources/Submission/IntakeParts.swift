import MetricSpec
import Tabular

/// All tables of a submission, one after another.
final class IntakeParts {
    private let intake: Intake
    private let tables: [TablePart]
    private let memory: IntakeMemory
    private var tally = IntakeTally()
    /// Those that were read, and their words for findings.
    private var wasRead: [Bool]
    private var closing: IntakeRun?
    private var summary = IntakeSummary()

    init(_ intake: Intake, _ tables: [TablePart]) {
        self.intake = intake
        self.tables = tables
        wasRead = Array(repeating: false, count: tables.count)
        let isAggregated = intake.mapping.layout.isAggregated
        memory = IntakeMemory(
            intake.context, isOnlyTable: tables.count == 1,
            log: intake.duplicates == .found && !isAggregated
                ? DuplicateLog(intake.context) : nil)
    }

    /// Reads all tables.
    ///
    /// Where one of several cannot be read, or has not the columns of the
    /// mapping, the others count; but a figure that is made of the rows of all
    /// tables needs them all.
    func read(_ sink: (CheckedBatch) throws -> Void) throws -> IntakeSummary {
        for index in tables.indices where !summary.isRejected { try read(index, sink) }
        let isShort = intake.mapping.layout.isAggregated && wasRead.contains(false)
        if !wasRead.contains(true) || isShort { summary.isRejected = true }
        if !summary.isRejected, let closing {
            if !memory.isOnlyTable {
                try closing.finish(sink)
                tally.add(closing.takeTally())
            }
            try noteDuplicates(closing, sink)
        }
        return finished()
    }

    private func read(_ index: Int, _ sink: (CheckedBatch) throws -> Void) throws {
        let table = tables[index]
        let run: IntakeRun
        do {
            if !memory.isOnlyTable { try table.checkToEnd() }
            run = try IntakeRun(intake, table, memory)
        } catch {
            refuse()
            let finding = FindingWriter.notATable(
                error, of: intake.file.name, member: table.member)
            return try deliver([finding], sink)
        }
        if summary.header.isEmpty {
            summary.header = run.header
            summary.headerRows = run.headerRows
            summary.dialect = run.writer.dialect
        }
        switch try run.read(sink) {
        case .read:
            wasRead[index] = true
            closing = run
        case .refused: refuse()
        case .broken: summary.isRejected = true
        }
        tally.add(run.takeTally())
    }

    /// Of a table that is not read it is not known how many values it has.
    private func refuse() {
        if memory.isOnlyTable { return }
        tally.values += 1
        tally.rejected += 1
    }

    private func deliver(
        _ findings: [Finding], _ sink: (CheckedBatch) throws -> Void
    ) throws {
        if findings.isEmpty { return }
        for finding in findings { tally.count(finding.severity) }
        try sink(CheckedBatch(CheckedColumns(), periods: memory.periods, findings: findings))
    }

    private func finished() -> IntakeSummary {
        var summary = self.summary
        let isRejected = summary.isRejected
        summary.rows = tally.rows
        summary.blankRows = tally.blankRows
        summary.leftOutRows = tally.leftOutRows
        summary.values = tally.values
        summary.accepted = isRejected ? 0 : tally.accepted
        summary.rejected = isRejected ? tally.values : tally.rejected
        summary.missing = isRejected ? 0 : tally.missing
        summary.findings = tally.bySeverity
        summary.parts = memory.tables.parts
        summary.accumulatedNeeds = memory.needs
        summary.codeLists = memory.codeLists
        summary.recordKeys = memory.recordKeys
        if !isRejected, let aggregator = memory.aggregator {
            summary.accumulatedNeeds.formUnion(aggregator.needs(memory.periods))
        }
        // Of figures that rows are added up to, none can stand twice.
        summary.areDuplicatesChecked = memory.log != nil || intake.mapping.layout.isAggregated
        return summary
    }

    // MARK: Duplicates

    /// Reads all tables again where a key may be named twice: for which ones,
    /// then for where they stand.
    private func noteDuplicates(
        _ run: IntakeRun, _ sink: (CheckedBatch) throws -> Void
    ) throws {
        do {
            try deliver(try duplicates(run.writer), sink)
        } catch let error as TableError {
            summary.isRejected = true
            try deliver(
                [FindingWriter.notATable(error, of: intake.file.name, member: nil)], sink)
        }
    }

    private func duplicates(_ writer: FindingWriter) throws(TableError) -> [Finding] {
        guard var log = memory.log, log.mayHaveDuplicates else { return [] }
        if !log.isSieved { try readAgain { log.sift($0) } }
        if !log.mayHaveDuplicates { return [] }
        try readAgain { log.collect($0) }
        let kinds = log.duplicates()
        if kinds.isEmpty { return [] }
        var places: [UInt64: [DuplicatePlace]] = [:]
        try readAgain { [log, context = intake.context] batch in
            for index in 0..<batch.count {
                let key = log.key(batch, index)
                guard kinds[key] != nil else { continue }
                places[key, default: []].append(DuplicatePlace(batch, index, context))
            }
        }
        var findings: [(place: DuplicatePlace, finding: Finding)] = []
        for (key, found) in places {
            let isEqual = kinds[key] == .equal
            let dropped = isEqual ? Array(found.dropFirst()) : found
            tally.accepted -= dropped.count
            tally.missing -= dropped.count { $0.isMissing }
            if !isEqual { tally.rejected += dropped.count }
            findings += dropped.map {
                ($0, writer.duplicate($0, among: found, isEqual: isEqual))
            }
        }
        findings.sort { ($0.place.line, $0.place.column) < ($1.place.line, $1.place.column) }
        return findings.map(\.finding)
    }

    /// Maps and checks all tables another time, for their values alone.
    private func readAgain(_ body: (CheckedBatch) -> Void) throws(TableError) {
        let again = IntakeMemory(intake.context, isOnlyTable: memory.isOnlyTable)
        for (index, table) in tables.enumerated() {
            guard let run = try? IntakeRun(intake, table, again) else { continue }
            if wasRead[index] { try run.readValues(body) } else { try run.passOver() }
        }
    }
}

extension FindingWriter {
    /// What is said of one of the places of a key that is named twice.
    fileprivate func duplicate(
        _ place: DuplicatePlace, among all: [DuplicatePlace], isEqual: Bool
    ) -> Finding {
        let other = all.first { $0.line != place.line || $0.column != place.column } ?? place
        var finding =
            isEqual
            ? duplicateEqual(
                place.text, key: place.key, row: place.line, column: place.column,
                first: words(ofRow: all[0].line))
            : duplicateDifferent(
                place.text, key: place.key, row: place.line, column: place.column,
                other: (words(ofRow: other.line), other.text))
        finding.city = place.city
        finding.measure = place.measure
        finding.period = place.period
        finding.rawText = place.text
        return finding
    }
}
