import Glibc

/// A file that takes its name only when it is complete.
struct DraftFile {
    let path: String
    /// Where it grows.
    let draft: String

    init(_ path: String) {
        self.path = path
        draft = path + ".part"
    }

    /// Without this the library would say no more than that it failed.
    func check() throws(WorkbookError) {
        guard let file = fopen(draft, "wb") else { throw failure() }
        fclose(file)
    }

    /// Gives the file its name; one that had it before is replaced.
    func complete() throws(WorkbookError) {
        guard rename(draft, path) == 0 else {
            let failure = failure()
            discard()
            throw failure
        }
    }

    /// Deletes what there is of it.
    func discard() {
        unlink(draft)
    }

    private func failure() -> WorkbookError {
        let reason = String(cString: strerror(errno))
        return WorkbookError(path: path, place: "", reason: "it cannot be written (\(reason)).")
    }
}
