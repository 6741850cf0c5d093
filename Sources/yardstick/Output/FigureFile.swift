import Consortium
import MetricSpec
import Submission

/// The figures that were made of a file's rows, as a CSV of one row each.
struct FigureFile {
    /// The words that figures are told in.
    let context: IntakeContext
    private(set) var count = 0
    private var lines = [
        "measure,city,period,breakdown,variant,value,row_count,filter,digest"
    ]

    init(context: IntakeContext) { self.context = context }

    /// The whole file.
    var text: String { lines.joined(separator: "\n") + "\n" }

    /// Takes the figures of a batch.
    mutating func add(_ batch: CheckedBatch) {
        for (row, origin) in batch.aggregates.enumerated() {
            let cells = [
                context.standard.measures[Int(batch.measure[row])].id,
                context.cities.cities[Int(batch.city[row])].id,
                batch.periods[Int(batch.period[row])].text,
                context.breakdowns[Int(batch.breakdown[row])],
                Variant(code: batch.variant[row])?.rawValue ?? "",
                Self.number(batch.value[row]), "\(origin.rowCount)",
                Self.quoted(origin.filter), origin.digestText,
            ]
            lines.append(cells.joined(separator: ","))
            count += 1
        }
    }

    /// The shortest text of a number that reads back as it.
    private static func number(_ value: Double) -> String {
        let text = "\(value)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    /// The mapping that loads such a file, whatever it was made of.
    static let mapping: String = {
        let variants = Variant.allCases.map { "\($0.rawValue): \($0.rawValue)" }
        return """
            # Written by `yardstick aggregate`: put it into mappings/ to load such files.
            title: Figures made of records where these lie
            format: {encoding: utf-8, delimiter: ","}
            layout: long
            city: {column: city}
            period: {column: period}
            measure: {column: measure, prefix: ""}
            breakdown: {column: breakdown}
            variant: {column: variant, codes: {\(variants.joined(separator: ", "))}}
            value: {column: value}
            aggregate: {row_count: row_count, filter: filter, digest: digest}

            """
    }()
}
