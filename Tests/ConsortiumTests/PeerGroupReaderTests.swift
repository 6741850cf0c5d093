import MetricSpec
import Testing

@testable import Consortium

@Suite struct PeerGroupReaderTests {
    /// The one group of a folder whose group file has this text.
    private func group(
        _ text: String, outside: [String: String] = [:],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> PeerGroupRule {
        let consortium = try SampleFolder.read(
            ["peer-groups/all.yaml": nil, "peer-groups/small.yaml": text], outside: outside)
        #expect(consortium.peerGroups.count == 1, sourceLocation: sourceLocation)
        return try #require(consortium.peerGroups.first, sourceLocation: sourceLocation)
    }

    @Test func `a group of all cities serves every metric at all times`() throws {
        let group = try group("title: All\nlist: all\n")
        #expect(group.id == "small")
        #expect(group.title == "All")
        #expect(group.membership == .all)
        #expect(group.metrics == nil)
        #expect(group.valid == Validity())
        #expect(group.minimum == 1)
    }

    @Test func `a group has metrics, days and a minimum`() throws {
        let group = try group(
            """
            title: Some
            list: [Ashford, SAINT JOHN]
            metrics: [finance/*, fire/call-rate]
            valid: {from: 2024-01-01, to: 2026-01-01}
            minimum: 5
            """)
        #expect(group.membership == .list(["ashford", "st-john"]))
        #expect(group.metrics == ["finance/*", "fire/call-rate"])
        #expect(group.valid.from?.text == "2024-01-01")
        #expect(group.valid.to?.text == "2026-01-01")
        #expect(group.minimum == 5)
    }

    @Test func `each owner has its own list, in the order of the file`() throws {
        let group = try group(
            "title: Own\nown_lists:\n  bexley: [ashford, st-john]\n  Ashford: [bexley]\n")
        #expect(
            group.membership
                == .ownLists([
                    PeerGroupRule.OwnList(owner: "bexley", members: ["ashford", "st-john"]),
                    PeerGroupRule.OwnList(owner: "ashford", members: ["bexley"]),
                ]))
    }

