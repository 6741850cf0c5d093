import Glibc

/// What a running server says of itself in `postmaster.pid`.
struct PostmasterFile: Sendable {
    let process: pid_t
    let socketFolder: String
    let isReady: Bool

    private let data: String

    /// Reads the file; nil where there is none or it is not whole yet.
    init?(data: String) {
        guard let text = FileSystem.read(data + "/postmaster.pid") else { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 5, let process = pid_t(lines[0]) else { return nil }
        self.data = data
        self.process = process
        socketFolder = String(lines[4])
        isReady = lines.count >= 8 && lines[7].hasPrefix("ready")
    }

    /// Whether the process is a server that works in this data directory.
    ///
    /// A number alone proves nothing: after a crash another process may have
    /// it. The server's current folder is its data directory.
    var isAlive: Bool {
        FileSystem.resolved("/proc/\(process)/cwd") == FileSystem.resolved(data)
    }

    /// Whether some process has the number, be it a server or not.
    var isNumberInUse: Bool { kill(process, 0) == 0 || errno == EPERM }

    /// Whether the socket is where the file says.
    var hasSocket: Bool { FileSystem.exists(socketFolder + "/.s.PGSQL.5432") }
}
