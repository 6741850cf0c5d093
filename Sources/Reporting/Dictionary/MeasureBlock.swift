import MetricSpec

/// What cities report, told so that a finance officer can report it.
struct MeasureBlock: Sendable {
    let measure: Measure
    let lookup: Lookup
    /// Whether the metrics that use it are named.
    let namesUsers: Bool

    var html: HTML {
        """

        <article class="measure" id="\(Lookup.anchor(ofMeasure: measure.id))">\
        <h3>\(measure.title) <span class="unit">\(lookup.words(ofUnit: measure.unit))</span></h3>
        <p>\(measure.definition)</p>
        \(counts)\(Fact.pairs(facts))</article>

        """
    }

    /// What counts and what does not, side by side.
    private var counts: HTML {
        let lists = [("Counts", measure.includes), ("Does not count", measure.excludes)]
            .filter { !$0.1.isEmpty }
        guard !lists.isEmpty else { return "" }
        return """
            <div class="columns">\(lists.map { title, items -> HTML in
                "<div><h4>\(title)</h4>\(Fact.list(items.map { "\($0)" }))</div>"
            })</div>

            """
    }

    private var facts: [Fact?] {
        let style = lookup.style(measure.unit)
        return [
            Fact("Where it is taken from", words: measure.source),
            Fact("Work a quarter", words: minutes),
            Fact("What it is", words: kind),
            service,
            Fact("Required", words: measure.isRequired ? "Yes, of every member." : nil),
            Fact("Plausible", words: Wording.plausible(measure.plausible, style: style)),
            Fact("To be explained", words: Wording.change(measure.change, style: style)),
            Fact("Cost", words: measure.costRole.map { Wording.sentence($0.words) }),
            Fact("Margin of error", words: margin),
            Fact("Part of", words: titles(measure.partOf)),
            Fact("Sum of", words: measure.sumOf.map { titles($0.parts) }),
            breakdowns,
        ] + notes
    }

    private var notes: [Fact?] {
        [
            RulingList.fact(measure.rulings),
            ChangeList.fact(measure.changes),
            Fact("Also called", words: measure.synonyms.joined(separator: ", ")),
            Fact("Outside codes", words: measure.codes.map(\.words).joined(separator: ", ")),
            Fact("In place of", words: measure.supersedes),
            Fact("Id", "<code>\(measure.id)</code>"),
            users,
        ]
    }

    private var minutes: String? {
        measure.minutesPerQuarter.map { "About \(Wording.number($0)) minutes." }
    }

    private var kind: String {
        let kind =
            measure.kind == .flow
            ? "An amount of the period." : "A level, not an amount of the period."
        let parts = measure.isAdditive ? "" : " Values of parts cannot be added up."
        return "\(kind) \(Wording.year(measure.quarterToYear))\(parts)"
    }

    private var service: Fact? {
        Fact("Service", words: measure.service.flatMap { lookup.standard.service($0)?.title })
    }

    private var margin: String? {
        measure.margin.map {
            "Of \u{201C}\(lookup.title($0.measure))\u{201D}, at \(Wording.number($0.level * 100))% "
                + "confidence."
        }
    }

    private func titles(_ ids: [String]) -> String {
        ids.map { "\u{201C}\(lookup.title($0))\u{201D}" }.joined(separator: ", ")
    }

    private var breakdowns: Fact? {
        measure.breakdowns.isEmpty
            ? nil : Fact("Also by", lookup.breakdowns(measure.breakdowns))
    }

    private var users: Fact? {
        guard namesUsers else { return nil }
        let metrics = lookup.metrics(using: measure.id).map { lookup.link($0.id) }
        return metrics.isEmpty ? nil : Fact("Used by", Fact.list(metrics))
    }
}

/// Numbered answers to questions about a definition.
enum RulingList {
    static func fact(_ rulings: [Ruling]) -> Fact? {
        rulings.isEmpty ? nil : Fact("Rulings", html(rulings))
    }

    static func html(_ rulings: [Ruling]) -> HTML {
        let items = rulings.map { ruling -> HTML in
            let date: HTML = ruling.date.map { " <span class=\"muted\">(\($0.text))</span>" } ?? ""
            return """
                <li value="\(ruling.number)"><b>\(ruling.question)</b> \(ruling.answer)\(date)</li>

                """
        }
        return "<ol>\(items)</ol>"
    }
}

/// Changes of a definition with their dates, and what each means.
enum ChangeList {
    static func fact(_ changes: [DefinitionChange]) -> Fact? {
        changes.isEmpty ? nil : Fact("Changes", html(changes))
    }

    static func html(_ changes: [DefinitionChange]) -> HTML {
        Fact.list(
            changes.map { change in
                """
                <b>From \(change.date.text) (version \(change.version)):</b> \(change.what) \
                \(change.consequence)\(change.isCorrection ? " It mends a mistake." : "")
                """
            })
    }
}
