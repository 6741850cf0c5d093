/// A zip archive whose members are stored as they are.
///
/// Written by hand, so that the reader's library is not tested against itself.
enum StoredZip {
    /// An archive of named members, in the order of their names.
    static func archive(_ members: [String: [UInt8]]) -> [UInt8] {
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        for (name, content) in members.sorted(by: { $0.key < $1.key }) {
            let title = Array(name.utf8)
            let size = little(content.count, 4)
            let common =
                little(20, 2) + little(0, 8) + little(Int(checksum(content)), 4) + size + size
                + little(title.count, 2) + little(0, 2)
            directory += [0x50, 0x4B, 1, 2] + little(20, 2) + common
            directory += little(0, 10) + little(bytes.count, 4) + title
            bytes += [0x50, 0x4B, 3, 4] + common + title + content
        }
        let end =
            [0x50, 0x4B, 5, 6] + little(0, 4) + little(members.count, 2)
            + little(members.count, 2) + little(directory.count, 4) + little(bytes.count, 4)
            + little(0, 2)
        return bytes + directory + end
    }

    private static func little(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in
            value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1
        }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ ($0 >> 8) }
    }
}
