import Testing

@testable import MetricSpec

/// Wholes, parts and sums among measures.
@Suite struct PartFaultTests {
    /// The sample with two more measures and keys for each.
    private func faults(_ small: String, _ large: String = "") -> [String] {
        let text =
            (SampleStandard.files["fire/measures.yaml"] ?? "")
                + """

                  - name: small
                    title: Small fires
                    definition: Counts each small fire.
                    unit: count
                    kind: flow
                \(small)
                  - name: large
                    title: Large fires
                    definition: Counts each large fire.
                    unit: count
                    kind: flow
                \(large)
                """
        return SampleStandard.issues(["fire/measures.yaml": text]).map(\.description)
    }

    @Test func `a measure may be a part of others, and a sum of its parts`() throws {
        let text =
            (SampleStandard.files["fire/measures.yaml"] ?? "")
            .replacing("    minutes: 2.5\n", with: "    minutes: 2.5\n    part_of: fire/rings\n")
                + """

                  - name: rings
                    title: Rings
                    definition: Counts each ring of a telephone.
                    unit: count
                    kind: flow
                    sum_of: {measures: [fire/calls, fire/rest], tolerance: 2}
                  - name: rest
                    title: Other rings
                    definition: Counts each ring that nobody answered.
                    unit: count
                    kind: flow
                """
        let standard = try SampleStandard.read(replacing: ["fire/measures.yaml": text])
        #expect(standard.measure("fire/calls")?.partOf == ["fire/rings"])
        #expect(
            standard.measure("fire/rings")?.sumOf
                == MeasureSum(parts: ["fire/calls", "fire/rest"], tolerance: 2))
        let fields = standard.measure("fire/rings")?.fields.filter { !$0.text.isEmpty }
        #expect(
            fields?.first { $0.name == "sum_of" }?.text
                == "fire/calls + fire/rest (to within 2)")
        #expect(fields?.first { $0.name == "sum_of" }?.isSubstance == false)
    }

    @Test func `an unknown part is named with the one that was meant`() {
        #expect(
            faults("    part_of: fire/larg").map { $0.hasSuffix("Did you mean \"fire/large\"?") }
                == [true])
        #expect(
            faults("", "    sum_of: {measures: [fire/smal, fire/calls], tolerance: 0}")
                .map { $0.hasSuffix("Did you mean \"fire/small\"?") } == [true])
    }

    @Test func `parts and wholes are of one dimension`() throws {
        let found = faults("    part_of: fire/residents")
        #expect(found.count == 1)
        #expect(
            found.first?.contains(
                "fire/residents is in persons and fire/small in count. Parts and wholes are of "
                    + "one dimension.") == true)
    }

    @Test func `a sum and its parts are of one kind`() {
        let text =
            (SampleStandard.files["fire/measures.yaml"] ?? "")
                + """

                  - name: commuters
                    title: Commuters
                    definition: Counts each person who came in during the period.
                    unit: persons
                    kind: flow
                  - name: around
                    title: Persons around
                    definition: Counts each person who lives in the city or came in.
                    unit: persons
                    kind: flow
                    sum_of: {measures: [fire/residents, fire/commuters], tolerance: 0}
                """
        let found = SampleStandard.issues(["fire/measures.yaml": text]).map(\.description)
        #expect(
            found.filter {
                $0.contains(
                    "fire/residents is a stock and fire/around a flow. Parts and their sum are of "
                        + "one kind.")
            }.count == 1, "\(found)")
        #expect(!found.contains { $0.contains("fire/commuters is a") })
    }

    @Test func `no measure is a part of itself`() {
        #expect(
            faults("    part_of: fire/small").map { $0.contains("fire/small -> fire/small") }
                == [true])
        let circle = faults("    part_of: fire/large", "    part_of: fire/small")
        #expect(circle.count == 2)
        #expect(circle.allSatisfy { $0.contains("a part of itself") })
    }

    @Test func `a whole may have a part that is a sum of others`() {
        #expect(
            faults(
                "    part_of: fire/large",
                "    sum_of: {measures: [fire/small, fire/calls], tolerance: 0}") == [])
    }

    @Test func `a sum has two parts or more, and a tolerance`() {
        #expect(
            faults("", "    sum_of: {measures: [fire/small], tolerance: 0}")
                .map { $0.contains("a sum has two parts or more") } == [true])
        #expect(
            faults("", "    sum_of: {measures: [fire/small, fire/calls]}")
                .map { $0.contains("\"tolerance\" is missing") } == [true])
        #expect(
            faults("", "    sum_of: {measures: [fire/small, fire/calls], tolerance: -1}")
                .map { $0.contains("-1 is no tolerance") } == [true])
    }
}
