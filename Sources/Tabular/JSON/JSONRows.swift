/// Reads a list of JSON objects, or one object a line, as rows of a table.
///
/// Columns are the union of the names in order of first appearance, which one
/// reading of the whole file finds before another delivers the rows. Objects
/// within an object are columns too, their names joined by a dot; what is
/// nested deeper, and lists, are delivered as they are written. `null` and
/// what is missing are empty. The line of a row is the number of its object,
/// counted from 1: a list may well stand on one line.
final class JSONRows: RowSource {
    private(set) var isAtEnd = false
    private let file: SourceFile
    private var columns = JSONColumns()
    private var walk: JSONWalk?
    private var released = 0

    private static let releaseStep = 4 << 20

    /// Reads the whole file for its columns.
    ///
    /// Throws where the file is no UTF-8, no JSON or no list of objects.
    init(_ file: SourceFile) throws(TableError) {
        self.file = file
        try Self.checkText(file)
        guard let base = file.bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else {
            throw TableReader.empty(file)
        }
        var walk = try JSONWalk(JSONScan(file, base: base))
        var noBuilder: RowBuilder?
        while try walk.next(&columns, &noBuilder) { releaseBehind(walk.scan.at) }
        guard walk.records > 0, columns.count > 0 else {
            throw TableError(
                .empty, file: file.name, problem: "there is no object with values in it",
                remedy: "Send the records as a list of objects")
        }
        file.release(upTo: file.count)
        released = 0
        columns.isClosed = true
    }

    func fill(_ batch: RowBatch, width: Int) throws(TableError) {
        var builder: RowBuilder? = RowBuilder(batch)
        if walk == nil {
            guard let base = file.bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else {
                return
            }
            walk = try JSONWalk(JSONScan(file, base: base))
            columns.deliverNames(to: &builder)
        }
        while builder?.isFull == false, !isAtEnd {
            isAtEnd = try walk?.next(&columns, &builder) != true
        }
        if let walk { releaseBehind(walk.scan.at) }
        builder?.finish()
    }

    private func releaseBehind(_ offset: Int) {
        guard offset - released >= Self.releaseStep else { return }
        file.release(from: released, upTo: offset)
        released = offset
    }

    private static func checkText(_ file: SourceFile) throws(TableError) {
        let scan = try EncodingScan.scan(file, declared: nil)
        guard scan.encoding.isUTF8, !scan.isDamaged else {
            throw TableError(
                .unknownEncoding, file: file.name,
                problem: "the text is not UTF-8, as JSON must be",
                remedy: "Write the file again in UTF-8")
        }
    }
}
