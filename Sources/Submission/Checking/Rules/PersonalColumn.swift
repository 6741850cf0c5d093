import Tabular

extension Rule {
    /// A column that nobody has marked personal looks so.
    static let personalColumn = Rule(
        id: "personal-column", severity: .warning,
        title: "A column looks personal and is not marked so",
        remedy: "Add it to personal: in the mapping, so that it is never stored")
}

extension FindingWriter {
    /// Columns that the mapping does not read and that look personal, by the
    /// words of their headers or the shapes of their first cells. Their text
    /// is in no finding.
    func personalColumns(_ table: CellTable, headerLine: Int?) -> [Finding] {
        let ignored = mapping.ignored.map { Glob(column: $0) }
        return header.indices.compactMap { column in
            guard !plan.used.contains(column), !personal.contains(column),
                let what = PersonalLook.of(header[column])
                    ?? PersonalLook.of(table, column: column, width: plan.width)
            else { return nil }
            let folded = CellText.folded(header[column])
            let isIgnored = ignored.contains { $0.matches(folded) }
            let ways = isIgnored ? "ignored, so it is kept with the original" : "not marked"
            return finding(
                .personalColumn, severity: isIgnored ? .info : .warning, row: headerLine,
                column: column,
                problem: "the column looks like \(what) and is \(ways)",
                remedy: "Write personal: [\(Self.quoted(header[column]))] in the mapping, so "
                    + "that it is never stored")
        }
    }
}

/// What personal columns are called, and what their cells look like.
enum PersonalLook {
    /// Words that stand side by side in the header of a personal column.
    private static let names: [(what: String, words: [String])] = [
        ("e-mail addresses", ["email address", "e mail address", "mail address"]),
        (
            "telephone numbers",
            ["phone number", "telephone number", "mobile number", "cell number", "fax number"]
        ),
        (
            "numbers of persons",
            [
                "ssn", "social security", "national insurance", "nino", "national id", "passport",
                "personnummer", "drivers license", "driver license", "driving licence", "tax id",
            ]
        ),
        (
            "dates of birth",
            ["dob", "date of birth", "birth date", "birthdate", "birthday", "geburtsdatum"]
        ),
        (
            "names of persons",
            [
                "first name", "last name", "surname", "forename", "given name", "family name",
                "full name", "vorname", "nachname",
            ]
        ),
        (
            "addresses of persons",
            [
                "home address", "street address", "mailing address", "postal address",
                "residential address",
            ]
        ),
    ]

    /// Words that are personal alone, or beside a word for somebody; beside
    /// others they may be what is counted, as in "phone calls".
    private static let nouns: [(what: String, words: Set<String>)] = [
        ("e-mail addresses", ["email", "e mail", "mail", "courriel"]),
        ("telephone numbers", ["phone", "telephone", "mobile", "cell", "telefon", "telefono"]),
        ("names of persons", ["name"]),
        ("addresses of persons", ["address"]),
    ]
    private static let persons: Set<String> = [
        "caller", "applicant", "complainant", "contact", "customer", "employee", "owner",
        "patient", "person", "reporter", "resident", "tenant", "home", "work", "private",
    ]
    /// What names persons only beside a word for somebody.
    private static let ambiguous: Set<String> = ["name", "address", "mail", "cell", "mobile"]

    /// What a header says that its column holds; nil for nothing personal.
    static func of(_ header: String) -> String? {
        let parts = header.lowercased().split { !$0.isLetter }.map(String.init)
        let text = " " + parts.joined(separator: " ") + " "
        if let known = names.first(where: { $0.words.contains { text.contains(" \($0) ") } }) {
            return known.what
        }
        let others = parts.filter { !persons.contains($0) }.joined(separator: " ")
        let noun = nouns.first { $0.words.contains(others) }
        let isAlone = parts.joined(separator: " ") == others
        return isAlone && ambiguous.contains(others) ? nil : noun?.what
    }

    /// How many cells are looked at, and how many of them must be filled.
    private static let looked = 200
    private static let fewest = 3

    /// What four of five filled cells of a column are; nil for nothing
    /// personal.
    static func of(_ table: CellTable, column: Int, width: Int) -> String? {
        var filled = 0
        var counts: [String: Int] = [:]
        for row in 0..<min(table.rowCount, looked) where table.cellCount(row) >= width {
            let cell = CellText.trimmed(table.cell(row, column))
            guard cell.count > 0 else { continue }
            filled += 1
            if let what = shape(cell) { counts[what, default: 0] += 1 }
        }
        guard filled >= fewest else { return nil }
        return counts.first { $0.value * 5 >= filled * 4 }?.key
    }

    private static func shape(_ cell: UnsafeRawBufferPointer) -> String? {
        guard cell.count <= 80 else { return nil }
        if let at = cell.firstIndex(of: UInt8(ascii: "@")) {
            let domain = cell[(at + 1)...]
            let isAddress =
                at > cell.startIndex && domain.contains(UInt8(ascii: "."))
                && !cell.contains(UInt8(ascii: " ")) && !domain.contains(UInt8(ascii: "@"))
            return isAddress ? "e-mail addresses" : nil
        }
        return numberShape(CellText.string(cell))
    }

    private static func numberShape(_ text: String) -> String? {
        let groups = text.split { !("0"..."9").contains($0) }.map(\.count)
        guard text.allSatisfy({ "0123456789+-(). /".contains($0) }) else { return nil }
        if groups == [3, 2, 4], text.count(where: { $0 == "-" }) == 2, text.count == 11 {
            return "numbers of persons"
        }
        let digits = groups.reduce(0, +)
        guard (9...15).contains(digits), groups.count > 1, !text.contains("/") else { return nil }
        // 1 234 567 890 and 12.345.678,9 are figures, 2026-07-01 is a date.
        if groups.dropFirst().allSatisfy({ $0 == 3 }), !text.hasPrefix("+") { return nil }
        let isMarked = text.hasPrefix("+") || text.hasPrefix("(")
        return isMarked || groups.count > 2 && groups.last == 4 ? "telephone numbers" : nil
    }
}
