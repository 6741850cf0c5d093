import Consortium
import Glibc
import MetricSpec
import Tabular
import Testing

@testable import Submission

private let shared: String? = getenv("YARDSTICK_SHARED").map { String(cString: $0) }
private let reason = Comment("YARDSTICK_SHARED is not set: published data are not at hand")

/// A few dozen faults in a real file; `make bench-checks` plants many more.
@Suite(.enabled(if: shared != nil, reason)) struct PlantedFaultTests {
    /// The file's rows as cells: number, city, year, and three amounts.
    private let rows: [[String]]
    private let context: IntakeContext

    private static let mapping = """
        title: Three amounts by year
        layout: wide
        city: {column: id}
        period: {column: year}
        values:
          - {column: expend, measure: ops/spending}
          - {column: revenue, measure: ops/waiting}
          - {column: grants, measure: ops/staff}
        ignore: [rownames]
        """
    private static let measures = ["ops/spending", "ops/waiting", "ops/staff"]

    init() throws {
        let file = try SourceFile(path: (shared ?? "") + "/data/munexp_sweden/MunExp.csv")
        rows = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n")
            .map { $0.split(separator: ",").map(String.init) }
        let ids = Set(rows.dropFirst().map { $0[1] }).sorted()
        let cities = CityDirectory(ids.map { City(id: "c\($0)", name: $0, aliases: []) })
        let standard = try Fixture.standard()
        var history: [EarlierValues.Row] = []
        for row in rows.dropFirst() {
            let period = try #require(Period(parsing: row[2]))
            for (id, cell) in zip(Self.measures, row.dropFirst(3)) {
                history.append(
                    EarlierValues.Row(
                        measure: Int32(try #require(standard.measureIndex(id))),
                        city: Int32(try #require(cities.index(of: "c\(row[1])"))), breakdown: 0,
                        period: period, value: try #require(Double(cell))))
            }
        }
        context = IntakeContext(standard: standard, cities: cities)
            .with(History(values: EarlierValues(history)))
    }

    /// The places, line and column, that are asked about.
    private func questions(_ rows: [[String]]) throws -> Set<[Int]> {
        let text = rows.map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n"
        let outcome = try Fixture.run(Self.mapping, text, context: context)
        return Set(
            outcome.findings.filter { $0.severity >= .warning }
                .map { [$0.row ?? 0, $0.column ?? 0] })
    }

    @Test func `of the file as it is, hardly a figure is asked about`() throws {
        let asked = try questions(rows)
        #expect(asked.count < (rows.count - 1) * 3 / 20)
    }

    @Test func `nine of ten planted faults are caught, and nothing else`() throws {
        let faults: [(Double) -> Double] = [
            { $0 * 10 }, { $0 * 100 }, { $0 / 1000 }, { -$0 }, { _ in 0 },
        ]
        let clean = try questions(rows)
        var random = SeededGenerator(state: 11)
        var (planted, caught) = (0, 0)
        for fault in faults {
            var copy = rows
            var places: Set<[Int]> = []
            while places.count < 8 {
                let row = Int.random(in: 1..<rows.count, using: &random)
                let column = Int.random(in: 3...5, using: &random)
                guard rows[row][2] >= "1983", let value = Double(rows[row][column]), value != 0
                else { continue }
                let number = fault(value)
                copy[row][column] = "\(WrittenNumber.rounded(number, digits: 6))"
                places.insert([row + 1, column + 1])
            }
            let found = try questions(copy).subtracting(clean)
            planted += places.count
            caught += found.intersection(places).count
            #expect(found.subtracting(places).isEmpty)
        }
        #expect(planted == 40)
        #expect(caught >= 36)
    }
}
