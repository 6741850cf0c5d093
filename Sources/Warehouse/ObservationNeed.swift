import Benchmarking
import MetricSpec

/// Which observations the metrics of a period are made of: for each measure
/// the ranges of days in which its values may lie.
///
/// Months are counted as in `Period.firstMonth`. What is listed may be more
/// than is used, never less.
struct ObservationNeed {
    /// Values whose period begins and ends in given ranges; all ends belong
    /// to them.
    struct Window: Hashable {
        let measure: Int
        /// The first month that a period may begin with; nil: any.
        let firstStart: Int32?
        let lastStart: Int32
        /// The months after which a period may end.
        let firstEnd: Int32
        let lastEnd: Int32?
    }

    private(set) var windows: Set<Window> = []
    /// Positions in the standard's breakdown values; `total` is among them.
    private(set) var breakdowns: Set<Int32> = [0]

    /// Whether it matters when a value was first received.
    private(set) var countsReceipts = false

    private let standard: Standard
    /// By the position of an estimate, those of the measures that hold its
    /// margin of error.
    private let margins: [Int: [Int]]

    /// What the metrics compared in a period need, the rolling year of a
    /// quarter too, and what recognition counts.
    init(_ metrics: [Metric], in period: Period, standard: Standard) {
        self.standard = standard
        margins = Self.margins(standard)
        for metric in metrics {
            add(metric, Span(period))
            if let year = RollingYear.of(period) { add(metric, Span(year)) }
            addBreakdowns(of: metric)
        }
        addCovering(standard.recognition?.coveredMeasures(of: standard) ?? [], period)
        dropContained()
    }

    /// What tells whether measures are reported for a period.
    init(covering measures: [String], in period: Period, standard: Standard) {
        self.standard = standard
        margins = [:]
        addCovering(measures, period)
    }

    private static func margins(_ standard: Standard) -> [Int: [Int]] {
        var margins: [Int: [Int]] = [:]
        for (position, measure) in standard.measures.enumerated() {
            guard let estimate = measure.margin.flatMap({ standard.measureIndex($0.measure) })
            else { continue }
            margins[estimate, default: []].append(position)
        }
        return margins
    }

    private mutating func addCovering(_ measures: [String], _ period: Period) {
        for id in measures {
            guard let position = standard.measureIndex(id) else { continue }
            countsReceipts = true
            addCovering(position, Span(period))
        }
    }

    /// The earliest month that a value of a period, no older level, begins
    /// with; nil without any.
    var firstStart: Int32? { windows.map { $0.firstStart ?? $0.firstEnd }.min() }

    /// The last month that any value begins with.
    var lastStart: Int32? { windows.map(\.lastStart).max() }

    /// A range of months, `end` not among them.
    private struct Span {
        var first: Int32
        var end: Int32

        init(_ period: Period) {
            (first, end) = (period.firstMonth, period.endMonth)
        }

        func shifted(by months: Int32) -> Span {
            var span = self
            span.first += months
            span.end += months
            return span
        }
    }

    private mutating func add(_ metric: Metric, _ given: Span) {
        var span = given
        if metric.takesAnyFiscalYear, span.end - span.first == 12 { span.first -= 11 }
        addParts(of: metric, span)
        switch metric.formula {
        case .rateOfChange(_, let months): addParts(of: metric, span.shifted(by: -Int32(months)))
        case .index(_, let year):
            let base = Int32(year) * 12
            // Fiscal years may begin in any month of the base year.
            let isFixed = span.first == given.first
            var months = given.shifted(by: base + (isFixed ? given.first % 12 : 0) - given.first)
            if !isFixed { months.end += 11 }
            addParts(of: metric, months)
        default: break
        }
    }

    private mutating func addParts(of metric: Metric, _ span: Span) {
        for term in metric.plan.above {
            switch term.operand {
            case .metric(let position): add(standard.metrics[position], span)
            case .measure(let position):
                for measure in withMargins(position, metric) { addInside(measure, span) }
            }
        }
        for case .measure(let position) in metric.plan.below.map(\.operand) {
            for measure in withMargins(position, metric) {
                if standard.measures[measure].kind == .stock {
                    let isMidPeriod =
                        metric.isMidPeriod && standard.measures[measure].population == .resident
                    let maxAge = Int32(metric.maxAgeMonths)
                    addLevel(measure, span, maxAge: maxAge, later: isMidPeriod ? maxAge : 0)
                } else {
                    addInside(measure, span)
                }
            }
        }
        if metric.uncertainty == .records {
            for measure in metric.plan.accompanying { addInside(measure, span) }
        }
    }

    /// A measure, and of an estimate those that say how sure it is.
    private func withMargins(_ measure: Int, _ metric: Metric) -> [Int] {
        [measure] + (metric.uncertainty == .sample ? margins[measure] ?? [] : [])
    }

    /// Values of the span, and of shorter periods that make it up.
    private mutating func addInside(_ measure: Int, _ span: Span) {
        windows.insert(
            Window(
                measure: measure, firstStart: span.first, lastStart: span.end - 1,
                firstEnd: span.first + 1, lastEnd: span.end))
    }

    /// Levels that hold in the span, or are not too old for it, and those that
    /// begin up to so many months after it.
    private mutating func addLevel(
        _ measure: Int, _ span: Span, maxAge: Int32, later: Int32 = 0
    ) {
        windows.insert(
            Window(
                measure: measure, firstStart: nil, lastStart: span.end - 1 + later,
                firstEnd: span.first - maxAge, lastEnd: nil))
    }

    /// Values that cover the span or a part of it.
    private mutating func addCovering(_ measure: Int, _ span: Span) {
        let isStock = standard.measures[measure].kind == .stock
        addLevel(measure, span, maxAge: isStock ? Coverage.maxAgeMonths : -1)
    }

    private mutating func addBreakdowns(of metric: Metric) {
        var lists = metric.breakdowns
        switch metric.formula {
        case .directlyStandardised(let rate): lists.append(rate.breakdown)
        case .indirectlyStandardised(let ratio): lists.append(ratio.breakdown)
        default: break
        }
        for term in metric.plan.above {
            if case .metric(let position) = term.operand {
                addBreakdowns(of: standard.metrics[position])
            }
        }
        for list in lists { breakdowns.formUnion(standard.positions(ofBreakdown: list)) }
    }

    /// Leaves out windows that lie within others of the same measure.
    private mutating func dropContained() {
        let byMeasure = Dictionary(grouping: windows, by: \.measure)
        windows = Set(
            byMeasure.values.flatMap { list in
                list.filter { window in
                    !list.contains { $0 != window && $0.contains(window) }
                }
            })
    }
}

extension ObservationNeed.Window {
    fileprivate func contains(_ other: Self) -> Bool {
        (firstStart ?? .min) <= (other.firstStart ?? .min) && lastStart >= other.lastStart
            && firstEnd <= other.firstEnd && (lastEnd ?? .max) >= (other.lastEnd ?? .max)
    }
}

/// The four quarters that end with a period.
enum RollingYear {
    /// Nil for a period that is no quarter.
    static func of(_ period: Period) -> Period? {
        period.months == 3 ? period.rollingYear : nil
    }
}
