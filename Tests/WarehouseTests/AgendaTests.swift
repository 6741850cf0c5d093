import Benchmarking
import MetricSpec
import Postgres
import Testing

@testable import Warehouse

/// What the meeting on a period's figures is given to talk about.
@Suite struct AgendaTests {
    private let store: Store
    private let period: Period

    init() throws {
        store = try Store(
            Sample.registry(standard: [
                "ops/measures.yaml": Sample.measures.replacing(
                    "service: fire}",
                    with: "service: fire, plausible: {minimum: 0, maximum: 1000, "
                        + "reason: There are few engines.}}")
            ]))
        period = try #require(Period(year: 2026, quarter: 1))
        try store.load(
            "City,Period,Calls,Spending\nAshford,2025-Q1,100,10\nBexley,2025-Q1,100,10\n"
                + "Colne,2025-Q1,3,0\nDerby,2025-Q1,40,10\n")
        try store.load(
            "City,Period,Calls,Spending\nAshford,2026-Q1,300,20\nBexley,2026-Q1,25,9\n"
                + "Colne,2026-Q1,9,5\nDerby,2026-Q1,40,\n")
    }

    private func agenda(moves: Int = 5) throws -> Agenda {
        try store.warehouse.agenda(
            of: period, standard: store.registry.standard, moves: moves)
    }

    @Test func `moves are by service, the farthest first, few events and zeros left out`() throws {
        // ln 4 for Bexley's calls is more than ln 3 for Ashford's; Colne's
        // counts are below 20, its spending was zero; Derby did not move.
        let moves = try agenda().moves.map {
            "\($0.name.city) \($0.name.measure) \($0.move.share)"
        }
        #expect(
            moves == [
                "bexley ops/calls -0.75", "ashford ops/calls 2.0", "ashford ops/spending 1.0",
                "bexley ops/spending -0.1",
            ])
        #expect(try agenda(moves: 1).moves.map(\.name.city) == ["bexley", "ashford"])
        #expect(try agenda(moves: 0).moves.isEmpty)
    }

    @Test func `unlikely figures are those that are current`() throws {
        #expect(try agenda().flagged.isEmpty)
        try store.load("City,Period,Calls\nAshford,2026-Q1,5000\n")
        let flagged = try agenda().flagged
        #expect(flagged.map(\.rule) == ["outside-plausible-range"])
        #expect(flagged.first?.value == 5000 && flagged.first?.isRejected == false)
        try store.load("City,Period,Calls\nAshford,2026-Q1,500\n")
        #expect(try agenda().flagged.isEmpty)
    }

    @Test func `explanations come with it, those of withdrawn files do not`() throws {
        _ = try store.warehouse.explain(
            ExplanationRequest(
                city: "ashford", measure: "ops/calls", breakdown: "total", period: period,
                value: nil, text: "A storm.", author: "Ann", isPublic: false),
            at: Timestamp(secondsSince1970: 0))
        let said = try agenda().explanations
        #expect(said.map(\.text) == ["A storm."] && said.first?.value == 300)
        #expect(said.first?.isPublic == false)
    }

    @Test func `closed questions are left out`() throws {
        let instant = Timestamp(secondsSince1970: 0)
        _ = try store.warehouse.openQuery(
            QueryRequest(
                city: "ashford", measure: "ops/calls", breakdown: "total", period: period,
                side: .consortium, author: "Opal", message: "Why?"),
            at: instant)
        #expect(try agenda().queries.map(\.number) == [1])
        _ = try store.warehouse.continueQuery(
            1, .closed, side: nil, author: "Opal", message: "Seen.", at: instant)
        #expect(try agenda().queries.isEmpty)
    }
}
