import Glibc

/// Serves the text of a file in UTF-8, window by window.
///
/// A UTF-8 file is served from its mapped bytes; any other is converted part
/// by part into a buffer.
struct WindowFeed {
    let windowBytes: Int
    private let file: SourceFile
    private let decoder: TextDecoder?
    /// Bytes of the file that are used up: served, or given to the decoder.
    private var position: Int
    private var released = 0
    /// What was converted and not yet taken; empty for UTF-8.
    private let converted = ConvertedText()

    private static let releaseStep = 4 << 20

    init(_ file: SourceFile, scan: EncodingScan, windowBytes: Int) throws(TableError) {
        self.file = file
        self.windowBytes = max(windowBytes, 1)
        position = scan.skip
        if scan.encoding.isUTF8, !scan.isDamaged {
            decoder = nil
            return
        }
        guard let decoder = TextDecoder(scan.encoding) else {
            throw TableError(
                .unknownEncoding, file: file.name,
                problem: "the encoding \"\(scan.encoding.name)\" is not known",
                remedy: "Name one that iconv knows, such as utf-8, windows-1252 or cp850")
        }
        self.decoder = decoder
    }

    /// At least so many bytes of text from the current position, fewer only
    /// at the end of the file; `isFinal` says that the text ends there.
    ///
    /// Valid until the next call of a mutating function.
    mutating func window(_ wanted: Int) -> (text: UnsafeRawBufferPointer, isFinal: Bool) {
        guard let decoder else {
            let end = min(position + wanted, file.count)
            let text = UnsafeRawBufferPointer(rebasing: file.bytes[position..<end])
            return (text, end == file.count)
        }
        convert(wanted, decoder)
        return (converted.text, position == file.count)
    }

    /// Moves behind bytes that are done with.
    mutating func advance(_ count: Int) {
        guard decoder == nil else {
            converted.drop(count)
            return
        }
        position += count
        releaseBehind()
    }

    /// Up to so many bytes from the current position, to look at.
    mutating func peek(_ count: Int) -> UnsafeRawBufferPointer {
        let text = window(count).text
        return UnsafeRawBufferPointer(rebasing: text.prefix(count))
    }

    /// The next line without its end, and its length with it; nil at the end.
    mutating func peekLine() -> (text: UnsafeRawBufferPointer, length: Int)? {
        var wanted = windowBytes
        while true {
            let (text, isFinal) = window(wanted)
            if let end = text.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }),
                end + 1 < text.count || isFinal || text[end] == 0x0A
            {
                let isPair = text[end] == 0x0D && end + 1 < text.count && text[end + 1] == 0x0A
                let line = UnsafeRawBufferPointer(rebasing: text[..<end])
                return (line, end + (isPair ? 2 : 1))
            }
            if isFinal || wanted > TableLimits.rowBytes {
                return text.isEmpty ? nil : (text, text.count)
            }
            wanted *= 2
        }
    }

    private mutating func convert(_ wanted: Int, _ decoder: TextDecoder) {
        while converted.text.count < wanted, position < file.count {
            let end = min(position + max(wanted, 16), file.count)
            let part = UnsafeRawBufferPointer(rebasing: file.bytes[position..<end])
            var output: [UInt8] = []
            position += decoder.decode(part, isLast: end == file.count, into: &output)
            converted.append(output)
        }
        releaseBehind()
    }

    private mutating func releaseBehind() {
        guard position - released >= Self.releaseStep else { return }
        file.release(from: released, upTo: position)
        released = position & ~(Self.releaseStep - 1)
    }
}

/// Converted text in memory of its own, so that windows on it stay where
/// they are until the next part is converted.
private final class ConvertedText {
    private var bytes: UnsafeMutableRawPointer
    private var capacity = 1 << 12
    private var start = 0
    private var end = 0

    init() { bytes = .allocate(byteCount: capacity, alignment: 8) }

    deinit { bytes.deallocate() }

    /// What was converted and not dropped.
    var text: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: bytes + start, count: end - start)
    }

    func drop(_ count: Int) { start += count }

    func append(_ output: [UInt8]) {
        let kept = end - start
        if kept + output.count > capacity {
            capacity = max(capacity * 2, kept + output.count)
            let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 8)
            larger.copyMemory(from: bytes + start, byteCount: kept)
            bytes.deallocate()
            bytes = larger
        } else {
            memmove(bytes, bytes + start, kept)
        }
        (start, end) = (0, kept)
        output.withUnsafeBytes { source in
            guard let base = source.baseAddress else { return }
            (bytes + kept).copyMemory(from: base, byteCount: source.count)
        }
        end = kept + output.count
    }
}
