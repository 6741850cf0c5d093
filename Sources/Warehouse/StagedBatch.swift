/// Values of one submission and year that are compared with what is stored at
/// once, found by their key.
struct StagedBatch {
    /// The newest stored version of a key that counts.
    struct Version {
        /// 0 where nothing is stored.
        var submission: Int64 = 0
        /// Meaningless where the status says that there is none.
        var value = 0.0
        var status: Int16 = 0
        var basis: Int16 = 0
    }

    let year: Int
    /// Numbers of the cities whose values may be among these.
    let cities: Range<Int>
    private(set) var values: [StagedValue] = []
    private(set) var current: [Version] = []
    /// Where the raw text of each value begins in `rawBytes`.
    private var rawStarts: [Int32] = []
    private var rawBytes: [UInt8] = []
    /// By hash: a position in `values`, from 1; 0 where there is none.
    private var table: [UInt32]
    private let mask: Int
    /// By the position of its first value: all values of a key that stands
    /// more than once.
    private(set) var repeated: [Int: [Int]] = [:]

    init(year: Int, cities: Range<Int>, capacity: Int) {
        self.year = year
        self.cities = cities
        var size = 16
        while size < capacity * 2 { size *= 2 }
        table = Array(repeating: 0, count: size)
        mask = size - 1
        values.reserveCapacity(capacity)
        rawStarts.reserveCapacity(capacity)
        current = Array(repeating: Version(), count: capacity)
    }

    /// Takes values as `StagedValues` writes them.
    mutating func append(_ bytes: UnsafeRawBufferPointer) {
        var offset = 0
        let size = MemoryLayout<StagedValue>.size
        while offset + size <= bytes.count {
            let value = bytes.loadUnaligned(fromByteOffset: offset, as: StagedValue.self)
            offset += size
            rawStarts.append(Int32(rawBytes.count))
            if value.rawLength > 0 {
                rawBytes += bytes[offset..<offset + Int(value.rawLength)]
                offset += Int(value.rawLength)
            }
            place(value)
        }
    }

    private mutating func place(_ value: StagedValue) {
        let position = values.count
        values.append(value)
        var slot = Int(truncatingIfNeeded: value.keyHash) & mask
        while table[slot] != 0 {
            let other = Int(table[slot]) - 1
            if values[other].hasSameKey(as: value) {
                repeated[other, default: [other]].append(position)
                return
            }
            slot = (slot + 1) & mask
        }
        table[slot] = UInt32(position + 1)
    }

    /// The raw text of a value; nil where none is kept.
    func withRaw<Value>(
        of position: Int, _ body: (UnsafeRawBufferPointer?) throws -> Value
    ) rethrows -> Value {
        let count = Int(values[position].rawLength)
        guard count >= 0 else { return try body(nil) }
        let start = Int(rawStarts[position])
        return try rawBytes.withUnsafeBytes { bytes in
            try body(UnsafeRawBufferPointer(rebasing: bytes[start..<start + count]))
        }
    }

    /// Takes a stored version: the newest of a key stays.
    mutating func take(_ version: Version, of key: StagedValue) {
        var slot = Int(truncatingIfNeeded: key.keyHash) & mask
        while table[slot] != 0 {
            let position = Int(table[slot]) - 1
            if values[position].hasSameKey(as: key) {
                if version.submission > current[position].submission {
                    current[position] = version
                }
                return
            }
            slot = (slot + 1) & mask
        }
    }

    /// Whether the stored version says the same as a value.
    func isUnchanged(_ position: Int) -> Bool {
        let (value, version) = (values[position], current[position])
        return version.submission != 0 && value.status == version.status
            && value.basis == version.basis
            && (!value.hasValue || value.value == version.value)
    }

    /// The first and last day on which a period begins, in days since
    /// 2000-01-01.
    var starts: ClosedRange<Int32> {
        var (first, last) = (Int32.max, Int32.min)
        for value in values { (first, last) = (min(first, value.start), max(last, value.start)) }
        return first...max(first, last)
    }
}
