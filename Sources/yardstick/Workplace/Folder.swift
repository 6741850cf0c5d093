import Foundation

/// Reading and writing files and folders.
enum Folder {
    /// Paths, relative to a folder, of all files below it, sorted; names that
    /// begin with a dot are passed over.
    ///
    /// - Parameter isFile: whether a folder below it counts as one file.
    static func files(
        below path: String, where isFile: (String) -> Bool = { _ in false }
    ) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        var files: [String] = []
        for name in names.sorted() where !name.hasPrefix(".") {
            if isFolder(path + "/" + name), !isFile(name) {
                files += Self.files(below: path + "/" + name) { isFile(name + "/" + $0) }
                    .map { name + "/" + $0 }
            } else {
                files.append(name)
            }
        }
        return files
    }

    /// Whether a folder is at a path.
    static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            && isFolder.boolValue
    }

    /// Whether anything is at a path.
    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: path)
    }

    /// The text of a file.
    static func text(_ path: String) throws -> String {
        do {
            return try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw CommandError("\(path) cannot be read as UTF-8 text.")
        }
    }

    /// The last part of a path.
    static func name(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    /// The absolute path without `.` and `..`; links stay as they are named.
    static func absolute(_ path: String) -> String {
        URL(fileURLWithPath: path).standardizedFileURL.path
    }

    /// The path of one file or folder relative to a folder, whether or not
    /// links lead there; nil for what does not lie in it.
    static func relative(_ path: String, to folder: String) -> String? {
        if path.hasPrefix(folder + "/") { return String(path.dropFirst(folder.count + 1)) }
        let (real, base) = (resolved(path), resolved(folder))
        return real.hasPrefix(base + "/") ? String(real.dropFirst(base.count + 1)) : nil
    }

    private static func resolved(_ path: String) -> String {
        URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    }

    /// Makes a folder and those above it.
    static func make(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true)
        } catch {
            throw CommandError("the folder \(path) cannot be made: \(error.localizedDescription)")
        }
    }

    /// Writes a file whole: it is there completely or not at all.
    static func write(_ bytes: some Sequence<UInt8>, to path: String) throws {
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw CommandError("\(path) cannot be written: \(error.localizedDescription)")
        }
    }
}
