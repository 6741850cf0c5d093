import MetricSpec
import ArgumentParser
import Foundation

/// `yardstick init FOLDER`.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a consortium folder with a README in it.",
        discussion: """
            Nothing that is there is overwritten.

            Example:
              yardstick init my-consortium
            """)

    @Argument(help: "The folder to make.")
    var folder: String

    @Option(help: ArgumentHelp("The folder that holds metrics-spec/.", valueName: "dir"))
    var root: String?

    func run() throws {
        if Folder.exists(folder + "/consortium.yaml") {
            throw CommandError("\(folder) is a consortium folder already: nothing changed.")
        }
        let standard = try StandardFolder.read(ShareFolder.find(given: root).metricsSpec).standard
        let id = ConsortiumTemplate.id(from: URL(fileURLWithPath: folder).lastPathComponent)
        let files = ConsortiumTemplate.files(id: id, standardVersion: standard.version)
        for (name, text) in files {
            let path = folder + "/" + name
            if Folder.exists(path) { continue }
            try Folder.make(URL(fileURLWithPath: path).deletingLastPathComponent().path)
            try Folder.write(text.utf8, to: path)
        }
        try Folder.make(folder + "/submissions")
        Console.line("Made \(folder). Next: read \(folder)/README.md, then fill in cities.csv.")
    }
}

/// What `init` writes.
enum ConsortiumTemplate {
    /// A folder's name as an id: lower case, other characters become hyphens.
    static func id(from name: String) -> String {
        let words = name.lowercased().split { character in
            !(character.isASCII && (character.isLetter || character.isNumber))
        }
        let id = words.joined(separator: "-")
        return id.isEmpty ? "consortium" : String(id.prefix(40))
    }

    /// Paths in the folder, with their texts.
    static func files(id: String, standardVersion: String) -> [(name: String, text: String)] {
        [
            ("consortium.yaml", header(id: id, standardVersion: standardVersion)),
            ("cities.csv", "id,name,aliases,country\n"),
            ("attributes.csv", "city,attribute,value,valid_from,valid_to,source\n"),
            (
                "services.csv",
                "city,service,mode,provider,share_contracted,population_served,takes_part,"
                    + "valid_from,valid_to\n"
            ),
            (
                "calendar.csv",
                "period,opens,due,queries_until,certify_until,preview,release,blackout\n"
            ),
            ("contacts.csv", "city,role,name,address\n"),
            ("mappings/long.yaml", mapping),
            ("peer-groups/all.yaml", "title: All cities\nlist: all\n"),
            ("README.md", readme(id: id)),
        ]
    }

    private static func header(id: String, standardVersion: String) -> String {
        """
        id: \(id)
        name: \(id)
        # A version of the shipped standard, or a path to one of your own.
        standard: \(standardVersion)
        locale: en
        currency: USD
        calendar: {year_starts: 1}

        """
    }

    private static let mapping = """
        title: One row a value, with ids of the standard
        files: "*/*/values*.csv"
        layout: long
        city: {column: city}
        period: {column: period}
        measure: {column: measure, prefix: ""}
        value: {column: value}
        missing: {"n/a": not_collected}

        """

    private static func readme(id: String) -> String {
        """
        # \(id)

        A consortium folder of Yardstick.

        | path | holds |
        |---|---|
        | consortium.yaml | name, standard, currency, calendar, minutes a service may cost |
        | cities.csv | id, name, aliases (separated by `|`), country |
        | attributes.csv | dated: population, a former `name`, `fiscal_year_starts` and others |
        | successions.csv | if cities merge or split: city, becomes, kind, date, share, source |
        | services.csv | how each city provides each service; no row: it does, and takes part |
        | calendar.csv | when each period opens, is due, is released |
        | contacts.csv | whom to ask; never stored with values, never published |
        | prices.csv | if you compare money over time: series, period, value, vintage, source |
        | practices.csv | if you recognise practices: city, criterion, verdict, assessor, days |
        | mappings/NAME.yaml | what a shape of file means; one serves many cities |
        | peer-groups/ID.yaml | who is compared with whom |
        | submissions/PERIOD/CITY/ | the files as they came; the program never writes here |

        A quarter in five steps:

        1. List the cities in `cities.csv`.
        2. Put a city's file under `submissions/2026-Q3/CITY/` and describe its shape once in
           `mappings/`; `mappings/long.yaml` is for files named `values*.csv`.
        3. `yardstick check submissions/2026-Q3` says what is wrong; nothing is stored.
        4. `yardstick load submissions/2026-Q3`, then `yardstick compare 2026-Q3`.
        5. `yardstick report --all --period 2026-Q3 --out reports` and open
           `reports/index.html`.

        """
    }
}
