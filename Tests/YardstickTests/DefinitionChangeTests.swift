import Foundation
import Testing

/// A standard that changes: never silently, and with its breaks down to the
/// chart.
@Suite struct DefinitionChangeTests {
    private static let old = "Offences recorded by the police in the period."
    private static let new = "Offences reported to the police in the period."

    /// Birch's offences of two years, compared under version 1.0.0.
    private static func compared() throws -> LanguageConsortium {
        let consortium = try LanguageConsortium()
        let load = try consortium.load(
            "2026-Q3/all/long.csv",
            [
                LanguageConsortium.header, "birch,2025-Q3,police/offences,25,,,,,",
                "birch,2026-Q3,police/offences,30,,,,,",
            ])
        #expect(load.code == 0, "\(load)")
        for period in ["2025-Q3", "2026-Q3"] {
            let run = try consortium.compare(period)
            #expect(run.code == 0, "\(run)")
        }
        return consortium
    }

    private static func write(
        _ consortium: LanguageConsortium, version: String, changes: String = ""
    ) throws {
        try consortium.folder.write(
            "id: small\nversion: \(version)\ntitle: A small standard\n",
            to: "standard/standard.yaml")
        let text = LanguageConsortium.police.replacing(
            "definition: \(old)\n", with: "definition: \(new)\n\(changes)")
        try consortium.folder.write(text, to: "standard/police/measures.yaml")
    }

    /// An entry under `changes:` of the first measure.
    private static func change(restated: Bool) -> String {
        """
            changes:
              - version: 1.1.0
                date: 2026-01-01
                what: Reports count, not only records.
                comparable: false
                restated: \(restated)

        """
    }

    @Test func `offences grew by a fifth`() throws {
        let consortium = try Self.compared()
        #expect(
            try consortium.figure("police/growth", "birch", "value", period: "2026-Q3") == "20")
    }

    @Test func `another definition under the same version is refused`() throws {
        let consortium = try Self.compared()
        try Self.write(consortium, version: "1.0.0")
        let run = try consortium.compare("2026-Q3")
        #expect(run.code == 2, "\(run)")
        #expect(run.errors.contains("police/offences"), "\(run)")
        #expect(run.errors.contains("changes:"), "\(run)")
    }

    @Test func `a new version that does not name the change is refused`() throws {
        let consortium = try Self.compared()
        try Self.write(consortium, version: "1.1.0")
        let run = try consortium.compare("2026-Q3")
        #expect(run.code == 2, "\(run)")
        #expect(run.errors.contains("police/offences"), "\(run)")
    }

    @Test func `a declared break reaches figures, growth and the report`() throws {
        let consortium = try Self.compared()
        try Self.write(consortium, version: "1.1.0", changes: Self.change(restated: false))
        let run = try consortium.compare("2026-Q3")
        #expect(run.code == 0, "\(run)")
        #expect(
            try consortium.figure(
                "police/growth", "birch", "status, reason", period: "2026-Q3")
                == "not_comparable|definition_break")
        #expect(
            try consortium.figure(
                "police/offences-recorded", "birch", "value, comparable_from", period: "2026-Q3")
                == "30|2026-01-01")
        #expect(
            try consortium.folder.text(
                """
                select concat_ws('|', is_comparable, change) from member.metric_change
                where metric = 'police/offences-recorded' and city = 'birch'
                    and period = '2026-Q3' and breakdown = 'total'
                """) == "f")
        let report = try consortium.folder.run(
            "report", "--city", "birch", "--period", "2026-Q3", "--out", "pages")
        #expect(report.code == 0, "\(report)")
        let page = try consortium.folder.scratch.text("consortium/pages/birch.html")
        #expect(page.contains("Reports count, not only records."))
    }

    @Test func `a restated history is no break`() throws {
        let consortium = try Self.compared()
        try Self.write(consortium, version: "1.1.0", changes: Self.change(restated: true))
        let run = try consortium.compare("2026-Q3")
        #expect(run.code == 0, "\(run)")
        #expect(
            try consortium.figure("police/growth", "birch", "status, value", period: "2026-Q3")
                == "reported|20")
    }
}
