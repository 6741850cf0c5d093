import Tabular

extension Rule {
    /// The records of JSON stand inside an object and were found by their
    /// looks.
    static let recordsFound = Rule(
        id: "records-found", severity: .info, title: "The records were found inside JSON",
        remedy: "Set rows: under format: in the mapping if this is wrong")
}

extension FindingWriter {
    /// Which list of JSON is read; nil where the mapping says it, or where
    /// there is no other.
    func recordsFound(_ place: RecordPlace?) -> Finding? {
        guard let place, place.origin == .detected else { return nil }
        return finding(
            .recordsFound,
            problem: "the records were found at \"\(place.path)\", the only list there is "
                + "(detected)",
            remedy: "Set format: {rows: \"\(place.path)\"} in the mapping, or where they are if "
                + "this is wrong")
    }
}
