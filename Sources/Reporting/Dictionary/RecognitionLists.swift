import MetricSpec

/// The levels of recognition and the rules that give points.
struct RecognitionLists: Sendable {
    let recognition: Recognition
    let lookup: Lookup

    var html: HTML { "\(levels)\(coverage)\(practices)" }

    private var levels: HTML {
        ReadingTable(
            caption: "Levels, by the share of \(Wording.number(recognition.points)) points",
            heads: ["Level", "From"],
            rows: recognition.levels.map {
                ["\($0.title)", "\(Wording.number($0.from))% of the points"]
            }
        ).html
    }

    private var coverage: HTML {
        let rows = recognition.rules.compactMap { rule -> [HTML]? in
            guard case .coverage(let coverage) = rule.kind else { return nil }
            return ["\(rule.title)", "\(Wording.number(rule.points))", measures(coverage)]
        }
        guard !rows.isEmpty else { return "" }
        return ReadingTable(
            caption: "Points for figures, in proportion to their share",
            heads: ["Rule", "Points", "Share of"], rows: rows
        ).html
    }

    private func measures(_ rule: CoverageRule) -> HTML {
        let state =
            switch rule.of {
            case .reported: "that are reported"
            case .verified: "that somebody beside the author stands for"
            case .onTime: "that came by the day they were due"
            }
        guard let ids = rule.measures else { return "the required measures \(state)" }
        return "these measures \(state): \(Fact.list(ids.map(lookup.link)))"
    }

    private var practices: HTML {
        let rows = recognition.rules.compactMap { rule -> [HTML]? in
            guard case .practice(let practice) = rule.kind else { return nil }
            return [
                "\(rule.title)", "\(Wording.number(rule.points))", "\(practice.group)",
                criterion(practice),
            ]
        }
        guard !rows.isEmpty else { return "" }
        return ReadingTable(
            caption: "Points for good practice, as an assessor has seen it",
            heads: ["Rule", "Points", "Part", "Criterion"], rows: rows
        ).html
    }

    private func criterion(_ practice: PracticeRule) -> HTML {
        let all = practice.checklist.count
        let needed = practice.needed < all ? "At least \(practice.needed) of \(all):" : "All of:"
        let titles = practice.requires.map { id in
            recognition.rules.first { $0.id == id }?.title ?? id
        }
        var notes: [String] = []
        if !practice.evidence.isEmpty {
            notes.append("Evidence: \(Wording.choice(practice.evidence)).")
        }
        if !titles.isEmpty { notes.append("Only after: \(Wording.list(titles)).") }
        let list: HTML =
            all == 0 ? "" : " \(needed)\(Fact.list(practice.checklist.map { "\($0)" }))"
        return "\(practice.criterion)\(list) \(notes.joined(separator: " "))"
    }
}
