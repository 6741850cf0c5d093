/// Checks what YAML cannot say: that the parts of a standard fit together.
enum StandardLint {
    static func check(_ draft: StandardDraft, log: IssueLog) {
        checkIDs(draft)
        checkProse(draft)
        let units = Set(draft.units.map(\.id))
        let services = Set(draft.services.map(\.id))
        let measures = Set(draft.measures.map(\.value.id))
        for (measure, place) in draft.measures {
            checkReference(measure.unit, kind: "unit", among: units, place: place)
            checkReference(measure.service, kind: "service", among: services, place: place)
        }
        for (metric, place) in draft.metrics {
            checkReference(metric.unit, kind: "unit", among: units, place: place)
            checkReference(metric.service, kind: "service", among: services, place: place)
            for measure in metric.formula.measures {
                checkReference(measure, kind: "measure", among: measures, place: place)
            }
            if metric.formula.measures.isEmpty {
                place.report("the formula names no measure.")
            }
            checkAddition(metric, draft: draft, place: place)
        }
    }

    private static func checkIDs(_ draft: StandardDraft) {
        var seen: Set<String> = []
        let parts =
            draft.measures.map { ($0.value.id, $0.place) }
            + draft.metrics.map { ($0.value.id, $0.place) }
        for (id, place) in parts {
            if !seen.insert(id).inserted {
                place.report(
                    "the id \"\(id)\" is taken. Ids are unique across measures and metrics.")
            }
            if !isWellFormed(id) {
                place.report(
                    "\"\(id)\" is no id. Expected lower-case words joined by hyphens, "
                        + "like fire/response-time.")
            }
        }
    }

    private static func isWellFormed(_ id: String) -> Bool {
        let parts = id.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 2
            && parts.allSatisfy { part in
                !part.isEmpty && part.first != "-" && part.last != "-"
                    && part.utf8.allSatisfy { byte in
                        (97...122).contains(byte) || (48...57).contains(byte) || byte == 45
                    }
            }
    }

    private static func checkProse(_ draft: StandardDraft) {
        var seen: [String: String] = [:]
        let parts =
            draft.measures.map { ($0.value.id, $0.value.definition, $0.place) }
            + draft.metrics.map { ($0.value.id, $0.value.definition, $0.place) }
        for (id, definition, place) in parts where !definition.isEmpty {
            let text = definition.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            if !text.hasSuffix(".") {
                place.report("the definition does not end with a full stop.")
            }
            if let other = seen.updateValue(id, forKey: text) {
                place.report("the definition is the same as that of \(other).")
            }
        }
    }

    private static func checkReference(
        _ id: String?, kind: String, among known: Set<String>, place: YAMLValue
    ) {
        guard let id, !known.contains(id), !id.isEmpty else { return }
        var message = "the \(kind) \"\(id)\" is not in this standard."
        if let near = Spelling.nearest(to: id, among: known.sorted()) {
            message += " Did you mean \"\(near)\"?"
        }
        place.report(message)
    }

    /// Only measures of one unit are added.
    private static func checkAddition(_ metric: Metric, draft: StandardDraft, place: YAMLValue) {
        for part in [metric.formula.numerator, metric.formula.denominator] {
            let units = Set(
                draft.measures.filter { part.contains($0.value.id) }.map(\.value.unit))
            if units.count > 1 {
                place.report(
                    "measures of different units are added: "
                        + units.sorted().joined(separator: ", ") + ".")
            }
        }
    }
}
