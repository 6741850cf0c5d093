import Benchmarking
import Consortium
import MetricSpec
import Postgres
import Reporting
import Warehouse

/// Fills the pages of a release with what the warehouse holds of it.
struct ReportSource {
    private let warehouse: Warehouse
    private let folder: ConsortiumFolder
    private let release: Release
    private let edition: Edition
    /// Figures by metric, then city.
    private let values: [String: [String: ReleasedValue]]
    /// Members by group, then owner.
    private let peers: [String: [String: [String]]]
    /// Cities whose figure does not compare in a common group, by metric and
    /// group.
    private let setApart: [String: [String: Set<String>]]
    private let latestReceived: [String: String]
    /// Services by city; nil stands for measures of none.
    private let uncertified: [String: [String?]]
    /// What cities were called on the first day of the period.
    private let names: [String: String]

    /// Whether pages have the groups that their city picked for itself alone.
    private let hasPrivate: Bool

    /// Titles of groups of breakdowns by id.
    private let groupTitles: [String: String]

    /// Earlier periods that a page shows.
    private static let historyPeriods = 8

    /// Reads what all pages of the newest release of a period share.
    ///
    /// - Parameters:
    ///   - asOf: of the release that was the newest at an instant; nil for
    ///     now.
    ///   - hasPrivate: whether a page is for its city alone, and has the peer
    ///     groups that it picked for itself.
    init(
        warehouse: Warehouse, folder: ConsortiumFolder, period: Period,
        asOf instant: Timestamp? = nil, hasPrivate: Bool = false
    ) throws {
        self.hasPrivate = hasPrivate
        self.warehouse = warehouse
        self.folder = folder
        release = try warehouse.newestRelease(of: period, asOf: instant)
        edition = Edition(
            consortium: folder.consortium.name, isInvented: folder.consortium.isInvented,
            period: period, releaseNumber: release.number, releaseKind: release.kind.rawValue,
            dataReceivedAt: release.dataReceivedAt ?? "", standard: release.standard,
            standardVersion: release.standardVersion, lastSubmission: release.lastSubmission)
        groupTitles = Dictionary(
            folder.standard.breakdowns.flatMap(\.values).map { ($0.id, $0.title) }
        ) { first, _ in first }
        var values: [String: [String: ReleasedValue]] = [:]
        for value in try warehouse.values(in: release) {
            values[value.metric, default: [:]][value.city] = value
        }
        self.values = values
        peers = try warehouse.peers(in: release)
            .merging(hasPrivate ? folder.consortium.privateLists : [:]) { shared, _ in shared }
        setApart = try warehouse.setApart(in: release)
        latestReceived = try warehouse.latestReceived(in: release)
        uncertified = Dictionary(grouping: try warehouse.uncertified(in: release), by: \.city)
            .mapValues { $0.map(\.service) }
        names = folder.consortium.names(on: period.start)
    }

    /// Writes the pages of cities, and the index where wanted; returns the
    /// names of the files.
    func write(_ cities: [City], to path: String, withIndex: Bool) throws -> [String] {
        try Folder.make(path)
        var pages: [HTMLPage] = []
        var summaries: [CitySummary] = []
        for city in cities {
            try Session.checkInterruption()
            let input = try input(for: city)
            pages.append(Report.cityPage(input))
            if withIndex { summaries.append(Report.summary(of: input)) }
        }
        if withIndex {
            pages.append(Report.indexPage(IndexInput(edition: edition, cities: summaries)))
        }
        for page in pages { try Folder.write(page.bytes, to: path + "/" + page.fileName) }
        return pages.map(\.fileName)
    }

    private func input(for city: City) throws -> CityReportInput {
        let standings = Dictionary(
            grouping: try warehouse.standings(of: city.id, in: release)
                + privateStandings(of: city), by: \.metric)
        let sources = Dictionary(
            grouping: try warehouse.sources(of: city.id, in: release), by: \.metric)
        let history = Dictionary(
            grouping: try warehouse.history(
                of: city.id, before: release, periods: Self.historyPeriods), by: \.metric)
        let figures = Dictionary(
            grouping: try warehouse.figures(of: city.id, in: release), by: \.metric)
        let responses = Dictionary(
            grouping: try warehouse.responses(of: city.id, in: release), by: \.metric)
        let metrics = folder.standard.metrics.compactMap { metric -> MetricEntry? in
            guard let figures = figures[metric.id],
                var entry = entry(metric, figures, standings[metric.id] ?? [])
            else { return nil }
            entry.history = (history[metric.id] ?? []).map {
                HistoryPoint(
                    period: $0.period, status: $0.status, value: $0.value,
                    comparableFrom: $0.comparableFrom)
            }
            entry.sources = (sources[metric.id] ?? []).compactMap(Self.place)
            entry.responses = (responses[metric.id] ?? []).map(response)
            return entry
        }
        return CityReportInput(
            edition: edition, cityID: city.id, cityName: names[city.id] ?? city.name,
            latestReceived: latestReceived[city.id].map { String($0.prefix(10)) },
            metrics: metrics, recognition: try recognition(of: city),
            uncertified: uncertifiedTitles(of: city), notes: notes(on: city))
    }

    private func privateStandings(of city: City) throws -> [ReleasedStanding] {
        guard hasPrivate else { return [] }
        return try warehouse.privateStandings(
            of: city.id, in: release, registry: folder.registry)
    }

    private func notes(on city: City) -> [SeriesNote] {
        folder.consortium.notes(on: city.id, months: release.period.months).map {
            SeriesNote(date: $0.date, text: $0.text, changesArea: $0.changesArea)
        }
    }

