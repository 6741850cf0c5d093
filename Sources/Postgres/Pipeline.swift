import CLibPQ

/// Statements that go to the server together.
///
/// Filled by ``Connection/pipeline(_:)``; nothing is sent before its body
/// returns, so a body that throws has done nothing.
public struct Pipeline {
    fileprivate struct Statement {
        let sql: String
        let encoded: EncodedBinds
        let sent: Redaction.Sent
    }

    fileprivate var statements: [Statement] = []

    /// Adds one statement; its rows are at its position in the result.
    public mutating func query(_ sql: String, _ binds: [Bind] = []) throws {
        statements.append(
            Statement(
                sql: sql, encoded: try EncodedBinds(binds, sql: sql),
                sent: binds.isEmpty ? .nothing : .binds(binds)))
    }
}

extension Connection {
    /// Sends the statements that the body adds in one go and gives their
    /// rows, in order.
    ///
    /// One round trip for all. Outside a transaction they are one transaction
    /// of their own: all or none. The first error is thrown. COPY, begin and
    /// commit have no place in it.
    @discardableResult
    public func pipeline(_ body: (inout Pipeline) throws -> Void) throws -> [Rows] {
        var pipeline = Pipeline()
        try body(&pipeline)
        guard let first = pipeline.statements.first else { return [] }
        let handle = try readyHandle(for: first.sql)
        guard PQenterPipelineMode(handle) == 1 else {
            throw error(from: ResultHandle(nil), sql: first.sql, sent: first.sent)
        }
        defer { PQexitPipelineMode(handle) }
        for statement in pipeline.statements {
            let isSent = statement.encoded.withPointers { count, types, values, lengths, formats in
                PQsendQueryParams(
                    handle, statement.sql, count, types, values, lengths, formats, 1)
            }
            guard isSent == 1 else {
                throw error(from: ResultHandle(nil), sql: statement.sql, sent: statement.sent)
            }
        }
        guard PQpipelineSync(handle) == 1 else {
            throw error(from: ResultHandle(nil), sql: first.sql, sent: first.sent)
        }
        return try collect(pipeline, from: handle)
    }

    /// Reads one answer a statement and the sync mark, then throws the first
    /// error, if any.
    private func collect(_ pipeline: Pipeline, from handle: OpaquePointer) throws -> [Rows] {
        var rows: [Rows] = []
        rows.reserveCapacity(pipeline.statements.count)
        var failure: PostgresError?
        for statement in pipeline.statements {
            let answer = lastAnswer(handle)
            do {
                try check(answer, sql: statement.sql, sent: statement.sent)
                rows.append(Rows(answer))
            } catch let error as PostgresError {
                failure = failure ?? error
                if !isAlive { break }
            }
        }
        while let mark = PQgetResult(handle) {
            let isEnd = PQresultStatus(mark) == PGRES_PIPELINE_SYNC || !isAlive
            PQclear(mark)
            if isEnd { break }
        }
        if let failure { throw failure }
        return rows
    }
}
