import MetricSpec
import Testing

@testable import Consortium

/// What only the standard can tell about a folder.
@Suite struct StandardAgreementTests {
    private func standard() throws -> Standard {
        try StandardReader.read([
            ("standard.yaml", "id: s\nversion: 1.0.0\ntitle: S\n"),
            (
                "units.yaml",
                """
                dimensions: {count: {definition: Calls and the like., counted: true}}
                units:
                  count: {label: calls, dimension: count}
                """
            ),
            ("services.yaml", "services:\n  fire: {title: Fire, definition: Puts out fires.}\n"),
            (
                "fire/measures.yaml",
                """
                measures:
                  - {name: calls, title: C, definition: Counts calls., unit: count, kind: flow}
                """
            ),
            (
                "prices.yaml",
                "series: {cpi: {title: CPI, definition: Consumer prices., base: \"2017\"}}\n"
            ),
            (
                "recognition.yaml",
                """
                levels: [{id: bronze, title: Bronze, from: 50}]
                rules:
                  - {id: reported, title: R, points: 8,
                     coverage: {of: reported, measures: [fire/calls]}}
                  - id: data-inventory
                    title: Data inventory
                    points: 2
                    practice: {criterion: Keeps a list of its data., group: data, needed: 2,
                               checklist: [complete, public, current], evidence: [link]}
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
                meaningful_difference: {absolute: 5}
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

    @Test func `a price series that the standard has not is named once`() throws {
        let text = "series,period,value,vintage\ncpj,2017,1,2018-01-01\ncpj,2018,1,2019-01-01\n"
        #expect(
            try faults(["prices.csv": text]) == [
                "prices.csv: the price series \"cpj\" is not in the standard. Did you mean "
                    + "\"cpi\"?"
            ])
        #expect(try faults(["prices.csv": text.replacing("cpj", with: "cpi")]) == [])
    }

    private func practice(_ row: String) throws -> [String] {
        try faults(["practices.csv": "city,criterion,fulfilled,verdict\n\(row)\n"])
    }

    @Test func `a criterion is the id of a practice rule`() throws {
        #expect(try practice("ashford,data-inventory,2,met") == [])
        #expect(
            try practice("ashford,data-inventry,2,met") == [
                "practices.csv: the criterion \"data-inventry\" of city \"ashford\" is no practice "
                    + "rule of the standard. Did you mean \"data-inventory\"?"
            ])
        #expect(
            try practice("ashford,reported,,met") == [
                "practices.csv: the criterion \"reported\" of city \"ashford\" is no practice rule "
                    + "of the standard."
            ])
    }

    @Test func `met takes as many items as the rule needs`() throws {
        #expect(
            try practice("ashford,data-inventory,1,met") == [
                "practices.csv: \"data-inventory\" of city \"ashford\" is met with 1 items "
                    + "fulfilled, but 2 are needed."
            ])
        #expect(try practice("ashford,data-inventory,1,not_met") == [])
        #expect(try practice("ashford,data-inventory,,met") == [])
        #expect(try practice("ashford,data-inventory,3,met") == [])
    }

    private func evidence(_ text: String, _ verdict: String = "met") throws -> [String] {
        try faults([
            "practices.csv": "city,criterion,evidence,verdict\n"
                + "ashford,data-inventory,\(text),\(verdict)\n"
        ])
    }

    @Test func `met takes evidence of a kind that counts`() throws {
        let pieces = "document: plan | link: b.example"
        for text in ["link", "link: https://example.org", pieces, ""] {
            #expect(try evidence(text) == [], "\(text)")
        }
        #expect(try evidence("document", "not_met") == [])
        #expect(
            try evidence("document: plan") == [
                "practices.csv: \"data-inventory\" of city \"ashford\" is met by \"document: "
                    + "plan\", which is no evidence that counts. Expected link, each with a colon "
                    + "and the place behind it, if any."
            ])
    }

    @Test func `no more items are fulfilled than there are`() throws {
        #expect(
            try practice("ashford,data-inventory,4,met") == [
                "practices.csv: \"data-inventory\" of city \"ashford\": 4 items are fulfilled, but "
                    + "the checklist has 3."
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
