import MetricSpec

/// Reads one peer-groups/ID.yaml.
struct PeerGroupReader {
    let files: ConsortiumFiles
    let inPlace: InPlaceReader
    let directory: CityDirectory
    let log: IssueLog

    private static let members = ["list", "own_lists", "rule", "neighbours"]

    func group(_ path: String) -> PeerGroupRule? {
        guard let text = files.text(path),
            let value = YAMLValue.parse(text, file: path, log: log),
            let table = value.table(
                allowed: ["title", "metrics", "valid", "minimum", "visibility"] + Self.members)
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
            valid: validity(of: table, membership),
            isPrivate: isPrivate(table.optional("visibility"), membership),
            minimum: max(minimum, 1), membership: membership)
    }

    /// A choice by likeness is dated, and frozen for four years.
    private func validity(
        of table: YAMLTable, _ membership: PeerGroupRule.Membership
    ) -> Validity {
        let given = validity(table.optional("valid"))
        guard case .neighbours = membership else { return given }
        guard let from = given.from else {
            (table.optional("valid") ?? table.value).report(
                "neighbours need valid: {from: DAY}, the day whose attributes they are chosen by.")
            return given
        }
        return Validity(from: from, to: given.to ?? from.years(later: NeighbourRule.years))
    }

    /// Only whom a city picked by hand may be its own business.
    private func isPrivate(
        _ value: YAMLValue?, _ membership: PeerGroupRule.Membership
    ) -> Bool {
        guard let value, value.word(GroupVisibility.self) == .own else { return false }
        if case .ownLists = membership { return true }
        value.report("only own_lists can be private: all other groups have no single owner.")
        return false
    }

    private func membership(_ kind: String, _ value: YAMLValue) -> PeerGroupRule.Membership? {
        switch kind {
        case "list": list(value)
        case "own_lists": ownLists(value)
        case "neighbours": neighbours(value)
        default: rule(value)
        }
    }

    private func list(_ value: YAMLValue) -> PeerGroupRule.Membership? {
        if !value.isTable, !value.isList, value.string() == "all" { return .all }
        return .list(listed(value))
    }

    /// Cities that stand here, or that a file names.
    func listed(_ value: YAMLValue) -> [String] {
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
        let band = band(table)
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

    /// The numbers between `from` and `below`.
    func band(_ table: YAMLTable) -> PeerGroupRule.Band {
        let band = PeerGroupRule.Band(
            from: table.optional("from")?.double(), below: table.optional("below")?.double())
        if let from = band.from, let below = band.below, from >= below {
            table.value.report("from \(from) is not under below \(below).")
        }
        return band
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

/// Who sees a group.
private enum GroupVisibility: String, Vocabulary {
    case shared
    case own = "private"
}

extension CalendarDay {
    /// The same day in a later year; of 29 February the day after it where
    /// that year has none.
    fileprivate func years(later years: Int) -> CalendarDay? {
        let (year, month, day) = parts
        return CalendarDay(year: year + years, month: month, day: day)
            ?? CalendarDay(year: year + years, month: month + 1, day: 1)
    }
}
