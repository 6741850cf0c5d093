import Foundation

/// The statements that lie in `sql/`: migrations, views and checks.
public struct SQLFolder: Sendable {
    /// One file of statements.
    public struct Script: Sendable {
        /// The file's name.
        public let name: String
        public let sql: String

        /// The statements of a members' view for another audience: the same
        /// over the tables of its own schema.
        func sql(for audience: Audience) -> String {
            sql.replacing(/\bmember\.(?=[a-z_])/, with: "\(audience).")
        }
    }

    /// Numbered from 1 without a gap.
    public let migrations: [Script]
    public let views: [Script]
    public let checks: [Script]
    /// What a database administrator runs once: roles and grants.
    public let roles: Script

    /// What spreads the tables of a database over the workers of Citus.
    public let distribution: Script

    /// Reads the folder at a path.
    public init(path: String) throws {
        migrations = try Self.scripts(path + "/migrations")
        views = try Self.scripts(path + "/views")
        checks = try Self.scripts(path + "/checks")
        roles = Script(name: "roles.sql", sql: try Self.text(path + "/roles.sql"))
        distribution = Script(
            name: "distribute.sql", sql: try Self.text(path + "/citus/distribute.sql"))
        for (position, script) in migrations.enumerated()
        where Int(script.name.prefix(4)) != position + 1 {
            throw WarehouseError(
                .installation,
                "\(path)/migrations: \"\(script.name)\" stands where number \(position + 1) "
                    + "is expected. Install Yardstick again.")
        }
    }

    /// The number of the last migration.
    public var version: Int { migrations.count }

    /// A digest of all views, to see whether a database has these.
    var viewsDigest: String { Digest.of(views.flatMap { [$0.name, $0.sql] }) }

    private static func scripts(_ folder: String) throws -> [Script] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw WarehouseError(
                .installation,
                "\(folder) cannot be read. Name the folder that holds sql/ with --root.")
        }
        return try names.filter { $0.hasSuffix(".sql") }.sorted().map {
            Script(name: $0, sql: try text(folder + "/" + $0))
        }
    }

    private static func text(_ path: String) throws -> String {
        do {
            return try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw WarehouseError(
                .installation,
                "\(path) cannot be read. Name the folder that holds sql/ with --root.")
        }
    }
}
