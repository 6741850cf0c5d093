import Foundation

/// A file of expected values that other software computed, read in place.
///
/// The folder is named by the environment variable YARDSTICK_SHARED; tests
/// that need it are skipped by name without it.
enum ReferenceFile {
    static var isPresent: Bool { folder != nil }

    /// The rows of a file as dictionaries by column name.
    static func rows(_ path: String) throws -> [[String: String]] {
        let url = URL(filePath: folder ?? "").appending(path: "reference/\(path)")
        let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
        guard let head = lines.first else { return [] }
        let names = cells(head)
        return lines.dropFirst().map { line in
            Dictionary(uniqueKeysWithValues: zip(names, cells(line)))
        }
    }

    /// Rows grouped by `case_id`, in the order of the file.
    static func cases(_ path: String) throws -> [(id: String, rows: [[String: String]])] {
        var order: [String] = []
        var groups: [String: [[String: String]]] = [:]
        for row in try rows(path) {
            let id = row["case_id"] ?? ""
            if groups[id] == nil { order.append(id) }
            groups[id, default: []].append(row)
        }
        return order.map { ($0, groups[$0] ?? []) }
    }

    /// The samples of the folder `quantiles`, by case.
    static func samples() throws -> [String: [Double]] {
        try cases("quantiles/samples_input.csv").reduce(into: [:]) { samples, entry in
            samples[entry.id] = entry.rows.compactMap { Double($0["x"] ?? "") }
        }
    }

    private static var folder: String? {
        ProcessInfo.processInfo.environment["YARDSTICK_SHARED"].flatMap {
            FileManager.default.fileExists(atPath: $0 + "/reference/OURS.csv") ? $0 : nil
        }
    }

    private static func cells(_ line: Substring) -> [String] {
        line.split(separator: ",", omittingEmptySubsequences: false).map {
            $0.trimmingCharacters(in: CharacterSet(charactersIn: "\"\r"))
        }
    }
}

/// METHODS.md's tolerance for closed forms.
func agrees(_ left: Double?, _ right: Double?, _ tolerance: Double = 1e-10) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return abs(left - right) <= tolerance * max(1, abs(right))
}
