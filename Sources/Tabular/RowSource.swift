/// What delivers rows of cells: a text, a sheet or JSON.
protocol RowSource: AnyObject {
    /// Fills a batch with at least one row, unless there are no more.
    ///
    /// Where rows have no cells of their own at their end, they get empty ones
    /// up to `width`.
    func fill(_ batch: RowBatch, width: Int) throws(TableError)
}
