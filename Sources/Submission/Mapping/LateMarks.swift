import Tabular

/// Marks of figures that stand nowhere in the first rows of a table: found
/// from where they first stand, unless they contradict what was read.
struct LateMarks {
    /// The marks from a row on.
    struct Change {
        let marks: NumberMarks
        /// The first figure that is not read by the marks before.
        let first: MarksWatch.Place
    }

    private var evidence: MarksEvidence
    private let given: NumberMarks
    private let columns: [(column: Int, isCounted: Bool)]
    private let delimiter: UInt8?
    /// The marks so far.
    private var marks: NumberMarks

    init(
        _ evidence: MarksEvidence, given: NumberMarks, marks: NumberMarks,
        columns: [(column: Int, isCounted: Bool)], delimiter: UInt8?
    ) {
        (self.evidence, self.given, self.marks) = (evidence, given, marks)
        (self.columns, self.delimiter) = (columns, delimiter)
    }

    /// Whether a figure has a mark that the marks so far do not explain.
    func areOthers(in table: CellTable) -> Bool {
        let reader = marks.reader(.one)
        for row in 0..<table.rowCount {
            for (column, _) in columns
            where column < table.cellCount(row) && table.kind(row, column) == .text {
                let cell = CellText.trimmed(table.cell(row, column))
                if cell.isEmpty || PlainDigits(cell, decimal: marks.decimal) != nil { continue }
                if !reader.read(cell).isNumber, UnreadMark(cell, marks) != nil { return true }
            }
        }
        return false
    }

    /// Looks at rows in which a figure may be written otherwise; nil where the
    /// marks stay as they are.
    ///
    /// - Parameter proof: the decimal mark that figures have shown since.
    mutating func look(at table: CellTable, proof: UInt8?) -> Change? {
        evidence.reopen()
        let reader = marks.reader(.one)
        var first: MarksWatch.Place?
        let before = evidence
        for row in 0..<table.rowCount {
            for (column, isCounted) in columns
            where column < table.cellCount(row) && table.kind(row, column) == .text {
                let cell = CellText.trimmed(table.cell(row, column))
                guard evidence.add(cell, isCounted: isCounted), first == nil,
                    !reader.read(cell).isNumber
                else { continue }
                first = MarksWatch.Place(
                    line: table.line(row), column: column, text: CellText.string(cell))
            }
        }
        guard let first else { return nil }
        let found = evidence.marks(given: given, delimiter: delimiter)
        guard extends(found, before: before, proof: proof),
            found.reader(.one).read(first.text).isNumber
        else { return nil }
        marks = found
        return Change(marks: found, first: first)
    }

    /// Whether all that was read stays what it is under other marks.
    private func extends(
        _ found: NumberMarks, before: MarksEvidence, proof: UInt8?
    ) -> Bool {
        if found.isAssumed { return false }
        if found.decimal != marks.decimal,
            before.tells(decimal: marks.decimal) || proof == marks.decimal
        {
            return false
        }
        if marks.thousands != nil {
            if found.thousands != marks.thousands || found.grouping != marks.grouping {
                return false
            }
        }
        return marks.negative == .sign || found.negative == marks.negative
    }
}
