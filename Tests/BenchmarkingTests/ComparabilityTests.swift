// Expected values: METHODS.md 15 and the standard's keys comparable_modes,
// cost_basis, accounting_basis, derived in each test.
import Benchmarking
import MetricSpec
import Testing

@Suite struct ComparabilityTests {
    private static let measures = """
          - {name: spending, title: S, definition: Spending., unit: usd, kind: flow}
          - {name: revenue, title: R, definition: Revenue., unit: usd, kind: flow}
        """

    private static let perHead =
        "{ratio: {numerator: [city/spending], denominator: [city/people]}}"

    private func table(_ more: String = "") throws -> ObservationTable {
        ObservationTable(
            try TestStandard.make(
                measures: Self.measures,
                metrics: [
                    .init(
                        name: "cost", formula: Self.perHead, unit: "usd-per-person",
                        polarity: "low_good", more: ", service: fire" + more),
                    .init(
                        name: "recovery",
                        formula: "{share: {part: [city/revenue], whole: [city/spending]}}",
                        unit: "percent"),
                    .init(
                        name: "cost-trend",
                        formula: "{rate_of_change: {of: city/cost, over: P12M}}",
                        unit: "percent"),
                ]))
    }

    private func add(
        _ table: inout ObservationTable, city: Int, _ status: ObservationStatus = .normal,
        basis: ValueBasis = ValueBasis(), period: String = "2026-Q3"
    ) throws {
        try table.add("spending", city: city, period, 1000, status, basis: basis)
        try table.add("people", city: city, period, 100)
    }

    private func service(_ modes: [ProvisionMode?]) -> ServiceColumn {
        var service = ServiceColumn.allProvided(cityCount: modes.count)
        service.modes = modes
        return service
    }

