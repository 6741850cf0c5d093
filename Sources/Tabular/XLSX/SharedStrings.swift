import CExpat
import Glibc

/// A workbook's list of texts, end to end in one piece of memory.
///
/// Rich text is delivered as its plain text; the reading aids over East Asian
/// characters (phonetic runs) are no part of it.
final class SharedStrings {
    private var text: UnsafeMutablePointer<UInt8>?
    private var ends: UnsafeMutablePointer<UInt32>?
    private var textCapacity = 0
    private var endCapacity = 0
    /// The number of texts.
    private(set) var count = 0

    /// A list without texts.
    init() {}

    /// Reads the part that holds the list.
    init(_ part: String, of archive: Archive) throws(TableError) {
        let state = UnsafeMutablePointer<Scan>.allocate(capacity: 1)
        state.initialize(to: Scan(strings: self))
        defer {
            state.pointee.pieces.deallocate()
            state.deinitialize(count: 1)
            state.deallocate()
        }
        let stream = try XMLStream(
            archive.part(part), of: archive.file, state: state,
            start: { context, name, _ in
                guard let context = XMLContext.of(context), let name else { return }
                context.pointee.enter()
                Scan.of(context).pointee.start(XMLName.local(name))
            },
            end: { context, name in
                guard let context = XMLContext.of(context), let name else { return }
                context.pointee.leave()
                if !Scan.of(context).pointee.end(XMLName.local(name)) { context.pointee.stop() }
            },
            text: { context, piece, length in
                guard let context = XMLContext.of(context), let piece else { return }
                if !Scan.of(context).pointee.add(piece, Int(length)) { context.pointee.stop() }
            })
        if case .stopped = try stream.run() {
            throw TableError(
                .cellTooLong, file: archive.file.name, problem: state.pointee.problem,
                remedy: "Check that this is a table; a large one is better sent as CSV (UTF-8)")
        }
    }

    deinit {
        free(text)
        free(ends)
    }

    /// A text by its number; nil where there is none.
    @inline(__always)
    subscript(_ index: Int) -> UnsafeBufferPointer<UInt8>? {
        guard index >= 0, index < count, let ends, let text else { return nil }
        let start = index == 0 ? 0 : Int(ends[index &- 1])
        return UnsafeBufferPointer(start: text + start, count: Int(ends[index]) &- start)
    }

    private func append(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        let start = count == 0 ? 0 : Int(ends?[count - 1] ?? 0)
        guard start + length <= TableLimits.sharedTextBytes, count < TableLimits.sharedTexts,
            let (text, ends) = room(text: start + length + 1, ends: count + 1)
        else { return false }
        (text + start).update(from: bytes, count: length)
        ends[count] = UInt32(start + length)
        count += 1
        return true
    }

    /// Makes room; realloc moves large memory without copying it.
    private func room(
        text textBytes: Int, ends endCount: Int
    ) -> (UnsafeMutablePointer<UInt8>, UnsafeMutablePointer<UInt32>)? {
        if textBytes > textCapacity {
            textCapacity = max(textBytes, textCapacity * 2, 1 << 12)
            text = realloc(text, textCapacity)?.assumingMemoryBound(to: UInt8.self)
        }
        if endCount > endCapacity {
            endCapacity = max(endCount, endCapacity * 2, 1 << 10)
            ends = realloc(ends, endCapacity * MemoryLayout<UInt32>.stride)?
                .assumingMemoryBound(to: UInt32.self)
        }
        guard let text, let ends else { return nil }
        return (text, ends)
    }

    /// The state of one reading of the list.
    private struct Scan {
        let strings: SharedStrings
        var pieces = TextPieces()
        var problem = ""
        private var isInItem = false
        private var isInText = false
        private var phonetic = 0

        init(strings: SharedStrings) { self.strings = strings }

        static func of(_ context: UnsafeMutablePointer<XMLContext>) -> UnsafeMutablePointer<Scan> {
            context.pointee.state.assumingMemoryBound(to: Scan.self)
        }

        mutating func start(_ name: UnsafePointer<CChar>) {
            if XMLName.equal(name, "si") {
                isInItem = true
                pieces.clear()
            } else if XMLName.equal(name, "rPh") {
                phonetic += 1
            } else if XMLName.equal(name, "t") {
                isInText = isInItem && phonetic == 0
            }
        }

        mutating func end(_ name: UnsafePointer<CChar>) -> Bool {
            if XMLName.equal(name, "t") {
                isInText = false
            } else if XMLName.equal(name, "rPh") {
                phonetic -= 1
            } else if XMLName.equal(name, "si") {
                isInItem = false
                guard pieces.resolveEscapes() else { return isTooLong() }
                guard strings.append(pieces.bytes, pieces.count) else {
                    problem = "the workbook's texts take more than 256 MiB"
                    return false
                }
            }
            return true
        }

        mutating func add(_ piece: UnsafePointer<CChar>, _ length: Int) -> Bool {
            !isInText || pieces.append(piece, length) || isTooLong()
        }

        private mutating func isTooLong() -> Bool {
            problem =
                "text number \(strings.count + 1) of the workbook is longer than "
                + "\(TableLimits.sheetCellUnits) characters, more than a cell can hold"
            return false
        }
    }
}
