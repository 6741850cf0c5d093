import MetricSpec

/// Makes the pages of a release.
///
/// Pure: the same input gives the same bytes; no file, clock or database.
public enum Report {
    /// The page of one city, `ID.html`.
    public static func cityPage(_ input: CityReportInput) -> HTMLPage {
        let model = ReportModel(input)
        return HTMLPage(
            fileName: fileName(ofCity: input.cityID), content: CityPage.html(model))
    }

    /// The page that links all others, `index.html`.
    public static func indexPage(_ input: IndexInput) -> HTMLPage {
        HTMLPage(fileName: "index.html", content: IndexPage.html(IndexModel(input)))
    }

    /// The page on who has reported for a period, `status.html`.
    public static func statusPage(_ input: StatusInput) -> HTMLPage {
        HTMLPage(fileName: "status.html", content: StatusPage.html(input))
    }

    /// The paper for the meeting on a period's figures, `agenda.html`.
    public static func agendaPage(_ input: AgendaInput) -> HTMLPage {
        HTMLPage(fileName: "agenda.html", content: AgendaPage.html(input))
    }

    /// The same paper as Markdown.
    public static func agendaText(_ input: AgendaInput) -> String {
        AgendaText.text(input)
    }

    /// The page on whom a city is compared with, `peers.html`.
    public static func peersPage(_ input: PeersInput) -> HTMLPage {
        HTMLPage(fileName: "peers.html", content: PeersPage.html(input))
    }

    /// The page that answers a sender's file, `reply.html`.
    public static func replyPage(_ input: ReplyInput) -> HTMLPage {
        HTMLPage(fileName: "reply.html", content: ReplyPage.html(input))
    }

    /// The same answer as the text of a mail.
    public static func replyMail(_ input: ReplyInput) -> String {
        ReplyMail.text(input)
    }

    /// What the index page says about a city, counted as on its own page.
    public static func summary(of input: CityReportInput) -> CitySummary {
        let tally = Tally(input.metrics.map { Assessment($0, cityID: input.cityID) })
        let statuses = input.metrics.filter { $0.value == nil }.map(\.status)
        let owed = statuses.filter(\.isOwed).count
        return CitySummary(
            id: input.cityID, name: input.cityName, fileName: fileName(ofCity: input.cityID),
            metricCount: input.metrics.count,
            figureCount: input.metrics.count - statuses.count, owedCount: owed,
            excusedCount: statuses.count - owed, bestCount: tally.best,
            middleCount: tally.middle, worstCount: tally.worst,
            latestReceived: input.latestReceived, uncertified: input.uncertified)
    }

    /// The name of a city's file; a slash in an id becomes `--`.
    public static func fileName(ofCity id: String) -> String {
        id.split(separator: "/", omittingEmptySubsequences: false).joined(separator: "--")
            + ".html"
    }
}

/// A finished page: a name and UTF-8 bytes.
public struct HTMLPage: Sendable, Hashable {
    /// The name of the file, without a folder.
    public let fileName: String
    /// The whole page in UTF-8, ready to be written.
    public let bytes: [UInt8]

    /// The page as text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    init(fileName: String, content: HTML) {
        self.fileName = fileName
        bytes = content.bytes
    }
}

extension StandingStatus {
    /// Whether a figure is expected and not there; the contract counts these
    /// as `not_reported`.
    var isOwed: Bool {
        switch self {
        case .notReported, .notCollected, .late, .withheld: true
        default: false
        }
    }
}
