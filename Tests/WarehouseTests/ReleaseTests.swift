import MetricSpec
import Postgres
import Testing

@testable import Warehouse

/// Kinds of release, for whom they are, and when they come to be seen.
@Suite struct ReleaseTests {
    private let store: Store

    init() throws {
        store = try Store()
        try store.load("City,Period,Calls,Residents\nAshford,2026-Q1,10,1000\n")
    }

    private func correct(_ calls: Int) throws {
        try store.load("City,Period,Calls\nAshford,2026-Q1,\(calls)\n", received: Double(calls))
    }

    /// Asks for a release at a second of 1970.
    @discardableResult
    private func release(
        at seconds: Double = 0, isFinal: Bool = false, _ visibility: Audience? = nil,
        embargo: Double? = nil, reason: String? = nil
    ) throws -> ComparisonReceipt {
        var request = ReleaseRequest(
            of: try #require(Period(parsing: "2026-Q1")),
            at: Timestamp(secondsSince1970: seconds))
        request.isFinal = isFinal
        request.visibility = visibility
        request.embargo = embargo.map { Timestamp(secondsSince1970: $0) }
        request.reason = reason
        return try store.warehouse.release(request, registry: store.registry, ids: store.ids)
    }

    private func publish(
        _ number: Int, to audience: Audience? = nil, at seconds: Double = 0
    ) throws -> PublicationReceipt {
        try store.warehouse.publish(
            release: number, to: audience, at: Timestamp(secondsSince1970: seconds))
    }

    /// What an audience sees of Ashford: release and value.
    private func seen(_ audience: Audience) throws -> [String] {
        try store.rows("select release, value from \(audience).standing where city = 'ashford'")
    }

    private func refusal(_ body: () throws -> some Any) -> String {
        do {
            return "not refused: \(try body())"
        } catch {
            return "\(error)"
        }
    }

    // MARK: Kinds

    @Test func `a final release is one of its own on the input of the provisional one`() throws {
        #expect(try release().kind == .provisional)
        let final = try release(isFinal: true)
        #expect(final.kind == .final)
        #expect(final.release == 2)
        #expect(!final.isUnchanged)
        for isFinal in [true, false] {
            let again = try release(isFinal: isFinal)
            #expect(again.release == 2)
            #expect(again.isUnchanged)
            #expect(again.kind == .final)
        }
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }

