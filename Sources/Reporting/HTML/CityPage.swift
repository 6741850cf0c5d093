/// Lays out a city's page.
enum CityPage {
    static func html(_ model: ReportModel) -> HTML {
        let frame = PageFrame(
            title: "\(model.cityName), \(model.edition.period): \(model.edition.consortium)",
            edition: model.edition, style: hasResponses(model) ? Stylesheet.response : "")
        return frame.html(
            header: header(model),
            main: HTML(joining: [
                look(model), navigation(model), key(model), sheet(model),
                model.recognition.map(RecognitionBlock.table) ?? "", appendix(model.appendix),
            ]),
            footer: "<p><a href=\"index.html\">All cities</a></p>")
    }

    private static func hasResponses(_ model: ReportModel) -> Bool {
        model.domains.contains { $0.metrics.contains { !$0.responses.isEmpty } }
    }

    private static func header(_ model: ReportModel) -> HTML {
        """

        <p class="eyebrow">\(model.edition.consortium) · \(model.edition.period) · \
        \(model.edition.release)</p>
        <h1>\(model.headline)</h1>
        <p class="lead">\(model.lead)</p>
        <ul class="tiles">\(model.tiles.map(tile))</ul>\
        \(model.recognition.map(RecognitionBlock.lead) ?? "")

        """
    }

    private static func tile(_ tile: Tile) -> HTML {
        """
        <li class="\(tile.emphasis.rawValue)"><b>\(tile.count)</b> <span>\(tile.words)</span></li>
        """
    }

    private static func look(_ model: ReportModel) -> HTML {
        let note: HTML = model.lookNote.map { "<p class=\"note\">\($0)</p>" } ?? ""
        return """

            <section class="look" aria-labelledby="look"><h2 id="look">What to look at</h2>
            <div class="columns">\(lookList("Strongest places", model.strong))\
            \(lookList("Weakest places", model.weak))</div>\(note)</section>
            """
    }

    private static func lookList(_ title: String, _ items: [LookItem]) -> HTML {
        guard !items.isEmpty else { return "" }
        let lines = items.map { item -> HTML in
            let peers: HTML = item.bestPeers.map { " \($0)" } ?? ""
            return """
                <li><a href="#\(item.anchor)">\(item.title)</a>: \(item.place). \
                <span class="muted">\(item.figures).\(peers)</span></li>
                """
        }
        return "<div><h3>\(title)</h3><ol>\(lines)</ol></div>"
    }

    private static func navigation(_ model: ReportModel) -> HTML {
        let links = model.domains.map { domain -> HTML in
            "<li><a href=\"#\(domain.anchor)\">\(domain.title)</a></li>"
        }
        return """

            <nav aria-label="On this page"><ul>\(links)\
            <li><a href="#missing">What is missing</a></li>\
            <li><a href="#method">Vintage and method</a></li>\
            \(model.recognition.map { _ in RecognitionBlock.link } ?? "")<li><a href="#appendix">Figures over time</a></li></ul></nav>
            """
    }

    /// How to read the pictures; the signs beside the words say nothing more.
    private static func key(_ model: ReportModel) -> HTML {
        """

        <p class="key">In each picture: <span class="sign dot"></span> a peer, \
        <span class="sign square"></span> \(model.cityName), <span class="sign tick"></span> \
        the median, <span class="sign half"></span> the middle half of the cities\(hollow(model)).</p>
        """
    }

    /// The hollow mark, where a figure is shown and not compared.
    private static func hollow(_ model: ReportModel) -> HTML {
        guard !model.notCompared.isEmpty else { return "" }
        return """
            , <span class="sign square hollow"></span> \(model.cityName) with a figure that is not \
            compared
            """
    }

    /// What fills two columns on paper.
    private static func sheet(_ model: ReportModel) -> HTML {
        """

        <div class="sheet">\(model.domains.map(domain))\(missing(model))\(method(model))</div>
        """
    }

    private static func domain(_ domain: DomainModel) -> HTML {
        """

        <section aria-labelledby="\(domain.anchor)"><h2 id="\(domain.anchor)">\(domain.title)</h2>
        <div class="metrics">\(domain.metrics.map(MetricBlock.html))</div></section>
        """
    }

    /// Metrics without a figure, then those with one that has no place.
    private static func missing(_ model: ReportModel) -> HTML {
        let title =
            switch (model.missing.isEmpty, model.notCompared.isEmpty) {
            case (true, true): "What is missing"
            case (false, true): "What is missing, and why"
            case (true, false): "What is not compared, and why"
            case (false, false): "What is missing or not compared, and why"
            }
        let nothing: HTML =
            model.missing.isEmpty
            ? "<p>Nothing is missing: the city has a figure in every metric.</p>" : ""
        let rows = (model.missing + model.notCompared).map { item -> HTML in
            """
            <div><dt>\(item.reason)</dt><dd><b>\(item.metrics.joined(separator: ", "))</b>. \
            <span class="muted">\(item.explanation)</span></dd></div>
            """
        }
        let list: HTML = rows.isEmpty ? "" : "<dl class=\"pairs\">\(rows)</dl>"
        return """

            <section aria-labelledby="missing"><h2 id="missing">\(title)</h2>
            \(nothing)\(list)</section>
            """
    }

    private static func method(_ model: ReportModel) -> HTML {
        let rows = model.method.map { note -> HTML in
            "<div><dt>\(note.title)</dt><dd>\(note.text)</dd></div>"
        }
        return """

            <section class="method" aria-labelledby="method"><h2 id="method">Vintage and \
            method</h2>
            <dl class="pairs">\(rows)</dl></section>
            """
    }

    private static func appendix(_ appendix: Appendix) -> HTML {
        let heads = appendix.periods.map { "<th scope=\"col\">\($0)</th>" as HTML }
        let rows = appendix.rows.map { row -> HTML in
            let cells = row.figures.map { "<td>\($0)</td>" as HTML }
            return """
                <tr><th scope="row">\(row.metric) <span class="muted">\(row.unit)</span></th>\
                \(cells)</tr>

                """
        }
        let mark: HTML =
            appendix.hasMark
            ? "; \(Appendix.mark) follows an earlier definition, not to be held against the latest"
            : ""
        return """

            <section class="appendix" aria-labelledby="appendix"><h2 id="appendix">Figures \
            over time</h2>
            <div class="scroll" role="region" aria-label="Table of figures over time" \
            tabindex="0"><table><caption><span>The city\u{2019}s own figures by \
            period\(mark)</span></caption>
            <thead><tr><th scope="col">Metric</th>\(heads)</tr></thead>
            <tbody>\(rows)</tbody></table></div></section>

            """
    }
}
