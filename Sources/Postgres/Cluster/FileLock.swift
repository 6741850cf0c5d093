import Glibc

/// A lock on a file, freed when it goes away or the process ends.
///
/// `flock` ties the lock to the open file, not to the process: two holders in
/// one process count as two, and a killed process holds nothing.
final class FileLock: Sendable {
    private let file: Int32

    enum Mode: Sendable {
        case shared
        case exclusive

        fileprivate var flag: Int32 { self == .shared ? LOCK_SH : LOCK_EX }
    }

    private init(file: Int32) {
        self.file = file
    }

    /// Closing frees the lock.
    deinit { close(file) }

    /// Frees the lock; the object can lock nothing any more.
    func unlock() {
        flock(file, LOCK_UN)
    }

    /// Takes the lock if nobody else holds it in a way that excludes ours.
    static func attempt(_ path: String, _ mode: Mode) throws -> FileLock? {
        let file = try FileSystem.openShared(path)
        if flock(file, mode.flag | LOCK_NB) == 0 { return FileLock(file: file) }
        let code = errno
        close(file)
        guard code == EWOULDBLOCK || code == EINTR else {
            throw FileSystem.failure("the lock \(path) cannot be taken", code: code)
        }
        return nil
    }

    /// Takes the lock, waiting while others hold it.
    static func wait(_ path: String, _ mode: Mode, seconds: Double) throws -> FileLock {
        var waited = 0.0
        while true {
            if let lock = try attempt(path, mode) { return lock }
            guard waited < seconds else {
                throw PostgresError(
                    .cluster,
                    "another command has been starting or stopping the server for "
                        + "\(Int(seconds)) seconds (\(path))",
                    hint: "see with `fuser \(path)` which one, and end it")
            }
            usleep(10_000)
            waited += 0.01
        }
    }
}
