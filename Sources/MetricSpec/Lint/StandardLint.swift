/// Checks what YAML cannot say: that the parts of a standard fit together.
///
/// Faults stop whoever reads the standard; advice is only shown. Each group of
/// checks stands in a file of its own.
struct StandardLint {
    let draft: StandardDraft
    let units: [String: Unit]
    let measures: [String: Measure]
    let metrics: [String: Metric]
    let services: [String: Service]
    let breakdowns: [String: Breakdown]
    let dimensions: [String: BaseDimension]
    let planner: MetricPlanner

    init(_ draft: StandardDraft) {
        self.draft = draft
        units = Self.byID(draft.units.map(\.value), \.id)
        measures = Self.byID(draft.measures.map(\.value), \.id)
        metrics = Self.byID(draft.metrics.map(\.value), \.id)
        services = Self.byID(draft.services.map(\.value), \.id)
        breakdowns = Self.byID(draft.breakdowns.map(\.value), \.id)
        dimensions = Self.byID(draft.dimensions, \.id)
        planner = MetricPlanner(
            units: draft.units.map(\.value), measures: draft.measures.map(\.value),
            metrics: draft.metrics.map(\.value))
    }

    /// Reports every fault at its place.
    ///
    /// - Parameter areListsRead: whether all that others refer to could be
    ///   read; references are not checked otherwise.
    func check(areListsRead: Bool) {
        checkIDs()
        checkListIDs()
        checkProse()
        checkSynonyms()
        guard areListsRead else { return }
        checkUnits()
        checkBreakdowns()
        for (measure, place) in draft.measures { check(measure, place) }
        for (metric, place) in draft.metrics { check(metric, place) }
        checkCircles()
        checkPartCircles()
        checkCosts()
        checkDenominators()
        checkRecognition()
        for (proposal, place) in draft.proposals { check(proposal, place) }
        advise()
    }

    private func check(_ measure: Measure, _ place: YAMLValue) {
        refer(measure.unit, "unit", units.keys, place.at("unit"))
        refer(measure.service, "service", services.keys, place.at("service"))
        for id in measure.breakdowns {
            refer(id, "breakdown", breakdowns.keys, place.at("breakdowns"))
        }
        checkAdditivity(measure, place)
        checkMargin(measure, place)
        checkParts(measure, place)
        checkChanges(measure.changes, place)
        if measure.population == .served {
            place.at("population").report(
                "whom a service serves stands in services.csv, not in a measure. "
                    + "Expected resident or daytime.")
        }
    }

    private func check(_ metric: Metric, _ place: YAMLValue) {
        refer(metric.unit, "unit", units.keys, place.at("unit"))
        refer(metric.service, "service", services.keys, place.at("service"))
        guard checkReferences(metric, place) else { return }
        checkDimensions(metric, place)
        checkAdditivity(metric, place)
        checkUncertainty(metric, place)
        checkComparison(metric, place)
        checkPopulation(metric, place)
        checkCosts(metric, place)
        checkPrices(metric, place)
        checkBreakdowns(metric, place)
        checkChanges(metric.notes.changes, place)
    }

    /// A proposal fits the standard that it wants to enter: its metric and its
    /// measures are checked as if they were in it.
    private func check(_ proposal: Proposal, _ place: YAMLValue) {
        refer(proposal.replaces, "metric", metrics.keys, place.at("proposal", "replaces"))
        if metrics[proposal.metric.id] != nil {
            place.report(
                "\(proposal.metric.id) is in the standard already. Name it under \"replaces\".")
        }
        if let until = proposal.consultedUntil, until < proposal.proposed {
            place.at("proposal", "consulted_until").report(
                "\(until.text) is before \(proposal.proposed.text), the day it was proposed.")
        }
        if measures[proposal.metric.id] != nil
            || proposal.measures.contains(where: { $0.id == proposal.metric.id })
        {
            place.report(
                "the id \"\(proposal.metric.id)\" is taken. "
                    + "Ids are unique across measures and metrics.")
        }
        let list = place.at("measures")
        let own = proposal.measures.enumerated().map { ($1, list.item($0)) }
        var extended = draft
        extended.measures += own
        let lint = StandardLint(extended)
        for (measure, spot) in own { lint.check(measure, spot) }
        lint.check(proposal.metric, place.at("metric"))
    }

    /// Reports an id that is not among those known.
    func refer(
        _ id: String?, _ kind: String, _ known: some Sequence<String>,
        _ place: @autoclosure () -> YAMLValue
    ) {
        guard let id, !id.isEmpty, !known.contains(id) else { return }
        var message = "the \(kind) \"\(id)\" is not in this standard."
        if let near = Spelling.nearest(to: id, among: known.sorted()) {
            message += " Did you mean \"\(near)\"?"
        }
        place().report(message)
    }

    private func checkChanges(_ changes: [DefinitionChange], _ place: YAMLValue) {
        guard let version = SemanticVersion(draft.version) else { return }
        for (index, change) in changes.enumerated() {
            guard let later = SemanticVersion(change.version), later > version else { continue }
            place.at("changes").item(index).at("version").report(
                "a change of version \(change.version) stands in version \(version). "
                    + "Raise the version of the standard, or correct the change.")
        }
    }

    private static func byID<Part>(
        _ parts: [Part], _ id: (Part) -> String
    ) -> [String: Part] {
        Dictionary(parts.map { (id($0), $0) }, uniquingKeysWith: { first, _ in first })
    }
}
