import MetricSpec
import Testing

@testable import Reporting

@Suite struct `beside a figure` {
    private func model(_ entry: MetricEntry) throws -> ReportModel {
        ReportModel(try Fixture.input([entry]))
    }

    @Test func `the real value stands in the prices of its base`() throws {
        let page = Report.cityPage(try Fixture.input([try DetailSample.money()])).text
        #expect(
            page.contains(
                "<b>$142</b> <span>per resident · in 2017 prices $126 · no direction is good</span>"
            ))
    }

    @Test func `stand the last twelve months and the figure at national prices`() throws {
        let model = try model(try DetailSample.money())
        let figures = try #require(model.domains.first?.metrics.first?.group?.figures)
        #expect(figures.contains(Figure(name: "Last twelve months", value: "$561")))
        #expect(figures.contains(Figure(name: "At national prices", value: "$139")))
    }

    @Test func `stands on which basis it was made`() throws {
        let model = try model(try DetailSample.money())
        #expect(
            model.domains.first?.metrics.first?.basis
                == "Full cost, modified accrual books, overhead stepped down, audited.")
    }

    @Test func `the method note counts bases and names price series`() throws {
        let plain = try Fixture.entry(values: [1, 2, 3, 4, 5], own: 0)
        let model = ReportModel(try Fixture.input([try DetailSample.money(), plain]))
        let bases = try #require(model.method.first { $0.title == "Costs, books and audit" })
        #expect(
            bases.text.hasPrefix(
                "Of 2 figures: full cost in 1; modified accrual books in 1; overhead stepped down "
                    + "in 1; audited in 1; nothing stated in 1. "))
        let prices = try #require(model.method.first { $0.title == "Prices" })
        #expect(prices.text.contains("(Government purchases, 2017)"))
    }

    @Test func `nothing is said of bases and prices where nothing is known`() throws {
        let model = try model(try Fixture.entry(values: [1, 2, 3, 4, 5], own: 0))
        #expect(!model.method.contains { $0.title == "Costs, books and audit" })
        #expect(!model.method.contains { $0.title == "Prices" })
        #expect(model.domains.first?.metrics.first?.basis == nil)
    }

    @Test func `groups stand with figure or reason, and what is not known at the end`() throws {
        let model = try model(try DetailSample.withGroups())
        let groups = try #require(model.domains.first?.metrics.first?.breakdowns.first)
        #expect(groups.title == "Age group")
        #expect(
            groups.rows.map { [$0.group, $0.figure] } == [
                ["Under 15", "hidden to protect people"], ["15 to 64", "5.2"],
                ["65 and over", "6.9 (not compared: too few events)"],
                ["Share whose group is not known", "12%"],
            ])
    }
}
