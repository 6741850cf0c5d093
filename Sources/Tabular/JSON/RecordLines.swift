/// The lines on which the records of a file begin that has one object a line.
public struct RecordLines: Sendable, Equatable {
    /// The first of records that stand on lines following each other.
    private struct Run: Sendable, Equatable {
        let record: Int
        let line: Int
    }

    private var runs: [Run] = []
    /// Runs beyond these are not kept, and their lines not known.
    private static let limit = 4_096
    private var last = 0

    init() {}

    /// Takes note of the line of the next record.
    mutating func add(line: Int) {
        last += 1
        if let run = runs.last, run.line + (last - run.record) == line { return }
        if runs.count <= Self.limit { runs.append(Run(record: last, line: line)) }
    }

    /// The line of a record; nil where it is not known. Both count from 1.
    public func line(ofRecord record: Int) -> Int? {
        guard record >= 1, record <= last,
            let index = runs.lastIndex(where: { $0.record <= record }),
            index < Self.limit
        else { return nil }
        return runs[index].line + record - runs[index].record
    }
}
