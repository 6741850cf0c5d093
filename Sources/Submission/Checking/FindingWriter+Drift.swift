import Consortium
import MetricSpec

extension FindingWriter {
    /// What the differences between a period and the one before are worth
    /// saying.
    func driftFindings(_ drift: CodeDrift) -> [Finding] {
        [
            movedAccounts(drift), renamedCodes(drift), vanishedCodes(drift), newCodes(drift),
        ].compactMap { finding in
            guard var finding else { return nil }
            finding.city = drift.city.map { context.cities.cities[Int($0)].id }
            finding.period = drift.period
            return finding
        }
    }
}
