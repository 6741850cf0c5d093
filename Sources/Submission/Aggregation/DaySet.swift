/// Days near each other, a bit each: those of one period.
///
/// Memory grows with the time between the first and the last day, not with
/// their number: 46 bytes a year.
struct DaySet {
    private var firstWord: Int32 = 0
    private var words: [UInt64] = []

    /// How many different days there are.
    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// The numbers of the days, in order.
    var sorted: [Int32] {
        words.enumerated().flatMap { index, word in
            (0..<64).filter { word >> UInt64($0) & 1 != 0 }.map {
                (firstWord + Int32(index)) << 6 + Int32($0)
            }
        }
    }

    /// Adds a day by its number; one that is there already changes nothing.
    mutating func insert(_ day: Int32) {
        let word = day >> 6
        if words.isEmpty { firstWord = word }
        if word < firstWord {
            words.insert(contentsOf: repeatElement(0, count: Int(firstWord - word)), at: 0)
            firstWord = word
        }
        let index = Int(word - firstWord)
        if index >= words.count {
            words.append(contentsOf: repeatElement(0, count: index + 1 - words.count))
        }
        words[index] |= 1 << UInt64(day & 63)
    }
}
