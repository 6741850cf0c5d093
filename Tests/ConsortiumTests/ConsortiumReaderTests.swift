import MetricSpec
import Testing

@testable import Consortium

@Suite struct ConsortiumReaderTests {
    @Test func `the head of a folder is read with all its keys`() throws {
        let consortium = try SampleFolder.read()
        #expect(consortium.id == "river-cities")
        #expect(consortium.name == "River cities")
        #expect(consortium.standard == "./standard")
        #expect(consortium.locale == "en")
        #expect(consortium.currency == "USD")
        #expect(consortium.yearStarts == 10)
        #expect(!consortium.isYearNamedByEnd)
        #expect(consortium.isInvented)
        #expect(consortium.minimumContributors == 3)
        #expect(consortium.burdenMinutes == 240)
    }

    @Test func `what a head does not say has its default`() throws {
        let text = "id: a\nname: A\nstandard: 0.1.0\n"
        let consortium = try SampleFolder.read(["consortium.yaml": text])
        #expect(consortium.locale == "en")
        #expect(consortium.currency == "")
        #expect(consortium.yearStarts == 1)
        #expect(consortium.isYearNamedByEnd)
        #expect(!consortium.isInvented)
        #expect(consortium.minimumContributors == 1)
    }

    @Test func `cities are read with their aliases, in the order of the file`() throws {
        let cities = try SampleFolder.read().directory.cities
        #expect(
            cities == [
                City(
                    id: "ashford", name: "Ashford", aliases: ["City of Ashford", "ASHF"],
                    country: "US"),
                City(id: "bexley", name: "Bexley", country: "US"),
                City(id: "st-john", name: "St. John", aliases: ["Saint John"], country: "CA"),
            ])
    }

    @Test func `attributes are read with their days, the city by any spelling`() throws {
        let attributes = try SampleFolder.read().attributes
        #expect(attributes.map(\.city) == ["ashford", "ashford", "bexley"])
        #expect(attributes.map(\.value) == ["12000", "12500", "yes"])
        #expect(attributes.map(\.source) == ["Census", "Census", ""])
        #expect(
            attributes.map(\.valid) == [
                Validity(from: try day("2020-01-01"), to: try day("2025-01-01")),
                Validity(from: try day("2025-01-01")), Validity(),
            ])
    }

    @Test func `a provision is read with all its columns`() throws {
        let provision = try #require(try SampleFolder.read().provisions.first)
        #expect(provision.city == "ashford")
        #expect(provision.service == "fire")
        #expect(provision.mode == .contract)
        #expect(provision.provider == "Acme")
        #expect(provision.shareContracted == 0.8)
        #expect(provision.populationServed == 11000)
        #expect(provision.takesPart)
        #expect(provision.valid == Validity(from: try day("2024-01-01"), to: try day("2026-01-01")))
    }

    @Test func `blank cells of a provision are not known, and the city takes part`() throws {
        let provisions = try SampleFolder.read().provisions
        #expect(provisions[1].mode == .anotherGovernment)
        #expect(provisions[1].takesPart)
        #expect(provisions[1].shareContracted == nil)
        #expect(provisions[1].populationServed == nil)
        #expect(provisions[1].valid == Validity())
        #expect(provisions[2].mode == nil)
        #expect(!provisions[2].takesPart)
    }

    @Test func `the calendar is read, with blank days left open`() throws {
        let cycles = try SampleFolder.read().cycles
        #expect(cycles.map(\.period.text) == ["2026-Q3", "2026-Q4"])
        let first = try #require(cycles.first)
        #expect(first.opens?.text == "2026-10-01")
        #expect(first.due?.text == "2026-10-31")
        #expect(first.queriesUntil?.text == "2026-11-10")
        #expect(first.certifyUntil?.text == "2026-11-15")
        #expect(first.preview?.text == "2026-11-20")
        #expect(first.release?.text == "2026-12-01")
        #expect(first.blackout?.text == "2026-11-01/2026-11-05")
        #expect(cycles[1].opens == nil)
        #expect(cycles[1].release == nil)
    }

    @Test func `contacts are read`() throws {
        let contacts = try SampleFolder.read().contacts
        #expect(contacts.map(\.city) == ["ashford", "bexley"])
        #expect(contacts.map(\.role.rawValue) == ["sender", "service lead"])
        #expect(contacts.map(\.name) == ["Ann Ash", "Bo Bex"])
        #expect(contacts.map(\.address) == ["ann@ashford.example", "bo@bexley.example"])
    }

    @Test func `mappings come with their text, in the order of their names`() throws {
        let consortium = try SampleFolder.read([
            "mappings/z.yaml": "title: Z", "mappings/a.yaml": "title: A", "mappings/b.txt": "x",
        ])
        #expect(consortium.mappings.map(\.name) == ["a", "finance", "z"])
        #expect(consortium.mappings[1].file == "mappings/finance.yaml")
        #expect(consortium.mappings[1].text == "title: Finance\n")
    }

    @Test func `only consortium.yaml and cities.csv must be there`() throws {
        let consortium = try SampleFolder.read([
            "attributes.csv": nil, "services.csv": nil, "calendar.csv": nil,
            "contacts.csv": nil, "peer-groups/all.yaml": nil, "mappings/finance.yaml": nil,
        ])
        #expect(consortium.directory.cities.count == 3)
        #expect(consortium.attributes.isEmpty)
        #expect(consortium.provisions.isEmpty)
        #expect(consortium.cycles.isEmpty)
        #expect(consortium.contacts.isEmpty)
        #expect(consortium.peerGroups.isEmpty)
        #expect(consortium.mappings.isEmpty)
    }

    @Test func `a file may have a byte order mark, CRLF and semicolons`() throws {
        let text =
            "\u{FEFF}id;name;aliases;country\r\nashford;Ashford;;US\r\nbexley;Bexley;;US\r\n"
            + "st-john;St. John;;CA\r\n"
        let consortium = try SampleFolder.read(["cities.csv": text])
        #expect(consortium.directory.cities.map(\.id) == ["ashford", "bexley", "st-john"])
    }

    private func day(_ text: String) throws -> CalendarDay {
        try #require(CalendarDay(parsing: text))
    }
}
