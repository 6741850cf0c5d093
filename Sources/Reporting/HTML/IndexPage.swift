/// Lays out the page that links all cities.
enum IndexPage {
    static func html(_ model: IndexModel) -> HTML {
        let frame = PageFrame(
            title: "\(model.edition.consortium), \(model.edition.period)", edition: model.edition)
        return frame.html(
            header: header(model), main: table(model) + uncertified(model),
            footer: "<p>\(model.edition.vintage)</p>")
    }

    private static func header(_ model: IndexModel) -> HTML {
        """

        <p class="eyebrow">\(model.edition.consortium) · \(model.edition.release)</p>
        <h1>\(model.headline)</h1>
        <p class="lead">Each city has a page of its own. The list is by name: the counts are no \
        score, because cities differ in what they provide and whom they are compared with.</p>

        """
    }

    private static func table(_ model: IndexModel) -> HTML {
        """

        <section aria-labelledby="cities"><h2 id="cities">Cities</h2>
        <div class="scroll" role="region" aria-label="Table of cities" tabindex="0">
        <table class="cities"><caption><span>Who has reported how much, and in how many metrics \
        each city\u{2019}s place is certain</span></caption>
        <thead><tr><th scope="col">City</th><th scope="col">Figures</th><th scope="col">Outstanding</th>\
        <th scope="col">Not expected</th><th scope="col">Best quarter</th>\
        <th scope="col">Middle half</th><th scope="col">Worst quarter</th>\
        <th scope="col">Latest file</th></tr></thead>
        <tbody>\(model.cities.map(row))</tbody></table></div></section>

        """
    }

    /// What a final release shows that nobody has answered for.
    private static func uncertified(_ model: IndexModel) -> HTML {
        let cities = model.cities.filter { !$0.uncertified.isEmpty }
        guard !cities.isEmpty else { return "" }
        let rows = cities.map { city -> HTML in
            "<div><dt>\(city.name)</dt><dd>\(Wording.list(city.uncertified))</dd></div>"
        }
        return """

            <section aria-labelledby="uncertified"><h2 id="uncertified">Not certified</h2>
            <p>When the release was made, these cities had not certified their figures of these \
            services.</p>
            <dl class="pairs">\(rows)</dl></section>

            """
    }

    private static func row(_ city: CitySummary) -> HTML {
        """
        <tr><th scope="row"><a href="\(link(city.fileName))">\(city.name)</a></th>\
        <td>\(ReportingBar(city).svg)\(city.figureCount) of \(city.metricCount)</td>\
        <td>\(city.owedCount)</td><td>\(city.excusedCount)</td><td>\(city.bestCount)</td>\
        <td>\(city.middleCount)</td><td>\(city.worstCount)</td>\
        <td>\(city.latestReceived ?? "none")</td></tr>

        """
    }

    /// A file name as a relative address (RFC 3986: unreserved characters
    /// stay, others are written by their bytes).
    private static func link(_ name: String) -> String {
        var result = "./"
        for byte in name.utf8 {
            switch byte {
            case 48...57, 65...90, 97...122, 45, 46, 95, 126:
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                result += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
            }
        }
        return result
    }
}
