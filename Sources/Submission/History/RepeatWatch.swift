import Glibc
import MetricSpec

/// Watches for cities whose figures are those of the period before.
///
/// One figure may well stay as it was. How telling it is that one does hangs
/// on how far it moved before: a count that moved by hundreds stays by chance
/// once in hundreds of times, which are two digits of evidence.
struct RepeatWatch {
    /// A city, or a file of several, whose figures for a period repeat.
    struct Found: Equatable {
        /// Nil for several.
        let city: Int32?
        /// How many cities.
        let cities: Int
        /// Position in the file's periods.
        let period: Int32
        /// How many figures are those of the period before.
        let equal: Int
        /// How many could be compared.
        let compared: Int
        /// The line of the first of them.
        let line: Int
        /// The first of them, an explanation of which answers for all.
        let first: AskedFigure
    }

    private struct Key: Hashable {
        let city: Int32
        let period: Int32
    }

    private struct Tally {
        var compared = 0
        var equal = 0
        var evidence = 0.0
        var line = 0
        var first: AskedFigure?
    }

    private var tallies: [Key: Tally] = [:]

    /// Digits of evidence from which the period before is suspected: that
    /// chance does it is one in a thousand.
    private static let enough = 3.0
    /// One figure alone is never enough.
    private static let mostOfOne = 2.5
    /// The part of a city's figures that must repeat, and of those of a
    /// whole file.
    private static let leastShare = 0.5
    private static let leastShareOfFile = 0.9
    /// So many cities make a file that is looked at as a whole.
    private static let fewestCities = 3
    /// How far a figure moves where too little is known, as a part of it.
    private static let commonStep = 0.05

    /// Takes a figure and those before it; the last one is of the period
    /// just before.
    mutating func compare(_ draft: Draft, after points: [EarlierValues.Point], line: Int) {
        guard let last = points.last, draft.value != 0 || last.value != 0 else { return }
        var tally = tallies[Key(city: draft.city, period: draft.period)] ?? Tally()
        tally.compared += 1
        if draft.value == last.value {
            if tally.equal == 0 || line < tally.line {
                tally.line = line
                tally.first = AskedFigure(
                    measure: draft.measure, city: draft.city, breakdown: draft.breakdown,
                    period: draft.period, value: draft.value)
            }
            tally.equal += 1
            tally.evidence += Self.evidence(points)
        }
        tallies[Key(city: draft.city, period: draft.period)] = tally
    }

    /// How telling it is that the last of some values comes again, in digits.
    private static func evidence(_ points: [EarlierValues.Point]) -> Double {
        let values = points.suffix(OwnSeries.most).map(\.value)
        guard let last = values.last else { return 0 }
        let steps = zip(values, values.dropFirst()).map { abs($1 - $0) }
        let known = steps.count >= 3 ? RobustScale.median(steps) : nil
        let step = known ?? commonStep * abs(last)
        let places = step / WrittenNumber.lastPlace(last)
        return places > 1 ? min(log10(places), mostOfOne) : 0
    }

    /// The cities and periods that repeat, by their first line; where nearly
    /// all figures of a file do, its period alone.
    func found() -> [Found] {
        let whole = Dictionary(grouping: tallies, by: \.key.period).compactMap { period, entries in
            Self.wholeFile(period, entries.map(\.value))
        }
        let periods = Set(whole.map(\.period))
        let single = tallies.filter { key, tally in
            !periods.contains(key.period) && tally.evidence >= Self.enough
                && Double(tally.equal) >= Self.leastShare * Double(tally.compared)
        }.compactMap { key, tally in
            tally.first.map {
                Found(
                    city: key.city, cities: 1, period: key.period, equal: tally.equal,
                    compared: tally.compared, line: tally.line, first: $0)
            }
        }
        return (whole + single).sorted {
            ($0.line, $0.city ?? -1, $0.period) < ($1.line, $1.city ?? -1, $1.period)
        }
    }

    /// All figures of a period; nil where too few of them repeat.
    private static func wholeFile(_ period: Int32, _ tallies: [Tally]) -> Found? {
        let equal = tallies.reduce(0) { $0 + $1.equal }
        let compared = tallies.reduce(0) { $0 + $1.compared }
        let evidence = tallies.reduce(0) { $0 + $1.evidence }
        guard tallies.count >= fewestCities, evidence >= enough,
            Double(equal) >= leastShareOfFile * Double(compared),
            let tally = tallies.filter({ $0.equal > 0 }).min(by: { $0.line < $1.line }),
            let first = tally.first
        else { return nil }
        return Found(
            city: nil, cities: tallies.count, period: period, equal: equal, compared: compared,
            line: tally.line, first: first)
    }
}
