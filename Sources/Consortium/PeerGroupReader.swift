import MetricSpec

/// Reads one peer-groups/ID.yaml.
struct PeerGroupReader {
    let files: ConsortiumFiles
    let inPlace: InPlaceReader
    let directory: CityDirectory
    let log: IssueLog

    private static let members = ["list", "own_lists", "rule"]

    func group(_ path: String) -> PeerGroupRule? {
        guard let text = files.text(path),
            let value = YAMLValue.parse(text, file: path, log: log),
            let table = value.table(
                allowed: ["title", "metrics", "valid", "minimum"] + Self.members)
        else { return nil }
        let given = Self.members.filter { table.optional($0) != nil }
        guard given.count == 1, let kind = given.first, let part = table.optional(kind) else {
            value.report("expected exactly one of \(Self.members.joined(separator: ", ")).")
            return nil
        }
        guard let membership = membership(kind, part) else { return nil }
        let minimum = table.optional("minimum")?.integer() ?? 1
        if minimum < 1 { value.report("the minimum \(minimum) is below 1.") }
        return PeerGroupRule(
            id: String(path.dropFirst("peer-groups/".count).dropLast(".yaml".count)),
            title: table.string("title"), metrics: table.optional("metrics")?.strings(),
            valid: validity(table.optional("valid")), minimum: max(minimum, 1),
            membership: membership)
    }

    private func membership(_ kind: String, _ value: YAMLValue) -> PeerGroupRule.Membership? {
        switch kind {
        case "list": list(value)
        case "own_lists": ownLists(value)
        default: rule(value)
        }
    }

    private func list(_ value: YAMLValue) -> PeerGroupRule.Membership? {
        if !value.isTable, !value.isList, value.string() == "all" { return .all }
        return .list(listed(value))
    }

    /// Cities that stand here, or that a file names.
    private func listed(_ value: YAMLValue) -> [String] {
        guard value.isTable else { return cities(value) }
        let from = value.table(allowed: ["from"])?.required("from")
        return from.map { inPlace.cities($0, directory: directory) } ?? []
    }

    private func cities(_ value: YAMLValue) -> [String] {
        var seen: Set<String> = []
        return value.list().compactMap { entry in
            guard let text = entry.string() else { return nil }
            guard let index = directory.index(of: text) else {
                entry.report("\"\(text)\" is not in cities.csv.")
                return nil
            }
            let id = directory.cities[index].id
            if !seen.insert(id).inserted { entry.report("\"\(text)\" stands here twice.") }
            return id
        }
    }

    private func ownLists(_ value: YAMLValue) -> PeerGroupRule.Membership? {
        guard let table = value.anyTable() else { return nil }
        if let from = table.optional("from"), from.isTable, table.entries.count == 1 {
            return .ownLists(inPlace.ownLists(from, directory: directory))
        }
        var owners: Set<Int> = []
        return .ownLists(
            table.entries.compactMap { name, members in
                guard let index = directory.index(of: name) else {
                    members.report("\"\(name)\" is not in cities.csv.")
                    return nil
                }
                if !owners.insert(index).inserted {
                    members.report("\"\(name)\" stands here twice.")
                }
                return PeerGroupRule.OwnList(
                    owner: directory.cities[index].id, members: listed(members))
            })
    }

    private func rule(_ value: YAMLValue) -> PeerGroupRule.Membership? {
        guard
            let table = value.table(
                allowed: ["attribute", "measure", "period", "from", "below"])
        else { return nil }
        let band = PeerGroupRule.Band(
            from: table.optional("from")?.double(), below: table.optional("below")?.double())
        if let from = band.from, let below = band.below, from >= below {
            value.report("from \(from) is not under below \(below).")
        }
        switch (table.optionalString("attribute"), table.optionalString("measure")) {
        case (let attribute?, nil):
            return .attributeBand(attribute: attribute, band: band)
        case (nil, let measure?):
            return .measureBand(
                measure: measure, period: period(table.optional("period")), band: band)
        default:
            value.report("expected either attribute or measure.")
            return nil
        }
    }

    private func period(_ value: YAMLValue?) -> Period? {
        guard let value, let text = value.string() else { return nil }
        if let period = Period(parsing: text) { return period }
        value.report("\"\(text)\" is no period. Expected one like 2026-Q3.")
        return nil
    }

    private func validity(_ value: YAMLValue?) -> Validity {
        guard let table = value?.table(allowed: ["from", "to"]) else { return Validity() }
        let validity = Validity(
            from: table.optional("from")?.day(), to: table.optional("to")?.day())
        if let from = validity.from, let to = validity.to, to <= from {
            value?.report("to is not after from.")
        }
        return validity
    }
}
