import MetricSpec

/// All measures and metrics as one table for spreadsheets (RFC 4180), with a
/// column for every key that a definition may have.
enum DictionaryTable {
    static let fileName = "dictionary.csv"

    /// The table in UTF-8 with a byte order mark, by which spreadsheets know
    /// the encoding.
    static func bytes(_ lookup: Lookup) -> [UInt8] {
        let records =
            lookup.standard.measures.map { Record($0, lookup) }
            + lookup.standard.metrics.map { Record($0, in: lookup.standard) }
        let keys = columns(records)
        var text = "\u{FEFF}" + line(["record", "id", "domain"] + keys)
        for record in records {
            text += line(
                [record.kind, record.id, record.domain] + keys.map { record.texts[$0] ?? "" })
        }
        return Array(text.utf8)
    }

    /// The keys of all records, those of measures first; each once.
    private static func columns(_ records: [Record]) -> [String] {
        var keys: [String] = []
        var seen: Set<String> = []
        for key in records.flatMap(\.keys) where seen.insert(key).inserted { keys.append(key) }
        return keys
    }

    private static func line(_ cells: [String]) -> String {
        cells.map(cell).joined(separator: ",") + "\r\n"
    }

    /// A cell in quotes where it needs them. A spreadsheet would run text that
    /// begins like a formula, so an apostrophe stands before it.
    static func cell(_ text: String) -> String {
        let starts: Set<Character> = ["=", "+", "-", "@", "\t", "\r"]
        let guarded = text.first.map(starts.contains) == true ? "'" + text : text
        guard guarded.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else {
            return guarded
        }
        return "\""
            + guarded.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
    }

    /// One row before it is written.
    private struct Record {
        let kind: String
        let id: String
        let domain: String
        let keys: [String]
        let texts: [String: String]

        init(_ measure: Measure, _ lookup: Lookup) {
            let users = lookup.metrics(using: measure.id).map(\.id)
            self.init(
                kind: "measure", id: measure.id, unit: lookup.standard.unit(measure.unit),
                fields: measure.fields.map { ($0.name, $0.text) } + [
                    ("changes", measure.changes.map(\.sentence).joined(separator: "; ")),
                    ("used_by", users.joined(separator: "; ")),
                ])
        }

        init(_ metric: Metric, in standard: Standard) {
            let changes = standard.changes(of: metric).map(\.sentence)
            self.init(
                kind: "metric", id: metric.id, unit: standard.unit(metric.unit),
                fields: metric.fields.map { ($0.name, $0.text) } + [
                    ("changes", changes.joined(separator: "; "))
                ])
        }

        private init(kind: String, id: String, unit: Unit?, fields: [(String, String)]) {
            self.kind = kind
            self.id = id
            domain = String(id.prefix { $0 != "/" })
            let label = [unit?.prefix, unit?.label].compactMap { $0 }.filter { !$0.isEmpty }
            let all =
                fields + [
                    ("unit_label", label.joined(separator: " ")),
                    ("dimension", unit.map { "\($0.dimension)" } ?? ""),
                ]
            keys = all.map(\.0)
            texts = Dictionary(all, uniquingKeysWith: { first, _ in first })
        }
    }
}
