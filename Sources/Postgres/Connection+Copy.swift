import CLibPQ

extension Connection {
    /// Starts a `copy ... from stdin (format binary)`.
    ///
    /// Until it is finished or aborted, nothing else runs on this connection.
    public func copyIn(_ sql: String) throws -> CopyIn {
        try startCopy(sql, .toServer)
        return try CopyIn(self, sql: sql, epoch: copyEpoch)
    }

    /// Runs a whole `copy ... from stdin (format binary)` with rows that have
    /// been encoded before, and says how many the server took.
    ///
    /// The buffer is left as it is. An empty one is not sent.
    @discardableResult
    public func copyIn(_ sql: String, _ rows: CopyBuffer) throws -> Int {
        if rows.isEmpty { return 0 }
        let copy = try copyIn(sql)
        try rows.withUnsafeBytes { try copy.send($0) }
        return try copy.finish()
    }

    /// Starts a `copy ... to stdout (format binary)`.
    ///
    /// Until it has been read to its end or closed, nothing else runs on this
    /// connection.
    public func copyOut(_ sql: String) throws -> CopyOut {
        try startCopy(sql, .fromServer)
        return CopyOut(self, sql: sql, epoch: copyEpoch)
    }

    private func startCopy(_ sql: String, _ direction: CopyDirection) throws {
        let handle = try readyHandle(for: sql)
        let answer = ResultHandle(PQexec(handle, sql))
        try checkCopyStarted(answer, sql: sql)
        copyDirection = answer.status == PGRES_COPY_IN ? .toServer : .fromServer
        copyEpoch += 1
        guard copyDirection == direction, PQbinaryTuples(answer.pointer) == 1 else {
            abortCopy()
            throw PostgresError(
                .misuse, "the statement is no binary COPY of the expected direction",
                hint: "write: copy ... from stdin (format binary), "
                    + "or: copy ... to stdout (format binary)", sql: sql)
        }
    }

    private func checkCopyStarted(_ answer: ResultHandle, sql: String) throws {
        if answer.isCopy { return }
        try check(answer, sql: sql, sent: .nothing)
        throw PostgresError(.misuse, "the statement is no COPY", sql: sql)
    }

    /// Ends whatever COPY is under way, in or out, and keeps nothing of it.
    func abortCopy() {
        guard let direction = copyDirection, let handle else { return }
        copyDirection = nil
        if direction == .toServer {
            PQputCopyEnd(handle, "aborted by the client")
        } else if isAlive {
            // Let the server stop rather than read everything to its end.
            canceller.cancel()
            var row: UnsafeMutablePointer<CChar>?
            while PQgetCopyData(handle, &row, 0) > 0 { PQfreemem(row) }
        }
        _ = lastAnswer(handle)
    }

    /// Reads all answers that are left and gives the first that is an error,
    /// else the last.
    func lastAnswer(_ handle: OpaquePointer) -> ResultHandle {
        var last = ResultHandle(nil)
        while let next = PQgetResult(handle) {
            let answer = ResultHandle(next)
            if last.pointer == nil || last.status != PGRES_FATAL_ERROR { last = answer }
            if answer.isCopy || PQstatus(handle) != CONNECTION_OK { break }
        }
        return last
    }
}
