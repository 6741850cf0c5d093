/// What a number stands for by the format in which a workbook shows it.
enum NumberStyle: UInt8, Sendable {
    case number
    case percentage
    case date
    case dateTime
    case time
    /// Hours that run on past 24.
    case duration

    /// The meaning of a format that a workbook need not spell out.
    ///
    /// ECMA-376 part 1, 18.8.30 (numFmt).
    init(builtIn id: Int) {
        switch id {
        case 9, 10: self = .percentage
        case 14...17: self = .date
        case 18...21, 45, 47: self = .time
        case 22: self = .dateTime
        case 46: self = .duration
        default: self = .number
        }
    }

    /// The meaning of a format that a workbook spells out.
    ///
    /// Letters count outside quotes, brackets and what is escaped: a day or a
    /// year makes a date, an hour or second a time, a month alone a date.
    init(code: String) {
        let marks = Marks(code)
        if marks.isElapsed {
            self = .duration
        } else if marks.hasDay || (marks.hasMonth && !marks.hasHour) || marks.hasLongMonth {
            self = marks.hasHour ? .dateTime : .date
        } else if marks.hasHour {
            self = .time
        } else {
            self = marks.hasPercent ? .percentage : .number
        }
    }

    /// The letters of a format that mean something.
    private struct Marks {
        var hasDay = false
        var hasMonth = false
        var hasLongMonth = false
        var hasHour = false
        var isElapsed = false
        var hasPercent = false

        init(_ code: String) {
            let bytes = Array(code.utf8)
            var at = 0
            var months = 0
            while at < bytes.count {
                let byte = bytes[at] | 0x20
                months = byte == UInt8(ascii: "m") ? months + 1 : 0
                if months == 3 { hasLongMonth = true }
                switch bytes[at] {
                case UInt8(ascii: "\""): at = Self.end(of: bytes, from: at, at: "\"")
                case UInt8(ascii: "["):
                    let end = Self.end(of: bytes, from: at, at: "]")
                    note(bracket: bytes[(at + 1)..<max(min(end, bytes.count), at + 1)])
                    at = end
                case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): at += 1
                case UInt8(ascii: "%"): hasPercent = true
                default: note(byte)
                }
                at += 1
            }
        }

        private mutating func note(_ letter: UInt8) {
            switch letter {
            case UInt8(ascii: "d"), UInt8(ascii: "y"): hasDay = true
            case UInt8(ascii: "h"), UInt8(ascii: "s"): hasHour = true
            case UInt8(ascii: "m"): hasMonth = true
            default: break
            }
        }

        /// `[h]`, `[mm]` and `[ss]` run on; colours and the like say nothing.
        private mutating func note(bracket: ArraySlice<UInt8>) {
            guard let first = bracket.first.map({ $0 | 0x20 }), [0x68, 0x6D, 0x73].contains(first)
            else { return }
            if bracket.allSatisfy({ $0 | 0x20 == first }) { isElapsed = true }
        }

        private static func end(of bytes: [UInt8], from start: Int, at mark: Unicode.Scalar) -> Int
        {
            bytes[(start + 1)...].firstIndex(of: UInt8(ascii: mark)) ?? bytes.count
        }
    }
}
