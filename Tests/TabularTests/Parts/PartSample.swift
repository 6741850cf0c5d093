import Foundation
import Testing

@testable import Tabular

/// Archives and folders that hold some tables.
enum PartSample {
    /// An archive of files with their modes, in the order given.
    static func archive(
        _ files: [(name: String, text: String)], modes: [UInt32] = []
    ) throws -> SourceFile {
        let zip = StoredZip(try UnnamedFile(for: "city.zip"))
        for (index, file) in files.enumerated() {
            try zip.add(
                file.name, mode: modes.indices.contains(index) ? modes[index] : 0o100644)
            try Array(file.text.utf8).withUnsafeBytes { try zip.append($0) }
        }
        return try SourceFile(try zip.finish(), name: "city.zip")
    }

    /// The bytes of a file, which must live as long as they are copied.
    static func bytes(of file: SourceFile) -> [UInt8] {
        withExtendedLifetime(file) { Array(file.bytes) }
    }

    /// What opening each table says of it, nil where it is read to its end.
    static func problems(_ parts: [TablePart]) -> [String?] {
        parts.map { part -> String? in
            do throws(TableError) {
                try part.checkToEnd()
                return nil
            } catch {
                return error.problem
            }
        }
    }

    /// The first cell of each row of a table.
    static func firstCells(_ part: TablePart, firstRow: Int = 0) throws -> [String] {
        let reader = try part.open(firstRow: firstRow)
        var cells: [String] = []
        while let batch = try reader.next() {
            for row in 0..<batch.rowCount {
                cells.append("\(batch.table.line(row)) \(batch.text(row: row, column: 0))")
            }
        }
        return cells
    }
}

/// A folder of its own for one test, deleted with it.
final class TestFolder {
    let path: String

    init() throws {
        var name = Array("/tmp/yardstick-parts-XXXXXX".utf8CString)
        let made = try #require(mkdtemp(&name))
        path = String(cString: made)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ text: String, to name: String) throws {
        let file = URL(fileURLWithPath: path + "/" + name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }
}
