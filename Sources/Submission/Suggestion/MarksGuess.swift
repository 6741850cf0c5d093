import Tabular

/// Which marks a file's numbers have.
enum MarksGuess {
    private static let candidates: [(decimal: String, thousands: String)] = [
        (".", ""), (".", ","), (",", ""), (",", "."), (",", " "), (".", " "), (".", "'"),
    ]

    /// The marks under which most texts of a sample are numbers; the plainest
    /// wins a tie.
    static func best(_ sample: TableSample) -> NumberMarks {
        let texts = sample.columns.flatMap { $0.texts.prefix(200) }
            .filter { $0.contains(where: \.isNumber) }
        var best = (count: -1, marks: NumberMarks())
        for candidate in candidates {
            let marks = marks(candidate)
            let reader = marks.reader(.one)
            let count = texts.count { reader.read($0).isNumber }
            if count > best.count { best = (count, marks) }
        }
        return best.marks
    }

    private static func marks(_ candidate: (decimal: String, thousands: String)) -> NumberMarks {
        var marks = NumberMarks()
        marks.decimal = candidate.decimal.utf8.first ?? marks.decimal
        marks.thousands = candidate.thousands.utf8.first
        return marks
    }
}
