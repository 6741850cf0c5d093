import MetricSpec
import Testing

@testable import Consortium

/// What only the standard can tell about a folder.
@Suite struct StandardAgreementTests {
    private func standard() throws -> Standard {
        try StandardReader.read([
            ("standard.yaml", "id: s\nversion: 1.0.0\ntitle: S\n"),
            ("units.yaml", "units:\n  count: {label: calls, dimension: count}\n"),
            ("services.yaml", "services:\n  fire: {title: Fire, definition: Puts out fires.}\n"),
            (
                "fire/measures.yaml",
                """
                measures:
                  - {name: calls, title: C, definition: Counts calls., unit: count, kind: flow}
                """
            ),
            (
                "fire/answered.yaml",
                """
                title: Calls
                question: How many?
                definition: Takes calls as reported.
                formula: {reported: fire/calls}
                unit: count
                polarity: low_good
                kind: output
                uncertainty: events
                decimals: 0
                """
            ),
        ])
    }

    private func faults(_ changes: [String: String?]) throws -> [String] {
        let consortium = try SampleFolder.read(changes)
        let standard = try standard()
        do throws(SpecError) {
            try ConsortiumReader.check(consortium, against: standard)
            return []
        } catch {
            return error.issues.map(\.description)
        }
    }

    @Test func `a folder that fits its standard has no fault`() throws {
        let group = "title: G\nrule: {measure: fire/calls, from: 1}\nmetrics: [fire/*]\n"
        #expect(try faults(["peer-groups/g.yaml": group]) == [])
    }

    @Test func `a service that the standard has not is named with the one that was meant`() throws {
        let text = "city,service\nashford,fires\n"
        #expect(
            try faults(["services.csv": text]) == [
                "services.csv: the service \"fires\" of city \"ashford\" is not in the "
                    + "standard. Did you mean \"fire\"?"
            ])
    }

    @Test func `a metric that the standard has not is named with the one that was meant`() throws {
        let text = "title: G\nlist: all\nmetrics: [fire/answred, fire/answered]\n"
        #expect(
            try faults(["peer-groups/g.yaml": text]) == [
                "peer-groups/g.yaml: the metric \"fire/answred\" is not in the standard. Did "
                    + "you mean \"fire/answered\"?"
            ])
    }

    @Test func `a pattern that no metric matches is a fault`() throws {
        let text = "title: G\nlist: all\nmetrics: [water/*]\n"
        #expect(
            try faults(["peer-groups/g.yaml": text]) == [
                "peer-groups/g.yaml: the metric \"water/*\" is not in the standard."
            ])
    }

    @Test func `a measure that the standard has not is named with the one that was meant`() throws {
        let text = "title: G\nrule: {measure: fire/call, from: 1}\n"
        #expect(
            try faults(["peer-groups/g.yaml": text]) == [
                "peer-groups/g.yaml: the measure \"fire/call\" is not in the standard. Did you "
                    + "mean \"fire/calls\"?"
            ])
    }

    @Test func `all disagreements are told at once`() throws {
        let found = try faults([
            "services.csv": "city,service\nashford,water\nbexley,parks\n",
            "peer-groups/g.yaml": "title: G\nrule: {measure: a/b, from: 1}\nmetrics: [a/*]\n",
        ])
        #expect(found.count == 4)
    }
}
