import Consortium
import MetricSpec
import Submission
import Tabular

/// Bytes are a mapping, a zero byte, and a file that it serves.
struct FuzzedMapping: FuzzedReader {
    let name = "mapping"

    private static let standard: Standard = {
        do {
            return try StandardReader.read([
                ("standard.yaml", "id: fuzzed\nversion: 1.0.0\ntitle: Fuzzed\n"),
                (
                    "units.yaml",
                    """
                    dimensions:
                      count: {definition: Things that are counted., counted: true}
                    units:
                      count: {label: things, dimension: count}
                    """
                ),
                ("services.yaml", "services: {}\n"),
                (
                    "ops/measures.yaml",
                    """
                    measures:
                      - name: calls
                        title: Calls
                        definition: Counts each call that came in.
                        unit: count
                        kind: flow
                    """
                ),
            ])
        } catch {
            fatalError("the standard of the fuzzer: \(error)")
        }
    }()

    func read(_ bytes: [UInt8]) {
        let parts = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
        let text = String(decoding: parts[0], as: UTF8.self)
        do {
            let mapping = try MappingReader.read(
                name: "fuzzed", text: text, file: "fuzzed.yaml", standard: Self.standard)
            let file = SourceFile(
                name: "fuzzed.csv", bytes: parts.count > 1 ? Array(parts[1]) : Self.file)
            let context = IntakeContext(
                standard: Self.standard, cities: CityDirectory([City(id: "a", name: "A")]))
            let intake = Intake(
                file, path: "2026-Q1/fuzzed/fuzzed.csv", mapping: mapping, context: context,
                duplicates: .found)
            var accepted = 0
            let summary = try intake.run { accepted += $0.count }
            precondition(accepted >= summary.accepted, "more was accepted than delivered")
        } catch let error as SpecError {
            precondition(!error.issues.isEmpty, "refused without a reason")
        } catch {
            fatalError("an error that is no SpecError: \(error)")
        }
    }

    private static let file = Array("city,period,calls\nA,2026-Q1,7\n".utf8)
}
