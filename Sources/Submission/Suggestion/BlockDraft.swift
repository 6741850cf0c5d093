import MetricSpec
import Tabular

/// The draft of a file in which rows with one text name the measure of the
/// rows below them.
struct BlockDraft {
    private let basis: DraftBasis
    private var table: DraftTable { basis.table }

    init(_ basis: DraftBasis) { self.basis = basis }

    func suggestion() throws(TableError) -> Suggestion {
        var text = DraftText()
        let figures = table.free.filter { $0.isNumeric && !LayoutGuess.isIdentifier($0) }
        basis.head(of: &text, figures: figures)
        let codes = try basis.blockCodes(figures.map(\.position), to: &text)
        var roles: [Int: Suggestion.Role] = [:]
        if let first = figures.first {
            if figures.count > 1 {
                text.question(
                    "which of the columns \(PlaceGuess.list(figures.map(\.name))) holds the "
                        + "figures of these measures?")
            }
            text.plain("values:")
            text.entry(
                "- " + YAMLText.table([("column", YAMLText.scalar(first.name))]),
                reason: "the only or first column of figures")
            roles[first.position] = .value
        } else {
            text.question("no column holds figures. Which one is meant?")
            text.list("values", isEmpty: true)
        }
        return basis.finished(text, roles: roles, codes: codes?.suggestions ?? [])
    }
}
