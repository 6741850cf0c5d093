import Consortium
import MetricSpec
import Submission
import Tabular

/// One figure beside the cell it was read from.
struct DraftLine: Encodable {
    /// Nil but in an archive or folder.
    let member: String?
    /// Nil but where there are several tables in workbooks.
    let sheet: String?
    let line: Int
    /// Counted from 1; nil where many rows make the figure.
    let column: Int?
    let text: String
    let measure: String
    let city: String
    let period: String
    let breakdown: String
    let variant: String
    /// Nil where the figure is missing.
    let value: Double?
    let unit: String
    let status: String
    /// How many rows make the figure; nil where a cell is one.
    let rowCount: Int?
    /// Which rows these are, in words.
    let filter: String?

    init(_ batch: CheckedBatch, _ index: Int, _ context: IntakeContext) {
        let found = context.standard.measures[Int(batch.measure[index])]
        let state = ObservationStatus(code: batch.status[index]) ?? .normal
        let row = Int(batch.sourceRow[index])
        let place = batch.parts.count > 1 ? batch.parts.place(ofRow: row) : nil
        line = place?.row ?? row
        member = place?.part.member
        sheet = place?.part.sheet
        let position = Int(batch.sourceColumn[index])
        column = position > 0 ? position : nil
        value = state.hasValue ? batch.value[index] : nil
        text =
            batch.rawText(index).map { String(decoding: $0, as: UTF8.self) }
            ?? (value.map(PlainNumber.text) ?? "")
        measure = found.id
        unit = found.unit
        city = context.cities.cities[Int(batch.city[index])].id
        period = batch.periods[Int(batch.period[index])].text
        breakdown = context.breakdowns[Int(batch.breakdown[index])]
        variant = (Variant(code: batch.variant[index]) ?? .actual).rawValue
        status = state.rawValue
        let origin = batch.aggregates.isEmpty ? nil : batch.aggregates[index]
        rowCount = origin?.rowCount
        filter = origin?.filter
    }

    /// The titles of `cells`.
    static let titles = [
        ">line", "column", ">text", "measure", "city", "period", "breakdown", "variant", ">value",
        "unit", "status",
    ]

    var cells: [String] {
        [
            MapTestDocument.place(line, member, sheet), column.map { ColumnName.letters($0) } ?? "",
            source,
            measure, city,
            period, breakdown, variant, value.map(PlainNumber.text) ?? "", unit,
            status == ObservationStatus.normal.rawValue ? "" : status,
        ]
    }
}

extension DraftLine {
    /// The cell's text, or what many rows are called.
    private var source: String {
        guard let rowCount else { return String(text.prefix(40)) }
        return rowCount == 1 ? "1 row" : "\(TextTable.grouped(rowCount)) rows"
    }
}

/// One row before it becomes a figure.
struct ReadingLine: Encodable {
    /// Nil but in an archive or folder.
    let member: String?
    /// Nil but where there are several tables in workbooks.
    let sheet: String?
    let line: Int
    /// Counted from 1; nil where the row itself counts.
    let column: Int?
    let stamp: String
    let key: String
    let city: String
    let measure: String
    let period: String
    let text: String
    let value: Double?

    /// The titles of `cells`.
    static let titles = [
        ">line", "column", "stamp", "key", ">text", "measure", "city", "period", ">value",
    ]

    init(_ reading: MappedReading) {
        line = reading.line
        member = reading.part?.member
        sheet = reading.part?.sheet
        column = reading.column
        stamp = reading.stamp
        key = reading.key
        city = reading.city
        measure = reading.measure
        period = reading.period.text
        text = reading.text
        value = reading.value
    }

    var cells: [String] {
        [
            MapTestDocument.place(line, member, sheet), column.map { ColumnName.letters($0) } ?? "",
            stamp, key,
            String(text.prefix(40)), measure, city, period, value.map(PlainNumber.text) ?? "",
        ]
    }
}

/// What `map test` shows, as JSON.
struct MapTestDocument: Encodable {
    let schema = "yardstick/map-test/1"
    let file: String
    let mapping: String
    let layout: String
    var rows = 0
    var blankRows = 0
    /// Rows that the mapping leaves out on purpose.
    var leftOutRows = 0
    var values = 0
    var accepted = 0
    var rejected = 0
    var isRejected = false
    var findingCount = 0
    /// The first ones, up to the limit.
    var drafts: [DraftLine] = []
    /// The rows before they become figures, up to the limit.
    var readings: [ReadingLine] = []
    /// How many there are; nil where nobody asked.
    var readingCount: Int? = nil
    /// How many different ones, by city, measure, stamp and key.
    var distinctKeyCount: Int? = nil
    /// The first 200.
    var findings: [FindingLine] = []
    var columns: [ColumnUseLine] = []
    /// In the order in which they first stand in the file.
    var codes: [CodeUseLine] = []
}

extension MapTestDocument {
    /// A line, with its table where there are several.
    fileprivate static func place(_ line: Int, _ member: String?, _ sheet: String?) -> String {
        Finding.table(member: member, sheet: sheet).map { "\(line) of \($0)" } ?? "\(line)"
    }
}

/// What a mapping does with a code, as JSON.
struct CodeUseLine: Encodable {
    let code: String
    let rows: Int
    let measure: String?
    let isIgnored: Bool

    init(_ use: CodeUse) {
        code = use.code
        rows = use.rows
        measure = use.measure
        isIgnored = use.isIgnored
    }
}

/// What a mapping does with a column, as JSON.
struct ColumnUseLine: Encodable {
    let column: Int
    let name: String
    let use: String
    let measure: String?
    let reason: String?

    init(_ use: ColumnUse) {
        column = use.column
        name = use.name
        self.use = use.use
        measure = use.measure
        reason = use.reason
    }
}
