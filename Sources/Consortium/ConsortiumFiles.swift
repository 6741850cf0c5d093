public import Tabular

/// The files of a consortium folder, as the caller found them.
///
/// This target opens no file itself; whoever knows the file system lists the
/// folder and says how a path that stands in a file is opened.
public struct ConsortiumFiles {
    /// Files by their path relative to the folder: `consortium.yaml`, the
    /// CSV files beside it, `mappings/*.yaml` and `peer-groups/*.yaml`.
    public let files: [String: SourceFile]
    /// Opens a path that stands in one of the files (second argument, path
    /// relative to the folder); `${NAME}` is an environment variable.
    public let open: (_ path: String, _ relativeTo: String) throws -> SourceFile

    /// The files at the top of the folder that have a meaning, by their names;
    /// all but `consortium.yaml` may be missing.
    public static let names = [
        "consortium.yaml", "cities.csv", "attributes.csv", "services.csv", "calendar.csv",
        "contacts.csv", "prices.csv", "practices.csv", "successions.csv",
    ]

    /// Makes a list of files.
    public init(
        files: [String: SourceFile],
        open: @escaping (_ path: String, _ relativeTo: String) throws -> SourceFile
    ) {
        self.files = files
        self.open = open
    }

    /// The text of a file; nil when it is absent.
    func text(_ path: String) -> String? {
        files[path].map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    /// The paths in a subfolder, sorted.
    func paths(in folder: String) -> [String] {
        files.keys.filter { $0.hasPrefix(folder + "/") && $0.hasSuffix(".yaml") }.sorted()
    }
}
