import Consortium
import MetricSpec
public import Workbook

/// A workbook that one city can fill in for one period, and the mapping that
/// reads it back.
///
/// The same input gives the same bytes.
public struct Template: Sendable {
    public let input: TemplateInput
    /// What is asked, in the order of the sheet of figures.
    public let rows: [TemplateRow]

    /// Works out what the city is asked for.
    public init(_ input: TemplateInput) {
        self.input = input
        rows = input.rows
    }

    /// The workbook: how to fill it in, the figures, the words.
    public var workbook: Workbook {
        let words = WordsSheet()
        return Workbook(
            title: "\(input.city.name), \(input.period.text)",
            subject: "\(input.standard.id) \(input.standard.version)",
            author: input.consortium.name, created: created,
            sheets: [
                ReadMeSheet(input: input, rows: rows).sheet,
                FigureSheet(input: input, rows: rows, words: words).sheet,
                words.sheet,
            ])
    }

    /// The name that the file has where none is given; the mapping expects it
    /// for the sheet saved as CSV.
    public var fileName: String { "\(input.city.id)-\(input.period.fileText)-template.xlsx" }

    /// The period's first day: no clock is asked, so that bytes repeat.
    private var created: Int64 { Int64(input.period.start.number) * 86_400 + 946_684_800 }
}
