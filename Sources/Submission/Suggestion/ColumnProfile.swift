import Consortium
import MetricSpec

/// What the cells of one column look like.
struct ColumnProfile: Sendable {
    let column: TableSample.Column
    let words: HeaderWords
    let hint: UnitHint?
    /// The share of filled cells that are numbers.
    let numberShare: Double
    /// The figures that are different, in the order of the file.
    let numbers: [Double]
    /// The share of the different figures that are whole.
    let wholeShare: Double
    /// The texts that are no number, the most frequent first.
    let otherTexts: [String]
    /// The share of filled cells that name a city.
    let cityShare: Double
    /// How its periods are written; nil where it holds none.
    let period: PeriodGuess?
    /// The order of its dates; nil where it holds none.
    let dates: DateText.Order?

    var name: String { column.name }
    var position: Int { column.position }
    /// Whether it may hold figures.
    var isNumeric: Bool { numberShare >= 0.5 && !numbers.isEmpty }
    var isEmpty: Bool { column.texts.isEmpty }
    /// Whether it holds no figure and nothing that is more than a mark for a
    /// missing one: what it would hold only its header says.
    var isWithoutFigures: Bool {
        numbers.isEmpty && column.texts.count <= 3
            && column.texts.allSatisfy { $0.count <= 3 }
    }

    init(_ column: TableSample.Column, marks: NumberMarks, context: IntakeContext) {
        self.column = column
        words = HeaderWords(column.name)
        hint = UnitHint(header: column.name)
        let reader = marks.reader(.one)
        let filled = Double(max(column.filled, 1))
        var numbers: [Double] = []
        var numberCells = 0
        var others: [(text: String, count: Int)] = []
        for (text, count) in zip(column.texts, column.counts) {
            let reading = reader.read(text)
            if reading.isNumber {
                numbers.append(reading.value)
                numberCells += count
            } else {
                others.append((text, count))
            }
        }
        self.numbers = numbers
        numberShare = Double(numberCells) / filled
        let whole = numbers.count { $0 == $0.rounded() }
        wholeShare = Double(whole) / Double(max(numbers.count, 1))
        otherTexts = others.sorted { ($1.count, $0.text) < ($0.count, $1.text) }.map(\.text)
        var cityCells = 0
        for (text, count) in zip(column.texts, column.counts)
        where context.cities.index(of: text) != nil { cityCells += count }
        cityShare = Double(cityCells) / filled
        period = PeriodGuess(column, calendar: context.calendar)
        dates = Self.dates(column)
    }

    /// The order in which nine of ten texts are dates.
    private static func dates(_ column: TableSample.Column) -> DateText.Order? {
        let sample = column.texts.prefix(300)
        if sample.isEmpty { return nil }
        return DateText.Order.allCases.first { order in
            let found = sample.count { text in
                var text = text
                return text.withUTF8 {
                    DateText.read(UnsafeRawBufferPointer($0), order: order) != nil
                }
            }
            return found * 10 >= sample.count * 9
        }
    }
}

/// How a column writes its periods.
struct PeriodGuess: Sendable, Equatable {
    let style: PeriodReader.Style
    /// Whether years go over two calendar years, and nobody says where they
    /// start.
    let needsCalendar: Bool
    /// A text of it, and the period that it is.
    let example: String
    let reading: String

    /// Nil where fewer than nine of ten texts can be read in one style.
    init?(_ column: TableSample.Column, calendar: FiscalCalendar) {
        guard let found = Self.best(Array(column.texts.prefix(400)), calendar: calendar) else {
            return nil
        }
        self = found
    }

    /// The style of texts, such as those of a header.
    static func best(_ texts: [String], calendar: FiscalCalendar) -> PeriodGuess? {
        let april = FiscalCalendar(yearStarts: 4, yearNamed: .start) ?? .january
        for (calendar, isAssumed) in [(calendar, false), (april, true)] {
            for style in PeriodReader.Style.allCases where style != .year {
                let reader = PeriodReader(style: style, calendar: calendar)
                if isAssumed && !calendar.isCalendarYear && style != .auto && style != .fiscalYear {
                    continue
                }
                let found = texts.lazy.compactMap { text in
                    reader.read(text).period.map { (text, $0.text) }
                }
                let read = found.map { $0 }
                guard let first = read.first, read.count * 10 >= texts.count * 9,
                    !Self.isPlainNumber(texts)
                else { continue }
                return PeriodGuess(
                    style: style, needsCalendar: isAssumed, example: first.0, reading: first.1)
            }
        }
        return nil
    }

    /// Whether all are short numbers, which are years only by chance.
    private static func isPlainNumber(_ texts: [String]) -> Bool {
        texts.allSatisfy { text in
            guard let number = Int(text) else { return false }
            return !(1_900...2_100 ~= number)
        }
    }

    private init(style: PeriodReader.Style, needsCalendar: Bool, example: String, reading: String) {
        self.style = style
        self.needsCalendar = needsCalendar
        self.example = example
        self.reading = reading
    }
}
