import Benchmarking
import Consortium
import MetricSpec
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
    private let latestReceived: [String: String]

    /// Earlier periods that a page shows.
    private static let historyPeriods = 8

    /// Reads what all pages of the newest release of a period share.
    init(warehouse: Warehouse, folder: ConsortiumFolder, period: Period) throws {
        self.warehouse = warehouse
        self.folder = folder
        release = try warehouse.newestRelease(of: period)
        edition = Edition(
            consortium: folder.consortium.name, isInvented: folder.consortium.isInvented,
            period: period, releaseNumber: release.number, releaseKind: release.kind,
            dataReceivedAt: release.dataReceivedAt ?? "", standard: release.standard,
            standardVersion: release.standardVersion, lastSubmission: release.lastSubmission)
        var values: [String: [String: ReleasedValue]] = [:]
        for value in try warehouse.values(in: release) {
            values[value.metric, default: [:]][value.city] = value
        }
        self.values = values
        peers = try warehouse.peers(in: release)
        latestReceived = try warehouse.latestReceived(in: release)
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
            grouping: try warehouse.standings(of: city.id, in: release), by: \.metric)
        let sources = Dictionary(
            grouping: try warehouse.sources(of: city.id, in: release), by: \.metric)
        let history = Dictionary(
            grouping: try warehouse.history(
                of: city.id, before: release, periods: Self.historyPeriods), by: \.metric)
        let metrics = folder.standard.metrics.compactMap { metric -> MetricEntry? in
            guard let value = values[metric.id]?[city.id],
                let unit = folder.standard.unit(metric.unit)
            else { return nil }
            return MetricEntry(
                metric: metric, unit: unit,
                serviceTitle: metric.service.flatMap { folder.standard.service($0)?.title },
                status: value.status, value: value.value,
                groups: groups(standings[metric.id] ?? [], metric: metric),
                history: (history[metric.id] ?? []).map {
                    HistoryPoint(period: $0.period, status: $0.status, value: $0.value)
                },
                sources: (sources[metric.id] ?? []).map(Self.place))
        }
        return CityReportInput(
            edition: edition, cityID: city.id, cityName: city.name,
            latestReceived: latestReceived[city.id].map { String($0.prefix(10)) },
            metrics: metrics)
    }

    private static func place(_ source: ReleasedSource) -> SourcePlace {
        SourcePlace(
            file: source.file, line: source.row, column: String(source.column),
            submission: source.submission)
    }

    /// The peer groups of a metric in which the city has a place.
    private func groups(_ standings: [ReleasedStanding], metric: Metric) -> [GroupEntry] {
        standings.map { row in
            let rule = folder.consortium.peerGroups.first { $0.id == row.peerGroup }
            return GroupEntry(
                id: row.peerGroup, title: rule?.title ?? row.peerGroup, standing: row.standing,
                peers: peerValues(row))
        }.sorted(by: GroupEntry.comesFirst)
    }

    private func peerValues(_ row: ReleasedStanding) -> [PeerValue] {
        let lists = peers[row.peerGroup] ?? [:]
        return (lists[row.city] ?? lists[""] ?? []).compactMap { id in
            guard let figure = values[row.metric]?[id], figure.status == .reported,
                let value = figure.value,
                let index = folder.consortium.directory.index(of: id)
            else { return nil }
            return PeerValue(
                cityID: id, cityName: folder.consortium.directory.cities[index].name,
                value: value)
        }
    }
}
