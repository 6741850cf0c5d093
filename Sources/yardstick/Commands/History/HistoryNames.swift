import Consortium
import Foundation
import MetricSpec
import Submission

/// Turns the positions of a history into names, and names into positions.
struct HistoryNames {
    private let folder: ConsortiumFolder
    private let breakdowns: [String]
    private let breakdownPositions: [String: Int32]

    init(_ folder: ConsortiumFolder) {
        self.folder = folder
        breakdowns = folder.standard.breakdownValues
        breakdownPositions = Dictionary(
            breakdowns.enumerated().map { ($1, Int32($0)) },
            uniquingKeysWith: { first, _ in first })
    }

    // MARK: To names

    /// The values by city, measure and breakdown.
    func series(_ values: EarlierValues) -> [HistorySeries] {
        var series: [HistorySeries] = []
        var key: [Int32] = []
        var points: [String: Double] = [:]
        func finish() {
            guard key.count == 3 else { return }
            let measure = folder.standard.measures[Int(key[0])]
            series.append(
                HistorySeries(
                    city: folder.consortium.directory.cities[Int(key[1])].id,
                    measure: measure.id, breakdown: breakdowns[Int(key[2])],
                    unit: measure.unit, values: points))
        }
        for row in values.rows {
            if key != [row.measure, row.city, row.breakdown] {
                finish()
                key = [row.measure, row.city, row.breakdown]
                points = [:]
            }
            points[row.period.text] = row.value
        }
        finish()
        return series
    }

    func peers(_ row: PeerRanges.Row) -> HistoryPeers {
        let metric = folder.standard.metrics[Int(row.metric)]
        return HistoryPeers(
            metric: metric.id, breakdown: breakdowns[Int(row.breakdown)],
            period: row.period.text, unit: metric.unit, contributors: row.contributors,
            lowerQuartile: row.lowerQuartile, median: row.median,
            upperQuartile: row.upperQuartile)
    }

    func explanation(_ row: Explanations.Row) -> HistoryExplanation {
        HistoryExplanation(
            city: folder.consortium.directory.cities[Int(row.city)].id,
            measure: folder.standard.measures[Int(row.measure)].id,
            breakdown: breakdowns[Int(row.breakdown)], period: row.period.text,
            value: row.value, explanation: row.text)
    }

    func codes(_ list: PeriodCodes) -> HistoryCodes {
        HistoryCodes(
            mapping: list.mapping, city: folder.consortium.directory.cities[Int(list.city)].id,
            period: list.period.text, column: list.column,
            codes: list.codes.map { code in
                HistoryCode(
                    code: code.text, name: code.name,
                    measures: code.use.map { $0.split(separator: " ").map(String.init) },
                    rows: code.rows, amount: code.amount)
            })
    }

    func records(_ keys: StoredRecords.Keys) -> HistoryRecords {
        HistoryRecords(
            mapping: keys.list.mapping,
            city: folder.consortium.directory.cities[Int(keys.list.city)].id,
            period: keys.list.period.text, submission: keys.submission,
            keys: Data(
                keys.list.keys.flatMap { key in withUnsafeBytes(of: key.bigEndian, Array.init) }))
    }

    func file(_ file: StoredRecords.File) -> HistoryFile {
        HistoryFile(
            digest: file.digest, submission: file.submission, file: file.file,
            city: folder.consortium.directory.cities[Int(file.city)].id,
            period: file.period.text)
    }

    // MARK: From names

    /// The history that a document tells.
    func history(_ document: HistoryDocument) -> History {
        var history = History(
            values: EarlierValues(document.series.flatMap(rows)),
            peers: PeerRanges(document.peers.compactMap(range)),
            explanations: Explanations(document.explanations.compactMap(row)))
        history.codes = EarlierCodes((document.codes ?? []).compactMap(list))
        history.records = StoredRecords(
            keys: (document.records ?? []).compactMap(keys),
            files: (document.files ?? []).compactMap(file))
        return history
    }

    private func keys(_ records: HistoryRecords) -> StoredRecords.Keys? {
        guard let city = folder.consortium.directory.index(of: records.city),
            let period = Period(parsing: records.period)
        else { return nil }
        let bytes = [UInt8](records.keys)
        let keys = stride(from: 0, to: bytes.count - 7, by: 8).map { start in
            bytes[start..<start + 8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        }
        return StoredRecords.Keys(
            submission: records.submission,
            list: RecordKeyList(
                mapping: records.mapping, city: Int32(city), period: period, keys: keys))
    }

    private func file(_ file: HistoryFile) -> StoredRecords.File? {
        guard let city = folder.consortium.directory.index(of: file.city),
            let period = Period(parsing: file.period)
        else { return nil }
        return StoredRecords.File(
            digest: file.digest, submission: file.submission, file: file.file,
            city: Int32(city), period: period)
    }

    private func list(_ codes: HistoryCodes) -> PeriodCodes? {
        guard let city = folder.consortium.directory.index(of: codes.city),
            let period = Period(parsing: codes.period)
        else { return nil }
        return PeriodCodes(
            mapping: codes.mapping, city: Int32(city), period: period, column: codes.column,
            codes: codes.codes.map { code in
                PeriodCodes.Code(
                    text: code.code, name: code.name,
                    use: code.measures?.joined(separator: " "), rows: code.rows,
                    amount: code.amount)
            })
    }

    private func rows(_ series: HistorySeries) -> [EarlierValues.Row] {
        guard let place = place(series.city, series.measure, series.breakdown) else { return [] }
        return series.values.compactMap { text, value in
            Period(parsing: text).map { period in
                EarlierValues.Row(
                    measure: place.measure, city: place.city, breakdown: place.breakdown,
                    period: period, value: value)
            }
        }
    }

    private func range(_ peers: HistoryPeers) -> PeerRanges.Row? {
        guard let metric = folder.standard.metricIndex(peers.metric),
            let breakdown = breakdownPositions[peers.breakdown],
            let period = Period(parsing: peers.period)
        else { return nil }
        return PeerRanges.Row(
            metric: Int32(metric), breakdown: breakdown, period: period,
            contributors: peers.contributors, lowerQuartile: peers.lowerQuartile,
            median: peers.median, upperQuartile: peers.upperQuartile)
    }

    private func row(_ line: HistoryExplanation) -> Explanations.Row? {
        guard let place = place(line.city, line.measure, line.breakdown),
            let period = Period(parsing: line.period)
        else { return nil }
        return Explanations.Row(
            measure: place.measure, city: place.city, breakdown: place.breakdown,
            period: period, value: line.value, text: line.explanation)
    }

    private func place(
        _ city: String, _ measure: String, _ breakdown: String
    ) -> (measure: Int32, city: Int32, breakdown: Int32)? {
        guard let city = folder.consortium.directory.index(of: city),
            let measure = folder.standard.measureIndex(measure),
            let breakdown = breakdownPositions[breakdown]
        else { return nil }
        return (Int32(measure), Int32(city), breakdown)
    }
}
