public import Tabular

/// What may be kept of a file's original text.
///
/// A file without personal columns is kept byte by byte. From others the text
/// of those columns is left out before anything is stored: the rest is
/// written again as CSV in UTF-8, each row on the line it had. Of a workbook
/// that is the sheet that was read, of JSON the records below a header, as
/// text with tabs between the cells; of several tables one below the other.
public struct StorableOriginal {
    /// How much of a file is kept.
    public enum Extent: String, Sendable {
        /// Every byte.
        case whole
        /// All but the personal columns.
        case redacted
        /// Nothing: the columns of a file that is no table, or that lacks a
        /// personal column under its name, cannot be told apart.
        case none
    }

    /// A column that must not be kept is not there under its name.
    public struct PersonalColumnMissing: Error {}

    private let file: SourceFile
    private let mapping: Mapping

    /// Prepares what is kept of a file.
    public init(_ file: SourceFile, mapping: Mapping) {
        self.file = file
        self.mapping = mapping
    }

    /// Whether the file has columns that must not be kept.
    public var isPersonal: Bool { !mapping.personal.isEmpty }

    /// Hands over the text in chunks of at most `size` bytes; memory is flat.
    ///
    /// Throws what the consumer throws, and a `TableError` or
    /// `PersonalColumnMissing` where personal columns cannot be told apart:
    /// what was handed over must then go.
    public func read(
        inChunksOf size: Int, _ sink: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        if isPersonal { return try readRedacted(inChunksOf: size, sink) }
        for start in stride(from: 0, to: file.count, by: size) {
            let end = min(start + size, file.count)
            try sink(UnsafeRawBufferPointer(rebasing: file.bytes[start..<end]))
            file.release(upTo: end)
        }
    }

    private func readRedacted(
        inChunksOf size: Int, _ sink: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        var text = RedactedText()
        var rows = 0
        let tables = try TablePart.all(of: file, format: mapping.table)
        for table in tables {
            // Of several, one that is not read is not kept either.
            if tables.count > 1, (try? table.checkToEnd()) == nil { continue }
            let reader = try table.open(firstRow: rows)
            try text.begin(reader, personal: mapping.personal, firstRow: rows)
            while let batch = try reader.next() {
                for row in 0..<batch.rowCount {
                    text.append(batch.table, row)
                    try text.send(inChunksOf: size, isLast: false, sink)
                }
            }
            rows = reader.lastLine
        }
        try text.send(inChunksOf: size, isLast: true, sink)
    }
}

/// CSV that is written again without some columns.
private struct RedactedText {
    private var isPersonal: [Bool] = []
    private var delimiter = UInt8(ascii: ",")
    /// Bytes for which a cell must stand in quotes.
    private var special: [UInt8] = []
    private var bytes: [UInt8] = []
    /// The line that the next row would stand on, from 1.
    private var line = 1
    /// How many lines below its number a row stands: the header of JSON needs a
    /// line of its own.
    private var shift = 0

    /// Begins a table and writes its header.
    mutating func begin(_ reader: TableReader, personal: [String], firstRow: Int) throws {
        let columns = PersonalColumns(personal, in: reader.header)
        guard columns.missing.isEmpty else { throw StorableOriginal.PersonalColumnMissing() }
        isPersonal = reader.header.indices.map { columns.positions.contains($0) }
        delimiter = reader.dialect.delimiter
        special = [UInt8(ascii: "\""), delimiter, 10, 13]
        moveTo(line: reader.headerLine + firstRow)
        for (column, name) in reader.header.enumerated() {
            if column > 0 { bytes.append(delimiter) }
            Array(name.utf8).withUnsafeBytes { appendCell($0) }
        }
        shift = reader.origin == .json ? 1 : 0
    }

    /// Adds a row; one of another width is left out, since its columns
    /// cannot be told apart.
    mutating func append(_ table: CellTable, _ row: Int) {
        guard table.cellCount(row) == isPersonal.count else { return }
        moveTo(line: table.line(row) + shift)
        for column in 0..<isPersonal.count {
            if column > 0 { bytes.append(delimiter) }
            if !isPersonal[column] { appendCell(table.cell(row, column)) }
        }
    }

    /// Hands over whole chunks, and at the end what is left.
    mutating func send(
        inChunksOf size: Int, isLast: Bool, _ sink: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        if isLast, !bytes.isEmpty { bytes.append(UInt8(ascii: "\n")) }
        guard bytes.count >= size || isLast else { return }
        var start = 0
        while bytes.count - start >= size || (isLast && start < bytes.count) {
            let end = min(start + size, bytes.count)
            try bytes[start..<end].withUnsafeBytes(sink)
            start = end
        }
        bytes.removeFirst(start)
    }

    private mutating func moveTo(line target: Int) {
        while line < target {
            bytes.append(UInt8(ascii: "\n"))
            line += 1
        }
    }

    private mutating func appendCell(_ cell: UnsafeRawBufferPointer) {
        let quote = UInt8(ascii: "\"")
        guard cell.contains(where: { special.contains($0) }) else {
            bytes.append(contentsOf: cell)
            return
        }
        bytes.append(quote)
        for byte in cell {
            if byte == quote { bytes.append(quote) }
            if byte == 10 { line += 1 }
            bytes.append(byte)
        }
        bytes.append(quote)
    }
}
