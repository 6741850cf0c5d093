import Consortium
import MetricSpec

/// City, period and status where they are the same for a whole table:
/// constants of the mapping, or parts of the file's path, of the sheet's name
/// or of the lines above the table.
struct FixedPlaces {
    /// What is known of a table beside its rows.
    struct Table {
        /// The file's path, relative to `submissions/`.
        var path: String
        /// The sheet's name; nil where the file is no workbook.
        var sheet: String?
        /// The lines above the header that hold text.
        var titles: [String] = []
    }

    /// Position in the directory; nil where a column says it.
    var city: Int32?
    var period: Period?
    /// The text of a period that is another one by the city of the row.
    var stamp: String?
    /// The status of values of which no column says more.
    var status = ObservationStatus.normal
    var problems: [Problem] = []
    /// The period that the path says the records are of; nil where it says
    /// none.
    var claimed: Period?

    /// Why a file's city, period or status is not known.
    enum Problem: Equatable {
        case path(template: String)
        /// No title, or not the sheet's name, is as the mapping says.
        case title(pattern: String, isSheet: Bool, found: [String])
        case city(String)
        case period(String, reason: String)
        case status(String)
        /// Two places say different things.
        case identity([Claim])
    }

    /// What one place says.
    struct Claim: Equatable {
        let place: String
        let text: String
        /// What the text means: a city's or period's id; nil where that is
        /// not known.
        let meaning: String?
    }

    init(_ mapping: Mapping, _ table: Table, context: IntakeContext) {
        readCity(mapping, table, context)
        readPeriod(mapping, table, context)
        if let source = mapping.status { readStatus(source, table.path) }
        if let text = mapping.aggregation?.dates?.within?.match(table.path)?["period"],
            case .period(let period) = StampReader(mapping, context).read(
                text.replacing("--", with: "/"), city: city ?? -1)
        {
            claimed = period
        }
    }

    private mutating func readStatus(_ source: StatusSource, _ path: String) {
        status = source.constant
        guard let template = source.path else { return }
        guard let text = template.match(path)?["status"] else {
            problems.append(.path(template: template.text))
            return
        }
        if let found = source.status(inPath: text) {
            status = found
        } else {
            problems.append(.status(text))
        }
    }

    private mutating func readCity(_ mapping: Mapping, _ table: Table, _ context: IntakeContext) {
        var claims: [Claim] = []
        for source in mapping.city.fixed {
            guard let text = text(of: source, "city", table) else { continue }
            let found = context.cities.index(of: text).map(Int32.init)
            let id = found.map { context.cities.cities[Int($0)].id }
            claims.append(Claim(place: source.words, text: text, meaning: id))
            if city == nil { city = found }
        }
        if city == nil {
            problems += claims.map { .city($0.text) }
        } else {
            note(claims)
        }
    }

    private mutating func readPeriod(_ mapping: Mapping, _ table: Table, _ context: IntakeContext) {
        let stamps = StampReader(mapping, context)
        var claims: [Claim] = []
        for source in mapping.period.fixed {
            guard let text = text(of: source, "period", table) else { continue }
            let plain = text.replacing("--", with: "/")
            if stamps.dependsOnCity, mapping.city.column != nil {
                if stamp == nil { stamp = plain }
                continue
            }
            switch stamps.read(plain, city: city ?? -1) {
            case .period(let found):
                claims.append(Claim(place: source.words, text: text, meaning: found.text))
                if period == nil { period = found }
            case .unreadable(let reason): problems.append(.period(text, reason: reason))
            }
        }
        note(claims)
    }

    private mutating func note(_ claims: [Claim]) {
        guard Set(claims.map(\.meaning)).count > 1 else { return }
        problems.append(.identity(claims))
    }

    private mutating func text(
        of source: PlaceSource.Fixed, _ name: String, _ table: Table
    ) -> String? {
        switch source {
        case .constant(let text): return text
        case .path(let template):
            if let found = template.match(table.path)?[name] { return found }
            problems.append(.path(template: template.text))
        case .sheet(let pattern):
            let sheet = CellText.cleaned(table.sheet ?? "")
            if let found = pattern.match(sheet, ignoringCase: true)?[name] { return found }
            problems.append(
                .title(pattern: pattern.text, isSheet: true, found: table.sheet.map { [$0] } ?? []))
        case .title(let pattern):
            for title in table.titles {
                let found = pattern.match(CellText.cleaned(title), ignoringCase: true)
                if let found = found?[name] { return found }
            }
            problems.append(
                .title(pattern: pattern.text, isSheet: false, found: table.titles))
        }
        return nil
    }
}
