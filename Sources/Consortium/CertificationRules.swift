/// What consortium.yaml says under `publication` of certified figures.
public struct CertificationRules: Sendable, Hashable {
    /// Whether a final release ranks figures of services that their city has
    /// not certified.
    public let ranksUncertified: Bool
    /// Whether who sends a city's files may certify them too.
    public let allowsSenders: Bool

    /// Makes rules, by default those of a consortium that says nothing.
    public init(ranksUncertified: Bool = true, allowsSenders: Bool = true) {
        self.ranksUncertified = ranksUncertified
        self.allowsSenders = allowsSenders
    }
}

extension Consortium {
    /// Why somebody may not certify for a city; nil where he may.
    ///
    /// Where contacts.csv names certifiers of the city, nobody else certifies;
    /// names are compared without regard to case.
    public func objection(toCertifier name: String, of city: String) -> String? {
        func isNamed(_ contact: Contact) -> Bool {
            contact.name.lowercased() == name.lowercased()
        }
        if !certification.allowsSenders, contacts(of: city, as: .sender).contains(where: isNamed) {
            return "contacts.csv has \(name) as a sender of \(city), and consortium.yaml bars "
                + "senders from certifying (publication.certified_by_sender). Let another one "
                + "certify."
        }
        let certifiers = contacts(of: city, as: .certifier)
        if certifiers.isEmpty || certifiers.contains(where: isNamed) { return nil }
        return "\(name) is no certifier of \(city). contacts.csv has "
            + certifiers.map(\.name).joined(separator: ", ")
            + ". Name one of them, or add a line for \(name)."
    }
}
