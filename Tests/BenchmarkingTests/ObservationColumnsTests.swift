// Expected values are derived in each test.
import Benchmarking
import MetricSpec
import Testing

@Suite struct ObservationColumnsTests {
    private func columns(
        cities: [Int32], values: [Double] = [1, 2], months: [Int32] = [3, 3],
        statuses: [ObservationStatus] = [.normal, .normal]
    ) throws(ObservationFault) -> ObservationColumns {
        try ObservationColumns(
            measures: [0, 0], breakdowns: [0, 0], cities: cities,
            firstMonths: [24_318, 24_318], months: months, values: values, statuses: statuses)
    }

    @Test func `ascending rows are taken, with their periods`() throws {
        let columns = try columns(cities: [0, 1])
        #expect(columns.count == 2)
        #expect(columns.period(at: 1)?.text == "2026-Q3")
    }

    @Test(arguments: [[1, 0], [1, 1]] as [[Int32]])
    func `rows out of order and double keys are refused`(cities: [Int32]) {
        #expect(throws: ObservationFault.notAscending(row: 1)) { try columns(cities: cities) }
    }

    @Test(arguments: [Double.nan, .infinity])
    func `a value that is not finite is refused`(value: Double) {
        #expect(throws: ObservationFault.notFinite(row: 1)) {
            try columns(cities: [0, 1], values: [1, value])
        }
    }

    @Test func `what stands under a status without a value is not looked at`() throws {
        let columns = try columns(
            cities: [0, 1], values: [1, .nan], statuses: [.normal, .withheld])
        #expect(columns.count == 2)
    }

    @Test func `negative indexes, empty periods and unequal columns are refused`() {
        #expect(throws: ObservationFault.badNumber(row: 0)) { try columns(cities: [-1, 0]) }
        #expect(throws: ObservationFault.badNumber(row: 1)) {
            try columns(cities: [0, 1], months: [3, 0])
        }
        #expect(throws: ObservationFault.unequalColumns) { try columns(cities: [0]) }
    }

    @Test func `each fault says where and what was expected`() {
        #expect(
            ObservationFault.notAscending(row: 4).description
                == "observation 4 is not above the one before. Expected ascending order of "
                + "measure, breakdown, city, first month and months, each key once.")
    }
}
