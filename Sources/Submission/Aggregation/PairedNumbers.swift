extension UInt64 {
    /// Two numbers as one, for a hash in a single step.
    @inline(__always)
    init(pairing one: Int32, _ other: Int32) {
        self = UInt64(UInt32(bitPattern: one)) << 32 | UInt64(UInt32(bitPattern: other))
    }
}
