import MetricSpec
import Testing

@testable import Submission

@Suite struct StoredCodesTests {
    @Test func `constants are the codes of the lists`() {
        #expect(StoredCodes.estimated == ObservationStatus.estimated.code)
        #expect(StoredCodes.notReported == ObservationStatus.notReported.code)
    }

    @Test(arguments: ObservationStatus.allCases)
    func `a status has a value where its list says so`(status: ObservationStatus) {
        #expect(StoredCodes.hasValue(status: status.code) == status.hasValue)
    }

    @Test(arguments: Variant.allCases)
    func `actual figures are those of two variants`(variant: Variant) {
        let isActual = variant == .actual || variant == .provisionalActual
        #expect(StoredCodes.isActual(variant: variant.code) == isActual)
    }

    @Test func `no status and no variant has a negative code`() {
        #expect(!StoredCodes.hasValue(status: -1))
        #expect(!StoredCodes.isActual(variant: -1))
    }
}
