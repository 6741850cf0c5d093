import CExpat

/// Reads the rows of one sheet in batches, in memory that does not grow with
/// the number of rows.
final class SheetReader: RowSource {
    private let sheet: SourceWorkbook.Sheet
    private let file: SourceFile
    private let stream: XMLStream
    private let state: UnsafeMutablePointer<SheetScan>
    private var isAtEnd = false

    init(
        _ sheet: SourceWorkbook.Sheet, part: ArchivePart, of file: SourceFile, scan: SheetScan
    ) throws(TableError) {
        self.sheet = sheet
        self.file = file
        state = .allocate(capacity: 1)
        state.initialize(to: scan)
        do {
            stream = try XMLStream(
                part, of: file, state: state, start: Self.start, end: Self.end, text: Self.text)
        } catch {
            Self.free(state)
            throw error
        }
    }

    deinit { Self.free(state) }

    private static func free(_ state: UnsafeMutablePointer<SheetScan>) {
        state.pointee.deallocate()
        state.deinitialize(count: 1)
        state.deallocate()
    }

    /// What was noted so far; all of it after the last row.
    var notes: SheetNotes { state.pointee.notes }

    func fill(_ batch: RowBatch, width: Int) throws(TableError) {
        state.pointee.begin(batch, width: width)
        while !isAtEnd, state.pointee.delivered == 0 {
            if case .suspended = try stream.run() { continue }
            isAtEnd = true
        }
        if let fault = state.pointee.fault { throw error(fault) }
        state.pointee.builder.finish()
    }

    private func error(_ fault: SheetScan.Fault) -> TableError {
        TableError(
            fault.kind, file: file.name, sheet: sheet.name, line: fault.row, column: fault.column,
            problem: fault.problem,
            remedy: fault.kind == .damaged
                ? "Open it in Excel, save it again as \"Excel Workbook (.xlsx)\" and send that"
                : "Check that this is a table, or split it")
    }

    private static let start: XMLStream.Start = { context, name, attributes in
        guard let context = XMLContext.of(context), let name else { return }
        context.pointee.enter()
        let state = context.pointee.state.assumingMemoryBound(to: SheetScan.self)
        state.pointee.start(name, XMLAttributes(attributes))
        if state.pointee.fault != nil { context.pointee.stop() }
    }

    private static let end: XMLStream.End = { context, name in
        guard let context = XMLContext.of(context), let name else { return }
        context.pointee.leave()
        let state = context.pointee.state.assumingMemoryBound(to: SheetScan.self)
        let isRow = state.pointee.end(name)
        if state.pointee.fault != nil {
            context.pointee.stop()
        } else if isRow, state.pointee.isPauseDue {
            context.pointee.pause()
        }
    }

    private static let text: XMLStream.Text = { context, piece, length in
        guard let context = XMLContext.of(context), let piece else { return }
        let state = context.pointee.state.assumingMemoryBound(to: SheetScan.self)
        state.pointee.text(piece, Int(length))
        if state.pointee.fault != nil { context.pointee.stop() }
    }
}
