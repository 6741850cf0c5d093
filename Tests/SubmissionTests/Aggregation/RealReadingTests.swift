import Consortium
import Foundation
import MetricSpec
import Tabular
import Testing

@testable import Submission

/// The shared folder with published data, read in place; nil where unset.
private let shared = ProcessInfo.processInfo.environment["YARDSTICK_SHARED"]
private let reason = Comment("YARDSTICK_SHARED is not set: published data are not at hand")

/// The readings of a school, with the example's own mapping, against the form
/// that four municipalities agreed on.
@Suite(.enabled(if: shared != nil, reason)) struct RealReadingTests {
    private static let example = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "examples/norwegian-energy")

    private static func text(_ name: String) throws -> String {
        try String(contentsOf: example.appending(path: name), encoding: .utf8)
    }

    private static func readings() throws -> ([MappedReading], ReadingSummary) {
        let parts = [
            "standard.yaml", "units.yaml", "breakdowns.yaml", "energy/measures.yaml",
        ]
        let standard = try StandardReader.read(
            parts.map { ($0, try text("standard/\($0)")) } + [("services.yaml", "services: {}\n")])
        let mapping = try MappingReader.read(
            name: "drammen-gulskogen", text: text("mappings/drammen-gulskogen.yaml"),
            file: "drammen-gulskogen.yaml", standard: standard)
        let path =
            try #require(shared) + "/data/no_energy/source/drammen Gulskogen skole.csv"
        let intake = Intake(
            try SourceFile(path: path), path: path, mapping: mapping,
            context: IntakeContext(
                standard: standard,
                cities: CityDirectory([City(id: "drammen", name: "Drammen")])),
            duplicates: .found)
        var all: [MappedReading] = []
        let summary = try intake.readings { all.append($0) }
        return (all, summary)
    }

    /// The agreed form: a stamp, a meter and a value in each line.
    private static func agreed() throws -> [String: Set<String>] {
        let text = try String(
            contentsOfFile: try #require(shared)
                + "/data/no_energy/coordinated/drammen-measurements.csv", encoding: .utf8)
        var values: [String: Set<String>] = [:]
        for line in text.split(whereSeparator: \.isNewline).dropFirst() {
            let cells = line.split(separator: ";")
            values["\(cells[0]) \(cells[1])", default: []].insert(String(cells[2]))
        }
        return values
    }

    @Test func `Gulskogen's readings are those of the agreed form`() throws {
        let (all, summary) = try Self.readings()
        #expect(summary.readings == 17_520)
        #expect(summary.distinctKeys == 17_518)
        let agreed = try Self.agreed()
        let meters = ["El-014456308", "El-18815788"]
        let equal = all.count { reading in
            guard let meter = meters.first(where: { reading.key.hasPrefix($0) }) else {
                return false
            }
            return agreed["\(reading.stamp) \(meter)"]?.contains(reading.text) == true
        }
        #expect(equal == 17_520)
    }

    @Test func `the hour that the clock change doubles is a finding, and counts twice`() throws {
        let (all, summary) = try Self.readings()
        #expect(summary.findings.map(\.rule) == ["duplicate-record"])
        #expect(summary.findings.first?.found == "2021-10-31 02:00")
        #expect(all.count { $0.stamp == "2021-10-31 02:00" } == 4)
        #expect(summary.summary.rejected == 0)
    }
}
