import Foundation
import MetricSpec
import Warehouse

/// The folder with what the program reads at run time: `sql/`,
/// `metrics-spec/` and the demo.
struct ShareFolder {
    let path: String

    var sql: String { path + "/sql" }
    var metricsSpec: String { path + "/metrics-spec" }
    var demo: String { path + "/examples/demo" }

    /// Finds it: as given, else PREFIX/share/yardstick beside the program,
    /// else the package the program was built in, else the current folder.
    static func find(given: String?) throws -> ShareFolder {
        if let given {
            guard let folder = ShareFolder(at: given) else {
                throw CommandError(
                    "\(given) does not hold sql/ and metrics-spec/, as --root must.")
            }
            return folder
        }
        let program = executable()
        var candidates = [program.deletingLastPathComponent().path + "/../share/yardstick"]
        var parent = program.deletingLastPathComponent()
        while parent.path != "/" {
            candidates.append(parent.path)
            parent = parent.deletingLastPathComponent()
        }
        candidates.append(FileManager.default.currentDirectoryPath)
        for candidate in candidates {
            if let folder = ShareFolder(at: candidate) { return folder }
        }
        throw CommandError(
            "sql/ and metrics-spec/ are not found beside the program. "
                + "Name the folder that holds them with --root.")
    }

    private init?(at path: String) {
        let files = FileManager.default
        guard files.fileExists(atPath: path + "/sql/migrations"),
            files.fileExists(atPath: path + "/metrics-spec/standard.yaml")
        else { return nil }
        self.path = URL(fileURLWithPath: path).standardizedFileURL.path
    }

    private static func executable() -> URL {
        let link = "/proc/self/exe"
        let path = (try? FileManager.default.destinationOfSymbolicLink(atPath: link)) ?? link
        return URL(fileURLWithPath: path)
    }
}

/// A metric standard in a folder.
struct StandardFolder {
    var standard: Standard
    /// SHA-256 over its files.
    let digest: String
    /// The files; empty where nobody asks for them.
    var texts: [StandardText] = []

    /// The same with amounts written in a currency; the digest is that of the
    /// files.
    func inCurrency(_ code: String) -> StandardFolder {
        var folder = self
        folder.standard = standard.inCurrency(code)
        return folder
    }

    /// Reads all YAML files of a folder.
    static func read(_ path: String) throws -> StandardFolder {
        guard FileManager.default.fileExists(atPath: path + "/standard.yaml") else {
            throw CommandError("\(path) holds no standard.yaml: this is no metric standard.")
        }
        let names = Folder.files(below: path).filter {
            $0.hasSuffix(".yaml") && !$0.hasPrefix("schemas/")
        }
        let files = try names.map { name in
            (name: name, text: try Folder.text(path + "/" + name))
        }
        return StandardFolder(
            standard: try StandardReader.read(files),
            digest: Digest.of(files.flatMap { [$0.name, $0.text] }),
            texts: files.map { StandardText(name: $0.name, text: $0.text) })
    }
}
