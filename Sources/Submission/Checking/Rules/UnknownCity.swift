import Consortium

extension Rule {
    /// No city of the consortium has this id, name or alias.
    static let unknownCity = Rule(
        id: "unknown-city", severity: .error, title: "The city is not in cities.csv",
        remedy: "Correct the spelling, or add it to the aliases in cities.csv")
}

extension FindingWriter {
    /// A cell, constant or path names no city that is known.
    func unknownCity(_ text: String, row: Int? = nil, column: Int? = nil) -> Finding {
        let near = context.cities.names(near: text).map { "\"\($0)\"" }
        let hint = near.isEmpty ? "" : "Did you mean \(near.joined(separator: " or "))? "
        let problem =
            text.isEmpty
            ? "the city is missing"
            : "\(Self.quoted(text)) is no city of cities.csv"
                + (LookAlikes.first(in: text).map {
                    ": the letter \"\($0)\" in it is of another alphabet"
                } ?? "")
        return finding(
            .unknownCity, row: row, column: column, problem: problem, found: text,
            expected: "an id, name or alias of cities.csv",
            remedy: hint + Rule.unknownCity.remedy)
    }
}
