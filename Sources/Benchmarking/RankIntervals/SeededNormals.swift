/// Standard normal numbers from a seed: the same seed gives the same numbers on
/// every machine.
///
/// Uniform numbers by xoshiro256++ (Blackman and Vigna 2021, ACM TOMS 47:36),
/// its state filled by SplitMix64, go through the normal quantile.
struct SeededNormals: ~Copyable {
    private var state: (UInt64, UInt64, UInt64, UInt64)

    init(seed: UInt64) {
        var source = seed
        func next() -> UInt64 {
            source &+= 0x9E37_79B9_7F4A_7C15
            var word = source
            word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
            word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
            return word ^ (word >> 31)
        }
        state = (next(), next(), next(), next())
    }

    /// A number between 0 and 1, neither of them.
    @inline(__always)
    private mutating func uniform() -> Double {
        let sum = state.0 &+ state.3
        let word = ((sum << 23) | (sum >> 41)) &+ state.0
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = (state.3 << 45) | (state.3 >> 19)
        return (Double(word >> 12) + 0.5) * 0x1p-52
    }

    mutating func next() -> Double { normalQuantile(upperTail: uniform()) }
}
