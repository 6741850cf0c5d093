import CLibPQ

/// The answer to a query: rows of typed fields, held in memory.
public struct Rows: RandomAccessCollection {
    let answer: ResultHandle

    init(_ answer: ResultHandle) {
        self.answer = answer
    }

    /// The first row.
    public var startIndex: Int { 0 }
    /// The number of rows.
    public var endIndex: Int { Int(PQntuples(answer.pointer)) }
    /// The row at a position, from 0.
    public subscript(position: Int) -> Row {
        precondition(indices.contains(position), "row \(position) of \(count)")
        return Row(answer: answer, index: Int32(position))
    }

    /// How many rows were inserted, changed, deleted or given.
    public var affected: Int { answer.affected }

    /// The names of the columns, in order.
    public var columns: [String] {
        (0..<PQnfields(answer.pointer)).map { column in
            PQfname(answer.pointer, column).map { String(cString: $0) } ?? ""
        }
    }

    /// The only row.
    ///
    /// Throws ``PostgresError`` of kind `misuse` where there is none or more
    /// than one.
    public var single: Row {
        get throws {
            guard count == 1 else {
                throw PostgresError(.misuse, "expected one row, the query gave \(count)")
            }
            return self[0]
        }
    }

    /// The only row, or nil where there is none; throws for more than one.
    public var singleOrNil: Row? {
        get throws { isEmpty ? nil : try single }
    }

    /// The statement's own word for what it did.
    var tag: String { answer.tag }
}
