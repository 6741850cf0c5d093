/// A term and what is said of it.
struct Fact: Sendable {
    let term: String
    let text: HTML

    init(_ term: String, _ text: HTML) {
        self.term = term
        self.text = text
    }

    /// nil where there is nothing to say.
    init?(_ term: String, words: String?) {
        guard let words, !words.isEmpty else { return nil }
        self.init(term, "\(words)")
    }

    /// A list; nil where it is empty.
    init?(_ term: String, items: [String]) {
        guard !items.isEmpty else { return nil }
        self.init(term, Fact.list(items.map { "\($0)" }))
    }

    /// The terms one under the other, what is said beside them.
    static func pairs(_ facts: [Fact?]) -> HTML {
        let rows = facts.compactMap { $0 }.map { fact -> HTML in
            "<div><dt>\(fact.term)</dt><dd>\(fact.text)</dd></div>\n"
        }
        return rows.isEmpty ? "" : "<dl class=\"pairs\">\(rows)</dl>"
    }

    /// An unnumbered list.
    static func list(_ items: [HTML]) -> HTML {
        "<ul>\(items.map { "<li>\($0)</li>" as HTML })</ul>"
    }
}

/// A table with a caption, made for reading: on a phone each row is a block.
struct ReadingTable: Sendable {
    let caption: String
    let heads: [String]
    /// One list of cells a row; the first cell is the row's head.
    let rows: [[HTML]]
    /// Whether the heading before it says the same, so that the caption is for
    /// those who do not see the page.
    var isCaptionHidden = false
    /// How wide columns are; `even` leaves it to the browser.
    var shape = Shape.even

    /// The widths of columns, a class of the style.
    enum Shape: String, Sendable {
        case even
        /// Title, question, unit, direction.
        case catalogue
    }

    // Roles are said aloud because the small screen's style lays rows out as
    // blocks, which takes a table's meaning from it.
    var html: HTML {
        let columns = heads.map { head -> HTML in
            "<th role=\"columnheader\" scope=\"col\">\(head)</th>"
        }
        return """

            <table class="reading \(shape.rawValue)" role="table">\
            <caption\(hidden)>\(caption)</caption>
            <thead role="rowgroup"><tr role="row">\(columns)</tr></thead>
            <tbody role="rowgroup">\(rows.map(row))</tbody></table>

            """
    }

    private var hidden: HTML { isCaptionHidden ? " class=\"unseen\"" : "" }

    private func row(_ cells: [HTML]) -> HTML {
        let others = zip(heads, cells).dropFirst().map { head, cell -> HTML in
            if cell.bytes.isEmpty { return "<td role=\"cell\"></td>" }
            return """
                <td role="cell"><span class="head" aria-hidden="true">\(head): </span>\(cell)</td>
                """
        }
        return """
            <tr role="row"><th role="rowheader" scope="row">\(cells.first ?? "")</th>\(others)</tr>

            """
    }
}
