/// How the bytes of a text file stand for characters.
public struct TextEncoding: Sendable, Equatable, CustomStringConvertible {
    /// The name of the encoding, as iconv knows it.
    public let name: String

    /// Names an encoding.
    public init(_ name: String) { self.name = name }

    /// Unicode in bytes; what is read without conversion.
    public static let utf8 = TextEncoding("UTF-8")
    /// What Excel writes as "CSV" in Western Europe and the Americas.
    public static let windows1252 = TextEncoding("WINDOWS-1252")
    /// Unicode in two-byte units, low byte first.
    public static let utf16LittleEndian = TextEncoding("UTF-16LE")
    /// Unicode in two-byte units, high byte first.
    public static let utf16BigEndian = TextEncoding("UTF-16BE")

    /// The bytes of one unit: 2 for UTF-16, otherwise 1.
    var unit: Int { name.uppercased().hasPrefix("UTF-16") ? 2 : 1 }

    /// Whether the bytes are taken as they are.
    var isUTF8: Bool { ["UTF-8", "UTF8"].contains(name.uppercased()) }

    /// The name of the encoding.
    public var description: String { name }
}

/// Why a setting of a file has the value it has.
public enum SettingOrigin: Sendable, Equatable {
    /// The mapping says so.
    case given
    /// The bytes say so beyond doubt: a byte order mark, valid UTF-8.
    case told
    /// It is the likeliest reading of the bytes.
    case detected
}

/// The result of a first pass over a whole file.
struct EncodingScan {
    let encoding: TextEncoding
    let origin: SettingOrigin
    /// Bytes to be skipped at the start: the byte order mark.
    let skip: Int
    /// Whether a byte order mark says UTF-8, but not all bytes are.
    var isDamaged = false
    /// From 0 to 1: how sure the encoding is.
    var confidence = 1.0
    /// A word by which a guess can be judged.
    var example: EncodingExample?

    /// Reads the file once to find out how it is written.
    ///
    /// The order is: byte order mark; declared UTF-16; UTF-16 by its zeros;
    /// strict UTF-8 of the whole file; what is declared; the likeliest by its
    /// characters.
    static func scan(_ file: SourceFile, declared: String?) throws(TableError) -> EncodingScan {
        let bytes = file.bytes
        if var marked = byteOrderMark(bytes) {
            if marked.encoding.isUTF8 { marked.isDamaged = try !scanBytes(file) }
            return marked
        }
        let named = declared.map { TextEncoding($0) }
        if let named, named.unit == 2 {
            let exact =
                named.name.uppercased() == "UTF-16" ? TextEncoding.utf16LittleEndian : named
            return EncodingScan(encoding: exact, origin: .given, skip: 0)
        }
        if let found = UnmarkedUTF16.find(bytes) {
            return EncodingScan(
                encoding: found.encoding, origin: .detected, skip: 0,
                confidence: found.confidence)
        }
        let isUTF8 = try scanBytes(file)
        if isUTF8 {
            return EncodingScan(
                encoding: .utf8, origin: named?.isUTF8 == true ? .given : .told, skip: 0)
        }
        if let named, !named.isUTF8 {
            return EncodingScan(encoding: named, origin: .given, skip: 0)
        }
        let guess = EncodingGuess(file)
        return EncodingScan(
            encoding: guess.encoding, origin: .detected, skip: 0, confidence: guess.confidence,
            example: guess.example)
    }

    private static func byteOrderMark(_ bytes: UnsafeRawBufferPointer) -> EncodingScan? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            return EncodingScan(encoding: .utf8, origin: .told, skip: 3)
        }
        if bytes.starts(with: [0xFF, 0xFE]) {
            return EncodingScan(encoding: .utf16LittleEndian, origin: .told, skip: 2)
        }
        if bytes.starts(with: [0xFE, 0xFF]) {
            return EncodingScan(encoding: .utf16BigEndian, origin: .told, skip: 2)
        }
        return nil
    }

    /// Looks at every byte: says whether all is strict UTF-8, and throws at a
    /// NUL byte. Pages are given back behind it.
    private static func scanBytes(_ file: SourceFile) throws(TableError) -> Bool {
        let step = 1 << 18
        var check = UTF8Check()
        var start = 0
        while start < file.count {
            let end = min(start + step, file.count)
            let part = UnsafeRawBufferPointer(rebasing: file.bytes[start..<end])
            if let at = check.scan(part) { throw nulByte(file, at: start + at) }
            file.release(from: start, upTo: end)
            start = end
        }
        return check.isComplete
    }

    private static func nulByte(_ file: SourceFile, at offset: Int) -> TableError {
        let line = 1 + file.bytes[..<offset].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
        return TableError(
            .nulByte, file: file.name, line: line,
            problem: "there is a NUL byte (byte \(offset + 1)); this is not a text file",
            remedy: "Export the table again as CSV (UTF-8)")
    }
}
