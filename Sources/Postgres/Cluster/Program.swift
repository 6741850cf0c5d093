import CLibPQ
import Glibc

/// Starts programs of the operating system, as another account if need be.
///
/// `posix_spawn` rather than swift-subprocess: the server must outlive us in a
/// session of its own, must inherit no open file and no blocked signal, and
/// the callers are not async. The account is changed by `setpriv`, which
/// belongs to util-linux and so to every Debian.
struct Program {
    let path: String
    let arguments: [String]
    let account: Account
    /// Added to a short, fixed environment.
    var environment: [String: String] = [:]

    /// Starts the program in its own session and gives its process number.
    ///
    /// Output goes to the end of the file `log`; input is empty.
    func start(log: String) throws -> pid_t {
        close(try FileSystem.openShared(log))
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(
            &actions, 1, log, O_WRONLY | O_APPEND | O_NOFOLLOW, 0)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        posix_spawn_file_actions_addclosefrom_np(&actions, 3)
        posix_spawn_file_actions_addchdir_np(&actions, "/")
        var attributes = Self.cleanAttributes()
        defer { posix_spawnattr_destroy(&attributes) }
        let command = try commandLine()
        var process: pid_t = 0
        let code = Self.withArrays(command, environmentLines()) { arguments, environment in
            posix_spawn(&process, command[0], &actions, &attributes, arguments, environment)
        }
        guard code == 0 else {
            throw FileSystem.failure("the program \(command[0]) cannot be started", code: code)
        }
        return process
    }

    /// Runs the program to its end; gives its exit status and what it wrote.
    func run(log: String) throws -> (status: Int32, output: String) {
        let before = FileSystem.status(log)?.st_size ?? 0
        let process = try start(log: log)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        let exit = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
        return (exit, FileSystem.read(log, from: Int(before)) ?? "")
    }

    private func commandLine() throws -> [String] {
        guard account.mustBeEntered else { return [path] + arguments }
        let places: [String] = ["/usr/bin/setpriv", "/bin/setpriv"]
        guard let tool = places.first(where: { access($0, X_OK) == 0 }) else {
            throw PostgresError(
                .cluster,
                "the program setpriv is missing, without which root cannot start "
                    + "PostgreSQL as \"\(account.name)\"",
                hint: "install the Debian package util-linux, or run as a normal user")
        }
        return [
            tool, "--reuid=\(account.user)", "--regid=\(account.group)", "--init-groups",
            "--", path,
        ] + arguments
    }

    private func environmentLines() -> [String] {
        var all = ["PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC"]
        all.merge(environment) { $1 }
        return all.map { "\($0)=\($1)" }.sorted()
    }

    /// A session of its own, no signal blocked, none ignored.
    private static func cleanAttributes() -> posix_spawnattr_t {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        let flags =
            Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
            | Int32(YARDSTICK_POSIX_SPAWN_SETSID)
        posix_spawnattr_setflags(&attributes, Int16(flags))
        return attributes
    }

    private static func withArrays<Result>(
        _ first: [String], _ second: [String],
        _ body: (
            UnsafePointer<UnsafeMutablePointer<CChar>?>,
            UnsafePointer<UnsafeMutablePointer<CChar>?>
        ) -> Result
    ) -> Result {
        var left: [UnsafeMutablePointer<CChar>?] = first.map { strdup($0) } + [nil]
        var right: [UnsafeMutablePointer<CChar>?] = second.map { strdup($0) } + [nil]
        defer { for copy in left + right { free(copy) } }
        return body(&left, &right)
    }
}
