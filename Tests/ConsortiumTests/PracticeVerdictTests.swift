import MetricSpec
import Testing

@testable import Consortium

@Suite struct PracticeVerdictTests {
    private static let head =
        "city,criterion,fulfilled,evidence,verdict,assessor,assessed_on,valid_until\n"

    private func read(_ rows: String) throws -> Consortium {
        try SampleFolder.read(["practices.csv": Self.head + rows])
    }

    private func faults(_ rows: String) -> [String] {
        SampleFolder.faults(["practices.csv": Self.head + rows])
    }

    @Test func `a verdict is read with all its columns`() throws {
        let row =
            "Ashford,inventory,3,link: https://example.org|document: plan,met,Ann,2026-03-01,"
        #expect(
            try read(row + "2028-02-29\nbexley,inventory,,,pending,,,\n").verdicts == [
                PracticeVerdict(
                    city: "ashford", criterion: "inventory", fulfilled: 3,
                    evidence: "link: https://example.org|document: plan", verdict: .met,
                    assessor: "Ann", assessedOn: try day("2026-03-01"),
                    validUntil: try day("2028-02-29")),
                PracticeVerdict(
                    city: "bexley", criterion: "inventory", fulfilled: nil, evidence: "",
                    verdict: .pending, assessor: "", assessedOn: nil, validUntil: nil),
            ])
    }

    @Test func `without practices.csv there are no verdicts`() throws {
        #expect(try SampleFolder.read().verdicts.isEmpty)
    }

    @Test func `a verdict holds from its assessment to its last day`() throws {
        let verdicts = try read("ashford,a,,,met,,2026-03-01,2026-12-31\n").verdicts
        let verdict = try #require(verdicts.first)
        #expect(!verdict.holds(on: try day("2026-02-28")))
        #expect(verdict.holds(on: try day("2026-03-01")))
        #expect(verdict.holds(on: try day("2026-12-31")))
        #expect(!verdict.holds(on: try day("2027-01-01")))
    }

    @Test func `on a day the latest verdict counts, and only while it holds`() throws {
        let consortium = try read(
            """
            ashford,a,,,not_met,,2026-06-01,2026-12-31
            ashford,a,,,met,,2025-01-01,
            ashford,a,,,pending,,,
            bexley,b,,,met,,2026-01-01,

            """)
        func verdicts(_ text: String) throws -> [String] {
            consortium.verdicts(on: try day(text)).map { "\($0.city) \($0.verdict.rawValue)" }
        }
        #expect(try verdicts("2024-12-31") == ["ashford pending"])
        #expect(try verdicts("2026-05-31") == ["ashford met", "bexley met"])
        #expect(try verdicts("2026-06-01") == ["ashford not_met", "bexley met"])
        #expect(try verdicts("2027-01-01") == ["ashford met", "bexley met"])
    }

    @Test func `a practice is assessed once on a day`() {
        #expect(
            faults("ashford,a,,,met,,2026-01-01,\nAshford,a,,,not_met,,2026-01-01,\n") == [
                "practices.csv:3:2: criterion: a of ashford was assessed in line 2 already. Leave "
                    + "one out, or say when each was assessed."
            ])
    }

    @Test(
        arguments: [
            ("nowhere,a,,,met,,,", "2:1: city: \"nowhere\" is not in cities.csv."),
            (
                "ashford,a,,,yes,,,",
                "2:5: verdict: \"yes\" is no verdict. Expected met, not_met or pending."
            ),
            (
                "ashford,a,,,,,,",
                "2:5: verdict: \"\" is no verdict. Expected met, not_met or pending."
            ),
            (
                "ashford,a,2.5,,met,,,",
                "2:3: fulfilled: \"2.5\" is no count. Expected a whole number."
            ),
            (
                "ashford,a,-1,,met,,,",
                "2:3: fulfilled: \"-1\" is no count. Expected a whole number."
            ),
            (
                "ashford,a,,,met,,1.1.26,",
                "2:7: assessed_on: \"1.1.26\" is no date. Expected one like 2026-07-01."
            ),
            (
                "ashford,a,,,met,,2026-02-02,2026-02-01",
                "2:8: valid_until: valid_until is before assessed_on."
            ),
        ])
    func `a cell that is none is named with its line and column`(row: String, message: String) {
        #expect(faults(row + "\n") == ["practices.csv:\(message)"])
    }

    private func day(_ text: String) throws -> CalendarDay {
        try #require(CalendarDay(parsing: text))
    }
}
