import MetricSpec
import Testing

@testable import Consortium

/// Each fault of a peer group fires, with file, line and key.
@Suite struct PeerGroupFaultTests {
    private static let outside = [
        "../families.csv": "Area,Family\nAshford,1\nElsewhere,1\n",
        "../binary.csv": "a,b\n1,\0\n",
    ]

    private func faults(_ text: String) -> [String] {
        SampleFolder.faults(["peer-groups/g.yaml": text], outside: Self.outside)
    }

    @Test(arguments: ["title: G\n", "title: G\nlist: all\nrule: {attribute: a}\n"])
    func `a group has exactly one kind of membership`(text: String) {
        #expect(
            faults(text) == [
                "peer-groups/g.yaml:1:1: expected exactly one of list, own_lists, rule, neighbours."
            ])
    }

    @Test func `a group has a title`() {
        #expect(faults("list: all\n") == ["peer-groups/g.yaml:1:1: the key \"title\" is missing."])
    }

    @Test func `an unknown key is named with the one that was meant`() {
        #expect(
            faults("title: G\nlist: all\nminimun: 3\n") == [
                "peer-groups/g.yaml:3:10: minimun: the key \"minimun\" is not known here. Did "
                    + "you mean \"minimum\"?"
            ])
    }

    @Test func `a city that is in no list of cities is named where it stands`() {
        #expect(
            faults("title: G\nlist:\n  - Ashford\n  - Elsewhere\n") == [
                "peer-groups/g.yaml:4:5: list[1]: \"Elsewhere\" is not in cities.csv."
            ])
        #expect(
            faults("title: G\nown_lists:\n  Ashford: [Elsewhere]\n  Nowhere: [Ashford]\n") == [
                "peer-groups/g.yaml:3:13: own_lists.Ashford[0]: \"Elsewhere\" is not in "
                    + "cities.csv.",
                "peer-groups/g.yaml:4:12: own_lists.Nowhere: \"Nowhere\" is not in cities.csv.",
            ])
    }

    @Test func `a city that stands twice in a list is a fault, in whatever spelling`() {
        #expect(
            faults("title: G\nlist: [Ashford, bexley, ASHF]\n") == [
                "peer-groups/g.yaml:2:25: list[2]: \"ASHF\" stands here twice."
            ])
    }

    @Test func `an owner that stands twice is a fault, in whatever spelling`() {
        #expect(
            faults("title: G\nown_lists:\n  Ashford: [bexley]\n  ASHF: [st-john]\n") == [
                "peer-groups/g.yaml:4:9: own_lists.ASHF: \"ASHF\" stands here twice."
            ])
    }

    @Test func `a rule names an attribute or a measure, not both`() {
        let expected = ["peer-groups/g.yaml:2:7: rule: expected either attribute or measure."]
        #expect(faults("title: G\nrule: {from: 1}\n") == expected)
        #expect(faults("title: G\nrule: {attribute: a, measure: b/c}\n") == expected)
    }

    @Test(arguments: [("20", "10", "20.0", "10.0"), ("10", "10", "10.0", "10.0")])
    func `a band is not empty`(from: String, below: String, first: String, second: String) {
        #expect(
            faults("title: G\nrule: {attribute: a, from: \(from), below: \(below)}\n") == [
                "peer-groups/g.yaml:2:7: rule: from \(first) is not under below \(second)."
            ])
    }

    @Test func `a band's period is one`() {
        #expect(
            faults("title: G\nrule: {measure: a/b, period: Q3, from: 1}\n") == [
                "peer-groups/g.yaml:2:30: rule.period: \"Q3\" is no period. Expected one like "
                    + "2026-Q3."
            ])
    }

    @Test func `a minimum is at least 1`() {
        #expect(
            faults("title: G\nlist: all\nminimum: 0\n") == [
                "peer-groups/g.yaml:1:1: the minimum 0 is below 1."
            ])
    }

    @Test func `a day that is none is named where it stands`() {
        #expect(
            faults("title: G\nlist: all\nvalid: {from: 2026-13-01}\n") == [
                "peer-groups/g.yaml:3:15: valid.from: \"2026-13-01\" is not a date. Expected "
                    + "one like 2026-07-01."
            ])
    }

    @Test func `days that end before they begin are a fault`() {
        #expect(
            faults("title: G\nlist: all\nvalid: {from: 2026-01-01, to: 2025-01-01}\n") == [
                "peer-groups/g.yaml:3:8: valid: to is not after from."
            ])
    }

    // MARK: Read in place

    private func inPlace(_ file: String, _ mapping: String) -> [String] {
        faults("title: G\nlist: {from: {file: \(file), mapping: \(mapping)}}\n")
    }

    @Test func `a file that cannot be opened is a fault, as its opener says`() {
        #expect(
            inPlace("../gone.csv", "{city: Area}") == [
                "peer-groups/g.yaml:2:14: list.from: ../gone.csv cannot be read: no ../gone.csv "
                    + "beside peer-groups/g.yaml"
            ])
    }

    @Test func `a city of a file read in place must be known`() {
        #expect(
            inPlace("../families.csv", "{city: Area}") == [
                "peer-groups/g.yaml:2:14: list.from: ../families.csv, line 3: \"Elsewhere\" is "
                    + "not in cities.csv. Add it there as a name or alias, or leave the row out "
                    + "by where."
            ])
    }

    @Test func `a column of a file read in place must be there`() {
        #expect(
            inPlace("../families.csv", "{city: Town}") == [
                "peer-groups/g.yaml:2:14: list.from: ../families.csv has no column \"Town\"."
            ])
        #expect(
            inPlace("../families.csv", "{city: Area, where: {Scheme: A}}") == [
                "peer-groups/g.yaml:2:14: list.from: ../families.csv has no column \"Scheme\"."
            ])
    }

    @Test func `a mapping of a file read in place names its city`() {
        #expect(
            inPlace("../families.csv", "{owner: Area}") == [
                "peer-groups/g.yaml:2:47: list.from.mapping: the key \"city\" is missing."
            ])
    }

    @Test func `a file read in place that is no table is a fault`() {
        let found = inPlace("../binary.csv", "{city: a}")
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("peer-groups/g.yaml:2:14: list.from: ../binary.csv") == true)
    }

    @Test func `an attribute read in place has one value a city and day`() {
        let head = """
            id: a
            name: A
            standard: ./standard
            attributes:
              from:
                file: ../income.csv
                mapping: {city: Town, attribute: ATTRIBUTE, value: Income}

            """
        let outside = ["../income.csv": "Town,Income\nBexley,1\nAshford,2\nBEXLEY,3\n"]
        let place = "consortium.yaml:6:5: attributes.from: ../income.csv, line"
        let remedy = "Leave one out by where, or give them days that do not overlap."
        #expect(
            SampleFolder.faults(
                ["consortium.yaml": head.replacing("ATTRIBUTE", with: "income")],
                outside: outside)
                == ["\(place) 4: bexley has this attribute already. \(remedy)"])
        #expect(
            SampleFolder.faults(
                ["consortium.yaml": head.replacing("ATTRIBUTE", with: "population")],
                outside: ["../income.csv": "Town,Income\nAshford,2\n"])
                == ["\(place) 2: ashford has this attribute already. \(remedy)"])
    }
}
