/// Lays out who has reported for a period, how completely and how late.
enum StatusPage {
    static func html(_ input: StatusInput) -> HTML {
        let frame = PageFrame(
            title: "Reports for \(input.period), \(input.consortium)",
            colophon: "\(input.consortium) · reports for \(input.period), as of \(input.day)",
            isInvented: input.isInvented,
            style: input.isInvented ? style(input) + Stylesheet.invented : style(input))
        return frame.html(
            header: header(input),
            main: HTML(joining: [
                StatusServices.calendar(input), outstanding(input), table(input),
                StatusServices.section(input),
            ]),
            footer: footnote)
    }

    private static func style(_ input: StatusInput) -> HTML {
        input.services.isEmpty && input.cycle == nil
            ? Stylesheet.status : Stylesheet.status + Stylesheet.quarter
    }

    // MARK: Top

    private static func header(_ input: StatusInput) -> HTML {
        """

        <p class="eyebrow">\(input.consortium) · as of \(input.day)</p>
        <h1>\(headline(input))</h1>
        <p class="lead">\(lead(input))</p>
        <ul class="tiles">\(tile(count(input, .complete), "complete", "best"))\
        \(tile(count(input, .partial), "in part", "neutral"))\
        \(tile(count(input, .nothing), "nothing yet", "worst"))\
        \(tile(late(input).count, "late", "worst"))</ul>

        """
    }

    private static func tile(_ count: Int, _ words: String, _ look: String) -> HTML {
        "<li class=\"\(look)\"><b>\(count)</b><span>\(words)</span></li>"
    }

    private static func headline(_ input: StatusInput) -> String {
        let expected = input.cities.filter { $0.state != .notTakingPart }.count
        let complete = count(input, .complete)
        if expected > 1, complete == expected {
            return "All \(expected) cities have reported \(input.period) completely"
        }
        return "\(complete) of \(expected) cities have reported \(input.period) completely"
    }

    private static func lead(_ input: StatusInput) -> String {
        guard let due = input.due else {
            return "calendar.csv names no day by which reports for \(input.period) are due."
        }
        let errors = input.cities.filter { $0.errors > 0 }.count
        let open =
            switch errors {
            case 0: "No file has values that were not accepted."
            case 1: "One city has values that were not accepted."
            default: "\(errors) cities have values that were not accepted."
            }
        return "Reports were due on \(due). \(open)"
    }

    // MARK: Who is asked first

    /// Those to be asked one by one; whoever reported in time and in part is
    /// counted.
    private static func outstanding(_ input: StatusInput) -> HTML {
        let pressing = input.cities.filter(isPressing)
            .sorted { ($1.daysLate ?? 0, $0.name) < ($0.daysLate ?? 0, $1.name) }
        let others = input.cities.filter { $0.state == .partial && !isPressing($0) }.count
        guard !pressing.isEmpty || others > 0 else { return "" }
        let items = pressing.map { "<li><b>\($0.name)</b>: \(wants($0))</li>" as HTML }
        let list: HTML = items.isEmpty ? "" : "<ul class=\"open\">\(items)</ul>"
        let rest: HTML =
            others == 0
            ? "" : "<p>\(counted(others, "city has", "cities have")) reported a part in time.</p>"
        return """

            <section aria-labelledby="open"><h2 id="open">What is outstanding</h2>
            \(list)\(rest)</section>
            """
    }

    private static func isPressing(_ city: StatusInput.City) -> Bool {
        city.state == .nothing || city.errors > 0 || city.rejectedFiles > 0
            || city.daysLate ?? 0 > 0
    }

