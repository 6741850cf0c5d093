/// One of the files in a zip archive, as its directory lists it.
struct ArchiveEntry: Sendable {
    /// Its path in the archive.
    let name: String
    /// Its place in the archive, from 0.
    let index: UInt64
    /// Type and permissions as Unix writes them; nil where nothing says so.
    let mode: UInt32?
    let isEmpty: Bool

    /// The last part of its path.
    var lastName: String { steps.last ?? name }

    /// Whether it is what systems put beside the files: hidden ones.
    var isHidden: Bool {
        steps.contains { $0.hasPrefix(".") && $0 != ".." || $0 == "__MACOSX" }
    }

    /// The folders and the file of its path.
    private var steps: [String] {
        name.split { $0 == "/" || $0 == "\\" }.map(String.init)
    }

    private var leadsOut: Bool {
        name.hasPrefix("/") || name.hasPrefix("\\") || name.dropFirst().first == ":"
            || steps.contains("..")
    }

    /// Why it is not read, and what to do; nil for a file.
    var refusal: (problem: String, remedy: String)? {
        if leadsOut {
            return (
                "its name leads out of the archive, so that it is not read",
                "Pack the files again from within their folder"
            )
        }
        guard let mode, mode != 0 else { return nil }
        switch mode & FileMode.types {
        case FileMode.file where isEmpty && mode & FileMode.permissions == 0:
            return ("the file cannot be read", "Check that it may be read, and send it again")
        case FileMode.file, 0: return nil
        case FileMode.link:
            return (
                "this is a link to another place and is not followed",
                "Put the file itself in its place"
            )
        case FileMode.folder:
            return ("the folder cannot be read", "Check that it may be opened, and send it again")
        default:
            return ("this is not a regular file", "Take it out, or put a file in its place")
        }
    }
}

/// The bits of a file's mode, as POSIX numbers them.
enum FileMode {
    static let types: UInt32 = 0o170000
    static let file: UInt32 = 0o100000
    static let link: UInt32 = 0o120000
    static let folder: UInt32 = 0o040000
    static let permissions: UInt32 = 0o777
}