    /// In the order of the standard, measures of no service last.
    private func uncertifiedTitles(of city: City) -> [String] {
        let services = uncertified[city.id] ?? []
        return folder.standard.services.filter { services.contains($0.id) }.map(\.title)
            + (services.contains(nil) ? ["measures of no service"] : [])
    }

    private func response(_ response: FigureResponse) -> CityResponse {
        CityResponse(
            text: response.text,
            author: [response.author, response.office].compactMap(\.self)
                .joined(separator: ", "),
            day: response.respondedOn, group: groupTitles[response.breakdown])
    }

    private func entry(
        _ metric: Metric, _ figures: [ReleasedFigure], _ standings: [ReleasedStanding]
    ) -> MetricEntry? {
        guard let unit = folder.standard.unit(metric.unit),
            let total = figures.first(where: { $0.breakdown == "total" })
        else { return nil }
        return MetricEntry(
            metric: metric, unit: unit,
            serviceTitle: metric.service.flatMap { folder.standard.service($0)?.title },
            status: total.status, reason: total.reason, value: total.value, basis: total.basis,
            groups: groups(standings, metric: metric, total: total),
            comparableFrom: total.comparableFrom, changes: folder.standard.changes(of: metric),
            realValue: realValue(total, metric), rollingYear: total.rollingYear,
            breakdowns: breakdowns(figures, metric))
    }

    private func realValue(_ figure: ReleasedFigure, _ metric: Metric) -> RealValue? {
        guard let value = figure.realValue, let id = metric.prices?.series,
            let series = folder.standard.priceSeries.first(where: { $0.id == id })
        else { return nil }
        return RealValue(
            value: value, pricesOf: series.base, series: series.title,
            atParity: figure.parityValue)
    }

    /// The breakdowns of which any group stands in the release.
    private func breakdowns(_ figures: [ReleasedFigure], _ metric: Metric) -> [BreakdownEntry] {
        let groups = Dictionary(figures.map { ($0.breakdown, $0) }) { first, _ in first }
        return metric.breakdowns.compactMap { id in
            guard let list = folder.standard.breakdown(id) else { return nil }
            let rows = list.values.compactMap { value in
                groups[value.id].map {
                    BreakdownRow(
                        title: value.title, status: $0.status, reason: $0.reason,
                        value: $0.value)
                }
            }
            guard !rows.isEmpty else { return nil }
            let shares = list.values.compactMap { groups[$0.id]?.unknownShare }
            return BreakdownEntry(title: list.title, rows: rows, unknownShare: shares.first)
        }
    }

    /// The city's own points, on its own page, below the first level too.
    private func recognition(of city: City) throws -> RecognitionEntry? {
        guard let rules = folder.standard.recognition,
            let given = try warehouse.recognition(of: city.id, in: release)
        else { return nil }
        return RecognitionEntry(
            levels: rules.levels,
            rules: given.rules.map {
                RecognitionRow(title: $0.title, points: $0.points, possible: $0.possible)
            })
    }

    /// Nil for what stands in the consortium folder.
    private static func place(_ source: ReleasedSource) -> SourcePlace? {
        guard let submission = source.submission else { return nil }
        return SourcePlace(
            file: source.file, line: source.row, column: source.column.map(String.init),
            submission: submission)
    }

    /// The peer groups of a metric in which the city has a place.
    private func groups(
        _ standings: [ReleasedStanding], metric: Metric, total: ReleasedFigure
    ) -> [GroupEntry] {
        standings.map { row in
            let rule = folder.consortium.peerGroups.first { $0.id == row.peerGroup }
            let title = rule?.title ?? row.peerGroup
            return GroupEntry(
                id: row.peerGroup, title: rule?.isPrivate == true ? "\(title) (private)" : title,
                standing: row.standing,
                peers: peerValues(row, metric),
                reason: total.reason == nil ? row.standing.reason : nil)
        }.sorted(by: GroupEntry.comesFirst)
    }

    private func peerValues(_ row: ReleasedStanding, _ metric: Metric) -> [PeerValue] {
        let lists = peers[row.peerGroup] ?? [:]
        let own = lists[row.city]
        return (own ?? lists[""] ?? []).compactMap { id in
            let isApart =
                own == nil
                ? setApart[row.metric]?[row.peerGroup]?.contains(id) == true
                : isOtherMode(id, than: row.city, metric)
            guard !isApart, let figure = values[row.metric]?[id], figure.status == .reported,
                let value = figure.value, let name = names[id]
            else { return nil }
            return PeerValue(cityID: id, cityName: name, value: value)
        }
    }

    /// Whether a city is known to provide the service of a metric that
    /// compares equal modes in another way than the owner of a list.
    private func isOtherMode(_ city: String, than owner: String, _ metric: Metric) -> Bool {
        guard metric.comparability.modes == .equal, let service = metric.service,
            let own = mode(of: owner, service), let other = mode(of: city, service)
        else { return false }
        return own != other
    }

    private func mode(of city: String, _ service: String) -> ProvisionMode? {
        folder.consortium.provisions.last {
            $0.city == city && $0.service == service
                && $0.valid.contains(release.period.start)
        }?.mode
    }
}

extension Consortium {
    /// The lists that cities picked for themselves alone, by group and owner.
    fileprivate var privateLists: [String: [String: [String]]] {
        var lists: [String: [String: [String]]] = [:]
        for group in peerGroups where group.isPrivate {
            guard case .ownLists(let own) = group.membership else { continue }
            for list in own { lists[group.id, default: [:]][list.owner] = list.members }
        }
        return lists
    }
}
