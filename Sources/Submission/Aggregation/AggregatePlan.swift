/// The columns of one file that its aggregation uses, by position from 0; -1
/// where there is none.
struct AggregatePlan {
    struct Figure {
        /// The first of its columns.
        let column: Int
        /// All of them, each cell a reading.
        let columns: [Int]
        let reader: NumberReader
        /// The readers by measure where figures are in units of their own;
        /// empty where one reader serves all.
        let readers: [NumberReader]
        let filters: [ColumnPlan.Filter]
        let duration: Duration?
    }

    struct Duration {
        let from: Int
        let to: Int
        let unit: RecordDuration.Unit
        let order: DateText.Order
    }

    struct Test {
        let column: Int
        let kind: RowTest.Kind
        let texts: [[UInt8]]
    }

    var figures: [Figure] = []
    var tests: [Test] = []
    var date = -1
    var account = -1
    var name = -1
    var segments: [Int] = []
    var amount = -1
    var debit = -1
    var credit = -1
    var share = -1
    var from = -1
    var end = -1
    var vacant: ColumnPlan.Filter?
    /// The columns of the records' key.
    var key: [Int] = []
    var closed = -1

    /// Places the columns of an aggregation.
    ///
    /// - Parameters:
    ///   - lists: by figure, the positions of its several columns.
    ///   - find: the position of a column in the header.
    init(
        _ aggregation: Aggregation, numbers: NumberMarks, lists: [[Int]],
        find: (ColumnReference?) -> Int
    ) {
        func filter(_ condition: Condition) -> ColumnPlan.Filter {
            ColumnPlan.Filter(
                column: find(condition.column), values: condition.values.map { Array($0.utf8) })
        }
        figures = zip(aggregation.figures, lists).map { figure, list in
            let columns = list.isEmpty ? [find(figure.column)].filter { $0 >= 0 } : list
            let duration = figure.duration.map { duration in
                Duration(
                    from: find(duration.from), to: find(duration.to), unit: duration.unit,
                    order: duration.order)
            }
            return Figure(
                column: columns.first ?? duration?.to ?? -1, columns: columns,
                reader: numbers.reader(figure.factor),
                readers: numbers.readers(figure.factor, figure.byMeasure),
                filters: figure.conditions.map(filter).filter { $0.column >= 0 },
                duration: duration)
        }
        tests = aggregation.tests.map { test in
            Test(column: find(test.column), kind: test.kind, texts: test.kind.texts)
        }.filter { $0.column >= 0 }
        date = find(aggregation.dates?.column)
        if let ledger = aggregation.ledger {
            account = find(ledger.account)
            name = find(ledger.name)
            segments = ledger.segments.map { find($0.column) }
            amount = find(ledger.amount)
            debit = find(ledger.debit)
            credit = find(ledger.credit)
        }
        share = find(aggregation.posts?.share)
        from = find(aggregation.posts?.from)
        end = find(aggregation.posts?.end)
        vacant = aggregation.posts?.vacant.map(filter)
        key = (aggregation.key?.columns ?? []).map { find($0) }.filter { $0 >= 0 }
        closed = find(aggregation.closed?.column)
    }
}

extension RowTest.Kind {
    /// The texts that it compares with.
    fileprivate var texts: [[UInt8]] {
        switch self {
        case .equals(let texts), .not(let texts): texts.map { Array($0.utf8) }
        default: []
        }
    }
}
