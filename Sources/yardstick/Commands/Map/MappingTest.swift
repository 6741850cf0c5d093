import Consortium
import MetricSpec
import Submission
import Tabular

/// What a mapping makes of one file, gathered while it is read.
struct MappingTest {
    private(set) var document: MapTestDocument
    private let file: SubmissionFile
    private let context: IntakeContext
    private let limit: Int
    private let streams: Bool
    private var header: [String] = []
    private var block: [[String]] = []
    private var titles = DraftLine.titles
    private var shown = 0
    /// So many lines stand in one table; a long list has several.
    private static let blockLines = 50

    /// - Parameter streams: whether figures are shown as they come, not kept.
    init(_ file: SubmissionFile, context: IntakeContext, limit: Int, streams: Bool) {
        self.file = file
        self.context = context
        self.limit = limit
        self.streams = streams
        document = MapTestDocument(
            file: file.shownPath, mapping: file.mapping.name,
            layout: file.mapping.layout.rawValue)
    }

    var hasRejections: Bool { document.isRejected || document.rejected > 0 }

    mutating func run(_ intake: Intake) throws {
        let summary = try intake.run { batch in
            try Session.checkInterruption()
            for index in 0..<batch.count {
                if shown >= limit { break }
                add(DraftLine(batch, index, context))
            }
            document.findings += batch.findings.prefix(max(0, 200 - document.findings.count))
                .map { FindingLine($0) }
        }
        showBlock()
        try fill(summary)
    }

    /// Reads the rows before they become figures.
    mutating func runRows(_ intake: Intake) throws {
        titles = ReadingLine.titles
        let summary = try intake.readings { reading in
            try Session.checkInterruption()
            if shown >= limit { return }
            let line = ReadingLine(reading)
            show(line.cells)
            if !streams { document.readings.append(line) }
        }
        showBlock()
        document.readingCount = summary.readings
        document.distinctKeyCount = summary.distinctKeys
        document.findings = summary.findings.prefix(200).map { FindingLine($0) }
        try fill(summary.summary)
    }

    private mutating func fill(_ summary: IntakeSummary) throws {
        document.rows = summary.rows
        document.leftOutRows = summary.leftOutRows
        document.blankRows = summary.blankRows
        document.values = summary.values
        document.accepted = summary.accepted
        document.rejected = summary.rejected
        document.isRejected = summary.isRejected
        document.findingCount = summary.findings.values.reduce(0, +)
        document.columns = file.mapping.uses(
            ofColumns: summary.header, rows: summary.headerRows, in: context.standard
        ).map { ColumnUseLine($0) }
        guard summary.header.isEmpty == false, file.mapping.namesMeasuresInRows else { return }
        let sample = try TableSample(try file.open(), format: file.mapping.table)
        document.codes = file.mapping.uses(ofCodesIn: sample, standard: context.standard)
            .map { CodeUseLine($0) }
    }

    private mutating func add(_ line: DraftLine) {
        show(line.cells)
        if !streams { document.drafts.append(line) }
    }

    private mutating func show(_ cells: [String]) {
        shown += 1
        guard streams else { return }
        block.append(cells)
        if block.count >= Self.blockLines { showBlock() }
    }

    private mutating func showBlock() {
        if block.isEmpty { return }
        var table = TextTable(titles: titles)
        for cells in block { table.add(cells: cells) }
        table.show()
        block = []
    }

    // MARK: The end

    func showEnd() {
        let more = (document.readingCount ?? document.accepted) - shown
        if more > 0 {
            Console.line("... and \(TextTable.grouped(more)) more; --limit shows more.")
        }
        if let readings = document.readingCount, let keys = document.distinctKeyCount {
            Console.line(
                "\(TextTable.grouped(readings)) readings, \(TextTable.grouped(keys)) distinct keys")
        }
        showFindings()
        showColumns()
        showCodes()
        Console.line()
        let verdict =
            document.isRejected
            ? "the file would be rejected"
            : "\(TextTable.grouped(document.accepted)) values accepted, "
                + "\(TextTable.grouped(document.rejected)) rejected"
        Console.line(
            "\(document.file) (\(document.mapping), \(document.layout)): "
                + "\(TextTable.grouped(document.rows)) rows, "
                + "\(TextTable.grouped(document.leftOutRows)) left out by the mapping, \(verdict)")
    }

    private func showFindings() {
        if document.findings.isEmpty { return }
        Console.line("\nFindings:")
        for finding in document.findings.prefix(10) {
            Console.line("\(finding.severity): \(finding.message)")
        }
        let more = document.findingCount - min(10, document.findings.count)
        if more > 0 { Console.line("... and \(TextTable.grouped(more)) more; check shows all.") }
    }

    /// Of a list of codes only those that bring nothing.
    private func showCodes() {
        let left = document.codes.filter { $0.measure == nil }
        if left.isEmpty { return }
        Console.line("\nCodes without a measure:")
        var table = TextTable("code", ">rows", "why")
        for code in left.prefix(30) {
            table.add(
                code.code, TextTable.grouped(code.rows),
                code.isIgnored ? "the mapping ignores it" : "neither mapped nor ignored")
        }
        table.show()
        if left.count > 30 { Console.line("... and \(left.count - 30) more.") }
    }

    private func showColumns() {
        if document.columns.isEmpty { return }
        Console.line("\nColumns:")
        var table = TextTable("column", "header", "use", "measure or reason")
        for column in document.columns {
            table.add(
                ColumnName.letters(column.column), column.name, column.use,
                column.measure ?? column.reason ?? "")
        }
        table.show()
    }
}
