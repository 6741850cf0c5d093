import Consortium
import MetricSpec
import Tabular

/// Words findings about one table; each rule adds its own in its file.
///
/// An object, so that what holds one and cannot be copied is of few parts:
/// the compiler follows each part of such a struct through every function.
final class FindingWriter {
    let file: String
    /// The table in its submission.
    let part: SubmissionPart
    /// The name of the file in an archive; nil: there is none.
    var member: String? { part.member }
    /// How many rows the tables before this one have: rows are counted on.
    var firstRow: Int { part.firstRow }
    let header: [String]
    /// Where the rows come from.
    let origin: RowOrigin
    private(set) var mapping: Mapping
    let context: IntakeContext
    private(set) var plan: ColumnPlan
    /// The path's or mapping's period, where it is another one by city.
    let fixedStamp: String?
    /// The city that the path or the like says, where rows say theirs too.
    let claimedCity: String?
    /// The period that the path or the like says, where rows say theirs too.
    let claimedPeriod: String?
    /// All tables, for rows that stand in others; nil where there is one.
    let tables: TableList?
    /// By mark: the first row with a figure that has it and is not read.
    var unreadMarks: [String: Int] = [:]

    init(
        file: String, part: SubmissionPart, header: [String], origin: RowOrigin,
        mapping: Mapping, context: IntakeContext, plan: ColumnPlan, places: FixedPlaces,
        tables: TableList? = nil
    ) {
        self.file = file
        self.part = part
        self.header = header
        self.origin = origin
        self.mapping = mapping
        self.context = context
        self.plan = plan
        fixedStamp = places.stamp
        claimedCity = places.city.map { context.cities.cities[Int($0)].id }
        claimedPeriod = places.period?.text
        self.tables = tables
    }

    /// Goes on with other marks of numbers.
    func take(_ opened: OpenedMapping) {
        (mapping, plan) = (opened.mapping, opened.matcher.plan)
    }

    /// Positions of columns whose text may not be kept.
    var personal: [Int] { plan.personal }

    /// A finding at a cell, row or file; a negative column is none.
    func finding(
        _ rule: Rule, severity: Severity? = nil, row: Int? = nil, column: Int? = nil,
        problem: String, found: String? = nil, expected: String? = nil, remedy: String? = nil
    ) -> Finding {
        let place = row.flatMap { tables?.place(ofRow: $0) }
        let header = place?.table.header ?? header
        let part = place?.table.part ?? part
        let row = place?.row ?? row
        return Finding(
            rule: rule.id, severity: severity ?? rule.severity, file: file,
            member: part.member, sheet: part.sheet,
            isRecord: part.areRecords, row: row, recordLine: row.flatMap(part.line(ofRow:)),
            column: column.flatMap { isInFile($0) ? $0 + 1 : nil },
            columnName: column.flatMap {
                header.indices.contains($0) ? Self.shown(header[$0]) : nil
            },
            problem: problem, found: found.map(Self.shown), expected: expected, remedy: remedy)
    }

    /// A row of the submission in words: its line, and of which table.
    func words(ofRow row: Int) -> String { (tables?.parts ?? [part]).words(ofRow: row) }

    /// Whether a column is one of the file, not of what stands above rows.
    private func isInFile(_ column: Int) -> Bool {
        column >= 0 && (mapping.blocks.isEmpty || column < header.count)
    }

    /// A text in quotes, cut to what a message can show.
    static func quoted(_ text: String) -> String { "\"\(shown(text))\"" }

    /// A text cut to what a message can show, on one line.
    static func shown(_ text: String) -> String {
        let line = visible(
            text.replacing("\r\n", with: " ").replacing("\n", with: " ")
                .replacing("\r", with: " "))
        guard line.count > Finding.shownCharacters else { return line }
        return line.prefix(Finding.shownCharacters - 3) + "..."
    }

    /// A text with the codes of characters that nobody sees in their place.
    private static func visible(_ text: String) -> String {
        func isSeen(_ scalar: Unicode.Scalar) -> Bool {
            let category = scalar.properties.generalCategory
            return scalar == "\t" || category != .control && category != .format
        }
        if text.unicodeScalars.allSatisfy(isSeen) { return text }
        return text.unicodeScalars.reduce(into: "") { line, scalar in
            if isSeen(scalar) {
                line.unicodeScalars.append(scalar)
            } else {
                let code = String(scalar.value, radix: 16, uppercase: true)
                line += "<U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code + ">"
            }
        }
    }

    /// Raw text as it is kept: at most 32 KiB, cut between characters.
    static func kept(_ bytes: UnsafeRawBufferPointer) -> String {
        guard bytes.count > Finding.keptBytes else { return String(decoding: bytes, as: UTF8.self) }
        var end = Finding.keptBytes
        while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return String(decoding: bytes[..<end], as: UTF8.self)
    }

    /// A row as it stands in the file, without its personal columns.
    ///
    /// Where the columns of a row cannot be told apart and some are personal,
    /// nothing is kept.
    func keptRow(_ table: CellTable, _ row: Int) -> String? {
        if personal.isEmpty { return Self.kept(table.rawText(row)) }
        guard table.cellCount(row) >= plan.width else { return nil }
        var bytes: [UInt8] = []
        for column in 0..<plan.width {
            if column > 0 { bytes.append(dialect?.delimiter ?? UInt8(ascii: "\t")) }
            if !personal.contains(column) { bytes.append(contentsOf: table.cell(row, column)) }
        }
        return bytes.withUnsafeBytes(Self.kept)
    }

    /// How a text is cut into cells; nil for other formats.
    var dialect: Dialect? {
        if case .text(let dialect) = origin { dialect } else { nil }
    }

    /// The name of the sheet; nil for other formats than a workbook.
    var sheet: String? {
        if case .sheet(let sheet, _) = origin { sheet.name } else { nil }
    }

    /// How the delimiter is known, for messages on columns; empty where there
    /// is none.
    var delimiterNote: String {
        guard let dialect else { return "" }
        let way =
            switch dialect.delimiterOrigin {
            case .given: "given"
            case .told: "named in the file"
            case .detected: "detected"
            }
        return " (delimiter \(dialect.delimiterName), \(way))"
    }
}
