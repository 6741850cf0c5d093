import Foundation
import Warehouse

/// A folder that `db backup` wrote: what `pg_dump` wrote, and a list of it.
///
/// The list is written last, so that a folder without one is a backup that
/// did not come to its end.
struct BackupFolder {
    let path: String

    /// What pg_dump wrote, in its directory format.
    var dump: String { path + "/dump" }
    private var list: String { path + "/backup.json" }

    /// Makes the folder, for its owner alone; one that holds anything is
    /// refused.
    static func make(_ path: String) throws -> BackupFolder {
        if Folder.exists(path) {
            let names = try? FileManager.default.contentsOfDirectory(atPath: path)
            guard let names, names.isEmpty else {
                throw CommandError(
                    "\(path) is there already, and a backup is never written over. Name a new "
                        + "folder, for example one with the date in its name.")
            }
        }
        try Folder.make(path)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
        return BackupFolder(path: path)
    }

    /// Takes away what an interrupted backup left.
    func remove() {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The files of the dump with size and digest.
    func files() throws -> [BackupFile] {
        try Folder.files(below: dump).map { name in
            let file = dump + "/" + name
            let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int
            return BackupFile(file: name, bytes: size ?? 0, digest: try Self.digest(of: file))
        }
    }

    /// Writes the list, through to the disk.
    func write(_ document: BackupDocument) throws {
        try Folder.write((try Console.jsonText(document) + "\n").utf8, to: list)
        guard let handle = FileHandle(forReadingAtPath: list) else { return }
        try handle.synchronize()
        try handle.close()
    }

    /// Reads the list and holds every file against it.
    func read() throws -> BackupDocument {
        guard let bytes = FileManager.default.contents(atPath: list) else {
            throw CommandError(
                "\(path) holds no backup.json: it is no backup, or one that did not come to its "
                    + "end. Take one that has it.")
        }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let document: BackupDocument
        do {
            document = try decoder.decode(BackupDocument.self, from: bytes)
        } catch {
            throw CommandError("\(list) is damaged: \(error). Take another backup.")
        }
        guard document.schema == BackupDocument.id else {
            throw CommandError(
                "\(list) is \(document.schema), and this program reads \(BackupDocument.id). Use "
                    + "the program that wrote it, or a newer one.")
        }
        try check(document)
        return document
    }

    private func check(_ document: BackupDocument) throws {
        let found = Dictionary(uniqueKeysWithValues: try files().map { ($0.file, $0) })
        for file in document.files where found[file.file] != file {
            let what = found[file.file].map {
                "has \($0.bytes) bytes and digest \($0.digest.prefix(12))..."
            }
            throw CommandError(
                "\(dump)/\(file.file) \(what ?? "is missing"); the backup had \(file.bytes) bytes "
                    + "and digest \(file.digest.prefix(12))... there. It is damaged: take another.")
        }
        if let extra = found.keys.sorted().first(where: { name in
            !document.files.contains { $0.file == name }
        }) {
            throw CommandError(
                "\(dump)/\(extra) does not belong to the backup. Take the folder as it was written."
            )
        }
    }

    private static func digest(of path: String) throws -> String {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw CommandError("\(path) cannot be read.")
        }
        defer { try? handle.close() }
        let digest = Digest()
        while let bytes = try handle.read(upToCount: 1 << 20), !bytes.isEmpty {
            bytes.withUnsafeBytes { digest.add($0) }
        }
        return digest.hexadecimal()
    }
}

/// What a backup holds: the list in it, and what `db backup` says.
struct BackupDocument: Codable {
    static let id = "yardstick/db-backup/1"

    let schema: String
    let consortium: String
    let madeAt: String
    let program: String
    let schemaVersion: Int
    let serverVersion: String
    let dumpVersion: String
    let tables: [BackupTable]
    let files: [BackupFile]

    /// The rows of a table.
    func rows(_ table: String) -> Int {
        tables.first { $0.table == table }?.rows ?? 0
    }
}

/// A table of a backup.
struct BackupTable: Codable {
    let table: String
    let rows: Int
}

/// A file of the dump.
struct BackupFile: Codable, Equatable {
    let file: String
    let bytes: Int
    let digest: String
}
