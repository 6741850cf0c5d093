import MetricSpec

extension Rule {
    /// A cell of figures holds something else.
    static let notANumber = Rule(
        id: "not-a-number", severity: .error, title: "A cell is not a number",
        remedy: "Correct the cell, or add the mark to missing: in the mapping")
}

extension FindingWriter {
    /// A cell that is no number in the file's marks.
    func notANumber(_ text: String, value: ColumnPlan.Value, row: Int) -> Finding {
        let marks = mapping.numbers
        let unread = UnreadMark(text, marks)
        let mark = String(decoding: [marks.decimal], as: UTF8.self)
        return finding(
            .notANumber, row: row, column: value.column,
            problem: "\(Self.quoted(text)) is not a number (\(value.reader.reason(text))"
                + "\(unread.map { firstPlace(of: $0, row: row) } ?? ""))",
            found: text,
            expected: "a number like \(value.reader.example) (decimal mark \"\(mark)\" "
                + "\(marks.decimalOrigin))",
            remedy: unread?.remedy ?? Self.remedy(text, marks))
    }

    /// Where a mark that is not read was seen first.
    private func firstPlace(of mark: UnreadMark, row: Int) -> String {
        guard let first = unreadMarks[mark.name] else {
            unreadMarks[mark.name] = row
            return ", which no figure above has"
        }
        return first == row ? "" : ", first seen in \(words(ofRow: first))"
    }

    private static func remedy(_ text: String, _ marks: NumberMarks) -> String? {
        if NumberLook.isNoFigure(text) {
            return "Leave the cell empty, or add the mark to missing: in the mapping"
        }
        let way = NumberReader.Negative.allCases.first { way in
            var other = marks
            other.negative = way
            return other.reader(.one).read(text).isNumber
        }
        return way.map {
            "Put negative: \($0.rawValue) under format: in the mapping if it is a negative number"
        }
    }

    /// A percentage in a column of figures that are no shares.
    func percentageOfNoShare(_ text: String, row: Int, column: Int) -> Finding {
        let shown = PlainNumber.text(NumberReader(multiplier: 100).read(text).value)
        return finding(
            .notANumber, row: row, column: column,
            problem: "the cell is shown as \(shown) %, but the measure is no share",
            found: "\(shown) %", expected: "a figure in the measure's unit")
    }

    /// Values whose figure is larger than a number can be.
    func notFinite(row: Int, column: Int) -> Finding {
        finding(
            .notANumber, row: row, column: column,
            problem: "the figure of this row and others is larger than a number can be")
    }
}
