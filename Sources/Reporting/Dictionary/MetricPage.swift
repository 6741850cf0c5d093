import MetricSpec

/// A readable page of one metric.
struct MetricPage: Sendable {
    let metric: Metric
    let lookup: Lookup

    var html: HTML {
        PageFrame(dictionary: metric.title, of: lookup.standard).html(
            header: header,
            main: HTML(joining: [
                section("formula", "How it is worked out", formula),
                section("reading", "How to read it", reading),
                section("comparison", "Who is compared with whom", Fact.list(comparison)),
                section(
                    "rulings", "Rulings",
                    metric.notes.rulings.isEmpty ? "" : RulingList.html(metric.notes.rulings)),
                section("changes", "Changes of the definition", changes),
                section("measures", "What cities report for it", measures),
                section("about", "About this definition", Fact.pairs(about)),
            ]),
            footer: PageFrame.dictionaryLinks(domain: hasDomain ? metric.domain : nil))
    }

    /// A proposal may be the first of its domain, which then has no page.
    private var hasDomain: Bool {
        lookup.standard.metrics.contains { $0.domain == metric.domain }
            || lookup.standard.measures.contains { $0.domain == metric.domain }
    }

    private func section(_ id: String, _ title: String, _ content: HTML) -> HTML {
        guard !content.bytes.isEmpty else { return "" }
        return """

            <section aria-labelledby="\(id)"><h2 id="\(id)">\(title)</h2>
            \(content)</section>

            """
    }

    private var header: HTML {
        """

        <p class="eyebrow">\(lookup.standard.title) \(lookup.standard.version) · \
        \(Wording.domain(metric.domain))</p>
        <h1>\(metric.question.isEmpty ? metric.title : metric.question)</h1>
        <p class="lead"><b>\(metric.title).</b> \(metric.definition)</p>
        \(proposal)<dl class="glance">\(glance.map { fact -> HTML in
            "<div><dt>\(fact.term)</dt><dd>\(fact.text)</dd></div>"
        })</dl>

        """
    }

    private var glance: [Fact] {
        let style = lookup.style(metric.unit)
        return [
            Fact("Unit", words: lookup.words(ofUnit: metric.unit)),
            Fact("What is good", words: Wording.direction(metric, style: style)),
            Fact("Service", words: service?.title ?? "the city as a whole"),
            Fact("Says", words: metric.kind.words),
        ].compactMap { $0 }
    }

    private var proposal: HTML {
        guard let proposal = lookup.proposal else { return "" }
        return """
            <p class="proposed"><strong>Proposed.</strong> Nobody reports or compares this yet. \
            \(ProposalWords(proposal, lookup: lookup).sentence)</p>

            """
    }

    private var service: Service? { metric.service.flatMap(lookup.standard.service) }

    private var formula: HTML {
        let words = FormulaWords(metric, lookup: lookup)
        return """
            \(words.html)
            <p>\(words.sentences.joined(separator: " "))</p>\(GroupNumbers(metric, lookup).html)
            """
    }

    private var reading: HTML {
        let style = lookup.style(metric.unit)
        return Fact.pairs([
            Fact("What is good", words: Wording.good(metric, style: style)),
            Fact("How sure it is", words: metric.uncertainty.words),
            Fact(
                "Smallest gap worth a word",
                words: Wording.gap(metric.meaningfulDifference, style: style)),
            Fact("What moves it", items: metric.notes.influencingFactors),
            Fact("How it can mislead", words: metric.notes.perverseIncentive),
            Fact("Plausible", words: Wording.plausible(metric.plausible, style: style)),
            Fact("To be explained", words: Wording.change(metric.change, style: style)),
            Fact("How it is written", words: decimals),
            metric.breakdowns.isEmpty ? nil : Fact("Also by", lookup.breakdowns(metric.breakdowns)),
        ])
    }

    private var decimals: String {
        let places =
            switch metric.decimals {
            case 0: "In whole numbers"
            case let places?: "With \(Wording.count(places, "decimal", "decimals"))"
            case nil: "As reported"
            }
        guard metric.polarity.isJudged, metric.reference == .peers else { return places + "." }
        return places + "; cities whose figures are written alike share a place."
    }

    private var comparison: [HTML] {
        ComparisonWords(metric, lookup: lookup).sentences.map { "\($0)" }
    }

    private var changes: HTML {
        let changes =
            lookup.proposal == nil ? lookup.standard.changes(of: metric) : metric.notes.changes
        return changes.isEmpty ? "" : ChangeList.html(changes)
    }

    /// The measures it is made of, and those that say how sure it is; of
    /// metrics in it only the links.
    private var measures: HTML {
        let ids = metric.formula.measures + metric.formula.accompanying
        let metrics = ids.filter { lookup.measure($0) == nil }.map { lookup.link($0) }
        let blocks = ids.compactMap(lookup.measure).map { measure in
            MeasureBlock(measure: measure, lookup: lookup, namesUsers: false).html
        }
        let links: HTML =
            metrics.isEmpty
            ? "" : "<p>Made of other metrics, each with a page:</p>\(Fact.list(metrics))"
        return "\(links)\(blocks)"
    }

    private var about: [Fact?] {
        let notes = metric.notes
        return [
            Fact("Id", "<code>\(metric.id)</code>"),
            Fact("Kept by", words: notes.owner),
            Fact("Looked at again by", words: notes.review?.text),
            Fact("Compared from", words: notes.validFrom?.text),
            notes.supersedes.map { Fact("In place of", lookup.link($0)) },
            Fact("Outside codes", words: notes.codes.map(\.words).joined(separator: ", ")),
        ]
    }
}
