import Glibc

/// The few file operations that the private cluster needs, with plain errors.
enum FileSystem {
    /// What `stat` says, or nil where there is nothing.
    static func status(_ path: String, followingLinks: Bool = true) -> stat? {
        var status = stat()
        let answer = followingLinks ? stat(path, &status) : lstat(path, &status)
        return answer == 0 ? status : nil
    }

    static func isFolder(_ path: String) -> Bool {
        status(path).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false
    }

    static func exists(_ path: String) -> Bool { status(path) != nil }

    /// Names in a folder, without `.` and `..`.
    static func names(in folder: String) throws -> [String] {
        guard let stream = opendir(folder) else {
            throw failure("the folder \(folder) cannot be read")
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Makes a folder and those above it; fine where it exists.
    static func makeFolders(_ path: String, mode: mode_t = 0o755) throws {
        if isFolder(path) { return }
        let parent = self.parent(of: path)
        if parent != path { try makeFolders(parent, mode: mode) }
        guard mkdir(path, mode) != 0 else { return }
        let code = errno == EEXIST ? ENOTDIR : errno
        if !isFolder(path) { throw failure("the folder \(path) cannot be made", code: code) }
    }

    /// The whole file as text, or nil where it cannot be read.
    static func read(_ path: String, from offset: Int = 0) -> String? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        lseek(file, offset, SEEK_SET)
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(file, &part, part.count)
            if count <= 0 { break }
            bytes += part[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Replaces a file as a whole, owned by the given account.
    static func write(_ text: String, to path: String, account: Account, mode: mode_t) throws {
        let draft = path + ".new"
        unlink(draft)
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
        guard file >= 0 else { throw failure("the file \(draft) cannot be written") }
        defer { close(file) }
        let bytes = Array(text.utf8)
        guard Glibc.write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0,
            !account.mustBeEntered || fchown(file, account.user, account.group) == 0,
            rename(draft, path) == 0
        else { throw failure("the file \(path) cannot be written") }
    }

    /// Opens a file that all commands of a cluster use, making it if need be.
    ///
    /// What root makes in another's folder belongs to the folder's owner, who
    /// could not open it otherwise. It is not inherited: a server must not go
    /// on holding our locks.
    static func openShared(_ path: String) throws -> Int32 {
        let folder = parent(of: path)
        let file = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else {
            let code = errno
            guard code == EACCES, let owner = status(folder)?.st_uid, owner != geteuid() else {
                throw failure("the file \(path) cannot be opened", code: code)
            }
            let name = Account.name(of: owner)
            throw PostgresError(
                .cluster,
                "the folder \(folder) is \(name)'s, and this is \(Account.name(of: geteuid()))",
                hint: "run as \(name), or name a folder of your own with --data-dir or "
                    + "YARDSTICK_DATA_DIR")
        }
        if geteuid() == 0, let owner = status(folder), owner.st_uid != 0 {
            fchown(file, owner.st_uid, owner.st_gid)
        }
        return file
    }

    /// The folder itself if it is there, else the nearest one above it.
    static func nearestFolder(_ path: String) -> String {
        isFolder(path) || path == "/" ? path : nearestFolder(parent(of: path))
    }

    /// Removes a file or a folder with all in it, following no links.
    static func remove(_ path: String) {
        guard let status = status(path, followingLinks: false) else { return }
        if status.st_mode & S_IFMT == S_IFDIR {
            for name in (try? names(in: path)) ?? [] { remove(path + "/" + name) }
            rmdir(path)
        } else {
            unlink(path)
        }
    }

    /// The path without links, or nil where it does not exist.
    static func resolved(_ path: String) -> String? {
        guard let found = realpath(path, nil) else { return nil }
        defer { free(found) }
        return String(cString: found)
    }

    /// The path from the root, with the current folder before a relative one.
    static func absolute(_ path: String) -> String {
        var result = path
        if !path.hasPrefix("/"), let current = getcwd(nil, 0) {
            result = String(cString: current) + "/" + path
            free(current)
        }
        while result.count > 1, result.hasSuffix("/") { result.removeLast() }
        return result
    }

    static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return "/" }
        return String(path[..<slash])
    }

    /// A failed system call as an error of the cluster, with a remedy.
    static func failure(_ what: String, code: Int32 = errno) -> PostgresError {
        let remedy: String? =
            switch code {
            case EACCES, EPERM, EROFS:
                "give this account the right to write there, or name another folder with "
                    + "--data-dir or YARDSTICK_DATA_DIR"
            case ENOSPC, EDQUOT:
                "free space on that disk, or name another folder with --data-dir"
            case ENOTDIR:
                "name a folder, not a file, with --data-dir or YARDSTICK_DATA_DIR"
            default: nil
            }
        return PostgresError(.cluster, "\(what): \(String(cString: strerror(code)))", hint: remedy)
    }
}
