import MetricSpec
import Testing

@testable import Reporting

@Suite struct `a definition in words` {
    private func words(_ id: String) throws -> (formula: FormulaWords, comparison: [String]) {
        let standard = try DictionarySample.shared.get()
        let metric = try #require(standard.metric(id))
        let lookup = Lookup(standard)
        return (
            FormulaWords(metric, lookup: lookup),
            ComparisonWords(metric, lookup: lookup).sentences
        )
    }

    @Test func `a ratio is a fraction that screen readers say too`() throws {
        let html = try words("fire/net-cost").formula.html.text
        #expect(html.contains("<span class=\"over\"> divided by </span>"))
        #expect(html.contains("</a> \u{2212} <a href=\"domain-fire.html#measure-fire--revenue\">"))
    }

    @Test func `converted units are told`() throws {
        #expect(
            try words("fire/net-cost").formula.sentences == [
                "What stands above the line is divided by what stands below.",
                "Measures in another unit are converted to that of the first.",
                "There is no figure where one of them is missing, or where what is below is zero.",
            ])
    }

    @Test func `each kind of formula has its sentence`() throws {
        let standardised = try words("fire/injury-rate").formula.sentences[0]
        #expect(standardised.hasSuffix("so that cities with other groups compare, times 1,000."))
        let growth = try words("fire/growth").formula.sentences[0]
        #expect(growth == "The change from a year earlier, relative to then, times 100.")
        let percentile = try words("fire/turnout-time").formula.sentences[0]
        #expect(percentile.hasPrefix("The value that 90 of 100 cases do not exceed."))
    }

    @Test func `who compares with whom names mode, cost, books, population and prices`() throws {
        #expect(
            try words("fire/net-cost").comparison == [
                "Each city is compared with its peer groups.",
                "A city that does not provide \u{201C}Fire and rescue\u{201D}, or does not take "
                    + "part in it, is left out and is not called late.",
                "Cities are ranked with those that provide the service in the same way: with own "
                    + "staff, by contract or by a joint body. The others are shown without a rank.",
                "It is direct cost: own staff and what is bought. A figure that covers other costs "
                    + "is shown without a rank.",
                "Only modified accrual books and accrual books compare. A figure from other books "
                    + "is shown without a rank.",
                "The population in it is the people who live in the city.",
                "Where \u{201C}Residents\u{201D} is not known for the period, one up to 12 months "
                    + "older is taken.",
                "Beside the amount as paid stands the real amount, in prices of 2017 (Government "
                    + "purchases).",
            ])
    }

    @Test func `own staff only and small counts are told`() throws {
        #expect(
            try words("fire/turnout-time").comparison.contains(
                "Only cities that provide the service with own staff are ranked. The others are "
                    + "shown without a rank: their figures lack what others do for them."))
        #expect(
            try words("fire/injury-rate").comparison.contains(
                "To protect people, a figure with fewer than 5 cases is not shown."))
    }

    @Test func `numbers keep the digits that they were declared with`() {
        #expect(
            [1000, 0.25, -2, 0.000012].map(Wording.number) == [
                "1,000", "0.25", "\u{2212}2", "1.2e-05",
            ])
    }

    @Test func `open ranges are said`() {
        let style = NumberStyle(decimals: nil, label: "minutes")
        let ranges = [(0.0, 5.0), (2, nil), (nil, 9), (nil, nil)].map {
            Wording.range(PlausibleRange(minimum: $0.0, maximum: $0.1), style: style)
        }
        #expect(ranges == ["0 to 5 minutes", "2 minutes or more", "9 minutes or less", "any"])
    }
}
