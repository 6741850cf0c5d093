extension Rule {
    /// The marks of the figures were told from the figures.
    static let numberMarksDetected = Rule(
        id: "number-marks-detected", severity: .info,
        title: "The marks of numbers were found in the figures",
        remedy: "Give decimal: and thousands: under format: in the mapping")
}

extension FindingWriter {
    /// Which marks the figures have; nil where they are given, or as numbers
    /// are by default.
    func numberMarksDetected(_ detection: MarksDetection) -> Finding? {
        let marks = detection.marks
        guard marks.isDetected, !marks.isAssumed else { return nil }
        let sure = Int((marks.confidence * 100).rounded())
        let texts = detection.texts
        return finding(
            .numberMarksDetected,
            problem: "figures are written with \(marks.words) (detected from \(texts) "
                + "\(texts == 1 ? "figure" : "figures") with marks, \(sure) % sure)",
            remedy: "Put \(marks.line) in the mapping if this is right, or what is")
    }

    /// Which marks the figures have from a row on.
    func numberMarksDetected(_ change: LateMarks.Change) -> Finding {
        let sure = Int((change.marks.confidence * 100).rounded())
        return finding(
            .numberMarksDetected, row: change.first.line, column: change.first.column,
            problem: "\(Self.quoted(change.first.text)) has a mark that no figure above has; from "
                + "here on figures are read with \(change.marks.words) (detected, \(sure) % sure)",
            found: change.first.text,
            remedy: "Put \(change.marks.line) in the mapping if this is right, or what is")
    }
}
