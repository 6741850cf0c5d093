import MetricSpec
import Testing

@testable import Submission

@Suite struct UnitHintTests {
    @Test(arguments: [
        ("Opex ($000)", "money", 1_000.0), ("Ausgaben (Tsd. $)", "money", 1_000),
        ("Debt (USD million)", "money", 1e6), ("Budget ($)", "money", 1),
    ])
    func `amounts say their scale`(header: String, unit: String, multiplier: Double) {
        let hint = UnitHint(header: header)
        #expect(hint?.unit == unit)
        #expect(hint?.multiplier == multiplier)
    }

    @Test(arguments: [
        ("Rohrnetz (km)", "kilometres"), ("Refuse (t)", "tonnes"), ("Share %", "percent"),
        ("Positions (FTE)", "fte"), ("Overtime [hrs]", "hours"),
    ])
    func `brackets name units`(header: String, unit: String) {
        #expect(UnitHint(header: header)?.unit == unit)
    }

    @Test(arguments: ["Calls", "Debt (RSD + Town)", "Restatement (Y or N)", "Notes ()"])
    func `other headers give no hint`(header: String) {
        #expect(UnitHint(header: header) == nil)
    }

    @Test func `a unit of another dimension disagrees, and one of the same has a key`() throws {
        let standard = try Fixture.standard()
        let waiting = try #require(standard.measure("ops/waiting"))
        let hours = try #require(UnitHint(text: "hrs"))
        #expect(hours.agrees(with: waiting, in: standard) == true)
        #expect(hours.unitKey(for: waiting, in: standard) == "hours")
        let calls = try #require(standard.measure("ops/calls"))
        #expect(hours.agrees(with: calls, in: standard) == false)
        let minutes = try #require(UnitHint(text: "min"))
        #expect(minutes.unitKey(for: waiting, in: standard) == nil)
    }
}
