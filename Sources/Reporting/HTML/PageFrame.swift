/// What all pages have around their content.
struct PageFrame: Sendable {
    let title: String
    /// The last line of the page: whose it is and which.
    let colophon: String
    /// Whether every page must say that cities and figures are made up.
    let isInvented: Bool
    /// Rules that only this kind of page needs.
    let style: HTML

    init(title: String, colophon: String, isInvented: Bool = false, style: HTML = "") {
        self.title = title
        self.colophon = colophon
        self.isInvented = isInvented
        self.style = style
    }

    /// The frame of a page of a release.
    init(title: String, edition: EditionModel, style: HTML = "") {
        self.init(
            title: title, colophon: "\(edition.consortium) · \(edition.release)",
            isInvented: edition.isInvented,
            style: edition.isInvented ? style + Stylesheet.invented : style)
    }

    func html(header: HTML, main: HTML, footer: HTML) -> HTML {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>\(title)</title>
        <style>\(Stylesheet.css)\(style)</style>
        </head>
        <body>
        <a class="skip" href="#content">Skip to the content</a>
        <header>\(inventedBanner)\(header)</header>
        <main id="content">\(main)</main>
        <footer>\(footer)<p>\(colophon)\(inventedWords)</p></footer>
        </body>
        </html>

        """
    }

    private var inventedBanner: HTML {
        guard isInvented else { return "" }
        return """
            <p class="invented"><strong>Invented.</strong> The cities and all figures on this \
            page are made up to show how Yardstick works.</p>
            """
    }

    private var inventedWords: HTML {
        isInvented ? " · The cities and all figures are invented." : ""
    }
}