    @Test func `an owner's list may be a file that somebody else keeps`() throws {
        let group = try group(
            """
            title: Own
            own_lists:
              bexley: {from: {file: ../../near.csv, mapping: {city: Name}}}
              ashford: [bexley]
            """, outside: ["../../near.csv": "Name\nSaint John\nAshford\n"])
        #expect(
            group.membership
                == .ownLists([
                    PeerGroupRule.OwnList(owner: "bexley", members: ["st-john", "ashford"]),
                    PeerGroupRule.OwnList(owner: "ashford", members: ["bexley"]),
                ]))
    }

    @Test func `a band on an attribute may be open at either end`() throws {
        let both = try group("title: B\nrule: {attribute: population, from: 10000, below: 30000}\n")
        #expect(
            both.membership
                == .attributeBand(
                    attribute: "population", band: PeerGroupRule.Band(from: 10000, below: 30000)))
        let upper = try group("title: B\nrule: {attribute: population, from: 10000}\n")
        #expect(
            upper.membership
                == .attributeBand(
                    attribute: "population", band: PeerGroupRule.Band(from: 10000, below: nil)))
    }

    @Test func `a band on a measure may be fixed to a period`() throws {
        let fixed = try group(
            "title: B\nrule: {measure: people/population, period: 2015-07/P1Y, below: 5000}\n")
        #expect(
            fixed.membership
                == .measureBand(
                    measure: "people/population", period: Period(parsing: "2015-07/P1Y"),
                    band: PeerGroupRule.Band(from: nil, below: 5000)))
        let current = try group("title: B\nrule: {measure: people/population, below: 5000}\n")
        #expect(
            current.membership
                == .measureBand(
                    measure: "people/population", period: nil,
                    band: PeerGroupRule.Band(from: nil, below: 5000)))
    }

    @Test func `the lower end belongs to a band and the upper does not`() {
        let band = PeerGroupRule.Band(from: 10, below: 20)
        #expect(!band.contains(9.999))
        #expect(band.contains(10))
        #expect(band.contains(19.999))
        #expect(!band.contains(20))
        #expect(PeerGroupRule.Band(from: nil, below: nil).contains(-1e300))
    }

    @Test func `a group serves the metrics that its ids and globs name`() throws {
        let group = try group("title: A\nlist: all\nmetrics: [finance/*, fire/call-rate]\n")
        #expect(group.serves(metric: "finance/debt"))
        #expect(group.serves(metric: "fire/call-rate"))
        #expect(!group.serves(metric: "fire/call-rates"))
        #expect(!group.serves(metric: "fire/calls"))
        #expect(!group.serves(metric: "financed/debt"))
        let every = try self.group("title: A\nlist: all\n")
        #expect(every.serves(metric: "fire/calls"))
        let none = try self.group("title: A\nlist: all\nmetrics: []\n")
        #expect(!none.serves(metric: "fire/calls"))
    }

    @Test func `groups come in the order of their ids`() throws {
        let consortium = try SampleFolder.read([
            "peer-groups/z.yaml": "title: Z\nlist: all\n",
            "peer-groups/b.yaml": "title: B\nlist: all\n",
        ])
        #expect(consortium.peerGroups.map(\.id) == ["all", "b", "z"])
    }

    // MARK: Read in place

    private let outside = [
        "../families.csv": """
        Area,Family,Peer,Scheme
        Ashford,1,Bexley,A
        BEXLEY,1,City of Ashford,A
        Saint John,2,Ashford,B
        Saint John,2,Bexley,A
        Ashford,2,Bexley,A
        Elsewhere,3,Nowhere,C
        """
    ]

    @Test func `a list is read in place, the rows that match, each city once`() throws {
        let group = try group(
            """
            title: Family 1
            list:
              from:
                file: ../families.csv
                mapping: {city: Area, where: {Scheme: A}}
            """, outside: outside)
        #expect(group.membership == .list(["ashford", "bexley", "st-john"]))
    }

    @Test func `all conditions must hold, and one may name several values`() throws {
        let group = try group(
            """
            title: Some
            list:
              from:
                file: ../families.csv
                mapping: {city: Area, where: {Scheme: [A, B], Family: 2}}
            """, outside: outside)
        #expect(group.membership == .list(["st-john", "ashford"]))
    }

    @Test func `own lists are read in place, owners in the order of the file`() throws {
        let group = try group(
            """
            title: Own
            own_lists:
              from:
                file: ../families.csv
                mapping: {owner: Area, city: Peer, where: {Scheme: [A, B]}}
            """, outside: outside)
        #expect(
            group.membership
                == .ownLists([
                    PeerGroupRule.OwnList(owner: "ashford", members: ["bexley"]),
                    PeerGroupRule.OwnList(owner: "bexley", members: ["ashford"]),
                    PeerGroupRule.OwnList(owner: "st-john", members: ["ashford", "bexley"]),
                ]))
    }

    @Test func `a variable in a path is left to whoever opens it`() throws {
        let group = try group(
            """
            title: Family 1
            list: {from: {file: "${DATA}/families.csv", mapping: {city: Area}}}
            """, outside: ["${DATA}/families.csv": "Area\nBexley\n"])
        #expect(group.membership == .list(["bexley"]))
    }

    @Test func `an attribute is read in place after those of attributes.csv`() throws {
        let head = """
            id: a
            name: A
            standard: ./standard
            attributes:
              from:
                file: ../income.csv
                mapping: {city: Town, attribute: income, value: Income, valid_from: 2020-01-01}
            """
        let consortium = try SampleFolder.read(
            ["consortium.yaml": head],
            outside: ["../income.csv": "Town,Income\nBexley,51000\nAshford,\nSaint John,48000\n"])
        let read = consortium.attributes.suffix(2)
        #expect(read.map(\.city) == ["bexley", "st-john"])
        #expect(read.map(\.attribute) == ["income", "income"])
        #expect(read.map(\.value) == ["51000", "48000"])
        #expect(read.map(\.source) == ["../income.csv", "../income.csv"])
        #expect(read.map(\.valid.from?.text) == ["2020-01-01", "2020-01-01"])
    }
}
