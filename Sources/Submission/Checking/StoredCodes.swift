import MetricSpec

/// Codes with which every value is compared, worked out once: a word looks
/// for its code in its whole list.
enum StoredCodes {
    static let estimated = ObservationStatus.estimated.code
    static let notReported = ObservationStatus.notReported.code
    /// The statuses with a figure, a bit each by code.
    private static let valued = ObservationStatus.allCases.reduce(UInt32(0)) {
        $1.hasValue ? $0 | 1 << UInt32($1.code) : $0
    }
    private static let actual = Variant.actual.code
    private static let provisionalActual = Variant.provisionalActual.code

    /// Whether a number stands behind a status.
    @inline(__always)
    static func hasValue(status: Int16) -> Bool {
        valued >> UInt32(truncatingIfNeeded: status) & 1 != 0
    }

    /// Whether a figure is what happened, and no plan.
    @inline(__always)
    static func isActual(variant: Int16) -> Bool {
        variant == actual || variant == provisionalActual
    }
}
