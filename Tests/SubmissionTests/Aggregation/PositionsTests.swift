import MetricSpec
import Testing

@testable import Submission

/// An invented list of positions, its mapping under 30 lines.
enum PostList {
    static let keys = """
        title: Positions
        layout: positions
        city: {constant: springfield}
        period: {path: "{period}/*.csv"}
        personal: [Name]
        ignore: [Post]
        posts: {share: Share, from: From, until: Until, vacant: {State: vacant}}
        figures:
          - {measure: ops/staff, aggregate: full-time-equivalents}
          - {measure: ops/calls, aggregate: vacancies}
          - {measure: ops/visits, aggregate: count}

        """
    static let header = "Post,Name,Share,From,Until,State\n"

    static func figures(_ rows: String, keys: String = keys) throws -> [String: Double] {
        let outcome = try Fixture.run(keys, header + rows, path: "2026-Q1/posts.csv")
        try #require(outcome.rules.isEmpty)
        return Dictionary(uniqueKeysWithValues: outcome.values.map { ($0.measure, $0.value) })
    }
}

@Suite struct PositionsTests {
    @Test func `a post counts by its share and the days on which it is filled`() throws {
        // The quarter has 90 days. From 1 March: 31 of them; until 1 February:
        // 31; half a post all the time.
        let figures = try PostList.figures(
            """
            1,A. Moe,1,2020-01-01,,filled
            2,B. Moe,0.5,2020-01-01,,filled
            3,C. Moe,1,2026-03-01,,filled
            4,D. Moe,1,2020-01-01,2026-02-01,filled
            5,,1,,,vacant

            """)
        let equivalents = try #require(figures["ops/staff"])
        #expect(abs(equivalents - (1 + 0.5 + 31.0 / 90 + 31.0 / 90)) < 1e-12)
        #expect(figures["ops/calls"] == 2)
        #expect(figures["ops/visits"] == 5)
    }

    @Test func `the last day filled is counted where the mapping says through`() throws {
        let keys = PostList.keys.replacing("until: Until", with: "through: Until")
        let figures = try PostList.figures("1,A. Moe,1,,2026-01-31,filled\n", keys: keys)
        #expect(figures["ops/staff"] == 31.0 / 90)
    }

    @Test func `a post filled through the last day of the period is not vacant`() throws {
        let keys = PostList.keys.replacing("until: Until", with: "through: Until")
        let figures = try PostList.figures("1,A. Moe,1,,2026-03-31,filled\n", keys: keys)
        #expect(figures["ops/staff"] == 1)
        #expect(figures["ops/calls"] == 0)
    }

    @Test func `a post of another time is vacant in this one`() throws {
        let figures = try PostList.figures("1,A. Moe,1,2026-04-01,,filled\n")
        #expect(figures["ops/staff"] == 0)
        #expect(figures["ops/calls"] == 1)
    }

    /// Posts of which four have a share, and two nobody on 31 March.
    private static let equivalentKeys = PostList.keys.replacing(
        "  - {measure: ops/staff, aggregate: full-time-equivalents}\n"
            + "  - {measure: ops/calls, aggregate: vacancies}\n",
        with: "  - {measure: ops/spending, aggregate: budgeted-equivalents}\n"
            + "  - {measure: ops/waiting, aggregate: vacant-equivalents}\n")

    @Test func `budgeted posts count by their share, and so do vacant ones`() throws {
        let figures = try PostList.figures(
            """
            1,A. Moe,1,2020-01-01,,filled
            2,B. Moe,0.5,2020-01-01,,filled
            3,C. Moe,0.8,2026-03-01,,filled
            4,D. Moe,0.6,2020-01-01,2026-02-01,filled
            5,,0.75,,,vacant

            """, keys: Self.equivalentKeys)
        let budgeted = try #require(figures["ops/spending"])
        let vacant = try #require(figures["ops/waiting"])
        #expect(abs(budgeted - (1 + 0.5 + 0.8 + 0.6 + 0.75)) < 1e-12)
        // The fourth has been empty since February.
        #expect(abs(vacant - (0.6 + 0.75)) < 1e-12)
        #expect(figures["ops/visits"] == 5)
    }

    @Test func `with every post filled there are vacant equivalents, and they are 0`() throws {
        let figures = try PostList.figures(
            "1,A. Moe,0.5,2020-01-01,,filled\n", keys: Self.equivalentKeys)
        #expect(figures["ops/spending"] == 0.5)
        #expect(figures["ops/waiting"] == 0)
    }

    @Test func `the equivalents of posts are no aggregate of records`() {
        for word in ["budgeted-equivalents", "vacant-equivalents"] {
            #expect(throws: SpecError.self) {
                try Fixture.mapping(
                    """
                    title: Cases
                    layout: records
                    city: {constant: springfield}
                    period: {constant: 2026-Q1}
                    figures: [{measure: ops/staff, aggregate: \(word)}]
                    """)
            }
        }
    }
}
