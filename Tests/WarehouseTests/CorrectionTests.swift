import MetricSpec
import Submission
import Testing

@testable import Warehouse

/// What later submissions do to earlier values, and duplicates within one.
@Suite struct CorrectionTests {
    private let first =
        "City,Period,Calls,Residents\nAshford,2026-Q1,5,1000\nBexley,2026-Q1,7,2000\n"

    @Test func `a correction takes the place of the values it names, and of no other`() throws {
        let store = try Store()
        try store.load(first)
        let receipt = try store.load("City,Period,Calls\nAshford,2026-Q1,6\n")
        #expect(receipt.accepted == 1)
        #expect(receipt.superseded == 1)
        #expect(receipt.unchanged == 0)
        #expect(
            try store.current() == [
                "ashford ops/calls 6.0 #2", "ashford ops/residents 1000.0 #1",
                "bexley ops/calls 7.0 #1", "bexley ops/residents 2000.0 #1",
            ])
        // What was corrected stays in the store.
        #expect(
            try store.rows(
                """
                select value from warehouse.observation
                inner join warehouse.measure using (measure_id)
                where measure = 'ops/calls' and city_id = 1 order by submission_id
                """) == ["5", "6"])
    }

    @Test func `a value sent again unchanged is confirmed and not stored`() throws {
        let store = try Store()
        try store.load(first)
        let receipt = try store.load(
            "City,Period,Calls\nAshford,2026-Q1,5.0\nBexley,2026-Q1,8\nColne,2026-Q1,9\n")
        #expect(receipt.accepted == 3)
        #expect(receipt.unchanged == 1)
        #expect(receipt.superseded == 1)
        #expect(
            try store.rows(
                """
                select submission_id, confirmed_submission_id, city_id, source_row, source_column,
                    raw_text
                from intake.confirmation
                """) == ["2 1 1 2 3 5.0"])
        #expect(try store.rows("select count(*) from warehouse.observation") == ["6"])
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }

    @Test func `an empty cell under a mapped column withdraws the value with its reason`() throws {
        let store = try Store()
        try store.load(first)
        let receipt = try store.load(
            "City,Period,Calls,Residents\nAshford,2026-Q1,,n/a\n")
        #expect(receipt.superseded == 2)
        #expect(
            try store.current() == [
                "ashford ops/calls not_reported #2", "ashford ops/residents not_collected #2",
                "bexley ops/calls 7.0 #1", "bexley ops/residents 2000.0 #1",
            ])
        // Sent empty once more, nothing changes.
        let again = try store.load("City,Period,Calls\n\"Ashford\",2026-Q1,\n")
        #expect(again.unchanged == 1)
        #expect(again.superseded == 0)
    }

    @Test func `a correction says which values it changed, from what to what`() throws {
        let store = try Store()
        try store.load(first)
        let receipt = try store.load(
            "City,Period,Calls,Residents\nBexley,2026-Q1,7,2500\nAshford,2026-Q1,,1000\n"
                + "Colne,2026-Q1,1,1\n")
        #expect(receipt.superseded == 2)
        #expect(
            receipt.changes.map { "\($0.row) \($0.city) \($0.measure) \($0.period.text)" } == [
                "2 bexley ops/residents 2026-Q1", "3 ashford ops/calls 2026-Q1",
            ])
        #expect(receipt.changes.map(\.old.value) == [2000, 5])
        #expect(receipt.changes.map(\.new.value) == [2500, nil])
        #expect(receipt.changes.map(\.new.status) == [.normal, .notReported])
        #expect(receipt.changes.map(\.supersededSubmission) == [1, 1])
    }

    @Test func `of many changes the first twenty of the file are told`() throws {
        let store = try Store()
        let cities = ["Ashford", "Bexley", "Colne", "Derby", "Exeter"]
        let file = { (add: Int) in
            "City,Period,Calls\n"
                + (0..<25).map { "\(cities[$0 % 5]),200\($0 / 5)-Q1,\($0 + add)\n" }.joined()
        }
        try store.load(file(1))
        let receipt = try store.load(file(2))
        #expect(receipt.superseded == 25)
        #expect(receipt.changes.map(\.row) == Array(2...21))
        #expect(receipt.changes.allSatisfy { $0.new.value == $0.old.value.map { $0 + 1 } })
    }

    @Test func `zero is a value and not the same as a blank`() throws {
        let store = try Store()
        try store.load("City,Period,Calls\nAshford,2026-Q1,\n")
        let receipt = try store.load("City,Period,Calls\nAshford,2026-Q1,0\n")
        #expect(receipt.superseded == 1)
        #expect(try store.current() == ["ashford ops/calls 0.0 #2"])
    }

    @Test func `values of other lengths of period stand beside each other`() throws {
        let store = try Store()
        let receipt = try store.load(
            "City,Period,Calls\nAshford,2026-Q1,5\nAshford,2026-01,2\nAshford,2026,20\n")
        #expect(receipt.accepted == 3)
        #expect(receipt.findings == [:])
        #expect(try store.current("2026-01") == ["ashford ops/calls 2.0 #1"])
        #expect(
            try store.current("2026") == [
                "ashford ops/calls 2.0 #1", "ashford ops/calls 20.0 #1",
                "ashford ops/calls 5.0 #1",
            ])
    }

    // MARK: Duplicates within a file

    private let twice = """
        City,Period,Calls
        Ashford,2026-Q1,5
        Bexley,2026-Q1,7
        ASH,2026-Q1,5.0
        bexley,2026-Q1,8
        Colne,2026-Q1,9
        Derby,2026-Q1,
        derby,2026-Q1,
        Exeter,2026-Q1,
        Exeter,2026-Q1,4

        """

    private func expectDuplicates(
        _ store: Store, submission: Int, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let receipt = try store.load(twice)
        #expect(receipt.valuesRead == 9, sourceLocation: sourceLocation)
        #expect(receipt.accepted == 3, sourceLocation: sourceLocation)
        #expect(receipt.rejected == 4, sourceLocation: sourceLocation)
        #expect(receipt.findings == [.warning: 2, .error: 4], sourceLocation: sourceLocation)
        #expect(receipt.hasRejections, sourceLocation: sourceLocation)
        let findings = try store.rows(
            """
            select rule, source_row, city, measure, period, found from intake.finding
            where submission_id = \(submission) order by source_row
            """)
        #expect(
            findings == [
                "duplicate-different 3 bexley ops/calls 2026-Q1 7",
                "duplicate-equal 4 ashford ops/calls 2026-Q1 5.0",
                "duplicate-different 5 bexley ops/calls 2026-Q1 8",
                "duplicate-equal 8 derby ops/calls 2026-Q1 ",
                "duplicate-different 9 exeter ops/calls 2026-Q1 ",
                "duplicate-different 10 exeter ops/calls 2026-Q1 4",
            ], sourceLocation: sourceLocation)
    }

    @Test func `in a new year equal duplicates leave one value and different ones none`() throws {
        let store = try Store()
        try expectDuplicates(store, submission: 1)
        #expect(
            try store.current() == [
                "ashford ops/calls 5.0 #1", "colne ops/calls 9.0 #1",
                "derby ops/calls not_reported #1",
            ])
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }

    @Test func `in a stored year equal duplicates leave one value and different ones none`() throws
    {
        let store = try Store()
        try store.load("City,Period,Calls\nAshford,2026-Q4,1\nBexley,2026-Q1,3\n")
        try expectDuplicates(store, submission: 2)
        #expect(
            try store.current() == [
                "ashford ops/calls 5.0 #2", "bexley ops/calls 3.0 #1", "colne ops/calls 9.0 #2",
                "derby ops/calls not_reported #2",
            ])
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }

    @Test func `a file may reach into stored and new years at once`() throws {
        let store = try Store()
        try store.load("City,Period,Calls\nAshford,2026-Q1,1\n")
        let receipt = try store.load(
            """
            City,Period,Calls
            Ashford,2025-Q1,2
            Ashford,2025-Q1,2
            Ashford,2026-Q1,3
            Ashford,2026-Q1,3
            Bexley,2027-Q1,4
            Bexley,2026-Q1,5

            """)
        #expect(receipt.accepted == 4)
        #expect(receipt.superseded == 1)
        #expect(receipt.findings == [.warning: 2])
        #expect(try store.years() == ["observation_2025", "observation_2026", "observation_2027"])
        #expect(
            try store.current() == ["ashford ops/calls 3.0 #2", "bexley ops/calls 5.0 #2"])
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }

    @Test func `findings of a file are numbered in the order they came`() throws {
        let store = try Store()
        let receipt = try store.load(
            "City,Period,Calls,Extra\nNowhere,2026-Q1,1,\nAshford,2026-Q1,many,\n")
        #expect(receipt.rejected == 2)
        #expect(receipt.accepted == 0)
        let listed = try store.warehouse.findings(ofSubmission: 1)
        #expect(listed.map(\.finding.rule) == ["unmapped-column", "unknown-city", "not-a-number"])
        #expect(listed.map(\.finding.severity) == [.warning, .error, .error])
        #expect(listed.map(\.finding.row) == [1, 2, 3])
        #expect(listed.map(\.finding.found) == ["Extra", "Nowhere", "many"])
        #expect(try store.warehouse.findings(limit: 2).count == 2)
        #expect(try store.warehouse.findings(ofSubmission: 2).isEmpty)
        // What was rejected is kept as it stood in the file.
        #expect(
            try store.rows("select raw_text from intake.finding where rule = 'not-a-number'")
                .first?.contains("many") == true)
    }
}
