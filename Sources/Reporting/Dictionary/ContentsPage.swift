import MetricSpec

/// The first page of the dictionary: everything at a glance.
struct ContentsPage: Sendable {
    let lookup: Lookup

    private var standard: Standard { lookup.standard }

    var html: HTML {
        let sections = [
            Section("metrics", "What is compared", metrics),
            Section("services", "Services", services),
            Section("units", "Units", UnitLists(lookup: lookup).html),
            Section("breakdowns", "Breakdowns", HTML(joining: standard.breakdowns.map(breakdown))),
            Section("prices", "Price series", prices),
            Section("recognition", "Recognition", recognition),
            Section("proposals", "Proposals", proposals),
        ].filter { !$0.content.bytes.isEmpty }
        return PageFrame(dictionary: "Data dictionary", of: standard).html(
            header: header, main: "\(navigation(sections))\(sections.map(\.html))",
            footer: PageFrame.dictionaryLinks(domain: nil))
    }

    private struct Section {
        let id: String
        let title: String
        let content: HTML

        init(_ id: String, _ title: String, _ content: HTML) {
            (self.id, self.title, self.content) = (id, title, content)
        }

        var html: HTML {
            """

            <section aria-labelledby="\(id)"><h2 id="\(id)">\(title)</h2>
            \(content)</section>

            """
        }
    }

    private var header: HTML {
        let metrics = Wording.count(standard.metrics.count, "metric", "metrics")
        let measures = Wording.count(standard.measures.count, "measure", "measures")
        let domains = Wording.count(domains.count, "domain", "domains")
        return """

            <p class="eyebrow">Data dictionary · \(standard.id) \(standard.version)</p>
            <h1>\(standard.title)</h1>
            <p class="lead">\(metrics) in \(domains), made of \(measures) that cities report. Each \
            metric has a page that says what counts, what does not, and who is compared with whom. \
            <a href="\(DictionaryTable.fileName)">All definitions as a table (CSV)</a>.</p>

            """
    }

    private var domains: [DictionaryDomain] { DictionaryDomain.all(of: standard) }

    private func navigation(_ sections: [Section]) -> HTML {
        let parts = sections.map { "<li><a href=\"#\($0.id)\">\($0.title)</a></li>" as HTML }
        let domains = domains.map { domain -> HTML in
            "<li><a href=\"#domain-\(domain.id)\">\(domain.title)</a></li>"
        }
        return """

            <nav aria-label="On this page"><ul>\(parts)</ul></nav>
            <nav aria-label="Domains"><ul>\(domains)</ul></nav>
            """
    }

    private var metrics: HTML {
        HTML(
            joining: domains.map { domain in
                let measures = Wording.count(domain.measures.count, "measure", "measures")
                let file = Lookup.file(ofDomain: domain.id)
                return """
                    <h3 id="domain-\(domain.id)"><a href="\(file)">\(domain.title)</a> \
                    <span class="unit">\(measures)</span></h3>
                    \(domain.table(lookup, caption: "The metrics of \(domain.title)"))
                    """
            })
    }

    private var services: HTML {
        guard !standard.services.isEmpty else { return "" }
        return ReadingTable(
            caption: "The services that cities provide",
            heads: ["Service", "What it is", "Divided by"],
            rows: standard.services.map {
                ["\($0.title)", "\($0.definition)", "\($0.population.words)"]
            }
        ).html
    }

    private func breakdown(_ breakdown: Breakdown) -> HTML {
        let lists = breakdown.crosswalks.sorted { $0.key < $1.key }
        let rows = breakdown.values.map { value -> [HTML] in
            let reference = value.id == breakdown.reference ? " (reference)" : ""
            let unknown: HTML = value.isUnknown ? " <span class=\"muted\">unknown</span>" : ""
            return ["\(value.title)\(reference)", "<code>\(value.id)</code>\(unknown)"]
                + lists.map { "\(Self.codes(of: value.id, in: $0.value))" }
        }
        return """
            <h3 id="breakdown-\(breakdown.id)">\(breakdown.title)</h3>
            <p>\(breakdown.definition)</p>
            \(ReadingTable(
                caption: "\(breakdown.title): groups and the codes that cities use for them",
                heads: ["Group", "Id"] + lists.map(\.key),
                rows: rows).html)
            """
    }

    /// A city's own codes that mean one group; a blank cell is named.
    private static func codes(of value: String, in codes: [String: String]) -> String {
        codes.filter { $0.value == value }.keys.sorted(by: CodeOrder.precedes)
            .map { $0.isEmpty ? "blank" : $0 }.joined(separator: ", ")
    }

    private var prices: HTML {
        guard !standard.priceSeries.isEmpty else { return "" }
        return ReadingTable(
            caption: "The indices by which money is put into one period\u{2019}s prices",
            heads: ["Series", "What it is", "Prices of"],
            rows: standard.priceSeries.map {
                ["\($0.title)", "\($0.definition)", "\($0.base.words)"]
            }
        ).html
    }

    private var recognition: HTML {
        standard.recognition.map { RecognitionLists(recognition: $0, lookup: lookup).html } ?? ""
    }

    private var proposals: HTML {
        guard !standard.proposals.isEmpty else { return "" }
        return ReadingTable(
            caption: "Metrics on their way into the standard",
            heads: ["Metric", "Question", "Way"],
            rows: standard.proposals.map { proposal in
                let file = Lookup.file(ofProposal: proposal.metric.id)
                return [
                    "<a href=\"\(file)\">\(proposal.metric.title)</a>",
                    "\(proposal.metric.question)",
                    "\(ProposalWords(proposal, lookup: lookup).sentence)",
                ]
            }
        ).html
    }
}

/// The order of codes: numbers by size, then all others as text.
enum CodeOrder {
    static func precedes(_ left: String, _ right: String) -> Bool {
        switch (leading(left), leading(right)) {
        case (let a?, let b?): (a, left) < (b, right)
        case (_?, nil): true
        case (nil, _?): false
        case (nil, nil): left < right
        }
    }

    /// The whole number with which a code begins.
    private static func leading(_ code: String) -> Int? {
        Int(code.prefix { $0.isASCII && $0.isNumber })
    }
}
