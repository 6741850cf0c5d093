import Foundation
import Testing

@testable import Reporting

@Suite struct `the answer to a file` {
    private func input(
        _ verdict: ReplyInput.Verdict = .partly, groups: [ReplyInput.Group]? = nil
    ) -> ReplyInput {
        var input = ReplyInput(
            consortium: "River <cities>", isInvented: true, file: "return & more.csv",
            verdict: verdict, mapping: "quarterly")
        input.rows = 12
        input.values = 24
        input.accepted = 21
        input.rejected = 3
        input.copy = "return.annotated.xlsx"
        input.notes = ["It is stored as submission 7."]
        input.groups = groups ?? Self.groups
        return input
    }

    private static let groups = [
        ReplyInput.Group(
            weight: .warning, rule: "outside-plausible-range", title: "A value is unlikely",
            column: "column C \"Calls\"", places: "line 9", count: 1,
            problem: "9999999 is outside 0 to 5000", remedy: "Look at the cell"),
        ReplyInput.Group(
            weight: .error, rule: "not-a-number", title: "A cell is not a number",
            column: "column D \"<b>Staff</b>\"", places: "lines 14, 17, 22 and 31 more", count: 34,
            problem: "\"1,2O4\" is not a number. Expected a number like 1,204",
            remedy: "Correct the cell"),
        ReplyInput.Group(
            weight: .info, rule: "encoding-guessed", title: "The encoding is a guess",
            column: nil, places: "", count: 1, problem: "the file is read as Windows-1252",
            remedy: nil),
    ]

    @Test func `as a page is the snapshot`() throws {
        try expectSnapshot(Report.replyPage(input()).text, named: "an answer to a file.html")
    }

    @Test func `as a mail is the snapshot`() throws {
        try expectSnapshot(Report.replyMail(input()), named: "an answer to a file.txt")
    }

    @Test func `escapes what senders and files say`() {
        let text = Report.replyPage(input()).text
        #expect(text.contains("return &amp; more.csv"))
        #expect(text.contains("&lt;b&gt;Staff"))
        #expect(!text.contains("<b>Staff"))
    }

    @Test func `lists errors before warnings before what is worth knowing`() throws {
        for text in [Report.replyPage(input()).text, Report.replyMail(input())] {
            let places = try ["To be corrected", "To be looked at", "Worth knowing"].map {
                try #require(text.range(of: $0)?.lowerBound)
            }
            #expect(places == places.sorted())
        }
    }

    @Test(arguments: [
        (ReplyInput.Verdict.accepted, "all 24 values are accepted", "Nothing has to be done"),
        (.partly, "3 of 24 values are not accepted", "The other values stand"),
        (.rejected, "nothing of this file can be used yet", "send it again"),
        (.notServed, "nobody has said yet", "will write the mapping"),
    ])
    func `says what became of the file and what to do`(
        verdict: ReplyInput.Verdict, headline: String, step: String
    ) {
        let input = input(verdict, groups: [])
        #expect(input.headline.contains(headline))
        #expect(input.nextStep.contains(step))
        for text in [Report.replyPage(input).text, Report.replyMail(input)] {
            #expect(text.contains(headline) && text.contains(step))
        }
    }

    @Test func `runs no script and asks nobody for anything`() {
        let text = Report.replyPage(input()).text
        for word in ["http:", "https:", "<script", "src=", "url(", "@import", "<link"] {
            #expect(!text.contains(word), "\(word)")
        }
        #expect(text.components(separatedBy: "<h1").count == 2)
        #expect(Report.replyPage(input()) == Report.replyPage(input()))
    }
}
