/// Lays out the answer to a sender's file on one page.
enum ReplyPage {
    static func html(_ input: ReplyInput) -> HTML {
        let style = Stylesheet.dictionary + Stylesheet.status
        let frame = PageFrame(
            title: input.headline, colophon: "\(input.consortium) · answer to \(input.file)",
            isInvented: input.isInvented,
            style: input.isInvented ? style + Stylesheet.invented : style)
        return frame.html(header: header(input), main: main(input), footer: footer(input))
    }

    private static func header(_ input: ReplyInput) -> HTML {
        let notes = input.notes.map { "<p class=\"note\">\($0)</p>" as HTML }
        return """

            <p class="eyebrow">\(input.consortium) · answer to a file</p>
            <h1>\(input.headline)</h1>
            <p class="lead">\(input.nextStep)</p>\(notes)\(tiles(input))

            """
    }

    private static func tiles(_ input: ReplyInput) -> HTML {
        guard input.verdict != .notServed else { return "" }
        let findings = input.groups.reduce(0) { $0 + $1.count }
        return """

            <ul class="tiles">\(tile(input.values, "values read", "neutral"))\
            \(tile(input.accepted, "accepted", "best"))\
            \(tile(input.rejected, "not accepted", "worst"))\
            \(tile(findings, findings == 1 ? "finding" : "findings", "neutral"))</ul>
            """
    }

    private static func tile(_ count: Int, _ words: String, _ look: String) -> HTML {
        "<li class=\"\(look)\"><b>\(count)</b><span>\(words)</span></li>"
    }

    private static func main(_ input: ReplyInput) -> HTML {
        let sections = ReplyInput.Weight.heaviestFirst.map { section(input.groups($0), $0) }
        let isClean = input.groups.isEmpty && input.verdict != .notServed
        let clean: HTML =
            isClean ? "<section><h2>Findings</h2><p>The rules noticed nothing.</p></section>" : ""
        return "\(sections)\(clean)"
    }

    private static func section(
        _ groups: [ReplyInput.Group], _ weight: ReplyInput.Weight
    ) -> HTML {
        guard !groups.isEmpty else { return "" }
        let table = ReadingTable(
            caption: weight.heading, heads: ["What", "Where", "In the first place", "What to do"],
            rows: groups.map(row), isCaptionHidden: true)
        return "<section><h2>\(weight.heading)</h2>\(table.html)</section>"
    }

    private static func row(_ group: ReplyInput.Group) -> [HTML] {
        let remedy: HTML = group.remedy.map { "\($0)." } ?? ""
        return [
            "\(group.title) <span class=\"muted\"><code>\(group.rule)</code></span>",
            "\(group.whereWords)", "\(group.problem).", remedy,
        ]
    }

    private static func footer(_ input: ReplyInput) -> HTML {
        let mapping: HTML =
            input.mapping.map { "<p>Read with the mapping \($0): \(input.rows) rows.</p>" } ?? ""
        let copy: HTML =
            input.copy.map {
                """
                <p>The file comes back as \($0): each place is marked and has a note, and the first \
                sheet lists them all. It is a copy to read; correct your own file.</p>
                """
            } ?? ""
        return mapping + copy
    }
}
