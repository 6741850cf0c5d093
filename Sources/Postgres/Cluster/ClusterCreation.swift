import Glibc

/// Makes the data directory of a cluster that is not there yet.
struct ClusterCreation {
    let layout: ClusterLayout
    let account: Account
    let programs: ServerPrograms
    let isDurable: Bool
    /// Unlike any other, since an initdb whose command was killed may go on.
    private let draft: String

    init(
        layout: ClusterLayout, account: Account, programs: ServerPrograms, isDurable: Bool
    ) {
        self.layout = layout
        self.account = account
        self.programs = programs
        self.isDurable = isDurable
        let suffix = String(UInt64.random(in: .min ... .max), radix: 36)
        draft = layout.folder + "/" + ClusterLayout.unfinishedPrefix + suffix
    }

    /// Makes it beside its place and renames it, so that a data directory is
    /// always whole; the caller holds the change lock.
    func run() throws {
        guard mkdir(draft, 0o700) == 0 else {
            throw FileSystem.failure("the folder \(draft) cannot be made")
        }
        if account.mustBeEntered {
            chown(draft, account.user, account.group)
        }
        try runInitdb()
        try mark()
        guard rename(draft, layout.data) == 0 else {
            throw FileSystem.failure("the folder \(layout.data) cannot be made")
        }
        syncFolder()
    }

    private func runInitdb() throws {
        var arguments = [
            "-D", draft, "-U", ClusterConfiguration.role, "-A", "peer",
            "-E", "UTF8", "--locale=C.UTF-8", "--no-instructions",
        ]
        if !isDurable { arguments.append("--no-sync") }
        let (status, output) = try Program(
            path: programs.folder + "/initdb", arguments: arguments, account: account
        ).run(log: layout.log)
        guard status == 0 else {
            FileSystem.remove(draft)
            throw ServerFailure.error(
                "the data directory could not be made", output, log: layout.log)
        }
    }

    /// The marker by which a later run knows the directory as ours.
    private func mark() throws {
        let main = draft + "/postgresql.conf"
        let text = (FileSystem.read(main) ?? "") + ClusterConfiguration.include
        try FileSystem.write(text, to: main, account: account, mode: 0o600)
        try FileSystem.write(
            "# written before the first start\n",
            to: draft + "/yardstick.conf", account: account, mode: 0o600)
    }

    private func syncFolder() {
        guard isDurable else { return }
        let folder = open(layout.folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if folder >= 0 {
            fsync(folder)
            close(folder)
        }
    }
}
