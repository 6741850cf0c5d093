import CExpat

/// Parses one part of a workbook while it is unpacked.
///
/// A document type (DTD) is refused, and with it every entity of one's own.
/// The functions that are called get an `XMLContext`, which leads to their
/// state.
final class XMLStream {
    /// How far the parsing has come.
    enum Outcome {
        case finished
        /// A function asked for a pause; `run` goes on from there.
        case suspended
        /// A function asked to stop for good.
        case stopped
    }

    typealias Start = XML_StartElementHandler
    typealias End = XML_EndElementHandler
    typealias Text = XML_CharacterDataHandler

    private let parser: XML_Parser
    private let context: UnsafeMutablePointer<XMLContext>
    private let part: ArchivePart
    private let file: SourceFile
    private var fed = 0
    private var isSuspended = false
    private var isAllFed = false

    private static let chunkBytes = 1 << 16
    /// The longest tag or comment: beyond it there is no table.
    private static let tokenBytes = 2 << 20

    /// Prepares the parsing of a part for the functions' state.
    init(
        _ part: ArchivePart, of file: SourceFile, state: UnsafeMutableRawPointer,
        start: Start, end: End, text: Text?
    ) throws(TableError) {
        guard let parser = XML_ParserCreate(nil) else {
            throw TableError(
                .unreadable, file: file.name, problem: "there is no memory to read it with",
                remedy: "Try again when less is running")
        }
        self.parser = parser
        self.part = part
        self.file = file
        context = .allocate(capacity: 1)
        context.initialize(to: XMLContext(parser: parser, state: state))
        XML_SetUserData(parser, context)
        XML_SetElementHandler(parser, start, end)
        XML_SetCharacterDataHandler(parser, text)
        XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
            guard let context = XMLContext.of(context) else { return }
            context.pointee.hasDocumentType = true
            context.pointee.stop()
        }
    }

    deinit {
        XML_ParserFree(parser)
        context.deinitialize(count: 1)
        context.deallocate()
    }

    /// Parses to the end, or until a function asks for a pause.
    func run() throws(TableError) -> Outcome {
        if isSuspended {
            isSuspended = false
            if let outcome = try check(XML_ResumeParser(parser)) { return outcome }
        }
        while !isAllFed {
            guard let buffer = XML_GetBuffer(parser, Int32(Self.chunkBytes)) else {
                throw damaged("it cannot be held in memory")
            }
            let count = try part.read(into: buffer, Self.chunkBytes)
            fed += count
            isAllFed = count == 0
            let status = XML_ParseBuffer(parser, Int32(count), isAllFed ? 1 : 0)
            if let outcome = try check(status) { return outcome }
        }
        return .finished
    }

    private func check(_ status: XML_Status) throws(TableError) -> Outcome? {
        if status == XML_STATUS_SUSPENDED {
            isSuspended = true
            return .suspended
        }
        if status == XML_STATUS_ERROR {
            if context.pointee.hasDocumentType { throw documentType() }
            if context.pointee.depth > TableLimits.depth {
                throw damaged("elements are nested deeper than \(TableLimits.depth)")
            }
            let code = XML_GetErrorCode(parser)
            if code == XML_ERROR_ABORTED { return .stopped }
            let reason = XML_ErrorString(code).map { String(cString: $0) } ?? "unknown"
            throw damaged("\(reason), line \(XML_GetCurrentLineNumber(parser))")
        }
        let open = fed - Int(XML_GetCurrentByteIndex(parser))
        guard open <= Self.tokenBytes + Self.chunkBytes else {
            throw damaged("a tag is longer than 2 MiB")
        }
        return nil
    }

    private func damaged(_ reason: String) -> TableError {
        Archive.damaged(file, "the part \(part.name) of the workbook is not XML (\(reason))")
    }

    private func documentType() -> TableError {
        TableError(
            .unsupportedFormat, file: file.name,
            problem: "the part \(part.name) declares a document type (DTD), which no workbook "
                + "needs and which is refused for safety",
            remedy: "Open it in Excel, save it again as \"Excel Workbook (.xlsx)\" and send that")
    }
}

/// What expat hands to every function: the parser and the functions' state.
struct XMLContext {
    let parser: XML_Parser
    let state: UnsafeMutableRawPointer
    var hasDocumentType = false
    /// How many elements are open.
    private(set) var depth = 0

    /// Notes that an element begins; stops where they are nested too deep, as
    /// each costs memory while it is open.
    @inline(__always)
    mutating func enter() {
        depth &+= 1
        if depth > TableLimits.depth { stop() }
    }

    /// Notes that an element ends.
    @inline(__always)
    mutating func leave() { depth &-= 1 }

    static func of(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<XMLContext>? {
        pointer?.assumingMemoryBound(to: XMLContext.self)
    }

    func pause() { XML_StopParser(parser, 1) }
    func stop() { XML_StopParser(parser, 0) }
}
