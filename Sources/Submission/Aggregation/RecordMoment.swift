import MetricSpec

/// When a record was made or ended: a day, and the time of day where the cell
/// has one.
///
/// Of an interval such as `01.01.2021 00:00 - 01:00` it is the beginning.
/// Times are those of the clock on the wall: no zone is known.
struct RecordMoment: Equatable {
    let day: CalendarDay
    /// Seconds since midnight; nil where the cell holds a day alone.
    let seconds: Int?

    /// Reads a cell; nil where it holds no date in that order, or behind it
    /// no time.
    init?(_ bytes: UnsafeRawBufferPointer, order: DateText.Order) {
        guard let day = DateText.read(bytes, order: order) else { return nil }
        self.day = day
        let blank = bytes.firstIndex { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "T") }
        guard let blank else {
            seconds = nil
            return
        }
        guard let time = Self.time(bytes, from: blank + 1) else { return nil }
        seconds = time
    }

    /// Seconds from another moment to this one; a day alone begins at
    /// midnight.
    func seconds(since other: RecordMoment) -> Int {
        (Int(day.number) - Int(other.day.number)) * 86_400 + (seconds ?? 0) - (other.seconds ?? 0)
    }

    /// The moment as ISO 8601 writes it, with a blank before the time, and
    /// with seconds only where there are some.
    var text: String {
        guard let seconds else { return day.text }
        let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60]
        let shown = parts.prefix(seconds % 60 == 0 ? 2 : 3).map { $0 < 10 ? "0\($0)" : "\($0)" }
        return day.text + " " + shown.joined(separator: ":")
    }

    /// Reads hours, minutes and seconds, and AM or PM where they are there.
    private static func time(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        var at = start
        var parts: [Int] = []
        while parts.count < 3, let number = number(bytes, &at) {
            parts.append(number)
            guard at < bytes.count, bytes[at] == UInt8(ascii: ":") else { break }
            at += 1
        }
        guard var hour = parts.first, parts.dropFirst().allSatisfy({ $0 < 60 }) else { return nil }
        if let half = half(bytes, from: at) {
            guard (1...12).contains(hour) else { return nil }
            hour = hour % 12 + half
        }
        guard hour < 24 else { return nil }
        let minutes = parts.count > 1 ? parts[1] : 0
        return hour * 3600 + minutes * 60 + (parts.count > 2 ? parts[2] : 0)
    }

    private static func number(_ bytes: UnsafeRawBufferPointer, _ at: inout Int) -> Int? {
        let start = at
        var number = 0
        while at < bytes.count, at - start < 2, bytes[at] &- 48 < 10 {
            number = number * 10 + Int(bytes[at] &- 48)
            at += 1
        }
        return at > start ? number : nil
    }

    /// 0 for AM and 12 for PM; nil where neither stands there.
    private static func half(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        var at = start
        while at < bytes.count, bytes[at] == UInt8(ascii: " ") { at += 1 }
        guard at + 1 < bytes.count, bytes[at + 1] | 0x20 == UInt8(ascii: "m") else { return nil }
        switch bytes[at] | 0x20 {
        case UInt8(ascii: "a"): return 0
        case UInt8(ascii: "p"): return 12
        default: return nil
        }
    }
}
