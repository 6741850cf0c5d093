import MetricSpec
import Testing

@testable import Consortium

/// What is said of a city's past, and what it was called.
@Suite struct CityNoteTests {
    private func consortium(_ rows: String) throws -> Consortium {
        try SampleFolder.read(["successions.csv": "city,becomes,kind,date,share\n" + rows])
    }

    /// Three names of Ashford; the last is that of cities.csv.
    private func renamed() throws -> Consortium {
        try SampleFolder.read([
            "attributes.csv": """
            city,attribute,value,valid_from,valid_to
            ashford,name,Ash,,1990-01-01
            ashford,name,Ashville,1990-01-01,2024-04-01

            """
        ])
    }

    private func notes(_ consortium: Consortium, _ city: String, months: Int32 = 3) -> [String] {
        consortium.notes(on: city, months: months).map(\.text)
    }

    @Test func `the series of both cities of an absorption says what happened`() throws {
        let consortium = try consortium("bexley,ashford,absorption,2024-01-01,1\n")
        #expect(
            notes(consortium, "ashford") == [
                "From 2024-Q1 on, Ashford contains the former Bexley, absorbed on 2024-01-01."
            ])
        #expect(
            notes(consortium, "bexley") == [
                "Bexley has no figures from 2024-Q1 on: it became part of Ashford on 2024-01-01."
            ])
        #expect(notes(consortium, "st-john").isEmpty)
        #expect(consortium.notes(on: "ashford", months: 3).map(\.changesArea) == [true])
        #expect(consortium.notes(on: "bexley", months: 3).map(\.changesArea) == [false])
    }

    @Test(arguments: [
        ("2024-01-01", 3, "2024-Q1"), ("2024-01-02", 3, "2024-Q2"), ("2024-02-01", 3, "2024-Q2"),
        ("2024-12-31", 3, "2025-Q1"), ("2024-02-01", 1, "2024-02"), ("2024-02-02", 12, "2025"),
    ])
    func `the period is the first that begins on the day or after it`(
        _ day: String, _ months: Int32, _ period: String
    ) throws {
        let consortium = try consortium("bexley,ashford,absorption,\(day),\n")
        #expect(
            notes(consortium, "ashford", months: months).first?
                .hasPrefix("From \(period) on, ") == true)
    }

    @Test func `a merger names all that it was formed of`() throws {
        let consortium = try consortium(
            "bexley,st-john,merger,2024-01-01,\nashford,st-john,merger,2024-01-01,0.975\n")
        #expect(
            notes(consortium, "st-john") == [
                "St. John begins with 2024-Q1: it was formed of the former Ashford (97.5 % of the "
                    + "residents) and Bexley on 2024-01-01."
            ])
    }

    @Test func `a division and a separation are told from both sides`() throws {
        let divided = try consortium(
            "bexley,ashford,division,2024-01-01,0.4\nbexley,st-john,division,2024-01-01,0.6\n")
        #expect(
            notes(divided, "bexley") == [
                "Bexley has no figures from 2024-Q1 on: it was divided into Ashford (40 % of the "
                    + "residents) and St. John (60 % of the residents) on 2024-01-01."
            ])
        #expect(
            notes(divided, "ashford") == [
                "Ashford begins with 2024-Q1: it is a part of the former Bexley (40 % of the "
                    + "residents), divided on 2024-01-01."
            ])
        let separated = try consortium("bexley,ashford,separation,2024-01-01,\n")
        #expect(
            notes(separated, "bexley") == [
                "From 2024-Q1 on, Bexley is without Ashford, separate since 2024-01-01."
            ])
        #expect(
            notes(separated, "ashford") == [
                "Ashford begins with 2024-Q1: before 2024-01-01 it was part of Bexley."
            ])
        #expect(separated.notes(on: "bexley", months: 3).map(\.changesArea) == [true])
    }

    @Test func `a city has the name of the day, and its past names are told`() throws {
        let consortium = try renamed()
        for (text, name) in [
            ("1989-12-31", "Ash"), ("1990-01-01", "Ashville"), ("2024-03-31", "Ashville"),
            ("2024-04-01", "Ashford"),
        ] {
            let day = try #require(CalendarDay(parsing: text))
            #expect(consortium.name(of: "ashford", on: day) == name)
            #expect(
                consortium.names(on: day)
                    == ["ashford": name, "bexley": "Bexley", "st-john": "St. John"])
        }
        #expect(
            notes(consortium, "ashford") == [
                "Before 1990-01-01, Ashville was called Ash.",
                "Before 2024-04-01, Ashford was called Ashville.",
            ])
        #expect(consortium.cityChanges.map(\.kind) == ["renamed", "renamed"])
    }

    @Test func `a blank name and two names on one day are faults`() {
        let header = "city,attribute,value,valid_from,valid_to\n"
        #expect(
            SampleFolder.faults(["attributes.csv": header + "ashford,name,,,2024-01-01\n"]) == [
                "attributes.csv:2:3: value: the name is blank. Expected what the city was called."
            ])
        #expect(
            SampleFolder.faults([
                "attributes.csv": header
                    + "ashford,name,A,,2024-01-01\nashford,name,B,,2023-01-01\n"
            ]) == [
                "attributes.csv:3:4: valid_from: the days overlap those of line 2. End one before "
                    + "the other begins."
            ])
    }
}
