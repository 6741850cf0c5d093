/// Reads the lists that measures and metrics draw on.
enum ListReader {
    static func readUnits(_ value: YAMLValue, into draft: inout StandardDraft) {
        guard let table = value.table(allowed: ["dimensions", "units"]) else { return }
        for (id, entry) in table.required("dimensions")?.anyTable()?.entries ?? [] {
            guard let part = entry.table(allowed: ["definition", "counted"]) else { continue }
            if id == "share" { entry.report("share is built in. Leave it out.") }
            draft.dimensions.append(
                BaseDimension(
                    id: id, definition: part.string("definition"),
                    isCounted: part.optional("counted")?.boolean() ?? false))
        }
        for (id, entry) in table.required("units")?.anyTable()?.entries ?? [] {
            if let unit = unit(entry, id: id) { draft.units.append((unit, entry)) }
        }
    }

    private static func unit(_ value: YAMLValue, id: String) -> Unit? {
        guard let table = value.table(allowed: ["label", "dimension", "factor", "prefix"]),
            let place = table.required("dimension"), let text = place.string()
        else { return nil }
        guard let dimension = Dimension(parsing: text) else {
            place.report(
                "\"\(text)\" is no dimension. Expected names joined by * with at most one /, "
                    + "like money / persons.")
            return nil
        }
        return Unit(
            id: id, label: table.string("label"), dimension: dimension,
            factor: table.optional("factor").flatMap(DefinitionReader.positive) ?? 1,
            prefix: table.optionalString("prefix") ?? "")
    }

    static func readServices(_ value: YAMLValue, into draft: inout StandardDraft) {
        guard let services = value.table(allowed: ["services"])?.required("services")?.anyTable()
        else { return }
        for (id, entry) in services.entries {
            guard let table = entry.table(allowed: ["title", "definition", "population"]) else {
                continue
            }
            let service = Service(
                id: id, title: table.string("title"), definition: table.string("definition"),
                population: table.optional("population")?.word(PopulationKind.self) ?? .resident)
            draft.services.append((service, entry))
        }
    }

    static func readBreakdowns(_ value: YAMLValue, into draft: inout StandardDraft) {
        guard
            let lists = value.table(allowed: ["breakdowns"])?.required("breakdowns")?.anyTable()
        else { return }
        for (id, entry) in lists.entries {
            if let breakdown = breakdown(entry, id: id) {
                draft.breakdowns.append((breakdown, entry))
            }
        }
    }

    private static func breakdown(_ value: YAMLValue, id: String) -> Breakdown? {
        let keys = ["title", "definition", "ordered", "reference", "values", "crosswalks"]
        guard let table = value.table(allowed: keys),
            let values = table.required("values")?.anyTable()
        else { return nil }
        let groups = values.entries.compactMap { name, entry -> BreakdownValue? in
            guard let group = entry.table(allowed: ["title", "unknown"]) else { return nil }
            return BreakdownValue(
                id: name, title: group.string("title"),
                isUnknown: group.optional("unknown")?.boolean() ?? false)
        }
        var crosswalks: [String: [String: String]] = [:]
        for (name, entry) in table.optional("crosswalks")?.anyTable()?.entries ?? [] {
            for (code, target) in entry.anyTable()?.entries ?? [] {
                crosswalks[name, default: [:]][code] = target.string()
            }
        }
        return Breakdown(
            id: id, title: table.string("title"), definition: table.string("definition"),
            isOrdered: table.optional("ordered")?.boolean() ?? false,
            reference: table.optionalString("reference"), values: groups, crosswalks: crosswalks)
    }

    static func readPrices(_ value: YAMLValue, into draft: inout StandardDraft) {
        guard let series = value.table(allowed: ["series"])?.required("series")?.anyTable() else {
            return
        }
        for (id, entry) in series.entries {
            guard let table = entry.table(allowed: ["title", "definition", "base"]),
                let place = table.required("base"), let text = place.string()
            else { continue }
            guard let base = Period(parsing: text) else {
                place.report("\"\(text)\" is no period. Expected one like 2025 or 2025-Q4.")
                continue
            }
            let one = PriceSeries(
                id: id, title: table.string("title"), definition: table.string("definition"),
                base: base)
            draft.series.append((one, entry))
        }
    }

    static func readProposal(_ value: YAMLValue, id: String, into draft: inout StandardDraft) {
        guard let table = value.table(allowed: ["proposal", "metric", "measures"]),
            let terms = table.required("proposal")?.table(allowed: [
                "proposed", "by", "consulted_until", "adopted_from", "replaces",
            ]),
            let place = table.required("metric"), let metric = MetricReader.metric(place, id: id),
            let proposed = terms.required("proposed")?.day()
        else { return }
        let domain = String(id.prefix { $0 != "/" })
        let measures = table.optional("measures")?.list().compactMap {
            MeasureReader.measure($0, domain: domain)
        }
        let proposal = Proposal(
            metric: metric, measures: measures ?? [], proposed: proposed,
            by: terms.string("by"), consultedUntil: terms.optional("consulted_until")?.day(),
            adoptedFrom: terms.optional("adopted_from")?.day(),
            replaces: terms.optionalString("replaces"))
        draft.proposals.append((proposal, value))
    }
}
