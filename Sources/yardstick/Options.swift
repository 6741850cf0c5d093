import ArgumentParser
import Consortium
import MetricSpec
import Postgres
import Warehouse

/// Where the consortium folder is.
struct ConsortiumOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The consortium folder (else the nearest one above, else YARDSTICK_CONSORTIUM).",
            valueName: "dir"))
    var consortium: String?

    @Option(
        help: ArgumentHelp(
            "The folder that holds sql/ and metrics-spec/ (else found by itself).",
            valueName: "dir"))
    var root: String?
}

/// Which database is used.
struct DatabaseOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A PostgreSQL database (else DATABASE_URL, else PG* variables, else a private one).",
            valueName: "url"))
    var database: String?

    @Option(
        help: ArgumentHelp("The folder of the private database.", valueName: "dir"))
    var dataDir: String?
}

/// A consortium with its warehouse, and how a result is written.
struct WarehouseOptions: ParsableArguments {
    @OptionGroup var place: ConsortiumOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: FormatOptions

    var isJSON: Bool { output.format == .json }

    func folder() throws -> ConsortiumFolder { try ConsortiumFolder.open(place) }

    /// What the warehouse answers.
    ///
    /// - Parameter folder: the consortium, where it is open already.
    func ask<Value>(
        _ folder: ConsortiumFolder? = nil, _ body: (Session) throws -> Value
    ) throws -> Value {
        let folder = try folder ?? self.folder()
        return try Session.with(
            database, consortium: folder.consortium.id, root: place.root, body)
    }
}

/// The day that a result is told for, and a page of it.
struct PageOptions: ParsableArguments {
    @Option(help: "The day it is told for, such as 2026-11-20 (else today).")
    var on: Day?

    @Option(help: ArgumentHelp("Also writes a page for a browser.", valueName: "file"))
    var html: String?

    /// Writes the page where one is asked for.
    func write(_ bytes: () -> [UInt8]) throws {
        if let html { try Folder.write(bytes(), to: Folder.absolute(html)) }
    }
}

/// Of when it is told.
struct AsOfOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "As it was known at an instant, such as 2026-11-21T09:00:00Z (else now).",
            valueName: "instant"))
    var asOf: Instant?

    var timestamp: Timestamp? { asOf?.timestamp }
}

/// How a result is written.
struct FormatOptions: ParsableArguments {
    @Option(help: "How the result is written.")
    var format: OutputFormat = .text
}

/// How a result is written.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
}

/// How rows are written.
enum TableFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case csv
}

/// Reads an instant such as 2026-11-21T09:00:00Z.
struct Instant: ExpressibleByArgument {
    let timestamp: Timestamp

    init?(argument: String) {
        guard let timestamp = Clock.instant(argument) else { return nil }
        self.timestamp = timestamp
    }
}

/// Who may see a release.
enum AudienceOption: String, ExpressibleByArgument, CaseIterable {
    case preview
    case member
    case open

    var audience: Audience {
        switch self {
        case .preview: .preview
        case .member: .member
        case .open: .open
        }
    }
}

/// Reads a day such as 2026-11-21.
struct Day: ExpressibleByArgument {
    let day: CalendarDay

    init?(argument: String) {
        guard let day = CalendarDay(parsing: argument) else { return nil }
        self.day = day
    }
}
