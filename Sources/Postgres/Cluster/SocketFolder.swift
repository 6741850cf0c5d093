import Glibc

/// Chooses and makes the folder in which the server's socket lies.
///
/// The path of a unix socket may have 107 bytes. Where the cluster's own
/// folder is too deep, it is a folder under /tmp, named after a hash of the
/// path. XDG_RUNTIME_DIR would vanish at logout under a server that stays.
enum SocketFolder {
    static let longestPath = 107
    private static let socketName = "/.s.PGSQL.5432"

    /// The folder for a cluster, without making it.
    static func choose(_ layout: ClusterLayout, temporary: String = "/tmp") throws -> String {
        let fallback = "\(temporary)/yardstick-\(hash(layout.folder))"
        for candidate in [layout.socketFolder, fallback] where isUsable(candidate) {
            return candidate
        }
        throw PostgresError(
            .cluster,
            "no path for the server's socket is short enough: "
                + "\(fallback)\(socketName) has more than \(longestPath) bytes",
            hint: "name a shorter folder with --data-dir or YARDSTICK_DATA_DIR")
    }

    /// Makes the folder for the server's account alone.
    static func make(_ folder: String, account: Account) throws {
        if mkdir(folder, 0o700) == 0 {
            if account.mustBeEntered { chown(folder, account.user, account.group) }
        } else if errno != EEXIST {
            throw FileSystem.failure("the socket's folder \(folder) cannot be made")
        }
        // Somebody else could have put a folder of that name into /tmp.
        guard let status = FileSystem.status(folder, followingLinks: false),
            status.st_mode & S_IFMT == S_IFDIR, status.st_uid == account.user,
            status.st_mode & 0o077 == 0
        else {
            throw PostgresError(
                .cluster, "the socket's folder \(folder) is not \(account.name)'s alone",
                hint: "see who made it, and remove it")
        }
    }

    private static func isUsable(_ folder: String) -> Bool {
        // Both libpq and the server take a comma for the end of a path.
        (folder + socketName).utf8.count <= longestPath
            && folder.utf8.allSatisfy { $0 > 32 && $0 < 127 && !"',\\\"".utf8.contains($0) }
    }

    /// FNV-1a, 64 bits: the same name for the same folder in every run.
    private static func hash(_ text: String) -> String {
        let value = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3
        }
        return String(value, radix: 36)
    }
}
