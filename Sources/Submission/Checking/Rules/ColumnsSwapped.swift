extension Rule {
    /// Two columns seem to stand under each other's headers.
    static let columnsSwapped = Rule(
        id: "columns-swapped", severity: .warning, title: "Two columns seem to be swapped",
        remedy: "Compare both columns with their headers, and send the file again if they are "
            + "swapped")
}

extension FindingWriter {
    /// The figures of two columns are likely the other way round only.
    func columnsSwapped(_ swap: SwapWatch.Swap, line: Int?) -> Finding {
        finding(
            .columnsSwapped, row: line, column: swap.first,
            problem: "the figures under \(Self.quoted(header[swap.first])) are unlikely for it and "
                + "likely for \(Self.quoted(header[swap.second])), and the other way round "
                + "(\(swap.figures) figures)",
            found: header[swap.first],
            expected: "figures like those of a year before, or plausible ones",
            remedy: Rule.columnsSwapped.remedy)
    }
}
