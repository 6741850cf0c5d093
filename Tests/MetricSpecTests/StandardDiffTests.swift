import Testing

@testable import MetricSpec

/// What `spec diff` says, on two versions of the sound standard of the
/// broken specs.
@Suite struct StandardDiffTests {
    /// The sound standard, its version raised, with texts put in place of
    /// others.
    private static func changed(
        _ replacements: (file: String, old: String, new: String)..., version: String = "1.3.0"
    ) throws -> Standard {
        var files = try BrokenSpecTests.sound()
        files["standard.yaml"] = files["standard.yaml"]?.replacing("1.2.0", with: version)
        for (file, old, new) in replacements {
            let text = try #require(files[file])
            try #require(text.contains(old))
            files[file] = text.replacing(old, with: new)
        }
        return try BrokenSpecTests.read(files)
    }

    private static func diff(_ new: Standard) throws -> StandardDiff {
        StandardDiff(from: try BrokenSpecTests.read(try BrokenSpecTests.sound()), to: new)
    }

    @Test func `equal standards have no difference`() throws {
        let diff = try Self.diff(try Self.changed(version: "1.2.0"))
        #expect(diff.isEmpty)
        #expect(diff.description.hasSuffix("Nothing is different.\n"))
    }

    @Test func `a new note leaves values comparable`() throws {
        let diff = try Self.diff(
            try Self.changed(("fire/measures.yaml", "minutes: 5", "minutes: 7")))
        let change = try #require(diff.sections.first?.changed.first)
        #expect(change.id == "fire/calls")
        #expect(change.fields == [.init(name: "minutes", old: "5", new: "7")])
        #expect(change.verdict == .unaffected)
        #expect(diff.undeclared.isEmpty && diff.breaks.isEmpty)
    }

    @Test func `another definition without an entry under changes is undeclared`() throws {
        let diff = try Self.diff(
            try Self.changed(
                (
                    "fire/measures.yaml", "Calls to which the fire service was sent",
                    "Calls to which a crew was sent"
                )))
        #expect(diff.undeclared.map(\.id) == ["fire/calls"])
        #expect(diff.breaks.isEmpty)
    }

    @Test func `a declared break reaches every metric made of the measure`() throws {
        let diff = try Self.diff(
            try Self.changed(
                (
                    "fire/measures.yaml", "comparable: false}",
                    "comparable: false}\n      - {version: 1.3.0, date: 2027-01-01, "
                        + "what: Tests count too., comparable: false}"
                )))
        #expect(diff.undeclared.isEmpty)
        #expect(
            diff.breaks.map(\.id) == [
                "fire/calls", "fire/call-growth", "fire/call-index", "fire/call-rate",
                "fire/in-time-share", "fire/mean-minutes",
            ])
        #expect(
            diff.description.contains(
                """
                - `fire/calls`: Calls
                  - Not comparable: a break at 2027-01-01, history not restated (version 1.3.0). \
                Tests count too.
                """))
        #expect(
            diff.description.contains(
                "- `fire/call-rate`: Calls per 1,000 residents\n  - Through `fire/calls`: Not"))
    }

    @Test func `a restated history is no break`() throws {
        let diff = try Self.diff(
            try Self.changed(
                (
                    "fire/measures.yaml", "comparable: false}",
                    "comparable: false}\n      - {version: 1.3.0, date: 2027-01-01, "
                        + "what: Tests count too., comparable: false, restated: true}"
                )))
        #expect(diff.breaks.isEmpty)
        #expect(diff.description.contains("Comparable: earlier values were restated"))
    }

    @Test func `a metric that was replaced names its successor`() throws {
        var files = try BrokenSpecTests.sound()
        let removed = files.removeValue(forKey: "fire/plan.yaml")
        let plan = try #require(removed)
        files["fire/disaster-plan.yaml"] = plan + "supersedes: fire/plan\n"
        let diff = try Self.diff(try BrokenSpecTests.read(files))
        let metrics = try #require(diff.sections.first)
        #expect(metrics.kind == "metrics")
        #expect(metrics.added.map(\.id) == ["fire/disaster-plan"])
        #expect(metrics.removed.map(\.counterpart) == ["fire/disaster-plan"])
        #expect(
            diff.description.contains(
                "- `fire/plan`: A plan for disasters (now `fire/disaster-plan`)"))
    }

    @Test func `units, services and breakdowns are compared too`() throws {
        let diff = try Self.diff(
            try Self.changed(
                ("units.yaml", "label: acres", "label: acres of land"),
                ("services.yaml", "title: Water supply", "title: Drinking water"),
                ("breakdowns.yaml", "title: Under 15", "title: Children")))
        #expect(diff.sections.map(\.kind) == ["services", "units", "breakdowns"])
        #expect(diff.sections.flatMap(\.changed).allSatisfy { $0.verdict == nil })
    }
}
