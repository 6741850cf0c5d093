import Benchmarking
import Consortium
import MetricSpec
import Reporting
import Warehouse

extension CityPeers {
    /// What the page shows.
    func input(_ groups: [Group]) -> PeersInput {
        PeersInput(
            consortium: consortium.name, city: name(city), day: day.text,
            isInvented: consortium.isInvented, release: release,
            groups: groups.map { group in
                PeersInput.Group(
                    title: group.rule.title, rule: rule(of: group),
                    members: group.peers.map(name),
                    likeness: group.selection.flatMap { selection in
                        group.explanation.map { likeness(selection, $0) }
                    })
            })
    }

    private func likeness(
        _ selection: NeighbourSelection, _ found: PeerExplanation
    ) -> PeersInput.Likeness {
        PeersInput.Likeness(
            variables: selection.rule.variables.enumerated().map { index, variable in
                let scale = variable.transform.ofPeers
                return PeersInput.Variable(
                    title: variable.title, scale: Self.scale(variable),
                    own: found.own[index]?.value,
                    isFallback: found.own[index]?.isFallback ?? false,
                    place: { scale($0) ?? 0 },
                    all: found.pool.isEmpty ? [] : Array(found.pool[index].values))
            },
            caliper: selection.caliper?.distance,
            absence: found.absence.map { words($0, selection) },
            close: found.close.map(peer), beyond: found.beyond.map(peer))
    }

    private func peer(_ peer: PeerExplanation.Peer) -> PeersInput.Peer {
        PeersInput.Peer(
            name: name(id(peer.city)), distance: peer.distance, stability: peer.stability,
            shares: peer.shares, values: peer.values)
    }

    /// Such as `logarithm, weight 2`.
    static func scale(_ variable: NeighbourRule.Variable) -> String {
        var words: [String] = []
        switch variable.transform {
        case .identity: break
        case .log: words.append("logarithm")
        case .sqrt: words.append("square root")
        }
        if variable.weight != 1 { words.append("weight \(PlainNumber.text(variable.weight))") }
        return words.joined(separator: ", ")
    }

    /// How the members of a group come about and when it holds.
    func rule(of group: Group) -> String {
        var sentences = [kind(group)]
        if let metrics = group.rule.metrics {
            sentences.append("For \(metrics.joined(separator: ", ")) alone.")
        }
        let (from, to) = (group.rule.valid.from?.text, group.rule.valid.to?.text)
        if from != nil || to != nil {
            sentences.append(
                "It holds" + (from.map { " from \($0)" } ?? "") + (to.map { " until \($0)" } ?? "")
                    + ".")
        }
        if group.rule.isPrivate {
            sentences.append("Private: no release has it, and no other city sees it.")
        }
        return sentences.joined(separator: " ")
    }

    private func kind(_ group: Group) -> String {
        switch group.rule.membership {
        case .all: return "All cities of the consortium."
        case .list: return "A list that is the same for all its members."
        case .ownLists: return "A list of \(name(city))'s own."
        case .attributeBand(let attribute, let band):
            return "Cities whose \(attribute) is \(Self.words(band))."
        case .measureBand(let measure, let period, let band):
            return "Cities whose \(measure)\(period.map { " of \($0.text)" } ?? "") is "
                + "\(Self.words(band))."
        case .neighbours(let rule):
            let count = group.explanation?.eligible ?? 0
            let variables = TextTable.counted(rule.variables.count, "variable")
            return "The \(rule.limit) nearest of \(count) cities in \(variables) "
                + "of the place, as they were on \(group.rule.valid.from?.text ?? "")"
                + "\(eligible(rule.eligible)). The choice is not made again while it holds."
        }
    }

    private func eligible(_ rule: NeighbourRule.Eligibility) -> String {
        var words: [String] = []
        if rule.list != nil { words.append("those of a list") }
        words += rule.bands.map { "with \($0.attribute) \(Self.words($0.band))" }
        words += rule.same.map { "of the same \($0)" }
        if let service = rule.service {
            words.append("that provide \(service)" + (rule.isEqualMode ? " the same way" : ""))
        }
        return words.isEmpty ? "" : ", among cities " + words.joined(separator: ", ")
    }

    private static func words(_ band: PeerGroupRule.Band) -> String {
        switch (band.from.map(PlainNumber.text), band.below.map(PlainNumber.text)) {
        case (let from?, let below?): "from \(from) to under \(below)"
        case (let from?, nil): "\(from) or more"
        case (nil, let below?): "under \(below)"
        case (nil, nil): "any number"
        }
    }

    /// Why a city has no peers.
    func words(_ absence: PeerExplanation.Absence, _ selection: NeighbourSelection) -> String {
        let name = name(city)
        switch absence {
        case .notThere: return "\(name) was no city on \(selection.day.text)."
        case .notEligible(nil): return "\(name) is not on the list of those who are compared."
        case .notEligible(let attribute?):
            return "\(name) is not compared: its \(attribute) is missing or outside the rule."
        case .notProvided(let service):
            return "\(name) does not provide \(service), or takes no part in its comparison."
        case .missing(let attributes):
            return "\(name) has no peers here: nothing is known of its "
                + "\(attributes.joined(separator: ", ")) on \(selection.day.text), and what is "
                + "missing is not guessed."
        case .far:
            return "\(name) has no close peers: fewer than \(PeerCaliper.fewestPeers) cities are "
                + "near enough."
        }
    }
}
