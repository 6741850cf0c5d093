import MetricSpec
import Tabular

@testable import Submission

/// Drafts of small files, by a small standard.
enum SuggestionFixture {
    /// Measures that differ in unit, in one word, or are another's margin.
    static let measures = """
        measures:
          - name: recycled-share
            title: Household waste recycled, share
            definition: The part of household waste that is recycled.
            unit: share
            kind: flow
          - name: recycled
            title: Household waste recycled
            definition: Weighs household waste that is recycled.
            unit: usd
            kind: flow
          - name: net-grand-list
            title: Net grand list
            definition: Adds the assessed value of all property.
            unit: usd
            kind: stock
          - name: home-value
            title: Median home value
            definition: The value that half of all homes exceed.
            unit: usd
            kind: stock
          - name: home-value-margin
            title: Margin of error of median home value
            definition: How far the estimate may be off.
            unit: usd
            kind: stock
            margin_of: extra/home-value
            level: 0.9
        """

    static func suggest(
        _ text: String, name: String = "figures.csv",
        path: String = "2026-Q1/springfield/figures.csv", mappings: [Mapping] = [],
        codes: String? = nil, isExtended: Bool = false
    ) throws -> Suggestion {
        let standard =
            try isExtended
            ? Fixture.standard(
                units: "share: {label: share, dimension: share}",
                with: ("extra/measures.yaml", measures))
            : Fixture.standard()
        let context = IntakeContext(
            standard: standard, cities: Fixture.cities, calendar: .january, attributes: [],
            earlier: nil)
        let list = try codes.map {
            try CodeList(SourceFile(name: "codes.csv", bytes: Array($0.utf8)))
        }
        return try Suggester(context: context, mappings: mappings).suggest(
            SourceFile(name: name, bytes: Array(text.utf8)), path: path, codes: list)
    }

    /// The measures of the columns that are found unasked.
    static func found(_ suggestion: Suggestion) -> [String?] {
        suggestion.columns.map { $0.question == nil ? $0.measure : nil }
    }
}
