import Consortium
import Foundation
import MetricSpec
import Submission
import Tabular
import Testing
import Warehouse

/// The package's own folder, found from this file.
enum Root {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    /// The folder of statements.
    static let sql = folder.appendingPathComponent("sql").resolvingSymlinksInPath().path
}

/// A small consortium with its standard, in memory.
enum Sample {
    static let measures = """
        measures:
          - {name: calls, title: Calls, definition: Counts calls., unit: count, kind: flow, service: fire}
          - {name: residents, title: Residents, definition: Counts people., unit: persons, kind: stock, population: resident}
          - {name: spending, title: Spending, definition: Adds costs., unit: usd, kind: flow}
        """

    static func metric(
        _ title: String, _ formula: String, unit: String = "usd", uncertainty: String = "volume",
        more: String = ""
    ) -> String {
        """
        title: \(title)
        question: How much of \(title.lowercased()) is there?
        definition: \(title) is what it says.
        formula: \(formula)
        unit: \(unit)
        polarity: low_good
        kind: output
        uncertainty: \(uncertainty)
        meaningful_difference: {absolute: 1}
        decimals: as_reported
        \(more)
        """
    }

    static let standardFiles = [
        "standard.yaml": "id: sample\nversion: 1.0.0\ntitle: Sample\n",
        "units.yaml": """
        dimensions:
          count: {definition: Separate things., counted: true}
          persons: {definition: People., counted: true}
          money: {definition: Dollars.}
        units:
          count: {label: calls, dimension: count}
          persons: {label: people, dimension: persons}
          usd: {label: dollars, dimension: money, prefix: $}
          per-1000: {label: per 1000, dimension: count / persons, factor: 0.001}
        """,
        "services.yaml": "services:\n  fire: {title: Fire, definition: Puts out fires.}\n",
        "ops/measures.yaml": measures,
        "ops/call-rate.yaml": metric(
            "Calls per resident",
            "{ratio: {numerator: ops/calls, denominator: ops/residents, multiplier: 1000}}",
            unit: "per-1000", uncertainty: "events",
            more: "service: fire\npopulation: resident"),
        "ops/spent.yaml": metric("Spending", "{reported: ops/spending}"),
    ]

    static let files = [
        "consortium.yaml": "id: river\nname: River cities\nstandard: ./standard\n",
        "cities.csv": """
        id,name,aliases
        ashford,Ashford,ASH|Ash Ford
        bexley,Bexley,
        colne,Colne,
        derby,Derby,
        exeter,Exeter,
        """,
        "peer-groups/all.yaml": "title: All cities\nlist: all\n",
    ]

    /// The folder and standard with some files replaced, added or left out.
    static func registry(
        _ changes: [String: String?] = [:], standard standardChanges: [String: String?] = [:]
    ) throws -> Registry {
        let texts = merged(files, changes)
        let standardTexts = merged(standardFiles, standardChanges)
        let sources = Dictionary(
            uniqueKeysWithValues: texts.map {
                ($0.key, SourceFile(name: $0.key, bytes: Array($0.value.utf8)))
            })
        let consortium = try ConsortiumReader.read(
            ConsortiumFiles(files: sources) { path, _ in try SourceFile(path: path) })
        let standard = try StandardReader.read(standardTexts.map { (name: $0.key, text: $0.value) })
        try ConsortiumReader.check(consortium, against: standard)
        return Registry(
            consortium: consortium, standard: standard,
            standardTexts: standardTexts.map { StandardText(name: $0.key, text: $0.value) },
            folderFiles: sources.map { FolderFile(name: $0.key, file: $0.value) })
    }

    private static func merged(
        _ texts: [String: String], _ changes: [String: String?]
    ) -> [String: String] {
        var all = texts
        for (name, text) in changes { all[name] = text }
        return all
    }

    static let wide = """
        title: Wide
        layout: wide
        city: {column: City}
        period: {column: Period}
        missing: {"n/a": not_collected}
        values:
          - {column: Calls, measure: ops/calls, optional: true}
          - {column: Residents, measure: ops/residents, optional: true}
          - {column: Spending, measure: ops/spending, optional: true}
        """

    static let long = """
        title: Long
        layout: long
        format: {thousands: ","}
        city: {column: City}
        period: {column: Period}
        measure: {column: Measure, prefix: ops/}
        value: {column: Value}
        """

    static func mapping(_ text: String, for registry: Registry) throws -> Mapping {
        let name = text == wide ? "wide" : text == long ? "long" : "other"
        return try MappingReader.read(
            name: name, text: text, file: "mappings/\(name).yaml", standard: registry.standard)
    }
}