    @Test func `a mode that is not among those that compare is shown and not compared`() throws {
        var table = try table(", comparable_modes: [own_staff, joint]")
        for city in 0..<4 { try add(&table, city: city) }
        let columns = try table.evaluate(
            "cost", "2026-Q3", cities: 5,
            service: service([.ownStaff, .contract, .joint, nil, .contract]))
        // City 3's mode is not known; city 4 reported nothing.
        #expect(
            columns.statuses
                == [.reported, .notComparable, .reported, .reported, .notReported])
        #expect(columns.reasons == [nil, .mode, nil, nil, nil])
        #expect(columns.values == FigureColumn([10, 10, 10, 10, nil]))
    }

    @Test func `a metric that names no modes compares them all`() throws {
        var table = try table()
        for city in 0..<2 { try add(&table, city: city) }
        let columns = try table.evaluate(
            "cost", "2026-Q3", cities: 2, service: service([.ownStaff, .contract]))
        #expect(columns.statuses == [.reported, .reported])
    }

    @Test func `who is not compared contributes nothing and has no rank`() throws {
        var table = try table(", comparable_modes: [own_staff]")
        for city in 0..<3 { try add(&table, city: city) }
        let metric = try #require(table.standard.metric("city/cost"))
        let figures = try table.evaluate(
            "cost", "2026-Q3", cities: 3, service: service([.ownStaff, .ownStaff, .contract]))
        let standings = Engine(
            groups: [PeerGroup(id: "all", members: .common([0, 1, 2]))], cityCount: 3
        ).compare(figures, metric: metric)[0]
        #expect(standings.statistics[0].contributors == 2)
        #expect(standings.statistics[0].notComparable == 1)
        #expect(standings.rankList == [1, 1, nil])
        #expect(standings[2].value == 10)
        #expect(standings[2].status == .notComparable)
        #expect(standings[2].reason == .mode)
    }

    @Test func `costs on another basis than the metric's are not compared`() throws {
        var table = try table(", cost_basis: direct")
        try add(&table, city: 0, basis: ValueBasis(cost: .direct))
        try add(&table, city: 1, basis: ValueBasis(cost: .full))
        try add(&table, city: 2)
        let columns = try table.evaluate("cost", "2026-Q3", cities: 3)
        #expect(columns.reasons == [nil, .costBasis, nil])
        #expect(columns.statuses == [.reported, .notComparable, .reported])
        #expect(columns.values == FigureColumn([10, 10, 10]))
    }

    @Test func `a metric without a cost basis takes any`() throws {
        var table = try table()
        try add(&table, city: 0, basis: ValueBasis(cost: .full))
        #expect(try table.evaluate("cost", "2026-Q3", cities: 1).statuses == [.reported])
    }

    @Test func `books kept by other rules are not compared`() throws {
        var table = try table(", accounting_basis: [accrual, modified_accrual]")
        try add(&table, city: 0, basis: ValueBasis(accounting: .modifiedAccrual))
        try add(&table, city: 1, basis: ValueBasis(accounting: .cash))
        try add(&table, city: 2)
        #expect(
            try table.evaluate("cost", "2026-Q3", cities: 3).reasons
                == [nil, .accountingBasis, nil])
    }

    @Test func `a basis is asked of money only`() throws {
        var table = try table(", cost_basis: direct")
        try table.add("spending", city: 0, "2026-Q3", 1000)
        try table.add("people", city: 0, "2026-Q3", 100, basis: ValueBasis(cost: .full))
        #expect(try table.evaluate("cost", "2026-Q3", cities: 1).statuses == [.reported])
    }

    @Test func `money of books that are not closed is shown and not compared`() throws {
        var table = try table()
        try add(&table, city: 0, .provisional)
        try add(&table, city: 1, .estimated)
        try table.add("spending", city: 2, "2026-Q3", 1000)
        try table.add("people", city: 2, "2026-Q3", 100, .provisional)
        let columns = try table.evaluate("cost", "2026-Q3", cities: 3)
        #expect(columns.statuses == [.notComparable, .reported, .reported])
        #expect(columns.reasons == [.notClosed, nil, nil])
        #expect(columns.values[0] == 10)
        #expect(columns.hasReports)
    }

    @Test(arguments: [("[cash]", true), ("[cash, accrual]", false), ("[accrual]", false)])
    func `only on a cash basis the books need not be closed`(
        bases: String, isCompared: Bool
    ) throws {
        var table = try table(", accounting_basis: \(bases)")
        try add(&table, city: 0, .provisional)
        let columns = try table.evaluate("cost", "2026-Q3", cities: 1)
        #expect(columns.statuses == [isCompared ? .reported : .notComparable])
    }

    @Test func `counts may be provisional, and so may shares of money`() throws {
        var table = try table()
        try table.add("call-count", city: 0, "2026-Q3", 5, .provisional)
        #expect(try table.evaluate("calls", "2026-Q3", cities: 1).statuses == [.reported])
        try table.add("revenue", city: 0, "2026-Q3", 5, .provisional)
        try table.add("spending", city: 0, "2026-Q3", 10, .provisional)
        #expect(try table.evaluate("recovery", "2026-Q3", cities: 1).statuses == [.reported])
    }

    @Test func `one provisional month leaves the quarter's books open`() throws {
        var table = try table()
        try table.add("people", city: 0, "2026-Q3", 100)
        for (month, status) in [
            ("2026-07", ObservationStatus.normal), ("2026-08", .normal), ("2026-09", .provisional),
        ] {
            try table.add("spending", city: 0, month, 100, status)
        }
        #expect(try table.evaluate("cost", "2026-Q3", cities: 1).reasons == [.notClosed])
    }

    @Test func `of several reasons the figure's own comes before the books and the mode`() throws {
        var table = try table(
            ", cost_basis: direct, accounting_basis: [accrual], comparable_modes: [own_staff]")
        let basis = ValueBasis(cost: .full, accounting: .cash)
        try add(&table, city: 0, .provisional, basis: basis)
        try add(&table, city: 1, .provisional, basis: ValueBasis(accounting: .cash))
        try add(&table, city: 2, .provisional)
        try add(&table, city: 3)
        #expect(
            try table.evaluate(
                "cost", "2026-Q3", cities: 4,
                service: service(Array(repeating: .contract, count: 4))
            ).reasons == [.costBasis, .accountingBasis, .notClosed, .mode])
    }

    @Test func `a change of what is not compared is not compared`() throws {
        var table = try table()
        try add(&table, city: 0, period: "2025-Q3")
        try add(&table, city: 0, .provisional)
        let columns = try table.evaluate("cost-trend", "2026-Q3", cities: 1)
        #expect(columns.statuses == [.notComparable])
        #expect(columns.reasons == [.notClosed])
        #expect(columns.values[0] == 0)
    }

    @Test func `an unreliable figure on another basis is not comparable`() throws {
        var table = try table(", cost_basis: direct")
        try add(&table, city: 0, .unreliable, basis: ValueBasis(cost: .full))
        try add(&table, city: 1, .unreliable)
        #expect(
            try table.evaluate("cost", "2026-Q3", cities: 2).statuses
                == [.notComparable, .unreliable])
    }

    @Test func `a figure says of its basis what all parts of its numerator say alike`() throws {
        var table = try table()
        let whole = ValueBasis(
            cost: .full, accounting: .accrual, overhead: .stepDown, audit: .audited)
        try add(&table, city: 0, basis: whole)
        for (month, basis) in [
            ("2026-07", whole), ("2026-08", ValueBasis(cost: .full, accounting: .cash)),
            ("2026-09", ValueBasis(cost: .full)),
        ] {
            try table.add("spending", city: 1, month, 100, basis: basis)
        }
        try table.add("people", city: 1, "2026-Q3", 100)
        try add(&table, city: 2)
        let columns = try table.evaluate("cost", "2026-Q3", cities: 4)
        #expect(
            columns.basisCodes.map(ValueBasis.init(code:))
                == [whole, ValueBasis(cost: .full), ValueBasis(), ValueBasis()])
    }
}
