import Glibc

/// A dictionary from the bytes of cells to small integers.
///
/// Cells of codes repeat; this finds their meaning without making a String.
/// Open addressing, grown at half full. It holds at most `limit` keys, so
/// that a column of endless different texts cannot take the memory.
struct CodeTable: ~Copyable {
    private struct Entry {
        var hash: UInt64 = 0
        var offset: UInt32 = 0
        /// The key's length; -1: the place is free.
        var length: Int32 = -1
        var code: Int32 = 0
    }

    /// What `find` returns for bytes that it does not know.
    static let unseen = Int32.min
    private static let limit = 1 << 17

    private var entries: UnsafeMutablePointer<Entry>
    private var mask: Int
    private var count = 0
    private var keys: UnsafeMutableRawPointer
    private var keyCapacity: Int
    private var keyCount = 0
    private var last = 0

    init() {
        mask = 63
        entries = .allocate(capacity: 64)
        entries.initialize(repeating: Entry(), count: 64)
        keyCapacity = 1_024
        keys = .allocate(byteCount: keyCapacity, alignment: 8)
    }

    deinit {
        entries.deallocate()
        keys.deallocate()
    }

    /// The code of some bytes, or `unseen`.
    @inline(__always)
    mutating func find(_ bytes: UnsafeRawBufferPointer) -> Int32 {
        guard let base = bytes.baseAddress else { return Self.unseen }
        if isKey(entries[last], base, bytes.count) { return entries[last].code }
        let hash = Self.hash(base, bytes.count)
        var place = Int(truncatingIfNeeded: hash) & mask
        while entries[place].length >= 0 {
            if entries[place].hash == hash, isKey(entries[place], base, bytes.count) {
                last = place
                return entries[place].code
            }
            place = (place &+ 1) & mask
        }
        return Self.unseen
    }

    /// Remembers the code of bytes that are not there yet.
    mutating func insert(_ bytes: UnsafeRawBufferPointer, code: Int32) {
        guard let base = bytes.baseAddress, count < Self.limit else { return }
        if count * 2 >= mask { grow() }
        let offset = keep(base, bytes.count)
        let hash = Self.hash(base, bytes.count)
        let place = freePlace(hash)
        entries[place] = Entry(
            hash: hash, offset: UInt32(offset), length: Int32(bytes.count), code: code)
        count += 1
    }

    @inline(__always)
    private func isKey(_ entry: Entry, _ base: UnsafeRawPointer, _ length: Int) -> Bool {
        Int(entry.length) == length && memcmp(keys + Int(entry.offset), base, length) == 0
    }

    private func freePlace(_ hash: UInt64) -> Int {
        var place = Int(truncatingIfNeeded: hash) & mask
        while entries[place].length >= 0 { place = (place + 1) & mask }
        return place
    }

    private mutating func grow() {
        let old = entries
        let oldSize = mask + 1
        mask = oldSize * 2 - 1
        entries = .allocate(capacity: oldSize * 2)
        entries.initialize(repeating: Entry(), count: oldSize * 2)
        for index in 0..<oldSize where old[index].length >= 0 {
            entries[freePlace(old[index].hash)] = old[index]
        }
        last = 0
        old.deallocate()
    }

    private mutating func keep(_ base: UnsafeRawPointer, _ length: Int) -> Int {
        while keyCount + length > keyCapacity {
            let larger = UnsafeMutableRawPointer.allocate(
                byteCount: keyCapacity * 2, alignment: 8)
            larger.copyMemory(from: keys, byteCount: keyCount)
            keys.deallocate()
            keys = larger
            keyCapacity *= 2
        }
        (keys + keyCount).copyMemory(from: base, byteCount: length)
        keyCount += length
        return keyCount - length
    }

    /// A 64-bit hash by folded multiplication, eight bytes a step.
    @inline(__always)
    private static func hash(_ base: UnsafeRawPointer, _ length: Int) -> UInt64 {
        var hash = UInt64(truncatingIfNeeded: length) &* 0x9E37_79B9_7F4A_7C15
        var at = 0
        while at &+ 8 <= length {
            hash = fold(hash ^ (base + at).loadUnaligned(as: UInt64.self))
            at &+= 8
        }
        let rest = length &- at
        if rest >= 4 {
            let head = (base + at).loadUnaligned(as: UInt32.self)
            let tail = (base + length - 4).loadUnaligned(as: UInt32.self)
            hash = fold(hash ^ (UInt64(head) | UInt64(tail) << 32))
        } else if rest > 0 {
            let first = UInt64((base + at).load(as: UInt8.self))
            let middle = UInt64((base + at + rest / 2).load(as: UInt8.self))
            let end = UInt64((base + length - 1).load(as: UInt8.self))
            hash = fold(hash ^ (first | middle << 8 | end << 16))
        }
        return hash
    }

    @inline(__always)
    private static func fold(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
        return product.high ^ product.low
    }
}
