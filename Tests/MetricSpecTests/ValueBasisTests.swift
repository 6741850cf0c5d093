import Testing

@testable import MetricSpec

/// What a value says of itself is stored in one small integer.
@Suite struct ValueBasisTests {
    @Test func `nothing stated is 0`() {
        #expect(ValueBasis().code == 0)
        #expect(ValueBasis(code: 0) == ValueBasis())
    }

    @Test func `each part has bits of its own`() {
        #expect(ValueBasis(cost: .direct).code == 1)
        #expect(ValueBasis(accounting: .cash).code == 8)
        #expect(ValueBasis(overhead: OverheadMethod.none).code == 64)
        #expect(ValueBasis(audit: .unaudited).code == 512)
        #expect(
            ValueBasis(cost: .full, accounting: .accrual, overhead: .flatRate, audit: .audited)
                .code == 3 + 3 * 8 + 5 * 64 + 3 * 512)
    }

    @Test func `every basis comes back from its code`() {
        for cost in [nil] + CostBasis.allCases.map(Optional.some) {
            for accounting in [nil] + AccountingBasis.allCases.map(Optional.some) {
                for overhead in [nil] + OverheadMethod.allCases.map(Optional.some) {
                    for audit in [nil] + AuditStatus.allCases.map(Optional.some) {
                        let basis = ValueBasis(
                            cost: cost, accounting: accounting, overhead: overhead,
                            audit: audit)
                        #expect(ValueBasis(code: basis.code) == basis)
                    }
                }
            }
        }
    }

    @Test func `only an audit stands for a figure`() {
        #expect(AuditStatus.allCases.filter(\.isVerified) == [.internallyAudited, .audited])
    }

    @Test func `the stored words stay as they are`() {
        #expect(CostBasis.allCases.map(\.rawValue) == ["direct", "direct_and_capital", "full"])
        #expect(
            AccountingBasis.allCases.map(\.rawValue) == ["cash", "modified_accrual", "accrual"])
        #expect(
            OverheadMethod.allCases.map(\.rawValue)
                == ["none", "direct", "step_down", "reciprocal", "flat_rate"])
        #expect(
            AuditStatus.allCases.map(\.rawValue)
                == ["unaudited", "internally_audited", "audited"])
        #expect(
            IncomparableReason.allCases.map(\.rawValue) == [
                "mode", "cost_basis", "accounting_basis", "part_above_whole", "not_closed",
                "out_of_range", "definition_break", "too_few_events",
                "not_certified", "succession",
            ])
    }
}
