import CLibPQ

/// Owns one answer of libpq and frees it.
final class ResultHandle {
    let pointer: OpaquePointer?

    init(_ pointer: OpaquePointer?) {
        self.pointer = pointer
    }

    deinit { PQclear(pointer) }

    /// Out of memory or a broken connection give no answer at all.
    var status: ExecStatusType { PQresultStatus(pointer) }

    var isCopy: Bool {
        status == PGRES_COPY_IN || status == PGRES_COPY_OUT || status == PGRES_COPY_BOTH
    }

    /// Rows that the statement touched or gave.
    var affected: Int {
        guard let pointer, let text = PQcmdTuples(pointer) else { return 0 }
        return Int(String(cString: text)) ?? 0
    }

    /// The statement's own word for what it did, such as `COMMIT`.
    var tag: String {
        guard let pointer, let text = PQcmdStatus(pointer) else { return "" }
        return String(cString: text)
    }
}

/// The parts of an error or a notice, by the letters of the protocol.
enum ResultField: UInt8 {
    case severity = 0x56  // V
    case sqlState = 0x43  // C
    case message = 0x4D  // M
    case detail = 0x44  // D
    case hint = 0x48  // H
    case position = 0x50  // P
    case context = 0x57  // W

    func text(of answer: OpaquePointer?) -> String? {
        PQresultErrorField(answer, Int32(rawValue)).map { String(cString: $0) }
    }
}

extension Connection {
    /// Throws what an answer says went wrong.
    func check(_ answer: ResultHandle, sql: String, sent: Redaction.Sent) throws {
        let status = answer.status
        let isFine =
            status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK
            || status == PGRES_EMPTY_QUERY
        if !isFine { throw error(from: answer, sql: sql, sent: sent) }
    }

    /// The error that an answer, or the lack of one, stands for.
    ///
    /// The values of what was sent are taken out of what the server says.
    func error(
        from answer: ResultHandle, sql: String, sent: Redaction.Sent
    ) -> PostgresError {
        let clean: (String) -> String = { text in
            self.redacted(Redaction.text(text, withoutValuesOf: sent))
        }
        let state = ResultField.sqlState.text(of: answer.pointer)
        let message = ResultField.message.text(of: answer.pointer) ?? libpqMessage()
        var error = PostgresError(
            isLoss(state) ? .lostConnection : .server, clean(message), sqlState: state,
            detail: ResultField.detail.text(of: answer.pointer).map(clean),
            hint: ResultField.hint.text(of: answer.pointer).map(clean), sql: sql,
            context: ResultField.context.text(of: answer.pointer).map(clean))
        error.position = ResultField.position.text(of: answer.pointer).flatMap { Int($0) }
        if error.kind == .lostConnection, error.hint == nil {
            error.hint =
                "see that the server runs, then repeat the command; "
                + "what was not committed is not stored"
        }
        return error
    }

    /// Shutdown, crash and broken pipes: the connection is of no more use.
    private func isLoss(_ state: String?) -> Bool {
        guard isAlive, let state else { return true }
        return ["57P01", "57P02", "57P03"].contains(state) || state.hasPrefix("08")
    }
}
