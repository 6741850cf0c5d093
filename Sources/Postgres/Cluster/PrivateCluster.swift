import Glibc
public import Logging

/// The PostgreSQL that Yardstick runs for itself in a folder.
///
/// Made on first use, on a unix socket, without TCP, with durable settings.
/// Commands share it: each holds a ``ClusterLease``, and the last one out
/// stops the server, unless ``startAndKeep()`` said otherwise. Starting and
/// stopping exclude each other by locks on files, so any number of commands
/// may begin and end at once. Works as root, with the server under the
/// account `postgres`, and as any user.
public struct PrivateCluster: Sendable {
    /// The folder, as an absolute path.
    public var folder: String { layout.folder }

    let layout: ClusterLayout
    let isDurable: Bool
    let programFolders: [String]
    private let logger: Logger

    /// How long a command waits for others that start or stop the server.
    static let patience = 300.0

    /// A cluster in a folder that need not exist yet; nothing is done here.
    ///
    /// - Parameters:
    ///   - folder: holds the data, the locks and the server's log.
    ///   - logger: is told of creation, starts and stops.
    ///   - isDurable: false only for tests, which then lose data in a crash.
    ///   - searchPath: where `initdb` and `postgres` are looked for first,
    ///     in the form of PATH.
    public init(
        folder: String, logger: Logger = Logger(label: "cluster"), isDurable: Bool = true,
        searchPath: String = "/usr/local/bin:/usr/bin:/bin"
    ) {
        self.init(
            folder: folder, logger: logger, isDurable: isDurable,
            programFolders: ServerPrograms.usualFolders(path: searchPath))
    }

    init(folder: String, logger: Logger, isDurable: Bool, programFolders: [String]) {
        layout = ClusterLayout(folder: FileSystem.absolute(folder))
        self.logger = logger
        self.isDurable = isDurable
        self.programFolders = programFolders
    }

    /// Makes and starts the server as needed and shares in its use.
    ///
    /// Throws ``PostgresError`` of kind `cluster` with a remedy.
    public func acquire() throws -> ClusterLease {
        try prepareFolder()
        let change = try lockForChange()
        defer { withExtendedLifetime(change) {} }
        let use = try FileLock.wait(layout.useLock, .shared, seconds: Self.patience)
        let server = try ensureRunning()
        return ClusterLease(self, use: use, socketFolder: server.socketFolder)
    }

    /// Starts the server as needed, to stay until ``stop(force:)``.
    public func startAndKeep() throws {
        try prepareFolder()
        let change = try lockForChange()
        defer { withExtendedLifetime(change) {} }
        _ = try ensureRunning()
        close(try FileSystem.openShared(layout.keepMarker))
    }

    /// What a stop came to.
    public enum StopOutcome: Sendable, Equatable {
        /// The server has stopped.
        case stopped
        /// There was none to stop.
        case wasNotRunning
        /// Commands are using it; the last of them will stop it.
        case stopsAfterLastCommand
    }

    /// Stops the server, or lets the last command that uses it do so.
    ///
    /// - Parameter force: stops it also while commands use it; they fail and
    ///   their open transactions are rolled back.
    @discardableResult
    public func stop(force: Bool = false) throws -> StopOutcome {
        guard FileSystem.exists(layout.data) else { return .wasNotRunning }
        try checkOurs()
        let change = try lockForChange()
        defer { withExtendedLifetime(change) {} }
        unlink(layout.keepMarker)
        guard let server = runningServer() else { return .wasNotRunning }
        let alone = try FileLock.attempt(layout.useLock, .exclusive)
        guard alone != nil || force else { return .stopsAfterLastCommand }
        try stop(server)
        return .stopped
    }

    /// Gives a lease up; the last one stops the server unless it is kept.
    func release(_ use: FileLock) throws {
        let change = try lockForChange()
        defer { withExtendedLifetime(change) {} }
        use.unlock()
        guard !FileSystem.exists(layout.keepMarker), let server = runningServer(),
            let alone = try FileLock.attempt(layout.useLock, .exclusive)
        else { return }
        try withExtendedLifetime(alone) { try stop(server) }
    }

    private func prepareFolder() throws {
        if FileSystem.isFolder(folder) { return }
        let account = try Account.forServer(data: layout.data, folder: folder)
        try account.checkReach(folder)
        try FileSystem.makeFolders(folder)
    }

    func lockForChange() throws -> FileLock {
        try FileLock.wait(layout.changeLock, .exclusive, seconds: Self.patience)
    }

    func runningServer() -> PostmasterFile? {
        PostmasterFile(data: layout.data).flatMap { $0.isAlive ? $0 : nil }
    }

    private func stop(_ server: PostmasterFile) throws {
        logger.debug("stopping the private PostgreSQL", metadata: ["folder": "\(folder)"])
        try ServerStop.run(server, layout, .fast)
    }

    /// The caller holds the change lock, so no command of ours starts or
    /// stops the server meanwhile; a start that was killed may still go on.
    private func ensureRunning() throws -> PostmasterFile {
        let isNew = try checkOurs()
        if let server = try readyServer() { return server }
        let account = try Account.forServer(data: layout.data, folder: folder)
        try account.checkReach(folder)
        let programs = try ServerPrograms.find(
            for: try existingVersion(), in: programFolders, data: layout.data)
        try removeUnfinished()
        if isNew {
            logger.info("making a private PostgreSQL", metadata: ["folder": "\(folder)"])
            try ClusterCreation(
                layout: layout, account: account, programs: programs, isDurable: isDurable
            ).run()
        }
        do {
            return try start(account, programs)
        } catch {
            // The server of a start that was killed came up before ours.
            if let server = try readyServer() { return server }
            throw error
        }
    }

    /// The server once it is ready, or nil once there is none.
    private func readyServer() throws -> PostmasterFile? {
        while let server = runningServer() {
            if server.isReady, server.hasSocket { return server }
            if server.isReady { try stop(server) }
            usleep(10_000)
        }
        return nil
    }

    private func start(_ account: Account, _ programs: ServerPrograms) throws -> PostmasterFile {
        logger.debug("starting the private PostgreSQL", metadata: ["folder": "\(folder)"])
        return try ServerStart(
            layout: layout, account: account, programs: programs,
            configuration: ClusterConfiguration(isDurable: isDurable),
            onDelay: { seconds in
                logger.notice(
                    "the private PostgreSQL has been starting for \(seconds) s (see \(layout.log))")
            }
        ).run()
    }
}
