extension Rule {
    /// A row is no city's but a total of several.
    static let subtotalRow = Rule(
        id: "subtotal-row", severity: .info, title: "Rows of totals among the cities",
        remedy: "Nothing needs to be done; total_rows: in the mapping says so for good")
}

extension FindingWriter {
    private static let totalWords: Set<String> = [
        "total", "totals", "subtotal", "sum", "sums", "gesamt", "insgesamt", "summe", "totalt",
        "sammenlagt", "totaal", "totale", "suma", "somme",
    ]

    /// Whether a text, in the place of a city, names a total: `Grand total`.
    static func isTotal(_ text: String) -> Bool {
        let words = text.lowercased().replacing("sub-total", with: "subtotal")
            .split { !$0.isLetter }.map(String.init)
        return words == ["i", "alt"]
            || words.count <= 6 && words.contains(where: totalWords.contains)
    }

    /// One finding for all rows of totals.
    func subtotalRows(_ count: Int, firstLine: Int, text: String) -> Finding {
        finding(
            .subtotalRow, row: firstLine, column: plan.city,
            problem: "\(count == 1 ? "1 row is" : "\(count) rows are") no city's but a total, "
                + "beginning with \(Self.quoted(text)), and \(count == 1 ? "was" : "were") left "
                + "out (detected)",
            found: text, remedy: Rule.subtotalRow.remedy)
    }
}
