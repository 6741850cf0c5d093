import MetricSpec

/// Codes with which every value is compared, worked out once: a word looks
/// for its code in its whole list.
enum StoredCodes {
    static let estimated = ObservationStatus.estimated.code
    static let notReported = ObservationStatus.notReported.code
    private static let actual = Variant.actual.code
    private static let provisionalActual = Variant.provisionalActual.code

    /// Whether a figure is what happened, and no plan.
    @inline(__always)
    static func isActual(variant: Int16) -> Bool {
        variant == actual || variant == provisionalActual
    }
}
