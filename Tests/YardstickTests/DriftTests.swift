import Foundation
import Testing

/// Accounts, categories and records beside those of the period before, through
/// the commands.
@Suite struct DriftTests {
    private static let ledger = """
        title: Trial balance
        files: "*/*/tb.csv"
        layout: ledger
        city: {path: "{city}/tb.csv"}
        period: {path: "{period}/*/tb.csv"}
        ledger:
          account: account
          name: name
          amount: amount
          lines:
            - {measure: police/offences, accounts: 5000..5999}
            - {measure: people/population, accounts: 4000..4999}

        """

    private static let records = """
        title: Offences, one row each
        files: "*/*/records*.csv"
        layout: records
        city: {column: city}
        period: {date: day, length: quarter}
        key: [case]
        figures: [{measure: police/offences, aggregate: count, where: {kind: [theft, fraud]}}]

        """

    private static let second = "submissions/2026-Q2/ashford/tb.csv"

    /// A trial balance is stored for the first quarter, and one of the second
    /// lies there: an account is gone, one new, one has moved.
    private func consortium() throws -> SmallConsortium {
        let consortium = try SmallConsortium()
        try consortium.write(Self.ledger, to: "mappings/tb.yaml")
        try consortium.write(
            "account,name,amount\n4100,Residents,9000\n5100,Patrol,60\n5200,Vans,40\n"
                + "5300,Radio,20\n",
            to: "submissions/2026-Q1/ashford/tb.csv")
        #expect(try consortium.run("load", "submissions").code == 0)
        try consortium.write(
            "account,name,amount\n4100,Residents,9000\n4900,Vans,45\n5100,Patrol,60\n"
                + "7000,Gifts,6.25\n",
            to: Self.second)
        return consortium
    }

    private static let said = [
        "1 account is neither mapped nor ignored, with 6.25",
        "7000 \"Gifts\" (6.25); 1 new since 2026-Q1",
        "4900 \"Vans\" (45, in people/population), which was 5200 (40, in police/offences)",
        "Likely: accounts: [..., \"4900\"] in the line of police/offences.",
        "1 account of 2026-Q1 is not in the file, with 20 then: 5300 \"Radio\"",
    ]

