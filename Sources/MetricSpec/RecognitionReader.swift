/// Reads recognition.yaml.
enum RecognitionReader {
    static func read(_ value: YAMLValue) -> (value: Recognition, place: YAMLValue)? {
        guard let table = value.table(allowed: ["levels", "rules"]),
            let levelList = table.required("levels")?.list(),
            let ruleList = table.required("rules")?.list()
        else { return nil }
        let levels = levelList.compactMap(level)
        for (index, level) in levels.enumerated().dropFirst()
        where level.from <= levels[index - 1].from {
            levelList[index].report(
                "\(level.id) begins at \(StandardLint.plain(level.from)), not above the level before it."
            )
        }
        let rules = ruleList.compactMap(rule)
        checkIDs(levels.map(\.id), levelList)
        checkIDs(rules.map(\.id), ruleList)
        checkPrerequisites(rules, ruleList)
        return (Recognition(levels: levels, rules: rules), value)
    }

    private static func level(_ value: YAMLValue) -> RecognitionLevel? {
        guard let table = value.table(allowed: ["id", "title", "from"]),
            let place = table.required("from"), let from = place.double()
        else { return nil }
        if from <= 0 || from > 100 {
            place.report(
                "\(StandardLint.plain(from)) per cent of points. "
                    + "Expected a number above 0, up to 100.")
        }
        return RecognitionLevel(id: table.string("id"), title: table.string("title"), from: from)
    }

    private static func rule(_ value: YAMLValue) -> RecognitionRule? {
        guard let table = value.table(allowed: ["id", "title", "points", "coverage", "practice"]),
            let points = table.required("points").flatMap(DefinitionReader.positive)
        else { return nil }
        let kind: RecognitionRule.Kind?
        switch (table.optional("coverage"), table.optional("practice")) {
        case (let coverage?, nil): kind = self.coverage(coverage).map { .coverage($0) }
        case (nil, let practice?): kind = self.practice(practice).map { .practice($0) }
        default:
            value.report("expected either coverage or practice.")
            return nil
        }
        return kind.map {
            RecognitionRule(
                id: table.string("id"), title: table.string("title"), points: points, kind: $0)
        }
    }

    private static func coverage(_ value: YAMLValue) -> CoverageRule? {
        guard let table = value.table(allowed: ["of", "measures"]),
            let state = table.required("of")?.word(CoverageState.self),
            let measures = table.required("measures")
        else { return nil }
        if !measures.isList, measures.string() == "required" {
            return CoverageRule(of: state, measures: nil)
        }
        return CoverageRule(of: state, measures: measures.strings())
    }

    private static func practice(_ value: YAMLValue) -> PracticeRule? {
        let keys = ["criterion", "group", "checklist", "needed", "evidence", "requires"]
        guard let table = value.table(allowed: keys) else { return nil }
        let checklist = table.strings("checklist")
        let needed = table.optional("needed")?.integer() ?? checklist.count
        if needed < 0 || needed > checklist.count {
            table.optional("needed")?.report(
                "\(needed) of \(checklist.count) items. Expected no more than the checklist has.")
        }
        return PracticeRule(
            criterion: table.string("criterion"), group: table.string("group"),
            checklist: checklist, needed: needed, evidence: table.strings("evidence"),
            requires: table.strings("requires"))
    }

    private static func checkIDs(_ ids: [String], _ places: [YAMLValue]) {
        var seen: Set<String> = []
        for (id, place) in zip(ids, places) where !seen.insert(id).inserted {
            place.report("the id \"\(id)\" is taken. Each has one of its own.")
        }
    }

    /// A rule may only ask for rules that stand before it, so none waits for
    /// itself.
    private static func checkPrerequisites(_ rules: [RecognitionRule], _ places: [YAMLValue]) {
        var known: Set<String> = []
        for (rule, place) in zip(rules, places) {
            if case .practice(let practice) = rule.kind {
                for id in practice.requires where !known.contains(id) {
                    place.at("practice", "requires").report(
                        "the rule \"\(id)\" does not stand before this one.")
                }
            }
            known.insert(rule.id)
        }
    }
}
