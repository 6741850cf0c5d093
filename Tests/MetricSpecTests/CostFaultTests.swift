import Testing

@testable import MetricSpec

/// Costs compare on one basis, in one year's prices.
@Suite struct CostFaultTests {
    private static func perResident(_ costs: String, less: String = "") -> String {
        "{ratio: {numerator: [\(costs)], \(less) denominator: care/residents, "
            + "multiplier: 1000}}"
    }

    private static let direct = "care/staff, care/bought"

    private func faults(_ costs: String, less: String = "", more: String) -> [String] {
        WideSample.faults(
            Self.perResident(costs, less: less), unit: "usd-per-resident",
            more: "population: resident\n\(more)")
    }

    @Test(arguments: [
        (direct, "direct"), ("care/bought, care/staff", "direct"),
        (direct + ", care/capital", "direct_and_capital"),
        (direct + ", care/capital, care/overhead", "full"),
    ])
    func `each basis is made of its costs`(costs: String, basis: String) throws {
        // The first cost gives the unit of the sum, thousands or dollars.
        let multiplier = costs.hasPrefix("care/staff") ? "1000" : "1"
        let metric = try WideSample.tried(
            Self.perResident(costs).replacing("1000", with: multiplier),
            unit: "usd-per-resident", more: "population: resident\ncost_basis: \(basis)")
        #expect(metric.comparability.costBasis?.rawValue == basis)
    }

    @Test(arguments: [
        (direct, "full", "full cost is own_staff + purchased + capital_charge + overhead."),
        (direct, "direct_and_capital", "own_staff + purchased + capital_charge."),
        (direct + ", care/overhead", "direct", "direct cost is own_staff + purchased."),
        ("care/staff", "direct", "direct cost is own_staff + purchased."),
    ])
    func `a basis with other costs is refused`(costs: String, basis: String, message: String) {
        expectOneFault(faults(costs, more: "cost_basis: \(basis)"), "cost_basis", message)
    }

    @Test func `costs of several services are the same of each`() throws {
        let measures = try #require(WideSample.files["care/measures.yaml"])
        let roles = ["own_staff", "purchased", "capital_charge", "overhead", "revenue_offset"]
        let others = roles.map {
            "  - {name: bus-\($0.replacing("_", with: "-")), title: Bus, definition: Bus \($0)., "
                + "unit: usd, kind: flow, service: transit, cost: \($0)}\n"
        }
        func faults(_ costs: String) -> [String] {
            WideSample.faults([
                "care/measures.yaml": measures + others.joined(),
                "care/tried.yaml": WideSample.metric(
                    "{sum: [\(costs)]}", unit: "usd", more: "cost_basis: direct"),
            ])
        }
        #expect(faults(Self.direct + ", care/bus-own-staff, care/bus-purchased").isEmpty)
        expectOneFault(
            faults("care/staff, care/bus-purchased"), "cost_basis",
            "direct cost is own_staff + purchased.")
    }

    @Test func `costs that are added up say their basis`() {
        expectOneFault(faults(Self.direct, more: ""), "", "the key \"cost_basis\" is missing")
    }

    @Test func `revenue is taken off and not added`() {
        #expect(
            faults(Self.direct, less: "less: care/fees,", more: "cost_basis: direct").isEmpty)
        expectOneFault(
            faults(Self.direct + ", care/fees", more: "cost_basis: direct"), "formula.ratio",
            "revenue is taken off")
    }

    @Test func `only money has a cost basis`() {
        expectOneFault(
            WideSample.faults("{reported: care/calls}", unit: "count", more: "cost_basis: full"),
            "cost_basis", "only money has a cost basis")
    }

    @Test func `a service has all five costs or none`() throws {
        let dropped = try WideSample.faults(inMeasures: ", cost: overhead", "")
        expectOneFault(dropped, "services.care", "lacks overhead. Expected all five or none.")
        let twice = try WideSample.faults(inMeasures: "cost: overhead", "cost: purchased")
        #expect(twice.contains { $0.contains("care/bought is the purchased cost of care") })
        let homeless = try WideSample.faults(
            inMeasures: "service: care, cost: overhead", "cost: overhead")
        #expect(homeless.contains { $0.contains("a cost belongs to a service") })
    }

    @Test func `accounting bases and their words are read`() throws {
        let metric = try WideSample.tried(
            "{reported: care/budget}", unit: "usd",
            more: "accounting_basis: [modified_accrual, accrual]\nfiscal_years: any_ending")
        #expect(metric.comparability.accountingBases == [.modifiedAccrual, .accrual])
        #expect(metric.takesAnyFiscalYear)
        expectOneFault(
            WideSample.faults(
                "{reported: care/budget}", unit: "usd", more: "accounting_basis: [accural]"),
            "accounting_basis[0]", "Did you mean \"accrual\"?")
        expectOneFault(
            WideSample.faults(
                "{reported: care/budget}", unit: "usd", more: "fiscal_years: all"),
            "fiscal_years", "any_ending")
    }

    @Test func `prices belong to money`() throws {
        let metric = try WideSample.tried(
            "{reported: care/budget}", unit: "usd",
            more: "prices: {series: consumer, parity: true}")
        #expect(metric.prices == PriceRule(series: "consumer", hasParity: true))
        expectOneFault(
            WideSample.faults(
                "{reported: care/calls}", unit: "count", more: "prices: {series: consumer}"),
            "prices", "count is no money")
        expectOneFault(
            WideSample.faults(
                "{reported: care/budget}", unit: "usd", more: "prices: {series: consumers}"),
            "prices", "Did you mean \"consumer\"?")
    }

    @Test func `regional parity is never put on what is bought`() {
        expectOneFault(
            WideSample.faults(
                "{reported: care/bought}", unit: "usd",
                more: "prices: {series: consumer, parity: true}"),
            "prices", "care/bought is bought")
        #expect(
            WideSample.faults(
                "{reported: care/staff}", unit: "usd",
                more: "prices: {series: consumer, parity: true}"
            ).isEmpty)
    }
}