    @Test func `check and load tell what is gone, new and moved since the last quarter`() throws {
        let consortium = try consortium()
        #expect(try consortium.count("intake.code_list") == 1)
        let check = try consortium.run("check", Self.second)
        let load = try consortium.run("load", "submissions")
        for run in [check, load] {
            #expect(run.code == 0, "\(run)")
            let text = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            for part in Self.said { #expect(text.contains(part), "\(part)\n\(run)") }
        }
        // The same quarter again is compared with the one before it.
        let again = try consortium.run("check", Self.second)
        #expect(again.output == check.output)
    }

    @Test func `the file of history tells them where there is no database`() throws {
        let consortium = try consortium()
        let check = try consortium.run("check", Self.second)
        let written = try consortium.run("history", "--city", "ashford", "--out", "a.json")
        #expect(written.code == 0, "\(written)")
        let local = try consortium.runLocally("check", Self.second, "--history", "a.json")
        #expect(local.output == check.output)
        let other = try consortium.run("history", "--city", "barton", "--format", "json")
        #expect(!other.output.contains("Patrol"))
    }

    @Test func `a withdrawn quarter is not compared with, and an erased one keeps no names`() throws
    {
        let consortium = try consortium()
        #expect(try consortium.run("withdraw", "1", "--reason", "Wrong file").code == 0)
        let check = try consortium.run("check", Self.second)
        #expect(!check.output.contains("2026-Q1"), "\(check)")
        let erase = try consortium.run("erase", "1", "--bytes", "--reason", "Asked for")
        #expect(erase.code == 0, "\(erase)")
        #expect(try consortium.count("intake.code_list") == 0)
        #expect(try consortium.run("db", "check").code == 0)
    }

    private static func rows(_ cases: ClosedRange<Int>, _ month: String, kind: String) -> String {
        "case,city,day,kind\n"
            + cases.map { "A\($0),ashford,2026-\(month)-15,\(kind)\n" }.joined()
    }

    @Test func `records that another quarter has are told, and categories that are gone`() throws {
        let consortium = try SmallConsortium()
        try consortium.write(Self.records, to: "mappings/records.yaml")
        try consortium.write(
            Self.rows(1...12, "02", kind: "theft"), to: "submissions/2026-Q1/ashford/records.csv")
        #expect(try consortium.run("load", "submissions").code == 0)
        #expect(try consortium.number("select key_count from intake.record_key") == 12)
        let second = "submissions/2026-Q2/ashford/records.csv"
        try consortium.write(Self.rows(11...20, "05", kind: "thefts"), to: second)
        for run in [try consortium.run("check", second), try consortium.run("load", second)] {
            #expect(run.code == 0, "\(run)")
            let text = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(text.contains("2 of 10 records, the first of them here, of ashford"), "\(run)")
            #expect(text.contains("were counted for 2026-Q1 already (submission 1)"), "\(run)")
            #expect(text.contains("\"thefts\" (10 rows), which was \"theft\" (12 rows"), "\(run)")
            #expect(text.contains("where: {kind: [theft, thefts]}"), "\(run)")
        }
        // A correction of the first quarter is of the same period.
        try consortium.write(
            Self.rows(1...10, "02", kind: "theft"), to: "submissions/2026-Q1/ashford/records.csv")
        let correction = try consortium.run("check", "submissions/2026-Q1/ashford/records.csv")
        #expect(!correction.output.contains("counted for 2026-Q1"), "\(correction)")
    }

    @Test func `a file that was counted for another city or quarter is told by its bytes`() throws {
        let consortium = try SmallConsortium()
        try consortium.write(
            Self.ledger.replacing("{path: \"{period}/*/tb.csv\"}", with: "{column: quarter}"),
            to: "mappings/tb.yaml")
        let text = "account,name,amount,quarter\n5100,Patrol,60,2026-Q1\n"
        try consortium.write(text, to: "submissions/2026-Q1/ashford/tb.csv")
        #expect(try consortium.run("load", "submissions").code == 0)
        try consortium.write(text, to: "submissions/2026-Q1/barton/tb.csv")
        let load = try consortium.run("load", "submissions/2026-Q1/barton")
        #expect(load.code == 0, "\(load)")
        let said = load.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(
            said.contains("of submission 1, which was counted for ashford and 2026-Q1"), "\(load)")
        // Its own bytes under a mended mapping are a correction, not a copy.
        try consortium.write(
            Self.ledger.replacing("{path: \"{period}/*/tb.csv\"}", with: "{column: quarter}")
                .replacing("5000..5999", with: "5000..6999"),
            to: "mappings/tb.yaml")
        let mended = try consortium.run("load", "submissions/2026-Q1/barton")
        #expect(mended.code == 0 && !mended.output.contains("byte for byte"), "\(mended)")
    }

    private static let coded = """
        title: One row a value, with the office's own codes
        files: "*/*/coded.csv"
        layout: long
        city: {column: city}
        period: {column: period}
        measure:
          column: what
          codes: {crimes: police/offences, calls: police/calls, arrests: police/arrests}
        value: {column: value}

        """

    private static let measures = ["offences", "calls", "arrests"].map { name in
        """
          - name: \(name)
            title: The \(name)
            definition: All \(name) that the police count in the period.
            unit: count
            kind: flow
            quarter_to_year: sum
            service: police

        """
    }.joined()

    @Test func `codes of figures that are gone and new are told with what they carry`() throws {
        let consortium = try SmallConsortium()
        try consortium.write(Self.coded, to: "mappings/coded.yaml")
        try consortium.write(
            "measures:\n" + Self.measures, to: "standard/police/measures.yaml")
        let header = "city,period,what,value\n"
        try consortium.write(
            header + "ashford,2026-Q1,crimes,410\nashford,2026-Q1,calls,5200\n"
                + "ashford,2026-Q1,arrests,130\n",
            to: "submissions/2026-Q1/ashford/coded.csv")
        #expect(try consortium.run("load", "submissions").code == 0)
        let second = "submissions/2026-Q2/ashford/coded.csv"
        try consortium.write(
            header + "ashford,2026-Q2,crimes,420\nashford,2026-Q2,incidents,5310\n", to: second)
        let written = try consortium.run("history", "--city", "ashford", "--out", "a.json")
        #expect(written.code == 0, "\(written)")
        let check = try consortium.run("check", second)
        let local = try consortium.runLocally("check", second, "--history", "a.json")
        #expect(local.output == check.output)
        for run in [check, try consortium.run("load", second)] {
            let text = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(
                text.contains(
                    "1 text of \"what\" of 2026-Q1 is not in the file, with 1 value then: "
                        + "\"arrests\" (130, in police/arrests)"), "\(run)")
            #expect(
                text.contains(
                    "1 code is neither mapped nor ignored, with 1 value, 50 % of all: "
                        + "\"incidents\" (5310)"), "\(run)")
            #expect(
                text.contains(
                    "Likely: codes: {..., \"incidents\": police/calls}, what was \"calls\" by "
                        + "its figures before."), "\(run)")
        }
    }

    @Test func `a figure of another city is told by the submission that holds it`() throws {
        let consortium = try SmallConsortium()
        var text = "city,period,measure,value\n"
        for (quarter, count) in zip(["2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1"], 0...) {
            text += "ashford,\(quarter),police/offences,\(412 + count * 7)\n"
            text += "barton,\(quarter),police/offences,\(5127 + count * 11)\n"
        }
        text += "barton,2026-Q2,police/offences,5173\n"
        try consortium.write(text, to: "submissions/2026-Q2/bureau/long.csv")
        #expect(try consortium.run("load", "submissions").code == 0)
        let own = "submissions/2026-Q2/ashford/long.csv"
        try consortium.write(
            "city,period,measure,value\nashford,2026-Q2,police/offences,5173\n", to: own)
        let check = try consortium.run("check", own)
        let said = check.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(
            said.contains(
                "\"5173\" of ashford for 2026-Q2 stands also in submission 1, for another"),
            "\(check)")
        #expect(!check.output.contains("barton"))
    }
}
