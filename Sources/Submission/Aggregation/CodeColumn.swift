import MetricSpec

/// The different texts of one column of codes, with what they carry by city
/// and period.
///
/// A class, since it holds a table that is never copied. Memory grows with
/// the different texts only; a column of endless ones is given up.
final class CodeColumn {
    /// What is known of such a column beside its cells.
    enum Kind: Equatable {
        case account
        /// It says the measure.
        case measure
        case breakdown
        /// It says the measure of the figures in its row.
        case figure
        /// Figures are made of rows with some of its texts.
        case filter

        /// Whether a list of codes says what its texts stand for.
        var isListed: Bool { self == .measure || self == .figure }

        /// Whether its codes carry amounts beside rows.
        var hasAmounts: Bool { self == .account || self == .figure }
    }

    private struct Tally {
        var rows = 0
        var amount = CompensatedSum()
    }

    private struct Entry {
        let text: String
        let name: String
        let line: Int
    }

    let kind: Kind
    /// From 0.
    let column: Int
    private var table = CodeTable()
    private var entries: [Entry] = []
    private var places: [RecordBooks.Place: Int] = [:]
    private var tallies: [[Tally]] = []
    private var tallyCount = 0
    /// The place of the row before, which most rows share.
    private var last: (place: RecordBooks.Place, index: Int)?
    private var isGivenUp = false

    /// A column with more different texts holds no codes.
    private static let mostCategories = 1_000
    private static let mostAccounts = 100_000
    /// Texts by city and period, of all of them.
    private static let mostTallies = 200_000

    init(_ kind: Kind, column: Int) {
        self.kind = kind
        self.column = column
    }

    /// Counts a row.
    ///
    /// - Parameter name: what the file calls the code.
    func add(
        _ cell: UnsafeRawBufferPointer, _ amount: Double, at place: RecordBooks.Place,
        line: Int, name: () -> String
    ) {
        if isGivenUp { return }
        var code = table.find(cell)
        if code == CodeTable.unseen {
            code = Int32(entries.count)
            entries.append(Entry(text: CellText.string(cell), name: name(), line: line))
            table.insert(cell, code: code)
        }
        let index = index(of: place)
        while tallies[index].count <= Int(code) {
            tallies[index].append(Tally())
            tallyCount += 1
        }
        tallies[index][Int(code)].rows += 1
        tallies[index][Int(code)].amount.add(amount)
        let most = kind == .account ? Self.mostAccounts : Self.mostCategories
        if entries.count > most || tallyCount > Self.mostTallies { giveUp() }
    }

    private func index(of place: RecordBooks.Place) -> Int {
        if let last, last.place == place { return last.index }
        let index = places[place] ?? tallies.count
        if index == tallies.count {
            places[place] = index
            tallies.append([])
        }
        last = (place, index)
        return index
    }

    private func giveUp() {
        isGivenUp = true
        entries = []
        tallies = []
        places = [:]
    }

    /// The codes of each city and period, in the order of the file.
    ///
    /// - Parameter use: what becomes of a code.
    func codes(use: (String) -> String?) -> [RecordBooks.Place: [PeriodCodes.Code]] {
        let uses = entries.map { use($0.text) }
        return places.mapValues { index in
            zip(entries, uses).enumerated().compactMap { code, entry in
                guard tallies[index].indices.contains(code), tallies[index][code].rows > 0
                else { return nil }
                let tally = tallies[index][code]
                return PeriodCodes.Code(
                    text: entry.0.text, name: entry.0.name, use: entry.1, rows: tally.rows,
                    amount: kind.hasAmounts ? tally.amount.value : nil, line: entry.0.line)
            }
        }
    }
}
