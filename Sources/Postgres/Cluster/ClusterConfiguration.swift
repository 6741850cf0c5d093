/// The text of the server's configuration files.
struct ClusterConfiguration {
    let isDurable: Bool

    /// Appended once to `postgresql.conf`.
    static let include = "\ninclude 'yardstick.conf'\n"

    /// `yardstick.conf`, written anew before each start.
    ///
    /// For a loader on a small machine. `wal_level = minimal` is durable: a
    /// table that is filled in the transaction that made it is synced itself
    /// instead of through the log.
    func settings(socketFolder: String) -> String {
        let safety = ["fsync", "synchronous_commit", "full_page_writes"]
            .map { "\($0) = \(isDurable ? "on" : "off")" }
        let socket = "unix_socket_directories = '\(socketFolder)'"
        return (Self.fixedLines + [socket] + safety).joined(separator: "\n") + "\n"
    }

    private static let fixedLines = [
        "# Written by yardstick before each start; changes here are lost.",
        "# Put your own into postgresql.auto.conf with: alter system set ...",
        "listen_addresses = ''",
        "port = 5432",
        "unix_socket_permissions = 0700",
        "wal_level = minimal",
        "max_wal_senders = 0",
        "max_logical_replication_workers = 0",
        "shared_buffers = 256MB",
        "work_mem = 32MB",
        "maintenance_work_mem = 256MB",
        "max_wal_size = 4GB",
        "checkpoint_timeout = 15min",
        "timezone = 'UTC'",
        "log_timezone = 'UTC'",
        "datestyle = 'iso, ymd'",
        "logging_collector = off",
        "log_destination = 'stderr'",
        "log_line_prefix = '%m [%p] '",
        // Details quote values.
        "log_error_verbosity = terse",
        "log_checkpoints = off",
    ]

    /// `pg_hba.conf`: whoever the operating system says is one of ours.
    static let access = """
        # Written by yardstick before each start; changes here are lost.
        local all all peer map=yardstick

        """

    /// `pg_ident.conf`: the accounts that may connect as the superuser role.
    static func accounts(_ names: [String]) -> String {
        var seen: Set<String> = []
        let lines = names.filter { seen.insert($0).inserted }
            .map { "yardstick \"\($0)\" \(role)" }
        return "# Written by yardstick before each start; changes here are lost.\n"
            + lines.joined(separator: "\n") + "\n"
    }

    /// The role that owns everything in a private cluster.
    static let role = "yardstick"
}
