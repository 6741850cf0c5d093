import Foundation
import Postgres
import TestSupport

/// A consortium of four cities with a standard of its own, and a fresh
/// database for it.
struct SmallConsortium {
    let scratch: Scratch
    let database: TemporaryDatabase

    /// The folder with its consortium.yaml.
    var path: String { scratch.path + "/consortium" }

    init(id: String = "small") throws {
        scratch = try Scratch()
        database = try TemporaryDatabase()
        for (name, text) in Self.files { try write(text, to: name) }
        try write(Self.header(id: id), to: "consortium.yaml")
    }

    /// Writes a file of the folder.
    func write(_ text: String, to name: String) throws {
        try scratch.write(text, to: "consortium/" + name)
    }

    /// Writes a file of the folder.
    func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
        try scratch.write(bytes, to: "consortium/" + name)
    }

    /// Runs a command in the folder that needs no database.
    func runLocally(_ arguments: String...) throws -> Run {
        try Yardstick.run(arguments, in: path)
    }

    /// The address of the test's database.
    var url: String { settings.url }

    /// How to connect to the test's database.
    var settings: ConnectionSettings { database.settings }

    /// A connection to the test's database.
    func connect() throws -> Connection { try database.connect() }

    /// Runs a command in the folder, on the test's database.
    func run(_ arguments: String...) throws -> Run { try run(arguments) }

    /// Runs a command in the folder, on the test's database.
    func run(_ arguments: [String]) throws -> Run {
        try Yardstick.run(arguments + ["--database", url], in: path)
    }

    /// Starts a command in the folder, on the test's database.
    func start(_ arguments: String...) throws -> RunningProgram {
        try Yardstick.start(arguments + ["--database", url], in: path)
    }

    /// One whole number from the database.
    func number(_ sql: String) throws -> Int {
        let connection = try database.connect()
        defer { connection.close() }
        return Int(try connection.query("select (\(sql))::bigint").single.int64(0))
    }

    /// One text from the database.
    func text(_ sql: String) throws -> String? {
        let connection = try database.connect()
        defer { connection.close() }
        return try connection.query("select (\(sql))::text").single.textOrNil(0)
    }

    /// Rows of a table.
    func count(_ table: String, where condition: String = "true") throws -> Int {
        try number("select count(*) from \(table) where \(condition)")
    }

    /// Rows of all tables in which a submission leaves something.
    func submissionRows() throws -> Int {
        try [
            "intake.submission", "intake.submission_chunk", "intake.finding",
            "intake.submission_event", "intake.confirmation", "warehouse.observation",
        ].map { try count($0) }.reduce(0, +)
    }
}

extension SmallConsortium {
    private static func header(id: String) -> String {
        """
        id: \(id)
        name: Four small cities
        standard: ./standard
        """
    }

    private static let files = [
        ("cities.csv", cities),
        ("mappings/long.yaml", long),
        ("mappings/wide.yaml", wide),
        ("peer-groups/all.yaml", "title: All cities\nlist: all\n"),
        ("standard/standard.yaml", "id: small\nversion: 1.0.0\ntitle: A small standard\n"),
        ("standard/units.yaml", units),
        ("standard/services.yaml", services),
        ("standard/people/measures.yaml", people),
        ("standard/police/measures.yaml", police),
        ("standard/police/offence-rate.yaml", offenceRate),
    ]

    private static let cities = """
        id,name,aliases,country
        ashford,Ashford,Ash Ford|AF,
        barton,Barton,,
        calder,Calder,,
        hoehensee,Höhensee,,

        """

    static let long = """
        title: One row a value
        files: "*/*/long*.csv"
        layout: long
        city: {column: city}
        period: {column: period}
        measure: {column: measure, prefix: ""}
        value: {column: value}
        missing: {"n/a": not_collected}

        """

    static let wide = """
        title: One column a measure
        files: "*/*/wide*.csv"
        layout: wide
        city: {column: city}
        period: {column: period}
        values:
          - {column: population, measure: people/population}
          - {column: offences, measure: police/offences}

        """

    private static let units = """
        dimensions:
          persons: {definition: Residents., counted: true}
          count: {definition: Cases that are counted one by one., counted: true}
        units:
          persons: {label: "persons", dimension: persons}
          count: {label: "cases", dimension: count}
          per-1000: {label: "per 1,000 residents", dimension: count / persons, factor: 0.001}

        """

    private static let services = """
        services:
          police:
            title: Police
            definition: Patrol and investigation by sworn officers of the city.

        """

    private static let people = """
        measures:
          - name: population
            title: Population
            definition: Persons who usually live in the city.
            unit: persons
            kind: stock
            quarter_to_year: last
            population: resident
            plausible: {minimum: 500, maximum: 40000000}

        """

    private static let police = """
        measures:
          - name: offences
            title: Offences
            definition: Offences recorded by the police in the period.
            unit: count
            kind: flow
            quarter_to_year: sum
            service: police

        """

    private static let offenceRate = """
        title: Offences per 1,000 residents
        question: How safe is the city?
        definition: Recorded offences of the period for each 1,000 residents.
        formula:
          ratio: {numerator: police/offences, denominator: people/population, multiplier: 1000}
        unit: per-1000
        polarity: low_good
        kind: outcome
        uncertainty: events
        meaningful_difference: {percent: 5}
        decimals: 1
        service: police
        population: resident
        owner: Police panel

        """
}
