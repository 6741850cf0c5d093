import MetricSpec
import Tabular
import Testing

@testable import Submission

@Suite struct AggregateOriginTests {
    /// The origins of the figures of the requests.
    private func origins(_ figure: String, rows: String = Requests.rows) throws
        -> [AggregateOrigin]
    {
        let intake = Intake(
            SourceFile(name: "a.csv", bytes: Array((Requests.header + rows).utf8)),
            path: "a.csv", mapping: try Fixture.mapping(Requests.keys + "  - " + figure + "\n"),
            context: try Fixture.context(), duplicates: .found)
        var origins: [AggregateOrigin] = []
        _ = try intake.run { batch in
            #expect(batch.aggregates.count == batch.count)
            origins += batch.aggregates
        }
        return origins
    }

    @Test func `a figure says how many rows it is of, and which`() throws {
        let origins = try origins(
            "{measure: ops/calls, aggregate: count, where: {Status: Closed}}")
        #expect(origins.map(\.rowCount) == [3, 1])
        #expect(
            origins.first?.filter
                == "count; Status is Closed; Type is Request or Complaint; "
                + "Status is not Cancelled")
    }

    @Test func `the digest is that of the mapped cells`() throws {
        // 64-bit FNV-1a by the definition: the cells Opened, Type and Status,
        // each and 0x1F; then over the eight bytes of that, lowest first.
        func digest(_ bytes: [UInt8]) -> UInt64 {
            bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        }
        let row = digest(Array("04/01/2026\u{1F}Request\u{1F}Closed\u{1F}".utf8))
        let bytes = (0..<8).map { UInt8(truncatingIfNeeded: row >> UInt64($0 * 8)) }
        let origins = try origins("{measure: ops/calls, aggregate: count}")
        #expect(origins.last?.digest == digest(bytes))
        #expect(origins.last?.digestText.count == 16)
    }

    @Test func `a name in a personal column changes nothing`() throws {
        let figure = "{measure: ops/calls, aggregate: count}"
        let other = Requests.rows.replacing("A. Moe", with: "Z. Roe")
        #expect(try origins(figure) == origins(figure, rows: other))
    }

    @Test func `digests follow the published test vector`() {
        // Fowler, Noll and Vo: FNV-1a of "a" is af63dc4c8601ec8c.
        var digest = RowDigest()
        digest.add(UInt8(ascii: "a"))
        #expect(digest.value == 0xAF63_DC4C_8601_EC8C)
    }

    @Test func `a spread far from zero is kept`() {
        // 1e9 + (4, 7, 13, 16): mean 1e9 + 10, squared deviations
        // 36 + 9 + 9 + 36 = 90.
        var moments = Moments()
        for value in [1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16] { moments.add(value) }
        #expect(moments.count == 4)
        #expect(moments.mean == 1e9 + 10)
        #expect(moments.squaredDeviations == 90)
    }

    @Test func `a mean carries its count and spread`() throws {
        // (1, 2, 6): mean 3, squared deviations 4 + 1 + 9.
        let origins = try origins("{measure: ops/calls, aggregate: mean, column: Hours}")
        let moments = try #require(origins.first?.moments)
        #expect(moments.count == 3)
        #expect(moments.mean == 3)
        #expect(abs(moments.squaredDeviations - 14) < 1e-12)
    }

    @Test func `a long sum of small amounts keeps its cents`() {
        var sum = CompensatedSum()
        sum.add(1e16)
        for _ in 0..<10 { sum.add(1) }
        sum.add(-1e16)
        #expect(sum.value == 10)
    }

    @Test func `a cell that is a value has no such origin`() throws {
        let intake = Intake(
            SourceFile(
                name: "a.csv",
                bytes: Array("City,Period,Measure,Value\nSpringfield,2026-Q1,calls,1\n".utf8)),
            path: "a.csv", mapping: try Fixture.mapping(Fixture.longKeys),
            context: try Fixture.context(), duplicates: .found)
        _ = try intake.run { #expect($0.aggregates.isEmpty) }
    }
}
