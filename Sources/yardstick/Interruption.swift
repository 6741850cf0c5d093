import Foundation
import Glibc
import Postgres
import Synchronization

/// Ends the program cleanly on SIGINT and SIGTERM.
///
/// The first signal makes ``check()`` throw and cancels what runs in the
/// database, again and again while a connection is registered, since a
/// statement may begin between two checks. So the ordinary way out rolls
/// back, closes and gives the cluster's lease up. The second signal exits at
/// once.
final class Interruption: Sendable {
    /// What ``check()`` throws: somebody wants the program to end.
    struct Interrupted: Error, CustomStringConvertible {
        /// The signal's number.
        let signal: Int32
        /// 130 for SIGINT, 143 for SIGTERM, as shells have it.
        var exitCode: Int32 { 128 + signal }
        var description: String { "interrupted; what was not committed is not stored" }
    }

    /// Keeps a canceller known until it goes away.
    final class Registration: Sendable {
        private let interruption: Interruption
        private let number: Int

        fileprivate init(_ interruption: Interruption, _ number: Int) {
            self.interruption = interruption
            self.number = number
        }

        deinit { interruption.forget(number) }
    }

    private struct State {
        var signal: Int32?
        var cancellers: [Int: Canceller] = [:]
        var lastNumber = 0
    }

    private let state = Mutex(State())

    private init() {}

    /// Starts listening; call it first of all, before other threads start,
    /// since threads inherit which signals are blocked.
    ///
    /// SIGPIPE is ignored: writing to a closed pipe is then an error like
    /// others.
    static func install() -> Interruption {
        let interruption = Interruption()
        Glibc.signal(SIGPIPE, SIG_IGN)
        var signals = handledSignals()
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        interruption.run { interruption in
            while true { interruption.receive(Interruption.nextSignal()) }
        }
        return interruption
    }

    /// Puts the signals back as the shell gave them, right before this process
    /// becomes another program by `exec`, which would inherit them.
    static func restoreSignals() {
        Glibc.signal(SIGPIPE, SIG_DFL)
        var signals = handledSignals()
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }

    /// Throws ``Interrupted`` once a signal has come; cheap enough for every
    /// batch of rows.
    func check() throws {
        if let signal = signal { throw Interrupted(signal: signal) }
    }

    /// The signal that came, if any.
    var signal: Int32? { state.withLock { $0.signal } }

    /// Makes a signal cancel what the connection runs, while the result is
    /// kept. Cancels at once where the signal has already come.
    func register(_ canceller: Canceller) -> Registration {
        let (number, isLate) = state.withLock { state in
            state.lastNumber += 1
            state.cancellers[state.lastNumber] = canceller
            return (state.lastNumber, state.signal != nil)
        }
        if isLate { canceller.cancel() }
        return Registration(self, number)
    }

    private func forget(_ number: Int) {
        state.withLock { $0.cancellers[number] = nil }
    }

    private func receive(_ signal: Int32) {
        let isSecond = state.withLock { state in
            defer { state.signal = state.signal ?? signal }
            return state.signal != nil
        }
        if isSecond { _exit(128 + signal) }
        // A thread of its own, since a cancellation waits for the server, and
        // the second signal must not.
        run { interruption in
            while true {
                interruption.cancelAll()
                usleep(250_000)
            }
        }
    }

    private func cancelAll() {
        for canceller in state.withLock({ Array($0.cancellers.values) }) { canceller.cancel() }
    }

    /// Starts a thread that ends with the process.
    private func run(_ body: @escaping @Sendable (Interruption) -> Void) {
        let thread = Thread { body(self) }
        thread.stackSize = 512 * 1024
        thread.start()
    }

    private static func handledSignals() -> sigset_t {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        sigaddset(&signals, SIGTERM)
        return signals
    }

    private static func nextSignal() -> Int32 {
        var signals = handledSignals()
        var signal: Int32 = 0
        while sigwait(&signals, &signal) != 0 {}
        return signal
    }
}
