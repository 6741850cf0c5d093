public import Tabular

/// What may be kept of a file's original text.
///
/// A file without personal columns is kept byte by byte. From others the text
/// of those columns is left out before anything is stored: the rest is
/// written again as CSV in UTF-8, each row on the line it had. Of a workbook
/// that is the sheet that was read, of JSON the records below a header, as
/// text with tabs between the cells.
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
        let reader = try TableReader.open(file, format: mapping.table)
        var text = try RedactedText(reader: reader, personal: mapping.personal)
        text.appendHeader()
        while let batch = try reader.next() {
            for row in 0..<batch.rowCount {
                text.append(batch.table, row)
                try text.send(inChunksOf: size, isLast: false, sink)
            }
        }
        try text.send(inChunksOf: size, isLast: true, sink)
    }
}

/// CSV that is written again without some columns.
private struct RedactedText {
    private let reader: TableReader
    private let isPersonal: [Bool]
    /// Bytes for which a cell must stand in quotes.
    private let special: [UInt8]
    private var bytes: [UInt8] = []
    /// The line that the next row would stand on, from 1.
    private var line = 1
    /// How many lines below its number a row stands: the header of JSON needs
    /// a line of its own.
    private let shift: Int

    init(reader: TableReader, personal: [String]) throws {
        self.reader = reader
        let columns = PersonalColumns(personal, in: reader.header)
        guard columns.missing.isEmpty else { throw StorableOriginal.PersonalColumnMissing() }
        isPersonal = reader.header.indices.map { columns.positions.contains($0) }
        shift = reader.origin == .json ? 1 : 0
        special = [UInt8(ascii: "\""), reader.dialect.delimiter, 10, 13]
    }

    mutating func appendHeader() {
        moveTo(line: reader.headerLine)
        for (column, name) in reader.header.enumerated() {
            if column > 0 { bytes.append(reader.dialect.delimiter) }
            Array(name.utf8).withUnsafeBytes { appendCell($0) }
        }
    }

    /// Adds a row; one of another width is left out, since its columns
    /// cannot be told apart.
    mutating func append(_ table: CellTable, _ row: Int) {
        guard table.cellCount(row) == isPersonal.count else { return }
        moveTo(line: table.line(row) + shift)
        for column in 0..<isPersonal.count {
            if column > 0 { bytes.append(reader.dialect.delimiter) }
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
