import MetricSpec
import Tabular
import Testing

@testable import Consortium

/// A consortium folder in memory, without faults, and ways to change it.
enum SampleFolder {
    static let files = [
        "consortium.yaml": """
        id: river-cities
        name: River cities
        standard: ./standard
        locale: en
        currency: USD
        calendar: {year_starts: 10, year_named: start}
        invented: true
        publication: {minimum_contributors: 3}
        burden: {minutes_per_service: 240}
        """,
        "cities.csv": """
        id,name,aliases,country
        ashford,Ashford,City of Ashford|ASHF,US
        bexley,Bexley,,US
        st-john,St. John,Saint John,CA
        """,
        "attributes.csv": """
        city,attribute,value,valid_from,valid_to,source
        ashford,population,12000,2020-01-01,2025-01-01,Census
        Ashford,population,12500,2025-01-01,,Census
        bexley,coastal,yes,,,
        """,
        "services.csv": """
        city,service,mode,provider,share_contracted,population_served,takes_part,valid_from,valid_to
        ashford,fire,contract,Acme,0.8,11000,true,2024-01-01,2026-01-01
        bexley,fire,another_government,County,,,,,
        st-john,fire,,,,,false,,
        """,
        "calendar.csv": """
        period,opens,due,queries_until,certify_until,preview,release,blackout
        2026-Q3,2026-10-01,2026-10-31,2026-11-10,2026-11-15,2026-11-20,2026-12-01,2026-11-01/2026-11-05
        2026-Q4,,,,,,,
        """,
        "contacts.csv": """
        city,role,name,address
        ashford,sender,Ann Ash,ann@ashford.example
        bexley,service lead,Bo Bex,bo@bexley.example
        """,
        "peer-groups/all.yaml": "title: All cities\nlist: all\n",
        "mappings/finance.yaml": "title: Finance\n",
    ]

    /// Reads the folder with some files replaced, added or left out (nil).
    ///
    /// - Parameter outside: files that the folder's files may name.
    static func read(
        _ changes: [String: String?] = [:], outside: [String: String] = [:]
    ) throws(SpecError) -> Consortium {
        try ConsortiumReader.read(folder(changes, outside: outside))
    }

    /// The faults of the folder, each as one line.
    static func faults(
        _ changes: [String: String?], outside: [String: String] = [:]
    ) -> [String] {
        do {
            _ = try read(changes, outside: outside)
            return []
        } catch {
            return error.issues.map(\.description)
        }
    }

    /// The faults after one text in one file is replaced.
    static func faults(
        in file: String, _ old: String, _ new: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> [String] {
        let text = try #require(files[file], sourceLocation: sourceLocation)
        try #require(text.contains(old), sourceLocation: sourceLocation)
        return faults([file: text.replacing(old, with: new, maxReplacements: 1)])
    }

    static func folder(
        _ changes: [String: String?], outside: [String: String]
    ) -> ConsortiumFiles {
        var texts = files
        for (name, text) in changes { texts[name] = text }
        let sources = Dictionary(
            uniqueKeysWithValues: texts.map { ($0.key, source($0.key, $0.value)) })
        return ConsortiumFiles(files: sources) { path, place in
            guard let text = outside[path] else { throw Unknown(path: path, place: place) }
            return source(path, text)
        }
    }

    /// What the opener of these tests throws.
    struct Unknown: Error, CustomStringConvertible {
        let path: String
        let place: String

        var description: String { "no \(path) beside \(place)" }
    }

    private static func source(_ name: String, _ text: String) -> SourceFile {
        SourceFile(name: name, bytes: Array(text.utf8))
    }
}
