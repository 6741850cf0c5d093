/// The columns that bring nothing: left out, each group with its reason, and
/// those that tell of a person.
struct LeftColumns {
    private let table: DraftTable
    private let roles: [Int: Suggestion.Role]

    /// - Parameter roles: what the columns are for that bring something, or
    ///   about which something is asked.
    init(_ table: DraftTable, _ roles: [Int: Suggestion.Role]) {
        self.table = table
        self.roles = roles
    }

    private func isLeft(_ profile: ColumnProfile) -> Bool {
        roles[profile.position] == nil && !table.places.columns.contains(profile.position)
            && !table.qualifiers.columns.contains(profile.position)
    }

    /// Why a column is left out.
    private static func reason(_ profile: ColumnProfile) -> String {
        if profile.isEmpty { return "holds nothing in this file" }
        if !profile.isNumeric { return "texts" }
        if LayoutGuess.isIdentifier(profile) { return "numbers that name something" }
        return unlike
    }

    private static let unlike = "no measure of the standard is like it"
    private static let unlikeQuestion =
        "no measure of the standard is like these columns of figures. Are they left out on "
        + "purpose?"

    func write(to text: inout DraftText) {
        let left = table.profiles.filter(isLeft)
        let personal = left.filter(PersonalGuess.isPersonal)
        let ignored = left.filter { !PersonalGuess.isPersonal($0) }
        if !ignored.isEmpty {
            text.plain("ignore:")
            for reason in [
                Self.unlike, "numbers that name something", "texts", "holds nothing in this file",
            ] {
                write(ignored.filter { Self.reason($0) == reason }, reason, to: &text)
            }
        }
        if !personal.isEmpty {
            text.question("do these tell of persons? Their cells are then never stored.")
            text.plain("personal:")
            for profile in personal { text.plain("  - \(YAMLText.scalar(profile.name))") }
        }
    }

    private func write(
        _ group: [ColumnProfile], _ reason: String, to text: inout DraftText
    ) {
        if group.isEmpty { return }
        if reason == Self.unlike {
            text.question(Self.unlikeQuestion, indent: 2)
        } else {
            text.comment(reason.prefix(1).uppercased() + reason.dropFirst() + ":", indent: 2)
        }
        for profile in group { text.plain("  - \(YAMLText.scalar(profile.name))") }
    }

    /// What is said of a column that carries no measure.
    func column(_ profile: ColumnProfile) -> Suggestion.Column {
        func made(
            _ role: Suggestion.Role, _ reason: String, _ confidence: Double = 1,
            _ question: String? = nil
        ) -> Suggestion.Column {
            Suggestion.Column(
                name: profile.name, position: profile.position + 1, role: role, measure: nil,
                confidence: confidence, reason: reason, question: question, candidates: [])
        }
        let places = table.places
        if places.city.column == profile.position {
            return made(.city, places.city.reason, places.city.confidence, places.city.question)
        }
        if places.period.column == profile.position {
            let period = places.period
            return made(.period, period.reason, period.confidence, period.question)
        }
        if let found = table.qualifiers.qualifiers.first(where: { $0.column == profile.position }) {
            return made(found.role, found.reason, 0.9, found.question)
        }
        if let role = roles[profile.position] { return made(role, "the layout needs it", 0.9) }
        if PersonalGuess.isPersonal(profile) { return made(.personal, "tells of a person", 0.7) }
        let reason = Self.reason(profile)
        return made(
            .ignored, reason, reason == Self.unlike ? 0.4 : 0.9,
            reason == Self.unlike ? Self.unlikeQuestion : nil)
    }
}
