import Postgres
import Submission
import Tabular

/// Keeps the original bytes of submissions, without personal columns.
struct OriginalWriter {
    private let connection: Connection
    private let rows = CopyBuffer()
    private var frame: [UInt8] = []
    private var extents: [(submission: Int64, extent: StorableOriginal.Extent)] = []

    private static let copy =
        "copy intake.submission_chunk (submission_id, chunk, bytes) from stdin (format binary)"
    private static let flushSize = 1 << 20

    init(connection: Connection) {
        self.connection = connection
    }

    /// Takes the original of one submission.
    mutating func add(_ request: LoadRequest, of submission: Int64) throws {
        let original = StorableOriginal(request.file, mapping: request.mapping)
        var extent: StorableOriginal.Extent = original.isPersonal ? .redacted : .whole
        // Only of originals with personal columns anything may have to go.
        if original.isPersonal {
            try flush()
            do {
                try connection.savepoint {
                    try append(original, of: submission)
                    try flush()
                }
            } catch
                where error is TableError || error is StorableOriginal.PersonalColumnMissing
            {
                rows.removeAll()
                extent = .none
            }
        } else {
            try append(original, of: submission)
        }
        extents.append((submission, extent))
    }

    private mutating func append(_ original: StorableOriginal, of submission: Int64) throws {
        var chunk: Int32 = 0
        try original.read(inChunksOf: Compression.chunkSize) { bytes in
            let size = try Compression.compress(bytes, into: &frame)
            rows.beginRow(fields: 3)
            rows.append(int64: submission)
            rows.append(int32: chunk)
            frame.withUnsafeBytes {
                rows.append(bytes: UnsafeRawBufferPointer(rebasing: $0[..<size]))
            }
            chunk += 1
            if rows.byteCount >= Self.flushSize { try flush() }
        }
    }

    private func flush() throws {
        try connection.copyIn(Self.copy, rows)
        rows.removeAll()
    }

    /// Sends what waits and notes what was kept.
    func finish() throws {
        try flush()
        try SubmissionTable(connection: connection).note(extents)
    }
}
