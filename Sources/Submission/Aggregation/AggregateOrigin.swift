/// What an aggregated figure was made of: its lineage, since no single cell
/// holds it.
public struct AggregateOrigin: Sendable, Equatable {
    /// How many rows it was made of; readings, where a row has several.
    public let rowCount: Int
    /// Which rows these are and what was done with them, in words.
    public let filter: String
    /// The rows' digest: 64-bit FNV-1a over the eight bytes, lowest first, of
    /// each row's own digest in the order of the file.
    ///
    /// A row's digest is FNV-1a over its mapped cells from left to right, each
    /// without outer white space and followed by the byte 0x1F. Personal
    /// columns are never read.
    public let digest: UInt64
    /// Count, mean and spread of the values behind a mean; nil for others.
    public let moments: Moments?

    /// The digest as 16 hexadecimal digits.
    public var digestText: String {
        let digits = String(digest, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

/// Count, mean and sum of squared deviations, one value at a time.
///
/// By Welford 1962, Technometrics 4:419, which loses nothing where the values
/// are large and their spread is small.
public struct Moments: Sendable, Equatable {
    /// How many values there are.
    public private(set) var count = 0
    /// Their mean; 0 where there are none.
    public private(set) var mean = 0.0
    /// The sum of their squared deviations from the mean.
    public private(set) var squaredDeviations = 0.0

    /// The sum of the values.
    public var sum: Double { Double(count) * mean }
    /// The sum of the squares of the values.
    public var sumOfSquares: Double { squaredDeviations + Double(count) * mean * mean }

    /// Takes in one more value.
    mutating func add(_ value: Double) {
        count += 1
        let distance = value - mean
        mean += distance / Double(count)
        squaredDeviations += distance * (value - mean)
    }
}

/// A digest by 64-bit FNV-1a (Fowler, Noll and Vo).
struct RowDigest {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01B3

    @inline(__always)
    mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* Self.prime }

    /// A cell and its end.
    @inline(__always)
    mutating func add(cell: UnsafeRawBufferPointer) {
        for byte in cell { add(byte) }
        add(0x1F)
    }

    /// The digest of a row.
    mutating func add(row: UInt64) {
        for shift in 0..<8 { add(UInt8(truncatingIfNeeded: row >> UInt64(shift * 8))) }
    }
}

/// A sum that carries what rounding takes from it (Neumaier 1974).
struct CompensatedSum {
    private var sum = 0.0
    private var lost = 0.0

    var value: Double { sum + lost }

    mutating func add(_ term: Double) {
        let next = sum + term
        lost += abs(sum) >= abs(term) ? (sum - next) + term : (term - next) + sum
        sum = next
    }
}
