import MetricSpec

extension PeerGroupReader {
    /// For each city those nearest to it in variables of the place.
    func neighbours(_ value: YAMLValue) -> PeerGroupRule.Membership? {
        guard let table = value.table(allowed: ["k", "variables", "eligible"]),
            let limit = table.required("k"), let list = table.required("variables")
        else { return nil }
        let count = limit.integer() ?? NeighbourRule.fewest
        if count < NeighbourRule.fewest {
            limit.report(
                "\(count) peers are fewer than the \(NeighbourRule.fewest) that a city with "
                    + "close peers has. Expected \(NeighbourRule.fewest) or more.")
        }
        let variables = list.list().compactMap(variable)
        var seen: Set<String> = []
        for variable in variables where !seen.insert(variable.attribute).inserted {
            list.report("\(variable.attribute) stands here twice.")
        }
        if variables.isEmpty { list.report("there is no variable.") }
        return .neighbours(
            NeighbourRule(
                limit: count, variables: variables,
                eligible: eligibility(table.optional("eligible"))))
    }

    private func variable(_ value: YAMLValue) -> NeighbourRule.Variable? {
        guard
            let table = value.table(
                allowed: [
                    "attribute", "title", "transform", "weight", "fallback", "margin", "level",
                ])
        else { return nil }
        let attribute = table.string("attribute")
        let transform = table.optional("transform")?.word(NeighbourTransform.self)
        return NeighbourRule.Variable(
            attribute: attribute, title: table.optionalString("title") ?? attribute,
            transform: transform ?? .identity, weight: weight(table),
            fallback: table.optionalString("fallback"),
            margin: table.optionalString("margin"), level: level(table))
    }

    private func weight(_ table: YAMLTable) -> Double {
        guard let value = table.optional("weight"), let weight = value.double() else { return 1 }
        if weight <= 0 {
            value.report("the weight is not above 0. Leave the variable out instead.")
        }
        return weight
    }

    /// The level of a margin, 95 % where none is said.
    private func level(_ table: YAMLTable) -> Double {
        guard let value = table.optional("level"), let level = value.double() else { return 0.95 }
        if table.optional("margin") == nil {
            value.report("a level is that of a margin, and none is named.")
        }
        if level <= 0 || level >= 1 {
            value.report("\(level) is no level. Expected one between 0 and 1, such as 0.90.")
            return 0.95
        }
        return level
    }

    private func eligibility(_ value: YAMLValue?) -> NeighbourRule.Eligibility {
        let table = value?.table(allowed: ["list", "bands", "same", "service", "modes"])
        let bands = table?.optional("bands")?.list().compactMap { entry in
            entry.table(allowed: ["attribute", "from", "below"]).map {
                NeighbourRule.AttributeBand(attribute: $0.string("attribute"), band: band($0))
            }
        }
        let modes = table?.optional("modes")
        let isEqual = modes?.word(PeerModes.self) == .equal
        let service = table?.optionalString("service")
        if isEqual, service == nil {
            modes?.report("equal modes are those of a service, and none is named.")
        }
        return NeighbourRule.Eligibility(
            list: table?.optional("list").map { listed($0) }, bands: bands ?? [],
            same: table?.strings("same") ?? [], service: service, isEqualMode: isEqual)
    }
}

/// Which modes of provision are compared.
private enum PeerModes: String, Vocabulary {
    case any
    case equal
}
