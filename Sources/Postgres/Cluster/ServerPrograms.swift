import Glibc

/// The folder that holds `initdb` and `postgres`, and their major version.
struct ServerPrograms: Sendable, Equatable {
    let folder: String
    let major: Int

    /// The oldest major version that the schema runs on.
    static let oldest = 15

    /// The programs of a wanted major version, or the newest.
    ///
    /// Throws where there are none: with the name of the Debian package, or,
    /// for an existing cluster of another version, with the upgrade steps.
    static func find(for existing: Int?, in folders: [String], data: String) throws -> Self {
        let found = folders.compactMap(at)
        if let existing {
            if let match = found.first(where: { $0.major == existing }) { return match }
            throw otherVersion(existing, found: found.map(\.major).max(), data: data)
        }
        let newest = found.max { $0.major < $1.major }
        guard let newest else {
            throw PostgresError(
                .cluster,
                "the programs initdb and postgres are not there (looked in "
                    + "PATH and /usr/lib/postgresql/*/bin)",
                hint: "install them (Debian, Ubuntu: apt-get install postgresql), or use a "
                    + "server of your own with --database URL")
        }
        guard newest.major >= oldest else {
            throw PostgresError(
                .cluster, "PostgreSQL \(newest.major) in \(newest.folder) is too old",
                hint: "install version \(oldest) or newer")
        }
        return newest
    }

    /// PATH first, then where Debian, Red Hat and the sources put them.
    static func usualFolders(path: String) -> [String] {
        var folders = path.split(separator: ":").map(String.init)
        folders += versioned(under: "/usr/lib/postgresql", suffix: "/bin")
        folders += versioned(under: "/usr", prefix: "pgsql-", suffix: "/bin")
        folders.append("/usr/local/pgsql/bin")
        var seen: Set<String> = []
        return folders.filter { seen.insert($0).inserted }
    }

    private static func versioned(
        under root: String, prefix: String = "", suffix: String
    ) -> [String] {
        let names = (try? FileSystem.names(in: root)) ?? []
        let versions = names.filter { $0.hasPrefix(prefix) }
            .compactMap { Int($0.dropFirst(prefix.count)) }
        return versions.sorted(by: >).map { "\(root)/\(prefix)\($0)\(suffix)" }
    }

    /// The programs in a folder, or nil where one is missing. Its version is
    /// asked of `postgres` itself.
    private static func at(_ folder: String) -> Self? {
        guard access(folder + "/initdb", X_OK) == 0, access(folder + "/postgres", X_OK) == 0,
            let program = FileSystem.resolved(folder + "/postgres"),
            let stream = popen("'\(program)' --version", "r")
        else { return nil }
        defer { pclose(stream) }
        var line = [UInt8](repeating: 0, count: 128)
        let count = fread(&line, 1, line.count, stream)
        let words = String(decoding: line[..<count], as: UTF8.self).split(separator: " ")
        guard words.count >= 3 else { return nil }
        let digits = words[2].prefix(while: \.isNumber)
        return Int(digits).map { Self(folder: FileSystem.parent(of: program), major: $0) }
    }

    private static func otherVersion(_ existing: Int, found: Int?, data: String) -> PostgresError {
        let folder = FileSystem.parent(of: data)
        let installed = found.map { "PostgreSQL \($0) is installed" } ?? "none is installed"
        let install = "apt-get install postgresql-\(existing)"
        let upgrade =
            found.map { newer in
                " To move to \(newer): with \(existing) installed, `yardstick db start`, "
                    + "`pg_dumpall` to a file, `yardstick db stop`, rename \(data), "
                    + "remove version \(existing), `yardstick db start`, and read the file in "
                    + "with `yardstick db psql`."
            } ?? ""
        return PostgresError(
            .cluster, "the cluster in \(folder) is of PostgreSQL \(existing), and \(installed)",
            hint: "install version \(existing) (\(install)) and all goes on as before.\(upgrade)")
    }
}
