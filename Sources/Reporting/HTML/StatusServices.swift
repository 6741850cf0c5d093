/// Lays out the quarter's days, and how far each city's services are.
enum StatusServices {
    /// The steps in their order, the next one marked.
    static func calendar(_ input: StatusInput) -> HTML {
        guard let cycle = input.cycle, !cycle.steps.isEmpty else { return "" }
        let steps = cycle.steps.map { step -> HTML in
            step.name == cycle.next
                ? "<li class=\"next\"><b>\(step.day)</b><span>\(step.name) (next)</span></li>"
                : "<li><b>\(step.day)</b><span>\(step.name)</span></li>"
        }
        let blackout: HTML =
            cycle.isBlackout ? "<p class=\"note\">Blackout: nothing is released now.</p>" : ""
        return """

            <section aria-labelledby="calendar"><h2 id="calendar">The quarter: \(cycle.stage)</h2>
            <ol class="steps">\(steps)</ol>\(blackout)</section>
            """
    }

    /// How many cities are how far with each service, and which.
    static func section(_ input: StatusInput) -> HTML {
        guard !input.services.isEmpty else { return "" }
        return """

            <section aria-labelledby="services"><h2 id="services">Services</h2>\
            \(counts(input))\(input.services.map(list))</section>

            """
    }

    private static func counts(_ input: StatusInput) -> HTML {
        let states = states(input)
        let heads = states.map { "<th scope=\"col\">\($0)</th>" as HTML }
        let rows = input.services.map { service -> HTML in
            let cells = states.map { state -> HTML in
                "<td>\(service.cities.filter { $0.state == state }.count)</td>"
            }
            return "<tr><th scope=\"row\">\(service.title)</th>\(cells)</tr>\n"
        }
        return """

            <div class="scroll" role="region" aria-label="Table of services" tabindex="0">
            <table class="cities"><caption><span>How many cities are how far with each service \
            in \(input.period)</span></caption>
            <thead><tr><th scope="col">Service</th>\(heads)</tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
    }

    /// The states that occur, in the order of a service's way.
    private static func states(_ input: StatusInput) -> [String] {
        let way = [
            "announced", "received", "queried", "answered", "certified", "agreed",
            "released uncertified", "not provided", "not taking part",
        ]
        let present = Set(input.services.flatMap { $0.cities.map(\.state) })
        return way.filter(present.contains)
    }

    /// The cities of a service by their state.
    private static func list(_ service: StatusInput.Service) -> HTML {
        let groups = Dictionary(grouping: service.cities, by: \.state)
        let facts = groups.sorted { $0.key < $1.key }.map { state, cities in
            Fact(
                state, words: cities.sorted { $0.name < $1.name }.map(words).joined(separator: ", ")
            )
        }
        return "<h3>\(service.title)</h3>\(Fact.pairs(facts))"
    }

    private static func words(_ city: StatusInput.ServiceCity) -> String {
        city.note.map { "\(city.name) (\($0))" } ?? city.name
    }
}
