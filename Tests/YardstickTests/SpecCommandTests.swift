import Foundation
import Testing

/// `yardstick spec ...` on standards in folders.
@Suite struct SpecCommandTests {
    private static let fixtures = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fixtures/broken-specs")

    private static var sound: String { fixtures.appendingPathComponent("sound").path }

    /// A copy of the sound standard in which a broken spec has taken a file's
    /// place.
    private static func broken(_ name: String) throws -> Scratch {
        let scratch = try Scratch()
        let folder = scratch.path + "/standard"
        try FileManager.default.copyItem(atPath: sound, toPath: folder)
        let spec = try String(
            contentsOf: fixtures.appendingPathComponent(name + ".yaml"), encoding: .utf8)
        let first = try #require(spec.split(separator: "\n").first)
        try scratch.write(spec, to: "standard/" + first.dropFirst("# in place of: ".count))
        return scratch
    }

    @Test func `the shipped standard has neither fault nor advice`() throws {
        let run = try Yardstick.run(["spec", "lint"])
        #expect(run.code == 0, "\(run)")
        #expect(run.output.hasSuffix("no faults.\n"), "\(run)")
        #expect(!run.output.contains("advice"), "\(run)")
    }

    @Test func `every broken spec ends lint with its message and code 2`() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.fixtures.path)
            .filter { $0.hasSuffix(".expected") }.map { $0.dropLast(".expected".count) }
        #expect(names.count >= 80)
        for name in names {
            let scratch = try Self.broken(String(name))
            let run = try Yardstick.run(["spec", "lint", "standard"], in: scratch.path)
            let expected = try String(
                contentsOf: Self.fixtures.appendingPathComponent(name + ".expected"),
                encoding: .utf8)
            #expect(run.code == 2, "\(run)")
            #expect(run.errors == "yardstick: \(expected)", "\(run)")
        }
    }

    @Test func `faults as JSON carry file, line, column and key`() throws {
        let scratch = try Self.broken("metric-multiplier-too-small")
        let run = try Yardstick.run(
            ["spec", "lint", "standard", "--format", "json"], in: scratch.path)
        #expect(run.code == 2, "\(run)")
        let fault = try #require(try run.list("faults").first)
        #expect(fault["file"] as? String == "fire/call-rate.yaml")
        #expect(fault["line"] as? Int == 9)
        #expect(fault["key"] as? String == "formula.ratio.multiplier")
    }

    @Test func `a measure that no metric uses is advice and no fault`() throws {
        let scratch = try Scratch()
        try FileManager.default.copyItem(
            atPath: Self.sound, toPath: scratch.path + "/standard")
        let measures = try scratch.text("standard/fire/measures.yaml")
        try scratch.write(
            measures + """
                  - name: drills
                    title: Drills
                    definition: Drills that were held in the period.
                    unit: count
                    kind: flow
                    service: fire-rescue

                """,
            to: "standard/fire/measures.yaml")
        let run = try Yardstick.run(["spec", "lint", "standard"], in: scratch.path)
        #expect(run.code == 0, "\(run)")
        #expect(
            run.output.contains("no metric uses fire/drills. Cities report it for nothing."),
            "\(run)")
    }

    @Test func `show explains a metric and the measures it is made of`() throws {
        let run = try Yardstick.run(
            ["spec", "show", "fire/call-rate", "--standard", Self.sound])
        #expect(run.code == 0, "\(run)")
        #expect(run.output.contains("\n    1000 x fire/calls / people/residents\n"), "\(run)")
        #expect(run.output.contains("Not comparable: a break at 2026-01-01"), "\(run)")
        #expect(run.output.contains("\nfire/calls\n    Calls\n"), "\(run)")
    }

    @Test func `show suggests the id that was meant`() throws {
        let run = try Yardstick.run(["spec", "show", "fire/call-rat", "--standard", Self.sound])
        #expect(run.code == 2, "\(run)")
        #expect(run.errors.contains("Did you mean \"fire/call-rate\"?"), "\(run)")
    }

    @Test func `list names the domains there are when one is unknown`() throws {
        let run = try Yardstick.run(["spec", "list", Self.sound, "--domain", "fier"])
        #expect(run.code == 2, "\(run)")
        #expect(run.errors.contains("It has: fire, water."), "\(run)")
    }

    @Test func `diff reads like a changelog`() throws {
        let scratch = try Scratch()
        try FileManager.default.copyItem(
            atPath: Self.sound, toPath: scratch.path + "/standard")
        try scratch.write(
            "id: sample\nversion: 1.3.0\ntitle: A small sound standard\n",
            to: "standard/standard.yaml")
        let text = try scratch.text("standard/fire/plan.yaml")
        try scratch.write(
            text.replacing("high_good", with: "no_judgement"), to: "standard/fire/plan.yaml")
        let run = try Yardstick.run(["spec", "diff", Self.sound, "standard"], in: scratch.path)
        #expect(
            run.output == """
                ## sample 1.3.0

                Compared with sample 1.2.0.

                ### Metrics

                Changed (1):

                - `fire/plan`: A plan for disasters
                  - Comparable: nothing that is counted has changed.
                  - polarity: high_good -> no_judgement

                """, "\(run)")
    }

    @Test func `lint in a consortium folder counts the minutes it allows`() throws {
        let consortium = try LanguageConsortium()
        let header = try consortium.folder.scratch.text("consortium/consortium.yaml")
        try consortium.folder.write(
            header + "\nburden: {minutes_per_service: 5}\n", to: "consortium.yaml")
        try consortium.folder.write(
            LanguageConsortium.police.replacing("kind: flow", with: "kind: flow\n    minutes: 2"),
            to: "standard/police/measures.yaml")
        // Offences, spending and training are flows: 3 x 2 minutes.
        let run = try consortium.folder.runLocally("spec", "lint")
        #expect(run.code == 0, "\(run)")
        #expect(
            run.output.contains(
                "advice: the measures of police cost a city 6 minutes a quarter, more than the 5 "),
            "\(run)")
    }

    @Test func `docs writes a page for every metric`() throws {
        let scratch = try Scratch()
        let run = try Yardstick.run(
            ["spec", "docs", "--standard", Self.sound, "--out", "docs"], in: scratch.path)
        #expect(run.code == 0, "\(run)")
        let pages = try scratch.files(below: "docs")
        #expect(pages["index.html"] != nil)
        #expect(pages["dictionary.csv"] != nil)
        let page = pages.first { $0.key.contains("call-rate") }
        let html = String(decoding: try #require(page).value, as: UTF8.self)
        #expect(html.contains("How often is the fire service called?"))
    }
}
