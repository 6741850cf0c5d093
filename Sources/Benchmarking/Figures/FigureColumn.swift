/// A column of figures, some of which are absent.
///
/// Only finite numbers are figures: what overflowed or is undefined is absent.
public struct FigureColumn: Sendable, Hashable {
    /// Absent figures are not-a-number in here, which no reader ever sees: an
    /// optional takes twice the room and half the speed.
    private(set) var raw: [Double]

    /// Makes a column; nil is absent, and so is what is not finite.
    public init(_ figures: [Double?]) {
        raw = figures.map { Self.stored($0 ?? .nan) }
    }

    /// Makes a column; what is not finite is absent.
    init(known figures: [Double]) {
        raw = figures.map(Self.stored)
    }

    /// Makes a column without a figure.
    public init(absent count: Int) {
        raw = Array(repeating: .nan, count: count)
    }

    /// How many rows the column has.
    public var count: Int { raw.count }

    /// The figure of a row, nil where there is none.
    public subscript(row: Int) -> Double? {
        get { raw[row].isNaN ? nil : raw[row] }
        set { raw[row] = Self.stored(newValue ?? .nan) }
    }

    /// Adds a row; what is not finite is absent.
    mutating func append(raw figure: Double) {
        raw.append(Self.stored(figure))
    }

    /// Sets a row; what is not finite is absent.
    @inline(__always)
    mutating func put(_ figure: Double, at row: Int) { raw[row] = Self.stored(figure) }

    /// The figure of a row; not a number where there is none.
    func unchecked(_ row: Int) -> Double { raw[row] }

    mutating func reserveCapacity(_ count: Int) {
        raw.reserveCapacity(count)
    }

    /// One representation of absence, so that equal columns are equal bits.
    private static func stored(_ figure: Double) -> Double {
        figure.isFinite ? figure : .nan
    }

    /// Two columns are equal when each row has the same figure or none.
    public static func == (left: FigureColumn, right: FigureColumn) -> Bool {
        left.raw.count == right.raw.count
            && zip(left.raw, right.raw).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) }
    }

    /// Consistent with equality: absent figures hash alike.
    public func hash(into hasher: inout Hasher) {
        for figure in raw { hasher.combine(figure.isNaN ? nil : figure) }
    }
}
