/// How much a city has reported, as a bar beside the number.
struct ReportingBar: Sendable {
    private let figures: Int
    private let owed: Int
    private let all: Int

    init(figures: Int, owed: Int, all: Int) {
        self.figures = figures
        self.owed = owed
        self.all = all
    }

    init(_ city: CitySummary) {
        self.init(figures: city.figureCount, owed: city.owedCount, all: city.metricCount)
    }

    /// The picture; figures are filled, outstanding ones are an empty frame.
    var svg: HTML {
        let whole = Double(max(all, 1))
        let filled = Coordinate(60 * Double(figures) / whole)
        let framed = Coordinate(60 * Double(figures + owed) / whole)
        return """
            <svg role="img" class="bar" viewBox="0 0 62 10" width="62" height="10">\
            <title>\(figures) of \(all) figures, \(owed) outstanding</title>\
            <rect class="frame" x="1" y="1" width="\(framed)" height="8" fill="none" \
            stroke="#767676"/>\
            <rect class="filled" x="1" y="1" width="\(filled)" height="8" fill="#12436D"/></svg>
            """
    }
}
