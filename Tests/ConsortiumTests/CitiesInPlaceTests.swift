import Testing

@testable import Consortium

/// `cities: {from: ...}` in consortium.yaml.
@Suite struct CitiesInPlaceTests {
    private static let registry = """
        Code,Name,Also,Land
        0114,Upplands Väsby,Vaesby|UV,SE
        0115,Vallentuna,,SE
        1,Not ours,,NO

        """

    private func head(_ mapping: String) -> String {
        """
        id: a
        name: A
        standard: ./standard
        cities: {from: {file: ../registry.csv, mapping: \(mapping)}}

        """
    }

    private let everything =
        "{id: Code, name: Name, aliases: Also, country: Land, where: {Land: SE}}"

    @Test func `a registry stands instead of cities.csv`() throws {
        let consortium = try ConsortiumReader.read(
            SampleFolder.folder(
                [
                    "consortium.yaml": head(everything), "cities.csv": nil,
                    "attributes.csv": nil, "services.csv": nil, "contacts.csv": nil,
                ], outside: ["../registry.csv": Self.registry]))
        let cities = consortium.directory.cities
        #expect(cities.map(\.id) == ["0114", "0115"])
        #expect(cities.map(\.name) == ["Upplands Väsby", "Vallentuna"])
        #expect(cities.map(\.country) == ["SE", "SE"])
        #expect(consortium.directory.index(of: "vaesby") == 0)
    }

    @Test func `its cities come after those of cities.csv`() throws {
        let consortium = try SampleFolder.read(
            ["consortium.yaml": head("{id: Code, name: Name, where: {Land: SE}}")],
            outside: ["../registry.csv": Self.registry])
        #expect(
            consortium.directory.cities.map(\.id)
                == ["ashford", "bexley", "st-john", "0114", "0115"])
    }

    @Test func `a spelling that cities.csv has already is a fault`() {
        let found = SampleFolder.faults(
            ["consortium.yaml": head("{id: Code, name: Name}")],
            outside: ["../registry.csv": "Code,Name\nashf,Elsewhere\n"])
        #expect(
            found == [
                "consortium.yaml:4:16: cities.from: ../registry.csv, line 2: \"ashf\" stands for "
                    + "ashford and for ashf. Ids, names and aliases must be unique."
            ])
    }

    @Test func `a mapping without an id or name column is a fault`() {
        let found = SampleFolder.faults(
            ["consortium.yaml": head("{id: Code}")], outside: ["../registry.csv": Self.registry])
        #expect(found.count == 1)
        #expect(found.first?.hasSuffix("the key \"name\" is missing.") == true)
    }
}
