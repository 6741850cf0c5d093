import Consortium
import MetricSpec

extension Rule {
    /// What the file holds was counted for another city or period before.
    static let duplicateInStore = Rule(
        id: "duplicate-in-store", severity: .warning,
        title: "What the file holds was counted before",
        remedy: "Take out of the file what was counted, or withdraw the earlier submission")
}

extension FindingWriter {
    /// The whole file is one that was counted for other cities or periods.
    func sameContent(_ content: SameContent) -> Finding {
        finding(
            .duplicateInStore,
            problem: "the file is, byte for byte, \(content.file) of submission "
                + "\(content.submission), which was counted for \(content.place)",
            expected: "a file of its own for each city and period",
            remedy: "Send the file that was meant, or withdraw the earlier submission")
    }

    /// Records that an earlier submission brought for another period.
    func countedBefore(
        _ counted: CountedBefore, of rows: Int, firstLine: Int, column: Int
    ) -> Finding {
        let count = counted.keys.count
        let city = context.cities.cities[Int(counted.city)].id
        var finding = finding(
            .duplicateInStore, row: firstLine, column: column,
            problem: "\(count) of \(rows) records\(count == 1 ? "" : ", the first of them here,") "
                + "of \(city) for \(counted.period.text) "
                + "\(count == 1 ? "was" : "were") counted for \(counted.earlier.text) already "
                + "(submission \(counted.submission))",
            expected: "records that were not counted for another period",
            remedy: Rule.duplicateInStore.remedy)
        finding.city = city
        finding.period = counted.period
        return finding
    }
}
