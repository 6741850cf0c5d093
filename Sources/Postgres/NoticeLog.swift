import CLibPQ
import Logging

/// Passes the server's notices on to a logger.
final class NoticeLog {
    private let logger: Logger

    init(_ logger: Logger) {
        self.logger = logger
    }

    /// Registers with a connection, which must not outlive this object.
    func attach(to handle: OpaquePointer) {
        let receiver: PQnoticeReceiver = { target, notice in
            guard let target, let notice else { return }
            Unmanaged<NoticeLog>.fromOpaque(target).takeUnretainedValue().write(notice)
        }
        PQsetNoticeReceiver(handle, receiver, Unmanaged.passUnretained(self).toOpaque())
    }

    private func write(_ notice: OpaquePointer) {
        let message = ResultField.message.text(of: notice) ?? "a notice without text"
        let level: Logger.Level =
            switch ResultField.severity.text(of: notice) ?? "" {
            case "WARNING": .warning
            case "INFO", "LOG": .info
            case "NOTICE": .debug
            default: .trace
            }
        logger.log(level: level, "PostgreSQL: \(message)")
    }
}
