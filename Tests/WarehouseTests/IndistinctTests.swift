import TestSupport
import Testing

@testable import Warehouse

/// Whom a city cannot be told from, as bits by the numbers of cities.
@Suite struct IndistinctTests {
    /// Ashford and Bexley have one call in a thousand more or less, Colne and
    /// Derby as many as cannot be mistaken for theirs.
    private static let figures = """
        City,Period,Calls,Residents
        Ashford,2026-Q1,1000,100000
        Bexley,2026-Q1,1010,100000
        Colne,2026-Q1,9000,100000
        Derby,2026-Q1,9010,100000

        """

    private static let told = """
        select city, other_city
        from member.indistinct
        where metric = 'ops/call-rate'
        order by city, other_city
        """

    private static let pairs = [
        "ashford bexley", "bexley ashford", "colne derby", "derby colne",
    ]

    @Test func `pairs are told both ways, and nobody of itself`() throws {
        let store = try Store()
        try store.load(Self.figures)
        try store.compare()
        let found = try store.rows(Self.told).filter { !$0.contains("exeter") }
        #expect(found == Self.pairs)
    }

    /// Bexley comes into the folder last and stands in it second: its number
    /// is the highest.
    @Test func `a city that was added between others has its own bit`() throws {
        let cities = ["ashford,Ashford,", "colne,Colne,", "derby,Derby,"]
        let store = try Store(
            Sample.registry(["cities.csv": (["id,name,aliases"] + cities).joined(separator: "\n")])
        )
        let all = ["id,name,aliases", cities[0], "bexley,Bexley,"] + cities.dropFirst()
        _ = try store.bringIn(Sample.registry(["cities.csv": all.joined(separator: "\n")]))
        try store.load(Self.figures)
        try store.compare()
        #expect(store.ids.cities != store.ids.cities.sorted())
        #expect(try store.rows(Self.told) == Self.pairs)
    }
}
