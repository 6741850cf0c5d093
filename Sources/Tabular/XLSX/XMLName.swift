/// The attributes of an element, as expat hands them over.
struct XMLAttributes: Sequence, IteratorProtocol {
    private var rest: UnsafeMutablePointer<UnsafePointer<CChar>?>?

    init(_ first: UnsafeMutablePointer<UnsafePointer<CChar>?>?) { rest = first }

    @inline(__always)
    mutating func next() -> (name: UnsafePointer<CChar>, value: UnsafePointer<CChar>)? {
        guard let pair = rest, let name = pair[0], let value = pair[1] else { return nil }
        rest = pair + 2
        return (name, value)
    }
}

/// Names of elements and attributes, compared without their prefix.
enum XMLName {
    /// The name behind the prefix, if there is one.
    static func local(_ name: UnsafePointer<CChar>) -> UnsafePointer<CChar> {
        var at = name
        var start = name
        while at.pointee != 0 {
            if at.pointee == CChar(bitPattern: UInt8(ascii: ":")) { start = at + 1 }
            at += 1
        }
        return start
    }

    /// Whether a text is equal to a word in ASCII.
    @inline(__always)
    static func equal(_ name: UnsafePointer<CChar>, _ word: StaticString) -> Bool {
        let expected = word.utf8Start
        var index = 0
        while index < word.utf8CodeUnitCount {
            guard UInt8(bitPattern: name[index]) == expected[index] else { return false }
            index += 1
        }
        return name[index] == 0
    }

    /// Whether an attribute says yes: `1` or `true`.
    static func isTrue(_ value: UnsafePointer<CChar>) -> Bool {
        equal(value, "1") || equal(value, "true") || equal(value, "on")
    }
}
