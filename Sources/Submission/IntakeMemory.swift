import MetricSpec

/// What goes on from one table of a submission to the next.
final class IntakeMemory {
    /// Whether there is one table, as nearly always.
    let isOnlyTable: Bool
    let tables = TableList()
    /// Nil where duplicates are not looked for.
    var log: DuplicateLog?
    /// The periods named so far.
    var periods: [Period] = []
    let history: HistoryWatch
    /// The codes of the column that says the measures; nil where there is none.
    var codes: FigureCodes?
    /// The figures, held against each other at the end.
    var figures: FigureLog?
    /// Makes figures of the rows of all tables.
    var aggregator: RowAggregator?
    /// Keeps the columns of the fiscal year so far, of all tables.
    private(set) var accumulated: AccumulatedColumns?
    /// The stored values that bear on columns of the fiscal year so far.
    var needs: Set<AccumulatedNeed> = []
    /// The accounts and categories of all rows, by city and period.
    var codeLists: [PeriodCodes] = []
    /// The keys of all records, by city and period.
    var recordKeys: [RecordKeyList] = []
    /// How many rows the tables so far have.
    var rowCount = 0

    /// The columns of the fiscal year so far of the next table; nil where no
    /// table had any.
    func accumulate(_ writer: FindingWriter) -> AccumulatedColumns? {
        if let accumulated {
            accumulated.goOn(writer)
        } else {
            accumulated = AccumulatedColumns(writer)
        }
        return accumulated
    }

    init(_ context: IntakeContext, isOnlyTable: Bool, log: DuplicateLog? = nil) {
        self.isOnlyTable = isOnlyTable
        self.log = log
        history = HistoryWatch(PeerMetrics(context.standard))
    }
}
