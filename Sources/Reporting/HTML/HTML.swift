/// A piece of a page, escaped by type.
///
/// What stands literally in the source code is markup; what is interpolated
/// is text and escaped, unless it is itself `HTML`:
///
///     let cell: HTML = "<td>\(city.name)</td>"
///
/// Escaped text is safe between tags and inside quoted attributes.
struct HTML: Sendable, Hashable {
    private(set) var bytes: [UInt8] = []

    /// An empty piece.
    init() {}

    /// Pieces one after the other.
    init(joining pieces: some Sequence<HTML>) {
        for piece in pieces { append(piece) }
    }

    /// Adds a piece at the end.
    mutating func append(_ piece: HTML) {
        bytes.append(contentsOf: piece.bytes)
    }

    /// Two pieces, one after the other.
    static func + (left: HTML, right: HTML) -> HTML {
        HTML(joining: [left, right])
    }

    /// Adds a piece at the end.
    static func += (left: inout HTML, right: HTML) {
        left.append(right)
    }
}

extension HTML: ExpressibleByStringInterpolation {
    init(stringLiteral markup: StaticString) {
        markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    init(stringInterpolation: Interpolation) {
        bytes = stringInterpolation.bytes
    }

    /// Collects literal markup and escaped values.
    struct Interpolation: StringInterpolationProtocol {
        fileprivate var bytes: [UInt8] = []

        init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        mutating func appendLiteral(_ markup: StaticString) {
            markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
        }

        mutating func appendInterpolation(_ text: String) {
            HTML.escape(text, into: &bytes)
        }

        mutating func appendInterpolation(_ number: Int) {
            bytes.append(contentsOf: String(number).utf8)
        }

        mutating func appendInterpolation(_ piece: HTML) {
            bytes.append(contentsOf: piece.bytes)
        }

        mutating func appendInterpolation(_ pieces: [HTML]) {
            for piece in pieces { bytes.append(contentsOf: piece.bytes) }
        }
    }

    /// Appends text; characters that mean something in markup become
    /// references, control characters become U+FFFD.
    private static func escape(_ text: String, into bytes: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
            case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
            case 9, 10, 13, 32...126, 128...: bytes.append(byte)
            default: bytes.append(contentsOf: "\u{FFFD}".utf8)
            }
        }
    }
}
