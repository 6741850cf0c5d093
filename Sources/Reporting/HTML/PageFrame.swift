/// What all pages have around their content.
struct PageFrame: Sendable {
    let title: String
    let edition: EditionModel

    func html(header: HTML, main: HTML, footer: HTML) -> HTML {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>\(title)</title>
        <style>\(Stylesheet.css)\(edition.isInvented ? Stylesheet.invented : "")</style>
        </head>
        <body>
        <a class="skip" href="#content">Skip to the content</a>
        <header>\(inventedBanner)\(header)</header>
        <main id="content">\(main)</main>
        <footer>\(footer)<p>\(edition.consortium) · \(edition.release)\(inventedWords)</p></footer>
        </body>
        </html>

        """
    }

    private var inventedBanner: HTML {
        guard edition.isInvented else { return "" }
        return """
            <p class="invented"><strong>Invented.</strong> The cities and all figures on this \
            page are made up to show how Yardstick works.</p>
            """
    }

    private var inventedWords: HTML {
        edition.isInvented ? " · The cities and all figures are invented." : ""
    }
}
