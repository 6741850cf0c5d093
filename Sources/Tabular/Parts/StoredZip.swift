/// Writes a zip archive whose files are stored as they are, all of the same
/// time (PKWARE, APPNOTE 6.3).
///
/// For at most 65,535 files of less than 4 GiB together, which is more than
/// `TableLimits` allow.
final class StoredZip {
    private struct Entry {
        let name: [UInt8]
        let offset: Int
        var mode: UInt32
        var size = 0
        var checksum = Checksum()
    }

    private let file: UnnamedFile
    private var entries: [Entry] = []

    init(_ file: UnnamedFile) {
        self.file = file
    }

    /// How many files were begun.
    var count: Int { entries.count }

    /// Begins a file; its bytes are appended.
    func add(_ name: String, mode: UInt32) throws(TableError) {
        try writeHeader()
        entries.append(Entry(name: Array(name.utf8), offset: file.count, mode: mode))
        try write(Self.localHeader(entries[entries.count - 1]))
    }

    /// Adds bytes to the file that was begun last.
    func append(_ bytes: UnsafeRawBufferPointer) throws(TableError) {
        let last = entries.count - 1
        entries[last].size += bytes.count
        entries[last].checksum.add(bytes)
        try file.append(bytes)
    }

    /// Says that the file that was begun last cannot be read to its end.
    func giveUp(mode: UInt32) throws(TableError) {
        let last = entries.count - 1
        let begun = entries[last]
        entries[last] = Entry(name: begun.name, offset: begun.offset, mode: mode)
        try file.cut(to: begun.offset + Self.headerSize + begun.name.count)
    }

    /// Writes the directory.
    func finish() throws(TableError) -> UnnamedFile {
        try writeHeader()
        let start = file.count
        for entry in entries { try write(Self.directoryHeader(entry)) }
        var end = Fields(signature: 0x0605_4B50)
        end.add16(0, 0, entries.count, entries.count)
        end.add32(file.count - start, start)
        end.add16(0)
        try write(end.bytes)
        return file
    }

    /// Writes the header of the last file again, when its size is known.
    private func writeHeader() throws(TableError) {
        guard let entry = entries.last else { return }
        try Self.localHeader(entry).withUnsafeBufferPointer { bytes throws(TableError) in
            try file.put(UnsafeRawBufferPointer(bytes), at: entry.offset)
        }
    }

    private func write(_ bytes: [UInt8]) throws(TableError) {
        try bytes.withUnsafeBufferPointer { bytes throws(TableError) in
            try file.append(UnsafeRawBufferPointer(bytes))
        }
    }

    private static let headerSize = 30
    private static let version = 20
    private static let unix = 3
    private static let namesAreUTF8 = 0x0800
    /// 1 January 1980, the first day that the format knows.
    private static let day = 0x0021

    private static func localHeader(_ entry: Entry) -> [UInt8] {
        var fields = Fields(signature: 0x0403_4B50)
        fields.add16(version)
        addCommon(entry, to: &fields)
        fields.bytes += entry.name
        return fields.bytes
    }

    private static func directoryHeader(_ entry: Entry) -> [UInt8] {
        var fields = Fields(signature: 0x0201_4B50)
        fields.add16(unix << 8 | version, version)
        addCommon(entry, to: &fields)
        fields.add16(0, 0, 0)
        fields.add32(Int(entry.mode) << 16, entry.offset)
        fields.bytes += entry.name
        return fields.bytes
    }

    private static func addCommon(_ entry: Entry, to fields: inout Fields) {
        fields.add16(namesAreUTF8, 0, 0, day)
        fields.add32(Int(entry.checksum.value), entry.size, entry.size)
        fields.add16(entry.name.count, 0)
    }

    /// Numbers as the format writes them, the lowest byte first.
    private struct Fields {
        var bytes: [UInt8] = []

        init(signature: Int) { add32(signature) }

        mutating func add16(_ values: Int...) {
            for value in values { bytes += [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)] }
        }

        mutating func add32(_ values: Int...) {
            for value in values { add16(value & 0xFFFF, value >> 16 & 0xFFFF) }
        }
    }

    /// CRC-32 as zip archives have it (ISO 3309).
    private struct Checksum {
        private var state: UInt32 = 0xFFFF_FFFF
        var value: UInt32 { ~state }

        private static let table: [UInt32] = (0..<256).map { byte in
            (0..<8).reduce(UInt32(byte)) { rest, _ in
                rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1
            }
        }

        mutating func add(_ bytes: UnsafeRawBufferPointer) {
            Self.table.withUnsafeBufferPointer { table in
                for byte in bytes {
                    state = table[Int(UInt8(truncatingIfNeeded: state) ^ byte)] ^ state >> 8
                }
            }
        }
    }
}
