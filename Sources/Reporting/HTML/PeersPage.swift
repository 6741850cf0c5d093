/// Lays out the page on whom a city is compared with, and why.
enum PeersPage {
    static func html(_ input: PeersInput) -> HTML {
        let style = Stylesheet.dictionary + Stylesheet.peers
        let frame = PageFrame(
            title: "Whom \(input.city) is compared with, \(input.consortium)",
            colophon: "\(input.consortium) · peer groups on \(input.day)\(source(input))",
            isInvented: input.isInvented,
            style: input.isInvented ? style + Stylesheet.invented : style)
        return frame.html(header: header(input), main: main(input), footer: footnote)
    }

    private static func source(_ input: PeersInput) -> String {
        input.release.map { " · as in release \($0)" } ?? ""
    }

    private static func header(_ input: PeersInput) -> HTML {
        let count = Wording.count(input.groups.count, "peer group", "peer groups")
        let isOne = input.groups.count == 1
        return """

            <p class="eyebrow">\(input.consortium) · on \(input.day)\(source(input))</p>
            <h1>Whom \(input.city) is compared with, and why these</h1>
            <p class="lead">Here \(isOne ? "is" : "are") \(count) of \(input.city). A peer group \
            says who is like a city, not who is good: nothing in it is a figure of performance.</p>

            """
    }

    private static func main(_ input: PeersInput) -> HTML {
        HTML(joining: input.groups.map { section($0, city: input.city) })
    }

    private static func section(_ group: PeersInput.Group, city: String) -> HTML {
        guard let likeness = group.likeness else {
            return """

                <section><h2>\(group.title)</h2><p class="muted">\(group.rule)</p>
                <p class="members">\(Wording.list(group.members)).</p></section>
                """
        }
        return """

            <section><h2>\(group.title)</h2>
            <p class="finding">\(Wording.finding(likeness, city: city))</p>
            <p class="muted">\(group.rule)</p>\(picture(likeness, city))\(places(likeness, city))\
            \(table(likeness, city))</section>
            """
    }

    private static func picture(_ likeness: PeersInput.Likeness, _ city: String) -> HTML {
        guard let plot = PeerDistancePlot(likeness, city: city) else { return "" }
        let key = likeness.variables.enumerated().map { index, variable -> HTML in
            let colour = min(index, PeerDistancePlot.colours.count - 1)
            return "<li><span class=\"swatch part\(colour)\"></span>\(variable.title)</li>"
        }
        return """

            <h3>How far, and through what</h3>
            <p class="about">Each bar is a city\u{2019}s distance from \(city) in standard \
            deviations; its parts are the variables, in this order.</p>
            <ul class="parts">\(key)</ul>
            \(plot.svg)
            """
    }

    private static func places(_ likeness: PeersInput.Likeness, _ city: String) -> HTML {
        let peers = likeness.absence == nil ? likeness.close : []
        let strips = likeness.variables.enumerated().compactMap { index, variable -> HTML? in
            PlaceStrip(variable, at: index, city: city, peers: peers).map { strip in
                "<div><h4>\(variable.title)</h4>\(strip.svg)</div>"
            }
        }
        guard !strips.isEmpty else { return "" }
        return """

            <h3>Where it lies in each variable</h3>
            <p class="key"><span class="sign square"></span> \(city) \
            <span class="sign dot peer"></span> its peers <span class="sign dot"></span> \
            all who could be</p>
            <div class="columns">\(strips)</div>
            """
    }

    private static func table(_ likeness: PeersInput.Likeness, _ city: String) -> HTML {
        let variables = likeness.variables
        let heads = variables.map { variable -> HTML in
            let scale: HTML =
                variable.scale.isEmpty
                ? "" : "<br><span class=\"muted\">\(variable.scale)</span>"
            return "<th scope=\"col\">\(variable.title)\(scale)</th>"
        }
        let own = variables.map { variable -> HTML in
            let words = variable.own.map(value) ?? "missing"
            return "<td>\(words)\(variable.isFallback ? ", fallback" : "")</td>"
        }
        let rows =
            likeness.close.map { row($0, isPeer: likeness.absence == nil) }
            + likeness.beyond.map { row($0, isPeer: false) }
        return """

            <h3>The same in figures</h3>
            <div class="scroll" role="region" aria-label="Table of near cities" tabindex="0">
            <table class="cities"><caption><span>Distance in standard deviations; how often the \
            city stays among as many nearest when the rule is changed a little; of each variable \
            the value and its share of the squared distance</span></caption>
            <thead><tr><th scope="col">City</th><th scope="col">Distance</th>\
            <th scope="col">Stays in</th>\(heads)</tr></thead>
            <tbody><tr><th scope="row">\(city)</th><td></td><td></td>\(own)</tr>
            \(rows)</tbody></table></div>
            """
    }

    private static func row(_ peer: PeersInput.Peer, isPeer: Bool) -> HTML {
        let cells = zip(peer.values, peer.shares).map { own, share -> HTML in
            """
            <td>\(own.map(value) ?? "missing") <span class="muted">\(Wording.percent(share))\
            </span></td>
            """
        }
        let remark: HTML = isPeer ? "" : "<br><span class=\"muted\">no peer</span>"
        return """
            <tr><th scope="row">\(peer.name)\(remark)</th>\
            <td>\(Wording.distance(peer.distance))</td>\
            <td>\(peer.stability.map(Wording.percent) ?? "")</td>\(cells)</tr>

            """
    }

    private static func value(_ value: Double) -> String {
        NumberStyle(decimals: nil).short(value)
    }

    private static let footnote: HTML = """
        <p>Distance is the root of the weighted sum of squared differences, each variable on its \
        scale and in standard deviations over all who are eligible. Nobody beyond the 75th \
        centile of all nearest distances is a peer, and fewer than five are none. A peer stays \
        when each variable is left out in turn, each weight is a quarter more or less, or the \
        values are drawn again within their margins. Likeness goes one way: a city need not be \
        among its peers\u{2019} peers.</p>
        """
}

extension Stylesheet {
    /// What the page on peers needs beside the style of all.
    static let peers: HTML = """
        .parts{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1.25rem;\
        margin:.6rem 0;font-size:.875rem}
        .swatch{display:inline-block;width:1em;height:.75em;margin-right:.4em}
        .distances{font-size:.8125rem;margin-top:.75rem;max-width:56rem}
        .distances .name{font-weight:600}
        .distances .said,.distances .caliper-words{fill:var(--muted)}
        .distances .far{opacity:.4}
        .distances .caliper{stroke:var(--ink)}
        .part0{fill:var(--blue);background:var(--blue)}
        .part1{fill:var(--teal);background:var(--teal)}
        .part2{fill:var(--plum);background:var(--plum)}
        .part3{fill:var(--orange);background:var(--orange)}
        .part4{fill:var(--dot);background:var(--dot)}
        .part5{fill:#A285D1;background:#A285D1}
        .strip .peers{fill:var(--teal)}
        .sign.peer{background:var(--teal);width:.75em;height:.75em}
        section>h3{margin:1.5rem 0 .35rem}
        .members{margin-top:.35rem;max-width:46em}
        .cities td{white-space:normal}
        @media (min-width:36rem){.cities tbody th{white-space:nowrap}}

        """
}
