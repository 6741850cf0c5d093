import Testing

@testable import MetricSpec

/// The lists that measures and metrics draw on, and proposals.
@Suite struct ListTests {
    @Test func `a breakdown is read with its groups and crosswalks`() throws {
        let age = try #require(try WideSample.read().breakdown("age"))
        #expect(age.title == "Age")
        #expect(age.isOrdered)
        #expect(age.reference == "age-old")
        #expect(age.values.map(\.id) == ["age-young", "age-old", "age-unknown"])
        #expect(age.values.filter(\.isUnknown).map(\.id) == ["age-unknown"])
        #expect(age.crosswalks["letters"]?[""] == "age-unknown")
        #expect(age.crosswalks["bands"] == ["0-64": "age-young", "65+": "age-old"])
    }

    @Test func `a value's breakdown is the total or a group`() throws {
        #expect(
            try WideSample.read().breakdownValues
                == ["total", "age-young", "age-old", "age-unknown"])
        #expect(try SampleStandard.read().breakdownValues == ["total"])
    }

    private func breakdownFaults(_ old: String, _ new: String) throws -> [String] {
        let text = try #require(WideSample.files["breakdowns.yaml"])
        try #require(text.contains(old))
        return WideSample.faults([
            "breakdowns.yaml": text.replacing(old, with: new, maxReplacements: 1)
        ])
    }

    @Test(arguments: [
        ("reference: age-old", "reference: age-odl", "breakdowns.age.reference", "Did you mean"),
        ("O: age-old", "O: old", "breakdowns.age.crosswalks.letters", "\"old\""),
        ("age-young: {", "total: {", "breakdowns.age.values.total", "is taken"),
        ("definition: Age in whole years.", "", "breakdowns.age", "\"definition\" is missing"),
        ("{title: Under 65}", "{}", "breakdowns.age.values.age-young", "\"title\" is missing"),
        ("ordered: true", "ordered: yes", "breakdowns.age.ordered", "neither true nor false"),
    ])
    func `a fault of a breakdown is named at its key`(
        old: String, new: String, key: String, message: String
    ) throws {
        let faults = try breakdownFaults(old, new)
        #expect(
            faults.contains { $0.hasPrefix(key) && $0.contains(message) }, "\(faults)")
    }

    @Test func `a group belongs to one breakdown`() throws {
        let text = try #require(WideSample.files["breakdowns.yaml"])
        let faults = WideSample.faults([
            "breakdowns.yaml": text + """

                  elders:
                    title: Elders
                    definition: Old or not.
                    values: {age-old: {title: Old}, age-other: {title: Other}}

                """
        ])
        #expect(
            faults == [
                "breakdowns.elders.values.age-old: the group \"age-old\" is taken by age."
            ])
    }

    @Test func `a breakdown has two groups or more`() throws {
        let text = """
            breakdowns:
              age:
                title: Age
                definition: Age in whole years.
                values: {age-old: {title: Old}}
            """
        #expect(
            WideSample.faults(["breakdowns.yaml": text])
                == ["breakdowns.age.values: a breakdown has two groups or more."])
    }

    @Test func `a service says whom it is measured by`() throws {
        let standard = try WideSample.read()
        #expect(standard.service("care")?.population == .resident)
        #expect(standard.service("transit")?.population == .served)
    }

    @Test func `a price series has a base`() throws {
        let series = try #require(try WideSample.read().priceSeries.first)
        #expect(series.id == "consumer")
        #expect(series.base == Period(parsing: "2020"))
        let faults = WideSample.faults([
            "prices.yaml": "series: {consumer: {title: C, definition: C., base: lately}}"
        ])
        #expect(
            faults == [
                "series.consumer.base: \"lately\" is no period. Expected one like 2025 or "
                    + "2025-Q4."
            ])
    }

    @Test func `no two measures, services or series are defined alike`() {
        let faults = WideSample.faults([
            "prices.yaml": """
            series:
              consumer: {title: C, definition: Looks after people., base: "2020"}
            """
        ])
        #expect(faults.count == 1, "\(faults)")
        #expect(faults.first?.contains("the definition is the same as that of care") == true)
    }

    @Test func `what nobody uses is advice and stops nobody`() throws {
        let advice = try WideSample.standard("{reported: care/budget}", unit: "usd").advice
        let texts = advice.map(\.message)
        #expect(texts.contains("no metric uses care/calls. Cities report it for nothing."))
        #expect(texts.contains("no measure or metric belongs to transit."))
        // Costs, populations and margins are of use by themselves.
        for id in ["care/budget", "care/staff", "care/residents", "care/poor-margin"] {
            #expect(!texts.contains { $0.contains("uses \(id).") }, "\(id)")
        }
    }
}
