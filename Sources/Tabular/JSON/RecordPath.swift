/// Where the records of JSON lie, as `data.records` or
/// `features[].properties`.
///
/// Names lead from the outermost object to a list; behind `[]`, names lead
/// from each of its elements to the object that is the record.
public struct RecordPath: Sendable, Equatable, CustomStringConvertible {
    /// The names that lead to the list; none where it is outermost.
    let list: [String]
    /// The names that lead from an element to its record.
    let record: [String]

    init(list: [String], record: [String] = []) {
        self.list = list
        self.record = record
    }

    /// Reads a path; nil where a name is empty or there is no name at all.
    public init?(_ text: String) {
        let parts = text.split(separator: "[]", maxSplits: 1, omittingEmptySubsequences: false)
        let list = Self.names(parts[0])
        var record: [String] = []
        if parts.count > 1, !parts[1].isEmpty {
            guard parts[1].first == "." else { return nil }
            record = parts[1].dropFirst().split(separator: ".", omittingEmptySubsequences: false)
                .map(String.init)
        }
        let names = list + record
        guard !names.isEmpty, names.allSatisfy({ !$0.isEmpty && !$0.contains("[]") }) else {
            return nil
        }
        self.init(list: list, record: record)
    }

    private static func names(_ text: Substring) -> [String] {
        text.isEmpty
            ? []
            : text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    }

    /// The path as a mapping writes it.
    public var description: String {
        list.joined(separator: ".")
            + (record.isEmpty ? "" : "[]." + record.joined(separator: "."))
    }
}

/// Which list of JSON is read, and how that is known.
public struct RecordPlace: Sendable, Equatable {
    /// Where the records lie.
    public let path: RecordPath
    /// `.given` by the mapping, or `.detected`.
    public let origin: SettingOrigin
}
