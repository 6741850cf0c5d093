import MetricSpec

/// Codes with which every value is compared, as constants: what is worked out
/// on first use is asked for at each value whether it was.
///
/// StoredCodesTests holds them against the lists of `MetricSpec`.
enum StoredCodes {
    static let estimated: Int16 = 1
    static let notReported: Int16 = 4

    /// Whether a number stands behind a status: the first four.
    @inline(__always)
    static func hasValue(status: Int16) -> Bool { UInt16(bitPattern: status) < 4 }

    /// Whether a figure is what happened, and no plan: the first two.
    @inline(__always)
    static func isActual(variant: Int16) -> Bool { UInt16(bitPattern: variant) < 2 }
}
