import MetricSpec

/// What stands in consortium.yaml.
struct ConsortiumHeader {
    let id: String
    let name: String
    let standard: String
    let locale: String
    let currency: String
    let yearStarts: Int
    let isYearNamedByEnd: Bool
    let isInvented: Bool
    let minimumContributors: Int
    let certification: CertificationRules
    let burdenMinutes: Double?
    /// The `from:` of cities that are read in place.
    let citiesFrom: YAMLValue?
    /// The `from:` of attributes that are read in place.
    let attributesFrom: YAMLValue?

    static let keys = [
        "id", "name", "standard", "locale", "currency", "calendar", "invented", "publication",
        "cities", "attributes", "burden",
    ]

    init?(_ value: YAMLValue) {
        guard let table = value.table(allowed: Self.keys) else { return nil }
        id = table.string("id")
        name = table.string("name")
        standard = table.string("standard")
        locale = table.optionalString("locale") ?? "en"
        currency = table.optionalString("currency") ?? ""
        isInvented = table.optional("invented")?.boolean() ?? false
        let calendar = table.optional("calendar")?.table(allowed: ["year_starts", "year_named"])
        yearStarts = Self.yearStarts(calendar)
        isYearNamedByEnd = Self.isYearNamedByEnd(calendar)
        let publication = table.optional("publication")?.table(allowed: Self.publicationKeys)
        minimumContributors = Self.minimum(publication)
        certification = Self.certification(publication)
        burdenMinutes = Self.burden(table)
        citiesFrom = table.optional("cities")?.table(allowed: ["from"])?.required("from")
        attributesFrom = table.optional("attributes")?.table(allowed: ["from"])?.required("from")
        let isPlain = id.utf8.allSatisfy {
            (97...122).contains($0) || (48...57).contains($0) || $0 == 45
        }
        if !isPlain || id.utf8.count > 40 {
            table.required("id")?.report(
                "\"\(id)\" is no id. Expected up to 40 lower-case letters, digits and hyphens.")
        }
    }

    private static func yearStarts(_ calendar: YAMLTable?) -> Int {
        guard let month = calendar?.required("year_starts") else { return 1 }
        let number = month.integer() ?? 1
        if !(1...12).contains(number) {
            month.report("\(number) is no month. Expected 1 to 12.")
        }
        return number
    }

    private static func isYearNamedByEnd(_ calendar: YAMLTable?) -> Bool {
        guard let value = calendar?.optional("year_named") else { return true }
        switch value.string() {
        case "end": return true
        case "start": return false
        default:
            value.report("expected start or end.")
            return true
        }
    }

    private static let publicationKeys = [
        "minimum_contributors", "uncertified", "certified_by_sender",
    ]

    private static func minimum(_ publication: YAMLTable?) -> Int {
        guard let minimum = publication?.optional("minimum_contributors") else { return 1 }
        let number = minimum.integer() ?? 1
        if number < 1 { minimum.report("\(number) is below 1.") }
        return max(number, 1)
    }

    private static func certification(_ publication: YAMLTable?) -> CertificationRules {
        let uncertified = publication?.optional("uncertified")
        let word = uncertified?.string() ?? "ranked"
        if !["ranked", "unranked"].contains(word) {
            uncertified?.report("expected ranked or unranked.")
        }
        return CertificationRules(
            ranksUncertified: word != "unranked",
            allowsSenders: publication?.optional("certified_by_sender")?.boolean() ?? true)
    }

    private static func burden(_ table: YAMLTable) -> Double? {
        guard
            let value = table.optional("burden")?.table(allowed: ["minutes_per_service"])?
                .required("minutes_per_service"),
            let minutes = value.double()
        else { return nil }
        if minutes <= 0 {
            value.report("\(minutes) is no number of minutes. Expected one above 0.")
        }
        return minutes
    }
}