    private static func wants(_ city: StatusInput.City) -> String {
        var parts: [String] = []
        switch city.state {
        case .nothing: parts.append("nothing yet")
        case .partial: parts.append("\(city.owed - city.reported) of \(city.owed) measures")
        case .complete, .notTakingPart: break
        }
        if city.rejectedFiles > 0 {
            parts.append(counted(city.rejectedFiles, "file", "files") + " that could not be used")
        }
        if city.errors > 0 { parts.append(counted(city.errors, "error", "errors") + " to correct") }
        if let late = city.daysLate, late > 0 {
            parts.append(counted(late, "day", "days") + " late")
        }
        return parts.joined(separator: ", ")
    }

    private static func counted(_ count: Int, _ one: String, _ many: String) -> String {
        "\(count) \(count == 1 ? one : many)"
    }

    // MARK: All

    private static func table(_ input: StatusInput) -> HTML {
        """

        <section aria-labelledby="cities"><h2 id="cities">Cities</h2>
        <div class="scroll" role="region" aria-label="Table of cities" tabindex="0">
        <table class="cities"><caption><span>What each city has sent for \(input.period), and \
        what the rules found in it</span></caption>
        <thead><tr><th scope="col">City</th><th scope="col">State</th>\
        <th scope="col">Required measures</th><th scope="col">Values</th>\
        <th scope="col">Stated missing</th><th scope="col">Errors</th>\
        <th scope="col">Warnings</th><th scope="col">Days late</th>\
        <th scope="col">Last received</th></tr></thead>
        <tbody>\(input.cities.sorted { $0.name < $1.name }.map(row))</tbody></table></div></section>

        """
    }

    private static func row(_ city: StatusInput.City) -> HTML {
        let complete: HTML =
            city.state == .notTakingPart
            ? "<td></td>"
            : """
            <td>\(ReportingBar(
                figures: city.reported, owed: city.owed - city.reported, all: city.owed).svg)\
            \(city.reported) of \(city.owed)</td>
            """
        return """
            <tr><th scope="row">\(city.name)</th><td>\(words(city.state))</td>\(complete)\
            <td>\(city.values)</td><td>\(city.missing)</td><td>\(city.errors)</td>\
            <td>\(city.warnings)</td><td>\(city.daysLate.map(String.init) ?? "")</td>\
            <td>\(city.lastReceivedAt.map { String($0.prefix(10)) } ?? "nothing yet")</td></tr>

            """
    }

    private static let footnote: HTML = """
        <p>Required measures are those that the metric standard requires (all, where it requires \
        none) of the services that a city provides; a service that it does not provide is not \
        asked for. Days late run from the due day to the day on which the city\u{2019}s report \
        came, or to the day of this page.</p>
        """

    private static func words(_ state: StatusInput.State) -> String {
        switch state {
        case .complete: "complete"
        case .partial: "in part"
        case .nothing: "nothing yet"
        case .notTakingPart: "not taking part"
        }
    }

    private static func count(_ input: StatusInput, _ state: StatusInput.State) -> Int {
        input.cities.filter { $0.state == state }.count
    }

    private static func late(_ input: StatusInput) -> [StatusInput.City] {
        input.cities.filter { $0.daysLate ?? 0 > 0 }
    }
}

extension Stylesheet {
    /// What the pages on files and reports need beside the style of all.
    static let status: HTML = """
        .open{padding-left:1.25rem;columns:24rem 2;margin-bottom:.6rem}
        .open li{margin-bottom:.3rem;break-inside:avoid}
        .reading tbody th code{display:block}
        .cities td:nth-child(2){text-align:left}
        .cities thead th:nth-child(2){text-align:left}

        """

    /// What the pages on a quarter's work need beside that.
    static let quarter: HTML = """
        .steps{list-style:none;padding:0;display:grid;\
        grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));gap:.75rem 1.25rem}
        .steps li{border-top:4px solid var(--rule);padding-top:.35rem}
        .steps li.next{border-color:var(--orange)}
        .steps b{display:block;font-variant-numeric:tabular-nums}
        .steps span{font-size:.875rem;color:var(--muted)}
        section>h3{margin:1.5rem 0 .5rem}

        """
}
