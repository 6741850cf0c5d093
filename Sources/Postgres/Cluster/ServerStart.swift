import Glibc

/// Starts the server of a cluster and waits until it answers.
struct ServerStart {
    let layout: ClusterLayout
    let account: Account
    let programs: ServerPrograms
    let configuration: ClusterConfiguration
    /// Called while the server takes long, with the seconds so far.
    let onDelay: (Int) -> Void

    /// Starts it; the caller holds the change lock and knows that none runs.
    func run() throws -> PostmasterFile {
        removeStaleFile()
        try writeConfiguration()
        rotateLog()
        for attempt in 1... {
            let before = Int(FileSystem.status(layout.log)?.st_size ?? 0)
            let process = try Program(
                path: programs.folder + "/postgres", arguments: ["-D", layout.data],
                account: account
            ).start(log: layout.log)
            if let server = try waitUntilReady(process) { return server }
            let output = FileSystem.read(layout.log, from: before) ?? ""
            // Sessions of a server that was killed take a moment to notice.
            let isBlockedByOldSessions = output.contains("pre-existing shared memory block")
            guard isBlockedByOldSessions, attempt < 20 else {
                throw ServerFailure.error("the server did not start", output, log: layout.log)
            }
            usleep(500_000)
        }
        throw PostgresError(.cluster, "the server did not start")
    }

    /// Nil where the process ended instead.
    private func waitUntilReady(_ process: pid_t) throws -> PostmasterFile? {
        var waited = 0
        while true {
            var status: Int32 = 0
            if waitpid(process, &status, WNOHANG) == process { return nil }
            if let file = PostmasterFile(data: layout.data), file.process == process,
                file.isReady, file.isAlive
            {
                return file
            }
            usleep(5_000)
            waited += 5
            // Recovery after a crash may take minutes, and must not be stopped.
            if waited % 10_000 == 0 { onDelay(waited / 1_000) }
        }
    }

    /// PostgreSQL clears up after a crash by itself, unless the number of the
    /// dead server belongs to a process again.
    private func removeStaleFile() {
        guard let file = PostmasterFile(data: layout.data), !file.isAlive else { return }
        // If we started it, it is our dead child until we have asked for it.
        var status: Int32 = 0
        waitpid(file.process, &status, WNOHANG)
        if file.isNumberInUse {
            unlink(layout.data + "/postmaster.pid")
            unlink(file.socketFolder + "/.s.PGSQL.5432.lock")
        }
    }

    private func writeConfiguration() throws {
        let sockets = try SocketFolder.choose(layout)
        try SocketFolder.make(sockets, account: account)
        let names = ["root", "postgres", account.name, Account.name(of: geteuid())]
        let files = [
            ("yardstick.conf", configuration.settings(socketFolder: sockets)),
            ("pg_hba.conf", ClusterConfiguration.access),
            ("pg_ident.conf", ClusterConfiguration.accounts(names)),
        ]
        for (name, text) in files {
            try FileSystem.write(
                text, to: layout.data + "/" + name, account: account, mode: 0o600)
        }
    }

    private func rotateLog() {
        if let size = FileSystem.status(layout.log)?.st_size, size > 10_000_000 {
            rename(layout.log, layout.oldLog)
        }
    }
}
