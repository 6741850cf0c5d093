/// Which columns tell of a person.
enum PersonalGuess {
    private static let words: Set<String> = [
        "name", "firstname", "lastname", "surname", "email", "mail", "phone", "telephone", "mobile",
        "address", "street", "ssn", "birth", "birthdate", "dob", "holder", "incumbent", "caller",
        "requester",
        "reporter", "complainant", "contact", "vorname", "nachname", "adresse", "telefon", "navn",
    ]
    private static let persons: Set<String> = [
        "person", "employee", "caller", "customer", "resident", "requester", "reporter", "owner",
        "applicant", "complainant", "incumbent", "first", "last", "contact", "full", "mitarbeiter",
    ]

    /// Whether header or cells are those of a person's name, address, number.
    static func isPersonal(_ profile: ColumnProfile) -> Bool {
        let cells = profile.column.texts.prefix(200)
        let mails = cells.count { $0.contains("@") && $0.contains(".") }
        if !cells.isEmpty, mails * 2 > cells.count { return true }
        let pieces = CellText.folded(profile.name).split { !$0.isLetter }.map(String.init)
        let found = Set(pieces).intersection(words)
        if found.isEmpty { return false }
        if found == ["name"] { return !Set(pieces).isDisjoint(with: persons) }
        if found == ["street"] || found == ["contact"] { return false }
        return !profile.isNumeric
            || !found.isDisjoint(with: ["phone", "telephone", "mobile", "ssn"])
    }
}
