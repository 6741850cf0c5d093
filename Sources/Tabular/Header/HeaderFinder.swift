/// Where the header of a table stands among the first rows of a file.
struct HeaderPlace: Equatable {
    /// Positions in the sample: the rows of the header.
    let rows: ClosedRange<Int>
    /// Whether the row below the header holds units.
    let hasUnits: Bool
    /// From 0 to 1: how sure this is.
    let confidence: Double
}

/// Finds the header of a table by its looks.
///
/// Above it may stand titles, which fill few cells; it fills every column that
/// the rows below it mostly fill, and holds no figures. Several rows make a
/// header where the lowest leaves gaps or repeats names that those above tell
/// apart.
struct HeaderFinder {
    private let rows: [SampleRow]
    /// The columns that most of the rows fill.
    private let body: Set<Int>
    /// The position of the first row with figures.
    private let firstData: Int?
    private let merged: [SheetNotes.Area]

    /// The most rows of a header.
    static let rowLimit = 5
    /// How many rows are looked at.
    static let sampleRows = 100

    init(_ rows: [SampleRow], merged: [SheetNotes.Area] = []) {
        self.rows = rows
        self.merged = merged
        let wide = rows.filter { $0.filled.count > 1 }
        let lower = wide.suffix(max((wide.count + 1) / 2, 1))
        var counts: [Int: Int] = [:]
        for row in lower { for column in row.filled { counts[column, default: 0] += 1 } }
        let body = Set(counts.filter { $0.value * 3 >= lower.count }.keys)
        self.body = body
        firstData = rows.indices.first { index in
            rows[index].hasFigure(in: body) && Self.cover(rows[index], body) * 3 >= body.count
        }
    }

    /// The header's place; nil where the sample holds no rows of several cells.
    func find() -> HeaderPlace? {
        guard !body.isEmpty, let first = rows.firstIndex(where: { !$0.isBlank }) else { return nil }
        guard let bottom = bottom(first) else {
            return HeaderPlace(rows: first...first, hasUnits: false, confidence: 0.3)
        }
        let top = top(above: bottom, first: first)
        let hasUnits =
            rows.indices.contains(bottom + 1) && rows[bottom + 1].isUnits
            && Self.cover(rows[bottom + 1], body) * 4 >= body.count
        return HeaderPlace(
            rows: top...bottom, hasUnits: hasUnits,
            confidence: confidence(bottom, isPlain: top == first && top == bottom))
    }

    private static func cover(_ row: SampleRow, _ columns: Set<Int>) -> Int {
        row.filled.count { columns.contains($0) }
    }

    /// The lowest row of the header: the first one that fills all columns of
    /// the table, else the one right above the figures.
    private func bottom(_ first: Int) -> Int? {
        let end = firstData ?? rows.count
        if let full = (first..<end).first(where: {
            Self.cover(rows[$0], body) == body.count && !rows[$0].isUnits
        }) {
            return full
        }
        guard let firstData else {
            return (first..<end).first { rows[$0].filled.count > 1 }
        }
        return (first..<firstData).last {
            !rows[$0].isBlank && !rows[$0].isUnits
                && rows[$0].filled.count > 1
        }
    }

    /// The highest row of the header.
    private func top(above bottom: Int, first: Int) -> Int {
        var top = bottom
        var names = (0..<(body.max() ?? 0) + 1).map { rows[bottom].text($0) }
        while top > first, bottom - top + 1 < Self.rowLimit {
            let above = rows[top - 1].merged(merged)
            guard rows[top].line == above.line + 1, isGroup(above, names) else { break }
            let titles = above.spread(to: names.count)
            names = names.indices.map { CellWords.joined([titles[$0], names[$0]]) }
            top -= 1
        }
        return top
    }

    /// Whether a row holds titles over groups of columns.
    private func isGroup(_ row: SampleRow, _ names: [String]) -> Bool {
        let filled = row.filled
        guard !row.hasFigure(in: body),
            Set(filled.map { row.text($0) }).count > 1 || filled.first ?? 0 > 0
        else { return false }
        let isMerged = merged.contains {
            $0.rows.contains(row.line) && $0.columns.count > 1 && $0.columns.count < body.count
        }
        let used = body.sorted().map { names[$0] }
        return isMerged || used.contains("") || Set(used).count < used.count
    }

    private func confidence(_ bottom: Int, isPlain: Bool) -> Double {
        let names = body.map { rows[bottom].text($0) }
        let isFull = !names.contains("")
        guard firstData != nil else { return isPlain && isFull ? 0.8 : 0.4 }
        if isPlain, isFull { return 1 }
        return isFull && Set(names).count == names.count ? 0.9 : 0.7
    }
}
