/// Turns what `initdb` or the server wrote before it gave up into one error.
enum ServerFailure {
    /// The first line that says why, with a remedy where the cause is known.
    static func error(_ what: String, _ output: String, log: String) -> PostgresError {
        PostgresError(
            .cluster, "\(what): \(reason(in: output))",
            hint: remedy(for: output) ?? "read \(log)")
    }

    private static func reason(in output: String) -> String {
        let lines = output.split(whereSeparator: \.isNewline).map(String.init)
        let words = ["FATAL:", "PANIC:", "error:", "setpriv:", "ERROR:"]
        for word in words {
            guard let line = lines.first(where: { $0.contains(word) }) else { continue }
            let parts = line.split(separator: word, maxSplits: 1)
            return parts.last.map { $0.trimmingSpaces } ?? line
        }
        return lines.last ?? "it wrote nothing"
    }

    private static func remedy(for output: String) -> String? {
        let known: [(String, String)] = [
            (
                "No space left on device",
                "free space on the disk of the data folder, then repeat the command; "
                    + "nothing that was committed is lost"
            ),
            (
                "could not create shared memory segment",
                "raise the machine's limit of shared memory, or stop other servers"
            ),
            (
                "could not map anonymous shared memory",
                "the machine has too little free memory for 256 MB of buffers"
            ),
            (
                "already exists",
                "another server runs on this data directory; end it first"
            ),
            (
                "is not compatible with this version",
                "install the PostgreSQL version that made the data directory"
            ),
            (
                "invalid locale name",
                "the locale C.UTF-8 is missing; install the package libc-bin or locales"
            ),
        ]
        return known.first { output.contains($0.0) }?.1
    }
}

extension Substring {
    /// Without blanks at both ends.
    fileprivate var trimmingSpaces: String {
        var rest = drop(while: \.isWhitespace)
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
