/// Lays out one metric: finding, figure, picture, table.
enum MetricBlock {
    static func html(_ metric: MetricModel) -> HTML {
        """

        <article class="metric" id="\(metric.anchor)"><h3>\(metric.title): \
        <span class="finding \(metric.emphasis.rawValue)">\(metric.finding)</span></h3>
        <p class="about">\(about(metric))</p>\(value(metric))\(metric.responses.map(response))\(caveat(metric))\(changes(metric))\
        \(metric.group.map(group) ?? "")\(others(metric))\(metric.breakdowns.map { breakdown($0, metric) })\
        \(source(metric))</article>
        """
    }

    /// The direction stands beside the figure; without one it stands here.
    private static func about(_ metric: MetricModel) -> HTML {
        guard metric.value == nil else { return "\(metric.question)" }
        return metric.question.isEmpty
            ? "\(metric.direction)" : "\(metric.question) · \(metric.direction)"
    }

    /// The city's own words, apart from what the page says.
    private static func response(_ response: CityResponse) -> HTML {
        let group: HTML = response.group.map { "<b>\($0):</b> " } ?? ""
        return """
            <blockquote class="response"><p>\(group)\(response.text)</p>\
            <p class="source">\(response.author), for the city, \(response.day)</p></blockquote>
            """
    }

    private static func caveat(_ metric: MetricModel) -> HTML {
        metric.caveat.map { "<p class=\"caveat\">\($0)</p>" } ?? ""
    }

    /// The figure and the line of earlier ones; a figure that is missing leaves
    /// the earlier ones where they are.
    private static func value(_ metric: MetricModel) -> HTML {
        if metric.value == nil && metric.history == nil { return "" }
        let history: HTML =
            metric.history.map { history in
                """
                <div class="past">\(history.line.svg)<span class="muted">\(history.span)</span></div>
                """
            } ?? ""
        return """

            <div class="figure"><p class="value">\(figure(metric))</p>\
            \(history)</div>
            """
    }

    /// What changed in the definition within the line's span.
    private static func changes(_ metric: MetricModel) -> HTML {
        HTML(
            joining: (metric.history?.changes ?? []).map { "<p class=\"caveat\">\($0)</p>" })
    }

    private static func figure(_ metric: MetricModel) -> HTML {
        guard let value = metric.value else { return "<span>no figure</span>" }
        let about = [metric.unit, metric.real ?? "", metric.direction].filter { !$0.isEmpty }
        return "<b>\(value)</b> <span>\(about.joined(separator: " · "))</span>"
    }

    private static func group(_ group: GroupModel) -> HTML {
        let heading: HTML = group.heading.map { "<h4>\($0)</h4>" } ?? ""
        let picture: HTML = group.plot.map(\.svg) ?? ""
        let rows = group.figures.map { figure -> HTML in
            """
            <tr role="row"><th role="rowheader" scope="row">\(figure.name)</th>\
            <td role="cell">\(figure.value)</td></tr>
            """
        }
        return """
            \(heading)\(picture)
            <table class="figures" role="table"><caption>\(group.caption)</caption>\
            <tbody role="rowgroup">\(rows)</tbody></table>
            """
    }

    /// The further peer groups: a row each, so that one picture speaks.
    private static func others(_ metric: MetricModel) -> HTML {
        if metric.others.isEmpty { return "" }
        let rows = metric.others.map { other -> HTML in
            """
            <tr><th scope="row">\(other.title)</th><td>\(other.finding)</td>\
            <td>\(other.median)</td><td>\(other.cities)</td></tr>
            """
        }
        return """

            <table class="others"><caption>\(metric.title): other peer groups\
            </caption><thead><tr><th scope="col">Also among</th><th scope="col">Place</th>\
            <th scope="col">Median</th><th scope="col">Cities</th></tr></thead>\
            <tbody>\(rows)</tbody></table>
            """
    }

    /// The figure by groups, and how much has no group.
    private static func breakdown(_ breakdown: BreakdownModel, _ metric: MetricModel) -> HTML {
        let rows = breakdown.rows.map { row -> HTML in
            "<tr><th scope=\"row\">\(row.group)</th><td>\(row.figure)</td></tr>"
        }
        return """

            <table class="others groups"><caption>\(metric.title) by groups</caption>\
            <thead><tr><th scope="col">\(breakdown.title)</th>\
            <th scope="col">This city</th></tr></thead><tbody>\(rows)</tbody></table>
            """
    }

    private static func source(_ metric: MetricModel) -> HTML {
        let parts = [metric.basis, metric.source.map { "Source: \($0)" }].compactMap { $0 }
        return parts.isEmpty ? "" : "<p class=\"source\">\(parts.joined(separator: " "))</p>"
    }
}

extension Stylesheet {
    /// What a page with a city's own words needs beside the style of all.
    static let response: HTML = """
        .response{margin:.45rem 0 0;padding:.25rem .8rem;border-left:3px solid var(--rule);\
        font-size:.875rem;break-inside:avoid}

        """
}
