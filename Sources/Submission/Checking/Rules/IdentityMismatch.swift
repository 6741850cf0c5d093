import Consortium
import MetricSpec

extension Rule {
    /// Two places of a file say different cities or periods.
    static let identityMismatch = Rule(
        id: "identity-mismatch", severity: .error,
        title: "The file says another city or period than its path, sheet or title",
        remedy: "Find out whose figures these are, and correct the place that is wrong")
}

extension FindingWriter {
    /// What holds for the whole table is said in two ways.
    func identityMismatch(_ claims: [FixedPlaces.Claim]) -> Finding {
        let said = claims.map { claim in
            "\(claim.place) says \(Self.quoted(claim.text)) (\(claim.meaning ?? "no known city"))"
        }
        return finding(
            .identityMismatch, problem: said.joined(separator: ", but "),
            found: claims.last?.text, expected: "the same in all places",
            remedy: Rule.identityMismatch.remedy)
    }

    /// A row is of another city or period than the table.
    ///
    /// - Parameter text: the text of a column of the row.
    func identityMismatch(_ draft: Draft, row: Int, text: (Int) -> String) -> Finding {
        let city = draft.city < 0 ? nil : context.cities.cities[Int(draft.city)].id
        let isCity = claimedCity != nil && city != nil && city != claimedCity
        let column = isCity ? plan.city : plan.period
        let claimed = (isCity ? claimedCity : claimedPeriod) ?? ""
        return finding(
            .identityMismatch, row: row, column: column,
            problem: "the row says \(Self.quoted(text(column))), but the file is of \(claimed)",
            found: text(column), expected: "rows of \(claimed)",
            remedy: Rule.identityMismatch.remedy)
    }
}
