import Testing

@testable import Consortium

/// Each fault of consortium.yaml and the CSV files fires, with its place.
@Suite struct RegistryFaultTests {
    @Test func `a folder without consortium.yaml is none`() {
        #expect(
            SampleFolder.faults(["consortium.yaml": nil]) == [
                "consortium.yaml: the file is missing: this is no consortium folder. "
                    + "`yardstick init FOLDER` makes one."
            ])
    }

    @Test func `a folder without cities.csv is refused`() {
        let faults = SampleFolder.faults(["cities.csv": nil])
        #expect(faults.contains("cities.csv:1:1: the file is missing."))
    }

    @Test(arguments: [
        "River", "river_cities", "river cities", "fluß", String(repeating: "a", count: 41),
    ])
    func `an id that a database could not be named after is refused`(id: String) throws {
        #expect(
            try SampleFolder.faults(in: "consortium.yaml", "river-cities", id) == [
                "consortium.yaml:1:5: id: \"\(id)\" is no id. Expected up to 40 lower-case "
                    + "letters, digits and hyphens."
            ])
    }

    @Test func `an unknown key of consortium.yaml is named with the one that was meant`() throws {
        #expect(
            try SampleFolder.faults(in: "consortium.yaml", "currency:", "curency:") == [
                "consortium.yaml:5:10: curency: the key \"curency\" is not known here. Did you "
                    + "mean \"currency\"?"
            ])
    }

    @Test func `a missing key of consortium.yaml is named`() throws {
        #expect(
            try SampleFolder.faults(in: "consortium.yaml", "standard: ./standard\n", "") == [
                "consortium.yaml:1:1: the key \"standard\" is missing."
            ])
    }

    @Test(arguments: ["0", "13", "-1"])
    func `a year starts in one of twelve months`(month: String) throws {
        #expect(
            try SampleFolder.faults(
                in: "consortium.yaml", "year_starts: 10", "year_starts: \(month)")
                == [
                    "consortium.yaml:6:25: calendar.year_starts: \(month) is no month. "
                        + "Expected 1 to 12."
                ])
    }

    @Test func `a year is named by its start or its end`() throws {
        #expect(
            try SampleFolder.faults(in: "consortium.yaml", "year_named: start", "year_named: begin")
                == ["consortium.yaml:6:41: calendar.year_named: expected start or end."])
    }

    @Test func `a minimum of contributors is at least 1`() throws {
        #expect(
            try SampleFolder.faults(in: "consortium.yaml", "contributors: 3", "contributors: 0")
                == [
                    "consortium.yaml:8:37: publication.minimum_contributors: 0 is below 1."
                ])
    }

    @Test func `an unknown city is named with its line and column`() throws {
        #expect(
            try SampleFolder.faults(in: "services.csv", "bexley,fire", "bexly,fire") == [
                "services.csv:3:1: city: \"bexly\" is not in cities.csv."
            ])
        #expect(
            try SampleFolder.faults(in: "attributes.csv", "bexley,coastal", ",coastal") == [
                "attributes.csv:4:1: city: \"\" is not in cities.csv."
            ])
        #expect(
            try SampleFolder.faults(in: "contacts.csv", "ashford", "nowhere") == [
                "contacts.csv:2:1: city: \"nowhere\" is not in cities.csv."
            ])
    }

    @Test func `a day that is none is named with its line and column`() throws {
        #expect(
            try SampleFolder.faults(in: "attributes.csv", "12500,2025-01-01", "12500,2025-02-29")
                == [
                    "attributes.csv:3:4: valid_from: \"2025-02-29\" is no date. Expected one "
                        + "like 2026-07-01."
                ])
        #expect(
            try SampleFolder.faults(in: "calendar.csv", "2026-10-31", "31.10.2026") == [
                "calendar.csv:2:3: due: \"31.10.2026\" is no date. Expected one like "
                    + "2026-07-01."
            ])
    }

    @Test(arguments: ["2020-01-01", "2019-12-31"])
    func `valid_to lies after valid_from`(to: String) throws {
        #expect(
            try SampleFolder.faults(
                in: "attributes.csv", "2020-01-01,2025-01-01", "2020-01-01,\(to)")
                == ["attributes.csv:2:5: valid_to: valid_to is not after valid_from."])
    }

    @Test func `a spelling stands for one city only, whatever its case`() throws {
        #expect(
            try SampleFolder.faults(in: "cities.csv", "bexley,Bexley,,", "bexley,Bexley,ashf,") == [
                "cities.csv:3: \"ashf\" stands for ashford and for bexley. Ids, names and "
                    + "aliases must be unique."
            ])
        #expect(
            try SampleFolder.faults(in: "cities.csv", "bexley,Bexley", "Ashford,Bexley")
                .contains { $0.hasPrefix("cities.csv:3: \"ashford\" stands for ashford and for") })
    }

    @Test func `a city has an id and a name`() throws {
        #expect(
            try SampleFolder.faults(in: "cities.csv", "st-john,St. John", "st-john,") == [
                "cities.csv:4: the id or name is blank."
            ])
    }

    @Test func `an unknown column is a fault`() throws {
        #expect(
            try SampleFolder.faults(in: "cities.csv", "country\n", "state\n") == [
                "cities.csv:1:1: the column \"state\" is not known in this file."
            ])
        #expect(
            try SampleFolder.faults(in: "services.csv", "takes_part", "take_part") == [
                "services.csv:1:1: the column \"take_part\" is not known in this file."
            ])
    }

    @Test func `a missing column is a fault`() throws {
        #expect(
            try SampleFolder.faults(in: "services.csv", "city,service", "town,service") == [
                "services.csv:1:1: the column \"city\" is missing."
            ])
    }

    @Test func `a period of the calendar is one`() throws {
        #expect(
            try SampleFolder.faults(in: "calendar.csv", "2026-Q4", "Q4 2026") == [
                "calendar.csv:3:1: period: \"Q4 2026\" is no period. Expected one like 2026-Q3."
            ])
    }

    @Test func `a role is one of three`() throws {
        #expect(
            try SampleFolder.faults(in: "contacts.csv", "sender", "mayor") == [
                "contacts.csv:2:2: role: \"mayor\" is no role. Expected sender, certifier or "
                    + "service lead."
            ])
    }

    @Test func `a mode is one of five`() throws {
        #expect(
            try SampleFolder.faults(in: "services.csv", "another_government", "county") == [
                "services.csv:3:3: mode: \"county\" is no mode. Expected own_staff, contract, "
                    + "joint, another_government, none."
            ])
    }

    @Test func `a number or flag that is none is a fault`() throws {
        #expect(
            try SampleFolder.faults(in: "services.csv", "0.8,11000", "80%,many") == [
                "services.csv:2:5: share_contracted: \"80%\" is no number.",
                "services.csv:2:6: population_served: \"many\" is no number.",
            ])
        #expect(
            try SampleFolder.faults(in: "services.csv", "false", "no") == [
                "services.csv:4:7: takes_part: \"no\" is neither true nor false."
            ])
    }

    @Test(arguments: ["1.2", "-0.1"])
    func `a share lies between 0 and 1`(share: String) throws {
        #expect(
            try SampleFolder.faults(in: "services.csv", "0.8", share) == [
                "services.csv:2:5: share_contracted: \(share) is no share. Expected 0 to 1."
            ])
    }

    @Test func `one attribute of a city has one value on a day`() throws {
        #expect(
            try SampleFolder.faults(in: "attributes.csv", "12500,2025-01-01", "12500,2024-12-31")
                == [
                    "attributes.csv:3:4: valid_from: the days overlap those of line 2. End one "
                        + "before the other begins."
                ])
    }

    @Test func `a city provides a service in one way on a day`() throws {
        let row = "bexley,fire,another_government,County,,,,,"
        #expect(
            try SampleFolder.faults(in: "services.csv", row, row + "\n" + row) == [
                "services.csv:4:8: valid_from: the days overlap those of line 3. End one before "
                    + "the other begins."
            ])
    }

    @Test func `a file that is no table is a fault`() throws {
        let faults = SampleFolder.faults(["services.csv": "city,service\n\"ashford,fire\n"])
        #expect(faults.count == 1)
        #expect(faults.first?.hasPrefix("services.csv:1:1: services.csv, line 2") == true)
    }

    @Test func `all faults of all files are told at once, in the order of files and lines`() {
        let faults = SampleFolder.faults([
            "consortium.yaml": "id: a\nname: A\n",
            "attributes.csv": "city,attribute,value\nx,a,1\ny,a,1\n",
            "services.csv": "city,service,mode\nashford,fire,z\n",
            "calendar.csv": "period\n1\n", "contacts.csv": "city,role\nashford,z\n",
            "peer-groups/all.yaml": "title: All\n",
        ])
        #expect(
            faults.map { String($0.prefix { $0 != " " }) } == [
                "attributes.csv:2:1:", "attributes.csv:3:1:", "calendar.csv:2:1:",
                "consortium.yaml:1:1:", "contacts.csv:2:2:", "peer-groups/all.yaml:1:1:",
                "services.csv:2:3:",
            ])
    }
}
