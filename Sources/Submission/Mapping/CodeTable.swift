import Glibc

/// A dictionary from the bytes of cells to small integers.
///
/// Cells of codes repeat; this finds their meaning without making a String.
/// Open addressing, grown at half full. It holds at most `limit` keys, so
/// that a column of endless different texts cannot take the memory.
struct CodeTable: ~Copyable {
    private struct Entry {
        /// The key's first bytes; all of it up to eight.
        var word: UInt64 = 0
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
        let length = bytes.count
        let word = Self.word(base, length)
        if isKey(last, word, base, length) { return entries[last].code }
        var place = Int(truncatingIfNeeded: Self.hash(word, base, length)) & mask
        while entries[place].length >= 0 {
            if isKey(place, word, base, length) {
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
        let word = Self.word(base, bytes.count)
        entries[freePlace(Self.hash(word, base, bytes.count))] = Entry(
            word: word, offset: UInt32(offset), length: Int32(bytes.count), code: code)
        count += 1
    }

    @inline(__always)
    private func isKey(
        _ place: Int, _ word: UInt64, _ base: UnsafeRawPointer, _ length: Int
    ) -> Bool {
        guard entries[place].word == word, Int(entries[place].length) == length else {
            return false
        }
        return length <= 8 || memcmp(keys + Int(entries[place].offset), base, length) == 0
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
            let key = keys + Int(old[index].offset)
            let hash = Self.hash(old[index].word, key, Int(old[index].length))
            entries[freePlace(hash)] = old[index]
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

    /// The first eight bytes; of a shorter key all, which with the length
    /// tell it from every other.
    @inline(__always)
    private static func word(_ base: UnsafeRawPointer, _ length: Int) -> UInt64 {
        if length >= 8 { return base.loadUnaligned(as: UInt64.self) }
        if length >= 4 {
            let head = base.loadUnaligned(as: UInt32.self)
            let tail = (base + length - 4).loadUnaligned(as: UInt32.self)
            return UInt64(head) | UInt64(tail) << 32
        }
        guard length > 0 else { return 0 }
        let first = UInt64(base.load(as: UInt8.self))
        let middle = UInt64((base + length / 2).load(as: UInt8.self))
        let end = UInt64((base + length - 1).load(as: UInt8.self))
        return first | middle << 8 | end << 16
    }

    /// A 64-bit hash by folded multiplication, eight bytes a step.
    @inline(__always)
    private static func hash(
        _ word: UInt64, _ base: UnsafeRawPointer, _ length: Int
    ) -> UInt64 {
        var hash = fold(word ^ UInt64(truncatingIfNeeded: length) &* 0x9E37_79B9_7F4A_7C15)
        var at = 8
        while at < length {
            let from = min(at, length &- 8)
            hash = fold(hash ^ (base + from).loadUnaligned(as: UInt64.self))
            at &+= 8
        }
        return hash
    }

    @inline(__always)
    private static func fold(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
        return product.high ^ product.low
    }
}
