/// Lays out the paper for the meeting on a period's figures.
enum AgendaPage {
    static func html(_ input: AgendaInput) -> HTML {
        let model = AgendaModel(input: input)
        let style = Stylesheet.dictionary + Stylesheet.quarter
        let frame = PageFrame(
            title: "\(model.headline), \(input.consortium)",
            colophon: "\(input.consortium) · meeting on \(input.period), as of \(input.day)",
            isInvented: input.isInvented,
            style: input.isInvented ? style + Stylesheet.invented : style)
        return frame.html(
            header: header(model), main: main(model),
            footer: "<p>\(AgendaModel.footnote)</p>")
    }

    private static func header(_ model: AgendaModel) -> HTML {
        """

        <p class="eyebrow">\(model.input.consortium) · as of \(model.input.day)</p>
        <h1>\(model.headline)</h1>
        <p class="lead">\(model.lead)</p>

        """
    }

    private static func main(_ model: AgendaModel) -> HTML {
        let quiet: HTML =
            model.quiet.isEmpty
            ? ""
            : """

            <section><h2>Nothing to discuss</h2>
            <p>\(model.quiet.joined(separator: ", ")).</p></section>
            """
        return "\(model.services.map(section))\(quiet)"
    }

    private static func section(_ service: AgendaInput.Service) -> HTML {
        """

        <section><h2>\(service.title)</h2>
        <p class="muted">Cities: \(service.states).</p>\(queries(service))\(moves(service))\
        \(flagged(service))</section>
        """
    }

    private static func queries(_ service: AgendaInput.Service) -> HTML {
        table(
            "Questions", of: service, ["Figure", "Value", "Waits for", "What was said"],
            service.queries.map { query in
                [
                    "\(AgendaModel.name(query.figure)) <span class=\"muted\">question "
                        + "\(query.number)</span>",
                    "\(AgendaModel.figures(query))", "\(query.waitsFor)", thread(query.thread),
                ]
            })
    }

    private static func moves(_ service: AgendaInput.Service) -> HTML {
        table(
            "Largest moves within a year", of: service,
            ["Figure", "Change", "From, to", "What was said"],
            service.moves.map { move in
                [
                    "\(AgendaModel.name(move.figure))", "\(AgendaModel.change(move))",
                    "\(AgendaModel.figures(move))", thread(move.said),
                ]
            })
    }

    private static func flagged(_ service: AgendaInput.Service) -> HTML {
        table(
            "Unlikely figures", of: service, ["Figure", "Value", "Why", "What was said"],
            service.flagged.map { flagged in
                [
                    "\(AgendaModel.name(flagged.figure))", "\(AgendaModel.value(flagged))",
                    "\(flagged.reasons.joined(separator: " "))", thread(flagged.said),
                ]
            })
    }

    private static func table(
        _ title: String, of service: AgendaInput.Service, _ heads: [String], _ rows: [[HTML]]
    ) -> HTML {
        guard !rows.isEmpty else { return "" }
        let table = ReadingTable(
            caption: "\(title) on \(service.title)", heads: heads, rows: rows,
            isCaptionHidden: true)
        return "<h3>\(title)</h3>\(table.html)"
    }

    private static func thread(_ said: [AgendaInput.Said]) -> HTML {
        guard !said.isEmpty else { return "" }
        return Fact.list(said.map { "<b>\($0.who)</b>: \($0.text)" })
    }
}
