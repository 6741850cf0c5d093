import MetricSpec
import Tabular

/// The codes of a column that says the measure of each row: which of them are
/// in the file, and those that nobody has decided about.
///
/// Codes of the mapping have a bit for each city and period, and only where
/// it is known what was reported before; others are rare and kept as text.
final class FigureCodes {
    let context: IntakeContext
    /// By measure: the codes that stand for it; of several in order.
    let texts: [Int32: [String]]
    /// Nil where nothing is known of the periods before.
    private(set) var presence: FigurePresence?
    let unknown: CodeColumn
    private var valueCount = 0

    /// Nil where no column has codes, or names of measures are the codes.
    init?(_ writer: FindingWriter) {
        let coded = writer.mapping.codedMeasures
        guard !coded.isEmpty, writer.plan.measure >= 0 else { return nil }
        context = writer.context
        texts = Dictionary(
            grouping: (writer.mapping.measure?.codes ?? [:]).sorted { $0.key < $1.key },
            by: \.value
        ).mapValues { $0.map(\.key) }
        unknown = CodeColumn(.figure, column: writer.plan.measure)
        if context.knowsEarlierCodes, context.earlier != nil {
            presence = FigurePresence(context) { coded.contains(Int32($0)) }
        }
    }

    /// Takes in a batch, before it is known which of its values are sound.
    func watch(_ batch: DraftBatch, _ table: CellTable, column: Int) {
        guard column >= 0 else { return }
        valueCount += batch.count
        if presence != nil {
            for index in 0..<batch.count { note(batch.drafts[index]) }
        }
        guard batch.unknownCodes > 0 else { return }
        for index in 0..<batch.count where batch.drafts[index].faults.contains(.measure) {
            addUnknown(batch.drafts[index], table, column)
        }
    }

    @inline(__always)
    private func note(_ draft: Draft) {
        guard draft.measure >= 0, draft.city >= 0, draft.period >= 0,
            StoredCodes.isActual(variant: draft.variant)
        else { return }
        presence?.add(Int(draft.measure), city: Int(draft.city), period: Int(draft.period))
    }

    private func addUnknown(_ draft: Draft, _ table: CellTable, _ column: Int) {
        let row = Int(draft.row)
        let cell = CellText.trimmed(table.cell(row, column))
        guard cell.count > 0, draft.city >= 0, draft.period >= 0,
            StoredCodes.isActual(variant: draft.variant)
        else { return }
        let hasValue =
            StoredCodes.hasValue(status: draft.status)
            && draft.faults.isDisjoint(with: [.number, .contradiction])
        unknown.add(
            cell, hasValue ? draft.value : 0,
            at: RecordBooks.Place(city: draft.city, period: draft.period),
            line: table.line(row)
        ) { "" }
    }

    /// What shows when all is read.
    ///
    /// - Parameter writer: that of the last table.
    func findings(_ periods: [Period], _ writer: FindingWriter) -> [Finding] {
        let column = unknown.column
        let isInFile = writer.header.indices.contains(column)
        let name = writer.mapping.measure?.column?.names.first ?? ""
        let drifts = drifts(periods, header: isInFile ? writer.header[column] : name)
        let codes = Self.pooled(unknown.codes { _ in nil }.values.flatMap { $0 })
        var findings = drifts.flatMap(writer.driftFindings)
        // Of a single value `unknown-code` has said all.
        if codes.reduce(0, { $0 + $1.rows }) > 1 || drifts.contains(where: \.namesUnmapped) {
            findings.append(
                writer.unmappedCodes(codes, of: valueCount, drifts, in: unknown))
        }
        return findings
    }

    /// The codes of several cities and periods, each once.
    static func pooled(_ codes: [PeriodCodes.Code]) -> [PeriodCodes.Code] {
        Dictionary(grouping: codes, by: \.text).map { text, codes in
            PeriodCodes.Code(
                text: text, name: "", use: codes.first?.use,
                rows: codes.reduce(0) { $0 + $1.rows },
                amount: codes.reduce(0) { $0 + ($1.amount ?? 0) },
                line: codes.map(\.line).min() ?? 0)
        }.sorted { $0.text < $1.text }
    }
}
