extension StandardLint {
    /// Ids are unique and well formed.
    func checkIDs() {
        var seen: Set<String> = []
        let parts =
            draft.measures.map { ($0.value.id, $0.place) }
            + draft.metrics.map { ($0.value.id, $0.place) }
        for (id, place) in parts {
            if !seen.insert(id).inserted {
                place.report(
                    "the id \"\(id)\" is taken. Ids are unique across measures and metrics.")
            }
            if !Self.isWellFormed(id) {
                place.report(
                    "\"\(id)\" is no id. Expected lower-case words joined by hyphens, "
                        + "like fire/response-time.")
            }
        }
    }

    /// Ids of lists are words too; their tables keep them unique.
    func checkListIDs() {
        let parts =
            draft.units.map { ($0.value.id, $0.place) }
            + draft.services.map { ($0.value.id, $0.place) }
            + draft.breakdowns.map { ($0.value.id, $0.place) }
            + draft.breakdowns.flatMap { part in part.value.values.map { ($0.id, part.place) } }
            + draft.series.map { ($0.value.id, $0.place) }
        for (id, place) in parts where !Self.isWord(id) {
            place.report("\"\(id)\" is no id. Expected lower-case words joined by hyphens.")
        }
    }

    static func isWellFormed(_ id: String) -> Bool {
        let parts = id.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy(isWord)
    }

    static func isWord(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.first != "-" && text.last != "-"
            && text.utf8.allSatisfy { byte in
                (97...122).contains(byte) || (48...57).contains(byte) || byte == 45
            }
    }

    /// Texts are whole sentences, and no two parts say the same.
    func checkProse() {
        checkDefinitions()
        checkTitles()
        for (metric, place) in draft.metrics where !Self.folded(metric.question).hasSuffix("?") {
            report("the question does not end with a question mark.", "question", of: place)
        }
        for (measure, place) in draft.measures {
            check(measure.rulings, measure.changes, place)
        }
        for (metric, place) in draft.metrics {
            check(metric.notes.rulings, metric.notes.changes, place)
        }
    }

    private func checkDefinitions() {
        var seen: [String: String] = [:]
        let parts =
            draft.measures.map { ($0.value.id, $0.value.definition, $0.place) }
            + draft.metrics.map { ($0.value.id, $0.value.definition, $0.place) }
            + draft.services.map { ($0.value.id, $0.value.definition, $0.place) }
            + draft.breakdowns.map { ($0.value.id, $0.value.definition, $0.place) }
            + draft.series.map { ($0.value.id, $0.value.definition, $0.place) }
        for (id, definition, place) in parts {
            let text = Self.folded(definition)
            if !text.hasSuffix(".") {
                report("the definition does not end with a full stop.", "definition", of: place)
            } else if let other = seen.updateValue(id, forKey: text) {
                place.at("definition").report("the definition is the same as that of \(other).")
            }
        }
    }

    private func checkTitles() {
        let parts =
            draft.measures.map { ($0.value.title, $0.place) }
            + draft.metrics.map { ($0.value.title, $0.place) }
            + draft.services.map { ($0.value.title, $0.place) }
            + draft.breakdowns.map { ($0.value.title, $0.place) }
        for (title, place) in parts where Self.folded(title).isEmpty {
            report("the title is empty.", "title", of: place)
        }
        var seen: [String: String] = [:]
        for (metric, place) in draft.metrics where !Self.folded(metric.title).isEmpty {
            let text = Self.folded(metric.title).lowercased()
            if let other = seen.updateValue(metric.id, forKey: text) {
                place.at("title").report("the title is the same as that of \(other).")
            }
        }
    }

    private func check(
        _ rulings: [Ruling], _ changes: [DefinitionChange], _ place: YAMLValue
    ) {
        for (index, ruling) in rulings.enumerated() {
            let spot = place.at("rulings").item(index)
            if !Self.folded(ruling.question).hasSuffix("?") {
                report(
                    "the question of ruling \(ruling.number) does not end with a question mark.",
                    "question", of: spot)
            }
            if !Self.folded(ruling.answer).hasSuffix(".") {
                report(
                    "the answer of ruling \(ruling.number) does not end with a full stop.",
                    "answer", of: spot)
            }
        }
        for (index, change) in changes.enumerated()
        where !Self.folded(change.what).hasSuffix(".") {
            report(
                "the text of the change of \(change.date.text) does not end with a full stop.",
                "what", of: place.at("changes").item(index))
        }
    }

    /// Reports at a key of a table; a key that is missing is told by the
    /// reader.
    private func report(_ message: String, _ key: String, of place: YAMLValue) {
        let spot = place.at(key)
        if spot.key != place.key { spot.report(message) }
    }

    private static func folded(_ text: String) -> String {
        let words = text.utf8.split { $0 == 32 || (9...13).contains($0) }
        return words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    }
}
