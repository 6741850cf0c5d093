import Postgres
import Tabular

/// The files of the consortium folder that a release was computed from.
struct ReleaseFiles {
    let connection: Connection

    /// Keeps the files of a release; a text that is kept already is only
    /// referred to.
    func write(_ files: [FolderFile], of release: Int32) throws {
        let digests = files.map { given -> String in
            let digest = Digest()
            digest.add(given.file.bytes)
            return digest.hexadecimal()
        }
        let known = Set(
            try connection.query(
                "select digest from warehouse.folder_file where digest = any ($1)",
                [.textArray(digests)]
            ).map { try $0.text(0) })
        for (given, digest) in zip(files, digests) where !known.contains(digest) {
            try write(given.file, digest: digest)
        }
        try connection.query(
            """
            insert into warehouse.release_file (release_id, file, digest)
            select $1, given.file, given.digest
            from unnest($2, $3) as given (file, digest)
            """,
            [.int32(release), .textArray(files.map(\.name)), .textArray(digests)])
    }

    private func write(_ file: SourceFile, digest: String) throws {
        var buffer: [UInt8] = []
        let size = try Compression.compress(file.bytes, into: &buffer)
        try connection.query(
            """
            insert into warehouse.folder_file (digest, byte_count, content)
            values ($1, $2, $3)
            on conflict (digest) do nothing
            """,
            [.text(digest), .int64(Int64(file.count)), .bytes(Array(buffer[..<size]))])
    }

    /// The files of a release by their names; empty where none were kept.
    func read(of release: Int32) throws -> [String: SourceFile] {
        var files: [String: SourceFile] = [:]
        for row in try connection.query(
            """
            select release_file.file, folder_file.byte_count, folder_file.content
            from warehouse.release_file
            inner join warehouse.folder_file on folder_file.digest = release_file.digest
            where release_file.release_id = $1
            """,
            [.int32(release)])
        {
            let name = try row.text(0)
            let bytes = try Compression.decompress(
                try row.bytes(2), atMost: Int(try row.int64(1)))
            files[name] = SourceFile(name: name, bytes: bytes)
        }
        return files
    }
}
