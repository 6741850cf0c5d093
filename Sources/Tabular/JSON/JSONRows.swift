/// Reads a list of JSON objects, or one object a line, as rows of a table.
///
/// The list may stand inside an object, as services write it.
///
/// Columns are the union of the names in order of first appearance, which one
/// reading of the whole file finds before another delivers the rows. Objects
/// within an object are columns too, their names joined by a dot; what is
/// nested deeper, and lists, are delivered as they are written. `null` and
/// what is missing are empty. The line of a row is the number of its object,
/// counted from 1: a list may well stand on one line.
final class JSONRows: RowSource {
    private var isAtEnd = false
    private let file: SourceFile
    private var columns = JSONColumns()
    private var walk: JSONWalk?
    private let pages: ReleasedPages
    /// Where the records lie.
    let records: JSONRecords
    /// On which lines they begin; nil where they are a list.
    let recordLines: RecordLines?

    /// Reads the whole file for its columns.
    ///
    /// Throws where the file is no UTF-8, no JSON or no list of objects, and
    /// where there is none at a path that is given.
    init(_ file: SourceFile, at path: RecordPath? = nil) throws(TableError) {
        self.file = file
        try Self.checkText(file)
        guard let base = file.bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else {
            throw TableReader.empty(file)
        }
        let pages = ReleasedPages(file)
        self.pages = pages
        records = try JSONRecords.find(JSONScan(file, base: base), given: path) {
            pages.release(behind: $0)
        }
        file.release(upTo: file.count)
        for name in records.columns { _ = columns.place(of: name) }
        var walk = try JSONWalk(records)
        var noBuilder: RowBuilder?
        var lines = RecordLines()
        while try walk.next(&columns, &noBuilder) {
            if !walk.isList { lines.add(line: walk.firstLine) }
            pages.release(behind: walk.scan.at)
        }
        recordLines = walk.isList ? nil : lines
        guard walk.records > 0, columns.count > 0 else {
            throw TableError(
                .empty, file: file.name,
                problem: "there is no object with values in "
                    + (records.place.map { "\"\($0.path)\"" } ?? "it"),
                remedy: "Send the records as a list of objects")
        }
        file.release(upTo: file.count)
        columns.isClosed = true
    }

    func fill(_ batch: RowBatch, width: Int) throws(TableError) {
        var builder: RowBuilder? = RowBuilder(batch)
        if walk == nil {
            walk = try JSONWalk(records)
            columns.deliverNames(to: &builder)
        }
        while builder?.isFull == false, !isAtEnd {
            isAtEnd = try walk?.next(&columns, &builder) != true
        }
        if let walk { pages.release(behind: walk.scan.at) }
        builder?.finish()
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

/// Gives the memory of a mapped file back behind what was read.
private final class ReleasedPages {
    private let file: SourceFile
    private var released = 0

    private static let step = 4 << 20

    init(_ file: SourceFile) { self.file = file }

    /// Gives back what lies before an offset, where that is worth it; an
    /// offset before the last one begins another reading.
    func release(behind offset: Int) {
        if offset < released { released = 0 }
        guard offset - released >= Self.step else { return }
        file.release(from: released, upTo: offset)
        released = offset
    }
}
