import Consortium
import Foundation
import MetricSpec
import Postgres
import Submission

/// A history as JSON: what `history` writes and `check --history` reads.
struct HistoryDocument: Codable {
    static let version = "yardstick/history/1"

    let schema: String
    let consortium: String
    let standard: String
    let standardVersion: String
    /// Absent unless it was asked for.
    let asOf: String?
    let cities: [String]
    let series: [HistorySeries]
    let peers: [HistoryPeers]
    let explanations: [HistoryExplanation]
    /// Absent in files of an older program.
    let codes: [HistoryCodes]?
    let records: [HistoryRecords]?
    let files: [HistoryFile]?
}

/// The values of one city, measure and breakdown, by period.
struct HistorySeries: Codable {
    let city: String
    let measure: String
    let breakdown: String
    let unit: String
    /// By period, in canonical text.
    let values: [String: Double]
}

/// How the released figures of peers lie.
struct HistoryPeers: Codable {
    let metric: String
    let breakdown: String
    let period: String
    let unit: String
    let contributors: Int
    let lowerQuartile: Double
    let median: Double
    let upperQuartile: Double
}

/// What was said about a figure.
struct HistoryExplanation: Codable {
    let city: String
    let measure: String
    let breakdown: String
    let period: String
    let value: Double
    let explanation: String
}

/// The accounts, or the texts of a column, of a city's latest file.
struct HistoryCodes: Codable {
    let mapping: String
    let city: String
    let period: String
    let column: String
    let codes: [HistoryCode]
}

/// One of them.
struct HistoryCode: Codable {
    let code: String
    let name: String
    /// The measures it is in; absent where nobody has decided.
    let measures: [String]?
    let rows: Int
    /// Debits less credits; absent for a category.
    let amount: Double?
}

/// The records that were counted for a city and period.
struct HistoryRecords: Codable {
    let mapping: String
    let city: String
    let period: String
    let submission: Int
    /// Digests of their keys, 8 bytes each, in base64.
    let keys: Data
}

/// A file that was counted for a city and period.
struct HistoryFile: Codable {
    let digest: String
    let submission: Int
    let file: String
    let city: String
    let period: String
}

extension HistoryDocument {
    /// Puts a history into words.
    init(
        _ history: History, of cities: [String], in folder: ConsortiumFolder,
        asOf instant: Timestamp? = nil
    ) {
        let names = HistoryNames(folder)
        schema = Self.version
        consortium = folder.consortium.id
        standard = folder.standard.id
        standardVersion = folder.standard.version
        asOf = instant.map(Clock.text)
        self.cities = cities.sorted()
        series = names.series(history.values)
        peers = history.peers.rows.map(names.peers)
        explanations = history.explanations.rows.map(names.explanation)
        codes = history.codes.lists.map(names.codes)
        records = history.records.keys.map(names.records)
        files = history.records.files.map(names.file)
    }

    /// Reads a file for a consortium; measures and cities that it does not
    /// know are passed over.
    static func read(_ path: String, for folder: ConsortiumFolder) throws -> History {
        let text = try Folder.text(path)
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let document: HistoryDocument
        do {
            document = try decoder.decode(HistoryDocument.self, from: Data(text.utf8))
        } catch {
            throw CommandError(
                "\(path) is no history. Expected a file that `yardstick history --city ID --out "
                    + "FILE` has written.")
        }
        guard document.schema == version else {
            throw CommandError(
                "\(path) is a history of version \(document.schema); this program reads "
                    + "\(version). Have it written anew.")
        }
        guard document.consortium == folder.consortium.id else {
            throw CommandError(
                "\(path) is a history of the consortium \"\(document.consortium)\"; this folder "
                    + "is \"\(folder.consortium.id)\".")
        }
        return HistoryNames(folder).history(document)
    }

    /// Writes the document whole.
    func write(to path: String) throws {
        try Folder.write(Console.jsonText(self).utf8, to: path)
    }

    /// Lists the series for people.
    func show() {
        var table = TextTable("city", "measure", "breakdown", ">values", "first", "last", ">value")
        for line in series {
            let periods = line.values.keys.compactMap { Period(parsing: $0) }.sorted()
            guard let first = periods.first, let last = periods.last else { continue }
            table.add(
                line.city, line.measure, line.breakdown, String(line.values.count), first.text,
                last.text, line.values[last.text].map { "\($0)" } ?? "")
        }
        table.show()
    }
}
