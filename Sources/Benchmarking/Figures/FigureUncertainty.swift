/// How sure each city's figure is, as columns beside the figures.
///
/// What a metric's kind does not give is absent: volumes and policies have no
/// interval (METHODS 0).
public struct FigureUncertainty: Sendable {
    /// The lower end of the 95 % interval, in the value's unit.
    public internal(set) var lowers: FigureColumn
    public internal(set) var uppers: FigureColumn
    /// The standard error of the value: the interval's width over 2 x 1.96, so
    /// that it is above 0 where nothing was counted, too.
    public internal(set) var errors: FigureColumn
    /// Whether a figure is too unsteady to be read as one (METHODS 4): a mark
    /// beside the figure, which moves neither its status nor its rank.
    public internal(set) var isUnreliable: [Bool]
    /// On which scale errors do not depend on the value.
    var scale = ErrorScale.plain
    /// The events behind one unit of the value, or the units of a proportion;
    /// not a number where nothing was counted.
    var sizes: [Double] = []
    /// Whether `value` times `size` is the very number that was counted.
    var isCounted = false

    /// Columns in which nothing is known.
    init(cityCount: Int) {
        lowers = FigureColumn(absent: cityCount)
        uppers = FigureColumn(absent: cityCount)
        errors = FigureColumn(absent: cityCount)
        isUnreliable = Array(repeating: false, count: cityCount)
    }

    mutating func set(_ city: Int, _ interval: Interval) {
        lowers[city] = interval.lower
        uppers[city] = interval.upper
        errors[city] = interval.width / (2 * ConfidenceLevel.percent95.z)
    }

    /// Makes room for what was counted.
    mutating func count(on scale: ErrorScale, isCounted: Bool) {
        self.scale = scale
        self.isCounted = isCounted
        if sizes.isEmpty { sizes = Array(repeating: .nan, count: isUnreliable.count) }
    }

    /// Takes a city's row from other columns.
    mutating func take(_ city: Int, from other: FigureUncertainty) {
        lowers[city] = other.lowers[city]
        uppers[city] = other.uppers[city]
        errors[city] = other.errors[city]
        isUnreliable[city] = other.isUnreliable[city]
        guard !other.sizes.isEmpty else { return }
        count(on: other.scale, isCounted: other.isCounted)
        sizes[city] = other.sizes[city]
    }
}

/// The scale on which the error of a figure does not depend on the figure
/// (Spiegelhalter 2005): the root for rates, the arcsine of the root for
/// proportions.
enum ErrorScale: Sendable, Hashable {
    case plain
    case root
    /// Of values with this one as the whole: 100 for per cent.
    case arcsine(whole: Double)

    @inline(__always)
    func scaled(_ value: Double) -> Double {
        switch self {
        case .plain: value
        case .root: max(value, 0).squareRoot()
        case .arcsine(let whole): stabilised(share: min(max(value / whole, 0), 1))
        }
    }

    /// The value that a number of the scale stands for.
    @inline(__always)
    func value(of scaled: Double) -> Double {
        switch self {
        case .plain: scaled
        case .root: max(scaled, 0) * max(scaled, 0)
        case .arcsine(let whole): whole * share(ofStabilised: scaled)
        }
    }
}
