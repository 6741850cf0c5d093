import MetricSpec

/// The mapping of the sheet of figures, saved as CSV.
///
/// It is the same for every city, period and standard: city, period, measure
/// and breakdown stand in each row by their ids.
public enum TemplateMapping {
    /// The text of `mappings/template.yaml`.
    ///
    /// - Parameter decimalComma: whether the spreadsheet programs of the
    ///   senders write 1,5 for one and a half.
    public static func text(decimalComma: Bool = false) -> String {
        // Each word of the list stands for itself.
        let codes = ObservationStatus.allCases.map { "\($0.rawValue): \($0.rawValue)" }
            .joined(separator: ", ")
        let format = decimalComma ? "format: {decimal: \",\"}\n" : ""
        return """
            # Reads the sheet Figures of the workbook that `yardstick spec template` writes,
            # saved as CSV UTF-8. Put this into mappings/; it serves all cities and periods.
            title: The sheet Figures of the template, saved as CSV
            files: ["*/*/*-template.csv"]
            \(format)layout: long
            # Rows that are still to be filled in bring nothing, and take nothing back.
            where:
              \(FigureColumn.check.header): [\(filled)]
            city: {column: \(FigureColumn.city.header)}
            period:
              column: \(FigureColumn.period.header)
              calendar: {year_starts: 1}
            measure: {column: \(FigureColumn.measure.header), prefix: ""}
            breakdown: {column: \(FigureColumn.breakdown.header)}
            value: {column: \(FigureColumn.value.header)}
            status:
              column: \(FigureColumn.status.header)
              codes: {\(codes)}
            explanation: {column: \(FigureColumn.explanation.header)}
            audit_status: {column: \(FigureColumn.auditStatus.header)}
            cost_basis: {column: \(FigureColumn.costBasis.header)}
            overhead_method: {column: \(FigureColumn.overheadMethod.header)}
            accounting_basis: {column: \(FigureColumn.accountingBasis.header)}
            ignore:
            \(ignored.map { "  - \"\($0)\"" }.joined(separator: "\n"))

            """
    }

    /// What the column Check says of rows with something in them.
    private static var filled: String {
        CheckFormulas.Word.allCases.filter { $0 != .open }.map { "\"\($0.rawValue)\"" }
            .joined(separator: ", ")
    }

    /// Columns that help the sender and bring nothing.
    private static var ignored: [String] {
        let dated = [FigureColumn.yearBefore, .previous].map { $0.header + "*" }
        let plain: [FigureColumn] = [
            .title, .group, .service, .unit, .change, .lowest, .highest, .changePercent,
            .changeAbsolute,
        ]
        return dated + plain.map(\.header)
    }
}
