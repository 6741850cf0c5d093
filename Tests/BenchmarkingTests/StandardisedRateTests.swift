// Expected values: PHEindicatormethods 2.1.0 calculate_dsr and
// calculate_ISRatio, reference/standardised_rates; the others are derived in
// the test.
import Benchmarking
import MetricSpec
import Testing

@Suite struct StandardisedRateTests {
    private static let measures = """
          - {name: deaths, title: D, definition: Deaths., unit: persons, kind: flow, breakdowns: [age]}
          - {name: members, title: M, definition: Members., unit: persons, kind: stock, breakdowns: [age]}
        """

    private static let direct =
        "{direct_standardised: {cases: city/deaths, population: city/members, breakdown: age, "
        + "weights: {young: 3, old: 1}, multiplier: 1, standard: Test 2020}}"
    private static let indirect =
        "{indirect_standardised: {cases: city/deaths, population: city/members, "
        + "breakdown: age, rates: {young: 0.01, old: 0.05}, standard: Test 2020}}"

    private func table() throws -> ObservationTable {
        ObservationTable(
            try TestStandard.make(
                measures: Self.measures,
                metrics: [
                    .init(name: "direct", formula: Self.direct, unit: "ratio", decimals: "6"),
                    .init(
                        name: "indirect", formula: Self.indirect, unit: "percent", decimals: "1",
                        more: ", compare: standard"),
                ]))
    }

    private func add(
        _ table: inout ObservationTable, city: Int = 0, deaths: (Double, Double),
        members: (Double, Double)
    ) throws {
        for (group, cases, population) in [
            ("young", deaths.0, members.0), ("old", deaths.1, members.1),
        ] {
            try table.add("deaths", city: city, "2026", cases, group: group)
            try table.add("members", city: city, "2026", population, group: group)
        }
    }

    @Test func `a direct rate is the weighted mean of the groups' rates`() throws {
        var table = try table()
        try add(&table, deaths: (4, 6), members: (100, 50))
        let columns = try table.evaluate("direct", "2026", cities: 1)
        // (3 x 0.04 + 1 x 0.12) / 4.
        #expect(agrees(columns.values[0], 0.06))
        #expect(columns.numerators[0] == 10)
        #expect(columns.denominators[0] == 150)
        #expect(columns.numeratorSources(ofCity: 0).count == 2)
        #expect(columns.denominatorSources(ofCity: 0).count == 2)
    }

    @Test(arguments: [(9.0, false), (10, true)])
    func `below ten cases in all there is no direct rate`(cases: Double, hasRate: Bool) throws {
        var table = try table()
        try add(&table, deaths: (cases - 5, 5), members: (100, 50))
        let columns = try table.evaluate("direct", "2026", cities: 1)
        #expect((columns.values[0] != nil) == hasRate)
        #expect(columns.statuses == [hasRate ? .reported : .unreliable])
        #expect(columns.reasons == [hasRate ? nil : .tooFewEvents])
        #expect(columns.numerators[0] == cases)
    }

    @Test func `a group without people has no rate, and a missing group leaves none`() throws {
        var table = try table()
        try add(&table, city: 0, deaths: (12, 0), members: (100, 0))
        try table.add("deaths", city: 1, "2026", 20, group: "young")
        try table.add("members", city: 1, "2026", 100, group: "young")
        let columns = try table.evaluate("direct", "2026", cities: 2)
        #expect(columns.statuses == [.notApplicable, .notReported])
        #expect(columns.values == FigureColumn([nil, nil]))
    }

    @Test func `a standardised rate of one group is not applicable`() throws {
        var table = try table()
        try add(&table, deaths: (40, 60), members: (100, 50))
        let young = try table.position(ofGroup: "young")
        #expect(
            try table.evaluate("direct", "2026", cities: 1, breakdown: young).statuses
                == [.notApplicable])
    }

    @Test func `an indirect ratio is observed over expected, also below ten cases`() throws {
        var table = try table()
        try add(&table, deaths: (1, 2), members: (100, 80))
        let columns = try table.evaluate("indirect", "2026", cities: 1)
        // 3 of 100 x 0.01 + 80 x 0.05 = 5.
        #expect(agrees(columns.values[0], 60))
        #expect(columns.numerators[0] == 3)
        #expect(agrees(columns.denominators[0], 5))
        #expect(columns.statuses == [.reported])
    }

    @Test func `the observed cases are the city's total where there is one`() throws {
        var table = try table()
        try add(&table, deaths: (1, 2), members: (100, 80))
        // One death whose age nobody knows.
        try table.add("deaths", city: 0, "2026", 4)
        let columns = try table.evaluate("indirect", "2026", cities: 1)
        #expect(agrees(columns.values[0], 80))
        #expect(columns.numeratorSources(ofCity: 0).count == 1)
    }

    @Test func `where nobody is expected there is no ratio`() throws {
        var table = try table()
        try add(&table, deaths: (0, 0), members: (0, 0))
        #expect(try table.evaluate("indirect", "2026", cities: 1).statuses == [.notApplicable])
    }

    @Test func `what is held against a standard has no rank and no quartile`() throws {
        var table = try table()
        for city in 0..<5 {
            try add(&table, city: city, deaths: (Double(city), 20), members: (100, 80))
        }
        let engine = Engine(
            groups: [PeerGroup(id: "all", members: .common([0, 1, 2, 3, 4]))], cityCount: 5)
        for (name, isRanked) in [("indirect", false), ("direct", true)] {
            let metric = try #require(table.standard.metric("city/" + name))
            let standings = engine.compare(
                try table.evaluate(name, "2026", cities: 5), metric: metric)[0]
            #expect(standings.rankList.contains { $0 != nil } == isRanked)
            #expect(standings.quartileList.contains { $0 != nil } == isRanked)
            #expect(standings.statistics[0].contributors == 5)
            #expect(standings.statistics[0].groupValue == nil)
        }
    }
}

