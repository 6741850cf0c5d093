import Consortium
import Foundation
import MetricSpec
import Submission
import Tabular
import Warehouse

/// A consortium folder, read and checked against its standard.
struct ConsortiumFolder {
    /// The absolute path.
    let path: String
    let registry: Registry
    /// All mappings, in the order of their names.
    let mappings: [Mapping]

    var consortium: Consortium { registry.consortium }
    var standard: Standard { registry.standard }

    /// The folder that submissions lie in.
    var submissions: String { path + "/submissions" }

    /// Finds and reads the folder.
    static func open(_ options: ConsortiumOptions) throws -> ConsortiumFolder {
        let path = try find(options.consortium)
        let reading = FolderReading(path: path)
        let consortium = try ConsortiumReader.read(reading.files())
        let standard = try self.standard(of: consortium, path: path, root: options.root)
            .inCurrency(consortium.currency)
        try ConsortiumReader.check(consortium, against: standard.standard)
        let mappings = try consortium.mappings.map { file in
            try MappingReader.read(
                name: file.name, text: file.text, file: file.file, standard: standard.standard)
        }
        return ConsortiumFolder(
            path: path,
            registry: Registry(
                consortium: consortium, standard: standard.standard,
                standardTexts: standard.texts, folderFiles: reading.kept),
            mappings: mappings)
    }

    /// What files are read against.
    var context: IntakeContext {
        IntakeContext(standard: standard, consortium: consortium)
    }

    private static func find(_ given: String?) throws -> String {
        if let given {
            guard Folder.exists(given + "/consortium.yaml") else {
                throw CommandError(
                    "\(given) holds no consortium.yaml: it is no consortium folder. "
                        + "`yardstick init \(given)` makes one.")
            }
            return Folder.absolute(given)
        }
        if let above = nearest() { return above }
        if let named { return try find(named) }
        throw CommandError(
            "no consortium.yaml is here or above. Go into a consortium folder, or name one with "
                + "--consortium DIR or YARDSTICK_CONSORTIUM; `yardstick init FOLDER` makes one.")
    }

    /// Whether a folder would be found without naming one.
    static var isNear: Bool { nearest() != nil || named != nil }

    private static var named: String? {
        ProcessInfo.processInfo.environment["YARDSTICK_CONSORTIUM"]
    }

    /// The folder with a consortium.yaml, here or above.
    private static func nearest() -> String? {
        var folder = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
        while true {
            if Folder.exists(folder.path + "/consortium.yaml") { return folder.path }
            if folder.path == "/" { return nil }
            folder = folder.deletingLastPathComponent()
        }
    }

    private static func standard(
        of consortium: Consortium, path: String, root: String?
    ) throws -> StandardFolder {
        let reference = consortium.standard
        if reference.contains("/") || reference.hasPrefix(".") {
            let base = URL(fileURLWithPath: path + "/consortium.yaml").deletingLastPathComponent()
            let resolved = try Environment.substitute(reference)
            return try StandardFolder.read(URL(fileURLWithPath: resolved, relativeTo: base).path)
        }
        let shipped = try StandardFolder.read(ShareFolder.find(given: root).metricsSpec)
        guard shipped.standard.version == reference else {
            throw CommandError(
                "consortium.yaml asks for version \(reference) of the shipped standard; this "
                    + "program ships \(shipped.standard.version). Write that, or a path to a "
                    + "standard of your own such as ./standard.")
        }
        return shipped
    }
}

/// Opens the files of a consortium folder and remembers which.
private final class FolderReading {
    private let path: String
    private var read: [FolderFile] = []

    init(path: String) {
        self.path = path
    }

    /// What figures depend on; mappings brought their values long ago.
    var kept: [FolderFile] {
        read.filter { $0.name != FolderFile.neverKept && !$0.name.hasPrefix("mappings/") }
    }

    func files() throws -> ConsortiumFiles {
        var names = ConsortiumFiles.names.filter { Folder.exists(path + "/" + $0) }
        for folder in ["mappings", "peer-groups"] {
            names += Folder.files(below: path + "/" + folder)
                .filter { $0.hasSuffix(".yaml") }.map { folder + "/" + $0 }
        }
        var files: [String: SourceFile] = [:]
        for name in names {
            let file = try SourceFile(path: path + "/" + name, name: name)
            files[name] = file
            read.append(FolderFile(name: name, file: file))
        }
        return ConsortiumFiles(files: files) { try self.open($0, in: $1) }
    }

    /// Opens a file that another one names.
    private func open(_ target: String, in place: String) throws -> SourceFile {
        let base = URL(fileURLWithPath: path + "/" + place).deletingLastPathComponent()
        let resolved = try Environment.substitute(target)
        let file = try SourceFile(
            path: URL(fileURLWithPath: resolved, relativeTo: base).path, name: target)
        let name = FolderFile.name(of: target, in: place)
        if !read.contains(where: { $0.name == name }) {
            read.append(FolderFile(name: name, file: file))
        }
        return file
    }
}

/// The variables of the environment.
enum Environment {
    /// Puts variables in place of `${NAME}`; throws for one that is not set.
    static func substitute(_ text: String) throws -> String {
        var result = ""
        var rest = text[...]
        while let start = rest.range(of: "${") {
            result += rest[..<start.lowerBound]
            guard let end = rest[start.upperBound...].firstIndex(of: "}") else { break }
            let name = String(rest[start.upperBound..<end])
            guard let value = ProcessInfo.processInfo.environment[name] else {
                throw CommandError(
                    "\"\(text)\" names the environment variable \(name), which is not set.")
            }
            result += value
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }
}
