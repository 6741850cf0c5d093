import Glibc

/// The account of the operating system under which the server runs.
///
/// PostgreSQL refuses to run as root. So as root it is the owner of an
/// existing data directory, else the account `postgres` that the Debian
/// package makes; otherwise it is whoever runs the program.
struct Account: Sendable, Equatable {
    let name: String
    let user: uid_t
    let group: gid_t
    /// Whether a program must be started as another account than ours.
    var mustBeEntered: Bool { user != geteuid() }

    /// The account for a data directory that exists or will, in a folder.
    static func forServer(data: String, folder: String) throws -> Account {
        let own = geteuid()
        if let owner = FileSystem.status(data)?.st_uid {
            guard own == 0 || owner == own else {
                throw PostgresError(
                    .cluster,
                    "the cluster in \(data) belongs to \(name(of: owner)), "
                        + "and this is \(name(of: own))",
                    hint: "run as \(name(of: owner)), or name a folder of your own with "
                        + "--data-dir or YARDSTICK_DATA_DIR")
            }
            if owner != 0 { return try account(owner) }
        }
        if own != 0 { return try account(own) }
        // A user's folder that root happens to use first stays the user's.
        let owner = FileSystem.status(folder)?.st_uid ?? 0
        return owner == 0 ? try postgres() : try account(owner)
    }

    private static func postgres() throws -> Account {
        guard let entry = getpwnam("postgres") else {
            throw PostgresError(
                .cluster, "PostgreSQL does not run as root, and there is no account \"postgres\"",
                hint: "install the Debian package postgresql, which makes it, or run as a "
                    + "normal user")
        }
        return Account(name: "postgres", user: entry.pointee.pw_uid, group: entry.pointee.pw_gid)
    }

    private static func account(_ user: uid_t) throws -> Account {
        guard let entry = getpwuid(user) else {
            throw PostgresError(
                .cluster, "the account with number \(user) has no name, and PostgreSQL needs one",
                hint: "add it to /etc/passwd, or use a server of your own with --database")
        }
        return Account(
            name: String(cString: entry.pointee.pw_name), user: user,
            group: entry.pointee.pw_gid)
    }

    /// The name of an account, or its number where it has none.
    static func name(of user: uid_t) -> String {
        getpwuid(user).map { String(cString: $0.pointee.pw_name) } ?? "account \(user)"
    }

    /// Throws where this account may not pass through a folder on the way.
    func checkReach(_ folder: String) throws {
        guard mustBeEntered, let path = FileSystem.resolved(FileSystem.nearestFolder(folder))
        else { return }
        var place = path
        while place != "/" {
            if let status = FileSystem.status(place), !mayEnter(status) {
                throw PostgresError(
                    .cluster,
                    "the account \"\(name)\", as which the server runs, may not enter "
                        + "\(place) on the way to \(folder)",
                    hint: "name a folder under /var/lib or /srv with --data-dir or "
                        + "YARDSTICK_DATA_DIR, or open it with: chmod o+x \(place)")
            }
            place = FileSystem.parent(of: place)
        }
    }

    private func mayEnter(_ status: stat) -> Bool {
        if status.st_uid == user { return status.st_mode & 0o100 != 0 }
        if status.st_gid == group { return status.st_mode & 0o010 != 0 }
        return status.st_mode & 0o001 != 0
    }
}