@Suite(.enabled(if: ReferenceFile.isPresent, "YARDSTICK_SHARED names no shared folder"))
struct StandardisedReferenceTests {
    /// The 19 age groups of the European Standard Population as a breakdown.
    private func table(_ rows: [[String: String]], _ formula: String, unit: String, _ more: String)
        throws -> ObservationTable
    {
        let bands = (1...19).map { "band-\($0): {title: Band \($0)}" }.joined(separator: ", ")
        let lists =
            "  bands: {title: Bands, definition: Age in bands., ordered: true, "
            + "values: {\(bands)}}"
        let measures = """
              - {name: deaths, title: D, definition: Deaths., unit: persons, kind: flow, breakdowns: [bands]}
              - {name: members, title: M, definition: Members., unit: persons, kind: stock, breakdowns: [bands]}
            """
        var table = ObservationTable(
            try TestStandard.make(
                measures: measures,
                metrics: [.init(name: "tested", formula: formula, unit: unit, more: more)],
                breakdowns: lists))
        for row in rows {
            let city = ["North", "South", "Tiny"].firstIndex(of: row["area"] ?? "") ?? 0
            let group = "band-" + (row["band"] ?? "")
            for (measure, column) in [("deaths", "x"), ("members", "n")] {
                let value = try #require(Double(row[column] ?? ""))
                try table.add(measure, city: city, "2026", value, group: group)
            }
        }
        return table
    }

    private func numbers(
        _ rows: [[String: String]], _ value: ([String: String]) -> Double?
    ) -> String {
        rows.filter { $0["area"] == "North" }.compactMap { row in
            value(row).map { "band-\(row["band"] ?? ""): \($0)" }
        }.joined(separator: ", ")
    }

    @Test func `direct rates are those of calculate_dsr`() throws {
        let rows = try ReferenceFile.rows("standardised_rates/dsr_input.csv")
        let weights = numbers(rows) { Double($0["stdpop"] ?? "") }
        let table = try table(
            rows,
            "{direct_standardised: {cases: city/deaths, population: city/members, "
                + "breakdown: bands, weights: {\(weights)}, multiplier: 1, standard: ESP 2013}}",
            unit: "ratio", "")
        let columns = try table.evaluate("tested", "2026", cities: 3)
        let expected = try ReferenceFile.rows("standardised_rates/dsr_expected.csv")
        #expect(expected.count == 3)
        for (city, row) in expected.enumerated() {
            #expect(
                agrees(columns.values[city].map { $0 * 100_000 }, Double(row["value"] ?? "")),
                "\(row)")
        }
        #expect(columns.reasons == [nil, nil, .tooFewEvents])
    }

    @Test func `indirect ratios are those of calculate_ISRatio`() throws {
        let rows = try ReferenceFile.rows("standardised_rates/isr_input.csv")
        let rates = numbers(rows) { row in
            Double(row["x_ref"] ?? "").flatMap { cases in
                Double(row["n_ref"] ?? "").map { cases / $0 }
            }
        }
        let table = try table(
            rows,
            "{indirect_standardised: {cases: city/deaths, population: city/members, "
                + "breakdown: bands, rates: {\(rates)}, standard: Test}}",
            unit: "percent", ", compare: standard")
        let columns = try table.evaluate("tested", "2026", cities: 3)
        let expected = try ReferenceFile.rows("standardised_rates/isr_ratio100_expected.csv")
        #expect(expected.count == 3)
        for (city, row) in expected.enumerated() {
            #expect(agrees(columns.values[city], Double(row["value"] ?? "")), "\(row)")
            #expect(agrees(columns.denominators[city], Double(row["expected"] ?? "")), "\(row)")
            #expect(columns.numerators[city] == Double(row["observed"] ?? ""))
        }
    }
}
