/// A slip of whoever wrote a figure, and the figure that was likely meant.
struct Slip: Equatable {
    /// What went wrong.
    enum Kind: Equatable {
        /// So many zeros too many; negative: too few.
        case zeros(Int)
        /// The sign.
        case sign
        /// Two neighbouring digits stand the wrong way round.
        case exchanged
        /// A digit was struck twice.
        case doubled
    }

    let kind: Kind
    /// The figure that was likely meant.
    let meant: Double

    /// Every slip that could have led to a figure, the commonest first.
    static func all(leadingTo value: Double) -> [Slip] {
        zeros(value) + [Slip(kind: .sign, meant: -value)] + exchanged(value) + doubled(value)
    }

    /// Figures with zeros less or more: up to six, as a unit is easily wrong
    /// by a thousand or a million.
    static func zeros(_ value: Double) -> [Slip] {
        var found: [Slip] = []
        var power = 1.0
        for count in 1...6 {
            power *= 10
            found.append(Slip(kind: .zeros(count), meant: value / power))
            found.append(Slip(kind: .zeros(-count), meant: value * power))
        }
        return found
    }

    /// Figures with two neighbouring digits the other way round.
    static func exchanged(_ value: Double) -> [Slip] {
        let digits = WrittenNumber.digits(value)
        let decimals = WrittenNumber.decimals(value)
        return digits.indices.dropLast().compactMap { place in
            guard digits[place] != digits[place + 1] else { return nil }
            var other = digits
            other.swapAt(place, place + 1)
            return Slip(kind: .exchanged, meant: signed(other, decimals, like: value))
        }
    }

    /// Figures with one of two equal neighbouring digits less.
    static func doubled(_ value: Double) -> [Slip] {
        let digits = WrittenNumber.digits(value)
        let decimals = WrittenNumber.decimals(value)
        let whole = digits.count - decimals
        return digits.indices.dropLast().compactMap { place in
            guard digits[place] == digits[place + 1], digits[place] != 0 else { return nil }
            var other = digits
            other.remove(at: place)
            let left = place < whole ? decimals : decimals - 1
            return Slip(kind: .doubled, meant: signed(other, left, like: value))
        }
    }

    private static func signed(_ digits: [UInt8], _ decimals: Int, like value: Double) -> Double {
        let size = WrittenNumber.value(digits, decimals: decimals)
        return value < 0 ? -size : size
    }
}
