import Submission

extension FindingGroup {
    /// The group for people: the first finding as it would stand alone, then
    /// how often and where it comes.
    var lines: [String] {
        let message = "\(example.severity): \(example.message)"
        guard count > 1 else { return [message] }
        let times = "\(TextTable.grouped(count)) times"
        return [message, "    \(places.isEmpty ? times : "\(times): \(places)")."]
    }
}

/// Equal findings of a file as JSON.
struct FindingGroupLine: Encodable {
    let rule: String
    let severity: String
    let member: String?
    let sheet: String?
    let column: Int?
    let columnName: String?
    let found: String?
    let count: Int
    let firstRows: [Int]
    let places: String?
    let message: String

    init(_ group: FindingGroup) {
        let example = group.example
        rule = example.rule
        severity = example.severity.rawValue
        member = example.member
        sheet = example.sheet
        column = example.column
        columnName = example.columnName
        found = example.found
        count = group.count
        firstRows = group.first.compactMap(\.row)
        places = group.places.isEmpty ? nil : group.places
        message = example.message
    }
}
