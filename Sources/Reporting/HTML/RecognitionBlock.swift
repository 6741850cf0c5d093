/// Lays out the city's recognition: a line at the top, a table of points.
enum RecognitionBlock {
    /// The link to the table in the navigation.
    static let link: HTML = "<li><a href=\"#recognition\">Recognition</a></li>"

    static func lead(_ model: RecognitionModel) -> HTML {
        let gains: HTML = model.gains.map { " <span class=\"muted\">\($0)</span>" } ?? ""
        return """

            <p class="recognition"><b>Recognition: \(model.level).</b> \(model.standing)\(gains)</p>
            """
    }

    static func table(_ model: RecognitionModel) -> HTML {
        let rows = model.rows.map { row -> HTML in
            """
            <tr><th scope="row">\(row.title) <span class="muted">\(row.note)</span></th>\
            <td>\(row.points)</td></tr>

            """
        }
        return """

            <section class="appendix" aria-labelledby="recognition"><h2 id="recognition">\
            Recognition</h2>
            <div class="scroll" role="region" aria-label="Table of points" tabindex="0">\
            <table><caption><span>The city\u{2019}s points by rule</span></caption>
            <thead><tr><th scope="col">Rule</th><th scope="col">Points</th></tr></thead>
            <tbody>\(rows)</tbody></table></div></section>
            """
    }
}