    @Test func `what follows a final release on other input is corrected`() throws {
        try release(isFinal: true)
        try correct(11)
        #expect(try store.compare().kind == .corrected)
        try correct(12)
        #expect(try release(isFinal: true).kind == .corrected)
        #expect(
            try store.rows("select release_id, kind from member.release order by release_id")
                == ["1 final", "2 corrected", "3 corrected"])
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }

    @Test func `equal content has equal digests, whatever its number and kind`() throws {
        try release()
        try release(isFinal: true, reason: "All is in.")
        try correct(11)
        try store.compare()
        let releases = try store.warehouse.releases()
        let digests = releases.compactMap(\.contentDigest)
        #expect(digests.count == 3)
        #expect(digests[0] == digests[1])
        #expect(digests[1] != digests[2])
        #expect(releases.map(\.reason) == [nil, "All is in.", nil])
    }

    // MARK: Audiences

    @Test func `a preview lies where members may not read, until it is published`() throws {
        try release()
        try correct(11)
        let held = try release(.preview)
        #expect(held.isHeld)
        #expect(try seen(.member) == ["1 10"])
        #expect(try seen(.preview) == ["2 11"])
        #expect(
            try store.rows("select count(*) from member.release_value where release_id = 2")
                == ["0"])
        #expect(try store.warehouse.brokenPromises().isEmpty)
        #expect(
            refusal { try publish(2) }
                == "release 2 is a preview. Say for whom it is published: --visibility member or "
                + "--visibility open.")
        let receipt = try publish(2, to: .member, at: 60)
        #expect(receipt.visibility == .member)
        #expect(try seen(.member) == ["2 11"])
        #expect(try seen(.preview) == [])
        #expect(
            try store.rows(
                """
                select extract(epoch from published_at)::int from member.release
                order by release_id
                """) == ["0", "60"])
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }

    @Test func `under an embargo nobody sees a release, and after it all whom it is for`() throws {
        try release(at: 0, isFinal: true, .open, embargo: 100)
        #expect(try seen(.member) == [])
        #expect(try seen(.open) == [])
        #expect(
            refusal { try publish(1, at: 99) }
                == "release 1 is under embargo until 1970-01-01T00:01:40Z. Wait, or set another "
                + "one: `yardstick release 2026-Q1 --embargo INSTANT`.")
        let due = { seconds in
            try store.warehouse.publishDue(at: Timestamp(secondsSince1970: seconds))
        }
        #expect(try due(99).isEmpty)
        #expect(try due(100).map(\.release) == [1])
        #expect(try due(101).isEmpty)
        #expect(try seen(.member) == ["1 10"])
        #expect(try seen(.open) == ["1 10"])
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }

    @Test func `what is held back stays so under the next number, and cannot be passed`() throws {
        try release(isFinal: true, embargo: 100)
        try correct(11)
        let next = try store.compare()
        #expect(next.release == 2)
        #expect(next.kind == .final)
        #expect(next.isHeld)
        #expect(try seen(.member) == [])
        #expect(
            refusal { try publish(1, at: 200) }
                == "release 1 of 2026-Q1 was replaced by release 2. Publish that one.")
        #expect(try publish(2, at: 200).kind == .final)
        #expect(try seen(.member) == ["2 11"])
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }

    @Test func `a comparison publishes what it finds unchanged when the embargo is over`() throws {
        try release(embargo: 100)
        #expect(try store.compare(at: 99).isHeld)
        let receipt = try store.compare(at: 100)
        #expect(receipt.isUnchanged)
        #expect(!receipt.isHeld)
        #expect(try seen(.member) == ["1 10"])
    }

    @Test func `another embargo or audience changes a release that is held back`() throws {
        try release(embargo: 100)
        let again = try release(embargo: 50)
        #expect(again.isUnchanged)
        #expect(again.embargo == Timestamp(secondsSince1970: 50))
        #expect(try publish(1, to: .open, at: 50).visibility == .open)
        #expect(try seen(.open) == ["1 10"])
    }

    @Test func `what members have seen is not taken back`() throws {
        try release()
        let seen =
            "release 1 is published already: what members have seen is not taken back. "
            + "Hold back the next one, when its input has changed."
        #expect(refusal { try release(.preview) } == seen)
        #expect(refusal { try release(embargo: 100) } == seen)
        #expect(refusal { try publish(1, to: .preview) } == seen)
        // An embargo that is over already holds nothing back.
        #expect(try release(at: 100, embargo: 100).isUnchanged)
    }

    @Test func `a release of members can be opened, and the next one is members' again`() throws {
        try release(isFinal: true)
        #expect(try !publish(1, to: .open, at: 7).isUnchanged)
        #expect(try publish(1, to: .open, at: 8).isUnchanged)
        #expect(try publish(1, at: 9).isUnchanged)
        try correct(11)
        #expect(try store.compare().visibility == .member)
        #expect(try seen(.member) == ["2 11"])
        #expect(try seen(.open) == ["1 10"])
        #expect(try release(.open).isUnchanged)
        #expect(try seen(.open) == ["2 11"])
        try correct(12)
        #expect(try release(.preview).release == 3)
        #expect(try publish(2, to: .open).isUnchanged)
        #expect(
            refusal { try publish(1, to: .open) }
                == "release 1 of 2026-Q1 was replaced by release 2. Publish that one.")
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }

    @Test func `the public sees no more of a release than members do`() throws {
        try store.load("City,Period,Calls,Residents\nBexley,2026-Q1,5,100\n", sender: "bexley")
        try store.connection.execute(
            "update warehouse.observation set confidentiality = 2 where city_id = 2")
        try release(.open)
        // Of the lineage all but what names or proves a file.
        for view in ["standing", "metric_value", "peer_statistic", "lineage"] {
            func shown(_ audience: Audience) throws -> [String] {
                try store.rows(
                    "select to_jsonb(shown) - '{file,sheet,digest}'::text[] as shown "
                        + "from \(audience).\(view) as shown")
            }
            #expect(try shown(.open) == shown(.member))
            #expect(try !shown(.open).isEmpty)
        }
        #expect(
            try store.rows("select value from open.metric_value where city = 'bexley'")
                == ["null"])
    }

    @Test func `a release that is not there cannot be published`() throws {
        #expect(
            refusal { try publish(4) }
                == "there is no release 4. `yardstick releases` lists those there are.")
    }
}
