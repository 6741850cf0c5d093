import MetricSpec

/// What is known of a file of records as a whole.
struct RecordBooks {
    /// The records of one city in one period.
    struct Place: Hashable {
        let city: Int32
        let period: Int32

        /// Both numbers at once: it is asked for at every row.
        func hash(into hasher: inout Hasher) {
            hasher.combine(UInt64(pairing: city, period))
        }
    }

    /// What is known of them.
    struct Entry {
        var rows = 0
        /// Those that are not closed.
        var open = 0
        /// The days on which there are records, by their numbers.
        var days = DaySet()
        var lastDay = Int32.min
        /// The line of the first record of the last day.
        var lastLine = 0

        /// Counts a record; without a day where the one before had it too.
        fileprivate mutating func add(_ day: Int32?, _ line: Int, _ isOpen: Bool) {
            rows += 1
            if isOpen { open += 1 }
            guard let day else { return }
            days.insert(day)
            if day > lastDay { (lastDay, lastLine) = (day, line) }
        }
    }

    /// Rows with a code that is not mapped.
    struct Code {
        var rows = 0
        let line: Int
    }

    /// Records of days outside the period that the path claims.
    struct Outside {
        var rows = 0
        let line: Int
        var first: CalendarDay
        var last: CalendarDay
    }

    /// All rows of the file that are not blank.
    var rowCount = 0
    private(set) var places: [Place: Entry] = [:]
    private(set) var outside: Outside?
    private(set) var unmapped: [String: Code] = [:]
    /// Rows whose code was looked up.
    private(set) var codedRows = 0
    /// The measures whose codes were met.
    private(set) var measures: Set<Int32> = []
    /// The place and day of the row before, which most rows share.
    private var lastPlace: Place?
    private var lastDay = Int32.min

    mutating func add(_ place: Place, day: CalendarDay, line: Int, isOpen: Bool) {
        let isKnown = place == lastPlace && day.number == lastDay
        (lastPlace, lastDay) = (place, day.number)
        places[place, default: Entry()].add(isKnown ? nil : day.number, line, isOpen)
    }

    mutating func addOutside(_ day: CalendarDay, line: Int) {
        var known = outside ?? Outside(line: line, first: day, last: day)
        known.rows += 1
        known.first = min(known.first, day)
        known.last = max(known.last, day)
        outside = known
    }

    mutating func addCode(_ measure: Int32) {
        codedRows += 1
        measures.insert(measure)
    }

    mutating func addUnmapped(_ code: String, line: Int) {
        codedRows += 1
        unmapped[code, default: Code(line: line)].rows += 1
    }
}
