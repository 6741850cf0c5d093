import Foundation
import Postgres
import Testing

/// A file whose load lasts long enough to be disturbed.
enum LargeFile {
    static let cities = 1500
    static let years = 2001...2025
    /// Values in the file: a population and offences a city and month.
    static let values = cities * 12 * years.count * 2

    /// Waits until a load is under way: until the database takes its values.
    static func waitForValues(_ load: RunningProgram, in settings: ConnectionSettings?) throws {
        let settings = try #require(settings)
        var connection: Connection?
        defer { connection?.close() }
        let hasBegun = try poll {
            // The server or the database may still be on its way.
            connection = connection ?? (try? Connection.open(settings))
            return try connection?.query(
                """
                select exists (
                    select from pg_stat_progress_copy
                    where datname = current_database() and tuples_processed > 1000
                )
                """
            ).single.bool(0) ?? false
        }
        try #require(hasBegun && load.isRunning, "the load was over before it was disturbed")
    }

    /// Adds the cities and the file to a consortium.
    static func write(to consortium: SmallConsortium) throws {
        var list = "id,name,aliases,country\n"
        for city in 1...cities { list += "c\(city),City \(city),,\n" }
        try consortium.write(list, to: "cities.csv")
        var bytes = Array("city,period,population,offences\n".utf8)
        bytes.reserveCapacity(values * 16)
        let months = years.flatMap { year in
            (1...12).map { ",\(year)-\($0 < 10 ? "0" : "")\($0),50000,120\n" }
        }.map { Array($0.utf8) }
        for city in 1...cities {
            let name = Array("c\(city)".utf8)
            for month in months {
                bytes += name
                bytes += month
            }
        }
        try consortium.write(bytes, to: "submissions/2026-Q3/bureau/wide.csv")
    }
}
