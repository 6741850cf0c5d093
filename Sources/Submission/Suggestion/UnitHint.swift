import MetricSpec

/// What a header says of the unit of its figures: `($000)`, `(km)`, `%`.
struct UnitHint: Sendable, Equatable {
    /// The id of a unit, where the text names one; the standard need not have
    /// it.
    let unit: String?
    /// What amounts are multiplied by: 1,000 for thousands.
    let multiplier: Double
    /// The text that says it.
    let text: String

    /// Texts in brackets or at the end of a header, each with a unit.
    private static let units: [String: String] = [
        "%": "percent", "pct": "percent", "percent": "percent", "percentage": "percent",
        "fte": "fte", "vzae": "fte", "ftes": "fte", "h": "hours", "hrs": "hours",
        "hours": "hours", "std": "hours", "min": "minutes", "mins": "minutes",
        "minutes": "minutes", "d": "days", "days": "days", "tage": "days", "km": "kilometres",
        "mi": "miles", "miles": "miles", "ha": "hectares", "acres": "acres", "ac": "acres",
        "sq ft": "square-feet", "sqft": "square-feet", "sf": "square-feet",
        "sq mi": "square-miles", "kg": "kilograms", "t": "tonnes", "tonnes": "tonnes",
        "mt": "tonnes", "tons": "short-tons", "short tons": "short-tons", "gal": "gallons",
        "kgal": "thousand-gallons", "mg": "million-gallons", "m3": "cubic-metres",
        "m³": "cubic-metres", "kwh": "kilowatt-hours", "mwh": "megawatt-hours",
        "therms": "therms", "mmbtu": "million-btu", "kw": "kilowatts", "mw": "megawatts",
        "million gallons": "million-gallons", "kilometres": "kilometres", "hectares": "hectares",
        "full-time equivalents": "fte", "square feet": "square-feet", "t co2e": "tonnes-co2e",
        "tco2e": "tonnes-co2e", "lane miles": "lane-miles",
    ]

    /// Words for thousands and millions, with and without a currency.
    private static let scales: [(word: String, factor: Double)] = [
        ("million", 1e6), ("mio", 1e6), ("mn", 1e6), ("m", 1e6), ("thousand", 1e3),
        ("tsd", 1e3), ("tkr", 1e3), ("t", 1e3), ("000", 1e3), ("1000", 1e3), ("k", 1e3),
    ]

    /// Reads the hint of a header; nil where it gives none.
    init?(header: String) {
        let words = HeaderWords(header)
        for bracket in words.brackets {
            if let hint = Self(text: bracket) {
                self = hint
                return
            }
        }
        if header.contains("%") {
            self.init(unit: "percent", multiplier: 1, text: "%")
        } else if let money = header.firstMatch(of: /[$£€] ?(000s?|[kKmM]\b|million|thousand)/),
            let hint = Self(text: String(money.0))
        {
            self = hint
        } else {
            return nil
        }
    }

    /// Reads a text that stands alone: a bracket, or a cell under `unit`.
    init?(text: String) {
        let folded = CellText.folded(text).replacing(".", with: "").replacing("ä", with: "ae")
        if let unit = Self.units[folded] {
            self.init(unit: unit, multiplier: 1, text: text)
            return
        }
        let signs = folded.filter { "$£€¥".contains($0) }
        let rest = CellText.cleaned(
            folded.filter { !"$£€¥'".contains($0) }.replacing("usd", with: "")
                .replacing("eur", with: "").replacing("gbp", with: ""))
        if rest.isEmpty {
            if signs.isEmpty && folded.isEmpty { return nil }
            self.init(unit: "money", multiplier: 1, text: text)
            return
        }
        let isMoney = !signs.isEmpty || rest != folded
        let scale = Self.scales.first { rest == $0.word || rest == $0.word + "s" }
        guard let scale, isMoney || scale.word.count > 2 else { return nil }
        self.init(unit: isMoney ? "money" : nil, multiplier: scale.factor, text: text)
    }

    /// Words for kinds of figures, as columns beside figures have them.
    private static let kinds: [String: String] = [
        "count": "count", "counts": "count", "number": "count", "numbers": "count",
        "no": "count", "n": "count", "frequency": "count", "headcount": "count",
        "rate": "rate", "ratio": "rate", "proportion": "percent", "share": "percent",
        "per cent": "percent", "persons": "persons", "people": "persons",
        "households": "households", "dwellings": "dwellings", "homes": "dwellings",
        "jobs": "jobs", "anzahl": "count", "antall": "count", "antal": "count",
        "prozent": "percent", "prosent": "percent", "procent": "percent", "personen": "persons",
    ]

    /// Reads a cell that says the unit of the figure beside it.
    init?(cell text: String) {
        if let kind = Self.kinds[CellText.folded(text)] {
            self.init(unit: kind, multiplier: 1, text: text)
        } else {
            self.init(text: text)
        }
    }

    /// What several hints say together: a share of persons is a share, a
    /// count of tonnes is in tonnes.
    static func plainest(_ hints: [UnitHint]) -> UnitHint? {
        hints.first { $0.unit == "percent" || $0.unit == "rate" }
            ?? hints.first { $0.unit != "count" } ?? hints.first
    }

    private init(unit: String?, multiplier: Double, text: String) {
        self.unit = unit
        self.multiplier = multiplier
        self.text = text
    }

    /// Whether figures in this unit can be those of a measure; nil where the
    /// hint or the standard does not tell.
    func agrees(with measure: Measure, in standard: Standard) -> Bool? {
        guard let unit, let target = standard.unit(measure.unit)?.dimension else { return nil }
        let isCounted = standard.counts(target)
        switch unit {
        case "money": return target.powers["money"] != nil
        case "percent": return target.powers.isEmpty
        case "rate": return isCounted ? false : nil
        case "count": return isCounted ? true : target.powers.isEmpty ? false : nil
        default: break
        }
        guard let own = standard.unit(unit)?.dimension else { return nil }
        // Persons are counted by some and are persons to others.
        if own != target, standard.counts(own), isCounted { return nil }
        return own == target
    }

    /// The unit that the mapping must name; nil where it is the measure's own.
    func unitKey(for measure: Measure, in standard: Standard) -> String? {
        guard let unit, let own = standard.unit(unit), let target = standard.unit(measure.unit),
            own.dimension == target.dimension, own.factor != target.factor
        else { return nil }
        return unit
    }
}

extension Standard {
    /// Whether a dimension counts separate things.
    func counts(_ dimension: Dimension) -> Bool {
        guard dimension.powers.count == 1, let only = dimension.powers.first, only.value == 1
        else { return false }
        return dimensions.contains { $0.id == only.key && $0.isCounted }
    }
}
