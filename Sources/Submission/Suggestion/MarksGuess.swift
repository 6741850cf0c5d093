import Tabular

/// Which marks a file's numbers have, for the draft of a mapping.
enum MarksGuess {
    /// The marks that the texts of a sample tell; the plainest where they tell
    /// nothing.
    static func best(_ sample: TableSample) -> NumberMarks {
        var evidence = MarksEvidence()
        for text in sample.columns.flatMap({ $0.texts.prefix(200) }) {
            var text = text
            _ = text.withUTF8 { evidence.add(UnsafeRawBufferPointer($0)) }
        }
        var delimiter: UInt8?
        if case .text(let dialect) = sample.origin { delimiter = dialect.delimiter }
        return evidence.marks(given: NumberMarks(), delimiter: delimiter)
    }
}
