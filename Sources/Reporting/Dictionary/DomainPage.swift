import MetricSpec

/// A page of a domain: its metrics, and all its measures in full.
struct DomainPage: Sendable {
    let domain: DictionaryDomain
    let lookup: Lookup

    var html: HTML {
        PageFrame(dictionary: domain.title, of: lookup.standard).html(
            header: header, main: "\(navigation)\(metrics)\(measures)",
            footer: PageFrame.dictionaryLinks(domain: nil))
    }

    private var header: HTML {
        let metrics = Wording.count(domain.metrics.count, "metric", "metrics")
        let measures = Wording.count(domain.measures.count, "measure", "measures")
        return """

            <p class="eyebrow">\(lookup.standard.title) \(lookup.standard.version)</p>
            <h1>\(domain.title)</h1>
            <p class="lead">\(metrics), made of what cities report: \(measures)\(minutes).</p>

            """
    }

    private var minutes: String {
        let sum = domain.measures.compactMap(\.minutesPerQuarter).reduce(0, +)
        return sum > 0 ? ", about \(Wording.number(sum)) minutes of work a quarter" : ""
    }

    private var navigation: HTML {
        let links = domain.measures.map { measure -> HTML in
            "<li><a href=\"#\(Lookup.anchor(ofMeasure: measure.id))\">\(measure.title)</a></li>"
        }
        return links.isEmpty
            ? "" : "\n<nav aria-label=\"Measures on this page\"><ul>\(links)</ul></nav>"
    }

    private var metrics: HTML {
        guard !domain.metrics.isEmpty else { return "" }
        return """

            <section aria-labelledby="metrics"><h2 id="metrics">What is compared</h2>
            \(domain.table(lookup, caption: "The metrics of \(domain.title)"))</section>
            """
    }

    private var measures: HTML {
        guard !domain.measures.isEmpty else { return "" }
        let blocks = domain.measures.map { measure in
            MeasureBlock(measure: measure, lookup: lookup, namesUsers: true).html
        }
        return """

            <section aria-labelledby="measures"><h2 id="measures">What cities report</h2>
            \(blocks)</section>

            """
    }
}
