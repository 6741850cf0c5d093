extension PrivateCluster {
    /// Throws where what lies in the folder is not a cluster of ours; says
    /// whether there is none yet.
    @discardableResult
    func checkOurs() throws -> Bool {
        let names = try FileSystem.names(in: folder)
        if FileSystem.exists(layout.data) {
            guard FileSystem.isFolder(layout.data), try isMarked() else {
                throw foreign("\(layout.data) was not made by yardstick")
            }
            return false
        }
        if names.contains("PG_VERSION") {
            throw foreign("\(folder) is the data directory of another PostgreSQL")
        }
        let others = names.filter { !ClusterLayout.isOurs($0) }.sorted()
        if let first = others.first {
            throw foreign("\(folder) holds other files, such as \"\(first)\"")
        }
        return true
    }

    /// Deletes what creations left that were killed.
    func removeUnfinished() throws {
        for name in try FileSystem.names(in: folder)
        where name.hasPrefix(ClusterLayout.unfinishedPrefix) {
            FileSystem.remove(folder + "/" + name)
        }
    }

    /// The major version of the cluster, or nil where there is none yet.
    func existingVersion() throws -> Int? {
        guard FileSystem.exists(layout.data) else { return nil }
        let text = FileSystem.read(layout.data + "/PG_VERSION") ?? ""
        guard let version = Int(text.prefix(while: \.isNumber)) else {
            throw foreign("\(layout.data)/PG_VERSION names no version")
        }
        return version
    }

    /// Our settings file is in it. Where we may not look, the account says so
    /// later, with whose it is.
    private func isMarked() throws -> Bool {
        if FileSystem.exists(layout.settings) { return true }
        _ = try Account.forServer(data: layout.data, folder: folder)
        return false
    }

    private func foreign(_ what: String) -> PostgresError {
        PostgresError(
            .cluster, "\(what); it is left as it is",
            hint: "name an empty folder, or one that is to be made, with --data-dir or "
                + "YARDSTICK_DATA_DIR")
    }
}
