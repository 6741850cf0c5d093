/// Rounds a value to a number of decimals, halves to the even digit.
///
/// What counts is the exact value of the number, as in C's `%.2f` and Python's
/// `round`: 0.125 is a half and becomes 0.12, while 2.675 is stored a little
/// below its text and becomes 2.67 by its size, not by the rule of halves.
/// Ties among cities are judged on this and figures are printed with it, so
/// that two cities printed alike tie. Negative zero becomes zero.
///
/// - Parameter decimals: 0 to 22; nil, for "as reported", rounds nothing.
public func roundedHalfEven(_ value: Double, decimals: Int?) -> Double {
    guard let decimals, decimals >= 0, decimals < powersOfTen.count else { return value }
    let scale = powersOfTen[decimals]
    let scaled = value * scale
    // Beyond 2^52 a number has no halves left.
    guard abs(scaled) < 0x1p52 else { return value }
    let below = scaled.rounded(.down)
    let distance = scaled - below - 0.5
    let whole: Double
    // Far from a half, and where the product is exact to better than that.
    if abs(distance) > 1e-3, abs(scaled) < 0x1p40 {
        whole = distance < 0 ? below : below + 1
    } else {
        whole = below + stepFromHalf(value, scale, scaled, below: below, distance: distance)
    }
    // The sum turns negative zero into zero.
    return whole / scale + 0
}

/// 0 or 1, what a number near a half is rounded by, judged on the exact
/// product: the rounding error of `scaled` is recovered by a fused
/// multiply-add.
private func stepFromHalf(
    _ value: Double, _ scale: Double, _ scaled: Double, below: Double, distance: Double
) -> Double {
    let exact = distance + (-scaled).addingProduct(value, scale)
    if exact == 0 { return below.remainder(dividingBy: 2) == 0 ? 0 : 1 }
    return exact < 0 ? 0 : 1
}

/// The powers of ten that a double holds exactly.
private let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
]
