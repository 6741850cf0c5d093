import Foundation
import MetricSpec
import Testing

@testable import Reporting

@Suite struct `the data dictionary` {
    private func pages() throws -> [String: String] {
        let files = DataDictionary.files(of: try DictionarySample.shared.get())
        return Dictionary(
            uniqueKeysWithValues: files.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) }
        )
    }

    private func page(_ name: String) throws -> String { try #require(try pages()[name]) }

    @Test func `has a page a metric, domain and proposal, an index and a table`() throws {
        #expect(
            try pages().keys.sorted() == [
                "dictionary.csv", "domain-fire.html", "index.html",
                "metric-fire--against-expected.html", "metric-fire--growth.html",
                "metric-fire--injury-rate.html", "metric-fire--net-cost.html",
                "metric-fire--turnout-time.html", "proposal-fire--calls-on-time.html",
            ])
    }

    @Test func `has the same bytes on two runs`() throws {
        #expect(try pages() == pages())
    }

    @Test func `links only to files and anchors that are there`() throws {
        let pages = try pages()
        for (name, text) in pages {
            for link in marks("href=\"", in: text) {
                let parts = link.split(separator: "#", omittingEmptySubsequences: false)
                let target = parts[0].isEmpty ? text : pages[String(parts[0])]
                let found = try #require(target, "\(name) links to \(link)")
                if parts.count > 1 { #expect(found.contains("id=\"\(parts[1])\""), "\(link)") }
            }
        }
    }

    @Test func `is read by everybody: headings, captions, landmarks, no script`() throws {
        for (name, text) in try pages() where name.hasSuffix(".html") {
            var level = 0
            for piece in text.components(separatedBy: "<h").dropFirst() {
                guard let digit = piece.first?.wholeNumberValue else { continue }
                #expect(digit <= level + 1, "\(name)")
                level = digit
            }
            #expect(text.components(separatedBy: "<h1").count == 2)
            for table in text.components(separatedBy: "<table").dropFirst() {
                let inner = table.drop { $0 != ">" }.dropFirst()
                #expect(inner.hasPrefix("<caption"))
            }
            let ids = marks(" id=\"", in: text)
            #expect(Set(ids).count == ids.count, "\(name)")
            for mark in ["<html lang=\"en\">", "<header>", "<main id=\"content\">", "<footer>"] {
                #expect(text.contains(mark))
            }
            for word in ["http:", "https:", "<script", "src=", "url(", "@import", "<link"] {
                #expect(!text.contains(word), "\(name) contains \(word)")
            }
        }
    }

    private func marks(_ opening: String, in text: String) -> [String] {
        text.components(separatedBy: opening).dropFirst().map { piece in
            String(piece.prefix { $0 != "\"" })
        }
    }

    @Test func `a metric page`() throws {
        try expectSnapshot(try page("metric-fire--net-cost.html"), named: "a metric page.html")
    }

    @Test func `an index of the dictionary`() throws {
        try expectSnapshot(try page("index.html"), named: "an index of the dictionary.html")
    }

    @Test func `a measure says what counts, where it is from and what work it is`() throws {
        let text = try page("domain-fire.html")
        for words in [
            "<h4>Counts</h4><ul><li>Overtime</li><li>=Pensions</li></ul>",
            "<h4>Does not count</h4><ul><li>Pay of volunteers</li></ul>",
            "<dd>Payroll by cost centre</dd>", "<dd>About 10 minutes.</dd>",
            "<dd>$0 to $5,000,000 for a quarter, $0 to $20,000,000 for a year. "
                + "Two thousand fire fighters at most.</dd>",
            "<dd>More than 30% and $1,000 from the same period a year earlier. "
                + "Pay moves slowly.</dd>",
            "<b>Does a settlement count?</b> Yes, when it is paid.",
            "<b>From 2025-07-01 (version 2.0.0):</b> Pensions count. Earlier figures were worked "
                + "out anew, so that all may be compared.",
            "<a href=\"metric-fire--net-cost.html\">Net cost of fire</a>",
        ] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test func `a change of a measure stands on the page of its metric`() throws {
        #expect(try page("metric-fire--growth.html").contains("(version 2.0.0):</b> Pensions"))
        #expect(!(try page("metric-fire--turnout-time.html").contains("Pensions count.")))
    }

    @Test func `standard weights stand in a table`() throws {
        let text = try page("metric-fire--injury-rate.html")
        #expect(text.contains("Weights of Quarter and rest, version 1"))
        #expect(text.contains("</span>0.25</td>") && text.contains("</span>0.75</td>"))
    }

    @Test func `a proposal says that nobody compares it and tells its new measures`() throws {
        let text = try page("proposal-fire--calls-on-time.html")
        #expect(
            text.contains(
                "Proposed on 2026-09-01 by Fire panel; comments until 2026-12-31; "
                    + "not yet decided."))
        #expect(text.contains("<p>All emergency calls.</p>"))
        #expect(text.contains("100 \u{00D7} "))
    }

    @Test func `a list of somebody else's codes is in the order of numbers`() throws {
        let text = try page("index.html")
        #expect(text.contains("</span>0-9, 10-17</td>"))
        #expect(text.contains("</span>blank</td>"))
    }
}
