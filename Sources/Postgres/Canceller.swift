import CLibPQ

/// Stops the statement that a connection is running, from any thread.
///
/// Valid after the connection has closed; it then does nothing.
public final class Canceller: Sendable {
    // The pointee is written once, by PQgetCancel; PQcancel reads it and is
    // documented as safe from any thread and from signal handlers.
    private nonisolated(unsafe) let handle: OpaquePointer?

    init(_ connection: OpaquePointer?) {
        handle = connection.flatMap { PQgetCancel($0) }
    }

    deinit { PQfreeCancel(handle) }

    /// Asks the server to stop the running statement, which then throws an
    /// error whose `isCancellation` is true.
    ///
    /// Returns false where the server could not be reached. A statement that
    /// has just ended is not affected.
    @discardableResult
    public func cancel() -> Bool {
        var message = [CChar](repeating: 0, count: 256)
        return PQcancel(handle, &message, Int32(message.count)) == 1
    }
}

extension Connection {
    /// A handle by which other threads can stop what this connection runs.
    public var canceller: Canceller { Canceller(handle) }
}
