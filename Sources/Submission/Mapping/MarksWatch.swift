import Tabular

/// Watches for figures that can be read in two ways while nothing in the file
/// says which of them is right.
struct MarksWatch {
    /// A figure that can be read in two ways.
    struct Place: Equatable {
        let line: Int
        /// From 0.
        let column: Int
        let text: String
    }

    /// The first such figure.
    private(set) var first: Place?
    private(set) var count = 0
    /// The first figure that says how the others are to be read.
    private(set) var proof: (place: Place, decimal: UInt8)?
    private let columns: [Int]
    private let marks: NumberMarks

    init(_ marks: NumberMarks, columns: [Int]) {
        self.marks = marks
        self.columns = columns
    }

    /// Whether what follows makes no difference any more.
    var isSettled: Bool { proof.map { $0.decimal == marks.decimal } ?? false }

    /// Looks at the figures of a batch.
    mutating func watch(_ table: CellTable) {
        for row in 0..<table.rowCount {
            for column in columns where column < table.cellCount(row) {
                let cell = table.cell(row, column)
                if Self.hasMark(cell), table.kind(row, column) == .text {
                    look(CellText.trimmed(cell), table.line(row), column)
                }
            }
            if isSettled { return }
        }
    }

    @inline(__always)
    private static func hasMark(_ cell: UnsafeRawBufferPointer) -> Bool {
        for byte in cell where byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
            return true
        }
        return false
    }

    private mutating func look(_ cell: UnsafeRawBufferPointer, _ line: Int, _ column: Int) {
        guard let shape = NumberShape(cell) else { return }
        func place() -> Place { Place(line: line, column: column, text: CellText.string(cell)) }
        switch shape.meaning {
        case .plain: return
        case .either(let mark):
            // The other one was never said to part thousands, and is no number.
            guard mark == marks.decimal || mark == marks.thousands else { return }
            count += 1
            if first == nil { first = place() }
        case .decimal(let mark), .both(_, let mark, _):
            if proof == nil { proof = (place(), mark) }
        case .thousands(let mark, _):
            let isPoint = mark == UInt8(ascii: ".")
            guard isPoint || mark == UInt8(ascii: ",") else { return }
            if proof == nil {
                proof = (place(), isPoint ? UInt8(ascii: ",") : UInt8(ascii: "."))
            }
        }
    }
}
