import Tabular

/// Makes the rows of a table say themselves what rows above them say.
///
/// An empty cell of a filled column repeats the one above. A row without
/// figures that matches a block's pattern says what the rows below are about:
/// it is left out, and its text stands in a column of its own, behind those of
/// the file, in each of these rows. An outer block ends those within it: which
/// is the outer one is the mapping's to say, else the file's, by what it has
/// first.
struct RowShaper {
    /// The columns of the file.
    private let width: Int
    private let filled: [Int]
    private let blocks: [TextPattern]
    /// The columns that hold figures.
    private let figures: [Int]
    private let rewriter = RowRewriter()
    /// What filled columns held last.
    private var above: [[UInt8]]
    /// What each block said last; empty before it.
    private var said: [[UInt8]]
    /// The blocks, outer ones first.
    private var order: [Int]
    /// Whether the mapping says that order.
    private let isOrderGiven: Bool
    /// What ended each block that nothing has begun again.
    private var ends: [(block: Int, line: Int)?]
    /// The first row that lacks what a heading above said; nil where the
    /// mapping says which headings end which.
    private(set) var unclear: UnclearNesting?
    /// The longest heading that is looked at, in characters.
    private static let headingCharacters = 500

    /// Nil where the mapping takes the rows as they are.
    init?(_ mapping: Mapping, _ plan: ColumnPlan) {
        if plan.filled.isEmpty, mapping.blocks.isEmpty { return nil }
        width = plan.width - mapping.blocks.count
        filled = plan.filled
        blocks = mapping.blocks
        figures = plan.values.map(\.column) + (plan.aggregate?.figureColumns ?? [])
        above = Array(repeating: [], count: filled.count)
        said = Array(repeating: [], count: blocks.count)
        ends = Array(repeating: nil, count: blocks.count)
        order = mapping.nesting
        isOrderGiven = !mapping.nesting.isEmpty
    }

    /// The rows of a batch, whole; valid until the next call.
    mutating func shape(_ table: CellTable) -> CellTable {
        rewriter.begin()
        for row in 0..<table.rowCount {
            if isBlank(table, row) {
                copy(table, row)
            } else if let (block, text) = heading(table, row) {
                begin(block, text, line: table.line(row))
            } else {
                fill(table, row)
            }
        }
        return rewriter.finish()
    }

    private func isBlank(_ table: CellTable, _ row: Int) -> Bool {
        (0..<table.cellCount(row)).allSatisfy { cell(table, row, $0).isEmpty }
    }

    private func cell(_ table: CellTable, _ row: Int, _ column: Int) -> UnsafeRawBufferPointer {
        CellText.trimmed(table.cell(row, column))
    }

    // MARK: Blocks

    /// The block that a row begins, and what it says.
    private func heading(_ table: CellTable, _ row: Int) -> (Int, String)? {
        let count = table.cellCount(row)
        if blocks.isEmpty
            || figures.contains(where: { $0 < count && !cell(table, row, $0).isEmpty })
        {
            return nil
        }
        let cells = (0..<count).map { cell(table, row, $0) }.filter { !$0.isEmpty }
        if figures.isEmpty, cells.count > 1 { return nil }
        let text = CellText.cleaned(cells.map(CellText.string).joined(separator: " "))
        if text.count > Self.headingCharacters { return nil }
        for (index, pattern) in blocks.enumerated() {
            guard let found = pattern.match(text, ignoringCase: true) else { continue }
            return (index, pattern.names.first.flatMap { found[$0] } ?? "")
        }
        return nil
    }

    /// Begins a block; those within the one before are over.
    private mutating func begin(_ block: Int, _ text: String, line: Int) {
        if let place = order.firstIndex(of: block) {
            for inner in order[(place + 1)...] where !said[inner].isEmpty {
                said[inner] = []
                ends[inner] = (block, line)
            }
        } else {
            order.append(block)
        }
        said[block] = Array(text.utf8)
        ends[block] = nil
        above = above.map { _ in [] }
    }

    /// Takes note of the first row that lacks what was said above.
    private mutating func watchNesting(_ table: CellTable, _ row: Int) {
        guard !isOrderGiven, unclear == nil else { return }
        for (block, end) in ends.enumerated() {
            guard let end else { continue }
            func name(_ block: Int) -> String { blocks[block].names.first ?? "" }
            unclear = UnclearNesting(
                line: table.line(row), missing: name(block), ended: name(end.block),
                endLine: end.line, order: order.map(name))
            return
        }
    }

    // MARK: Rows

    /// A row of the file, with what is said above it.
    private mutating func fill(_ table: CellTable, _ row: Int) {
        let count = table.cellCount(row)
        guard count >= width else { return copy(table, row) }
        watchNesting(table, row)
        for (index, column) in filled.enumerated() {
            let own = cell(table, row, column)
            if !own.isEmpty { above[index] = Array(own) }
        }
        rewriter.startRow(line: table.line(row))
        for column in 0..<width {
            if let index = filled.firstIndex(of: column), cell(table, row, column).isEmpty {
                above[index].withUnsafeBytes { rewriter.put(column, $0) }
            } else {
                rewriter.put(column, table.cell(row, column), table.kind(row, column))
            }
        }
        for (index, text) in said.enumerated() {
            text.withUnsafeBytes { rewriter.put(width + index, $0) }
        }
        // Cells beyond the header stay beyond it, and the row stays ragged.
        for column in width..<count {
            rewriter.put(
                column + blocks.count, table.cell(row, column), table.kind(row, column))
        }
        rewriter.endRow(width: count + blocks.count)
    }

    /// A row as it is: blank, or with fewer cells than the header.
    private func copy(_ table: CellTable, _ row: Int) {
        let count = table.isEmptyLine(row) ? 0 : table.cellCount(row)
        rewriter.startRow(line: table.line(row))
        for column in 0..<count {
            rewriter.put(column, table.cell(row, column), table.kind(row, column))
        }
        rewriter.endRow(width: count)
    }
}

/// A row that lacks what a heading above it said, since another heading has
/// ended that one.
struct UnclearNesting: Equatable {
    let line: Int
    /// The part that the row lacks: `city`, `measure` and so on.
    let missing: String
    /// The part whose heading ended it.
    let ended: String
    let endLine: Int
    /// The order that the file's first headings gave, outer ones first.
    let order: [String]
}

extension AggregatePlan {
    /// The columns that hold figures.
    var figureColumns: [Int] {
        (figures.map(\.column) + [amount, debit, credit, share]).filter { $0 >= 0 }
    }
}
