import Foundation
import Testing

/// `compare --explain`: every step of a standing.
@Suite struct StandingExplanationTests {
    private let consortium: SmallConsortium

    init() throws {
        consortium = try SmallConsortium()
        try consortium.write(
            "city,period,population,offences\nashford,2026-Q3,50000,500\n"
                + "barton,2026-Q3,50000,300\ncalder,2026-Q3,50000,300\n",
            to: "submissions/2026-Q3/bureau/wide.csv")
        for arguments in [["load", "submissions"], ["compare", "2026-Q3"]] {
            let run = try consortium.run(arguments)
            #expect(run.code == 0, "\(run)")
        }
    }

    /// 500 and twice 300 offences among 50,000 residents are 10, 6 and 6 per
    /// thousand; exact limits of 500 events lie around 9.1 and 10.9.
    @Test func `inputs, formula, peers, order and verdict are told`() throws {
        let run = try consortium.run(
            "compare", "2026-Q3", "--explain", "ashford", "police/offence-rate")
        #expect(run.code == 0, "\(run)")
        for line in [
            "  police/offences, 2026-Q3: 500, submissions/2026-Q3/bureau/wide.csv, row 2, "
                + "column 4: \"500\"",
            "  1000 x 500 / 50000 = 10 ", "peer group all", "    barton: 6",
            "    ashford (this city): 10", "  rank 3 of 3",
            "  the others' median, the city left "
                + "out: 6",
        ] {
            #expect(run.output.contains(line), "\(line)\n\(run)")
        }
        let behind = try consortium.run(
            "compare", "--explain", "ashford", "police/offence-rate", "2026-Q3", "--format",
            "json")
        let document = try behind.json()
        #expect(document["value"] as? Double == 10)
        #expect((document["sources"] as? [Any])?.count == 2)
    }

    @Test func `what cannot be explained is said`() throws {
        let unknown = try consortium.run(
            "compare", "2026-Q3", "--explain", "ashford", "police/other")
        #expect(unknown.code == 2)
        #expect(unknown.errors.contains("has no police/other of ashford"), "\(unknown)")
        let city = try consortium.run(
            "compare", "2026-Q3", "--explain", "york", "police/offence-rate")
        #expect(city.code == 2)
        #expect(city.errors.contains("\"york\" is not in cities.csv."), "\(city)")
        for arguments in [
            ["compare", "2026-Q3", "--explain", "ashford"],
            ["compare", "--explain", "ashford", "police/offence-rate"],
        ] {
            let run = try consortium.run(arguments)
            #expect(run.code == 64)
            #expect(run.errors.contains("--explain takes a city, a metric and one period"))
        }
    }
}
