import CLibPQ

/// How a transaction sees others.
public enum TransactionMode: Sendable {
    /// PostgreSQL's default: read committed.
    case readCommitted
    /// One snapshot for all statements, and nothing may be written.
    case readOnlySnapshot
    /// As if transactions ran one after another; may fail with 40001.
    case serializable

    fileprivate var sql: String {
        switch self {
        case .readCommitted: "begin isolation level read committed"
        case .readOnlySnapshot: "begin isolation level repeatable read, read only"
        case .serializable: "begin isolation level serializable"
        }
    }
}

extension Connection {
    /// Runs the body in a transaction: committed when it returns, rolled back
    /// when it throws.
    ///
    /// Inside another transaction it is a savepoint, and the mode is that of
    /// the outer one. The body's error is rethrown also where the rollback
    /// fails because the connection is gone.
    public func transaction<Value>(
        _ mode: TransactionMode = .readCommitted, _ body: () throws -> Value
    ) throws -> Value {
        guard depth == 0 else { return try savepoint(body) }
        try execute(mode.sql)
        return try bracket(body, undo: "rollback") {
            let answer = try query("commit")
            guard answer.tag == "COMMIT" else {
                throw PostgresError(
                    .misuse,
                    "the transaction was rolled back, since a statement in it "
                        + "had failed and the failure was passed over",
                    hint: "run what may fail in a savepoint")
            }
        }
    }

    /// Runs the body in a savepoint of the open transaction: kept when it
    /// returns, undone when it throws; the transaction goes on either way.
    public func savepoint<Value>(_ body: () throws -> Value) throws -> Value {
        guard depth > 0 else {
            throw PostgresError(.misuse, "a savepoint needs an open transaction")
        }
        let name = "yardstick_\(depth)"
        try execute("savepoint \(name)")
        return try bracket(
            body, undo: "rollback to savepoint \(name); release savepoint \(name)"
        ) {
            try execute("release savepoint \(name)")
        }
    }

    /// False also after a commit that failed, which ends the transaction.
    private var hasOpenTransaction: Bool {
        let status = PQtransactionStatus(handle)
        return status == PQTRANS_INTRANS || status == PQTRANS_INERROR
    }

    private func bracket<Value>(
        _ body: () throws -> Value, undo: String, keep: () throws -> Void
    ) throws -> Value {
        do {
            depth += 1
            defer { depth -= 1 }
            let value = try body()
            try keep()
            return value
        } catch {
            abortCopy()
            // A dead connection cannot roll back, and need not: the server
            // has done so. The first error is the one that matters.
            if hasOpenTransaction { try? execute(undo) }
            throw error
        }
    }
}
