import Foundation
import Testing

/// A file of expected values that other software computed, read in place.
///
/// The folder is named by the environment variable YARDSTICK_SHARED; tests
/// that need it are skipped by name without it.
enum ReferenceFile {
    static var isPresent: Bool { folder != nil }

    /// The rows of a file as dictionaries by column name.
    static func rows(_ path: String) throws -> [[String: String]] {
        let url = URL(filePath: folder ?? "").appending(path: "reference/\(path)")
        let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline)
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

    /// The values of a column, by case.
    static func values(_ path: String, _ column: String) throws -> [String: [Double]] {
        try cases(path).reduce(into: [:]) { values, entry in
            values[entry.id] = try entry.rows.map { try $0.required(column) }
        }
    }

    /// The samples of the folder `quantiles`, by case.
    static func samples() throws -> [String: [Double]] {
        try values("quantiles/samples_input.csv", "x")
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

extension [String: String] {
    /// The number in a column; nil where the source has none (NA or NaN).
    func number(_ column: String) throws -> Double? {
        let text = try text(column)
        if text == "NA" || text == "NaN" { return nil }
        let number = try #require(Double(text), "\(column): \(text)")
        return number
    }

    /// The number in a column that has one in every row.
    func required(_ column: String) throws -> Double { try #require(try number(column)) }

    /// The text in a column.
    func text(_ column: String) throws -> String { try #require(self[column], "no \(column)") }
}

/// METHODS.md's tolerance for closed forms.
func agrees(_ left: Double?, _ right: Double?, _ tolerance: Double = 1e-10) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return abs(left - right) <= tolerance * max(1, abs(right))
}
