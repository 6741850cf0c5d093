import Foundation
import MetricSpec
import Testing

@testable import Reporting

@Suite struct `a finished page` {
    private func pages() throws -> [HTMLPage] {
        let sample = try SampleConsortium()
        let inputs = try SampleConsortium.cities.indices.map(sample.input)
        return inputs.map(Report.cityPage) + [
            Report.cityPage(try DetailSample.input()),
            Report.indexPage(
                IndexInput(edition: sample.edition, cities: inputs.map(Report.summary))),
        ]
    }

    @Test func `has the same bytes on two runs`() throws {
        #expect(try pages() == pages())
    }

    @Test func `asks nobody for anything and runs no script`() throws {
        for page in try pages() {
            for word in ["http:", "https:", "<script", "src=", "url(", "@import", "<link"] {
                #expect(!page.text.contains(word), "\(page.fileName) contains \(word)")
            }
        }
    }

    @Test func `has a title first in every picture`() throws {
        for page in try pages() {
            let pictures = page.text.components(separatedBy: "<svg ").dropFirst()
            for picture in pictures {
                let opening = picture.prefix { $0 != ">" }
                #expect(opening.hasPrefix("role=\"img\""))
                #expect(picture.dropFirst(opening.count + 1).hasPrefix("<title>"))
            }
            #expect(!pictures.isEmpty)
        }
    }

    @Test func `has a caption first in every table`() throws {
        for page in try pages() {
            let tables = page.text.components(separatedBy: "<table").dropFirst()
            for table in tables {
                let inner = table.drop { $0 != ">" }.dropFirst()
                #expect(inner.drop(while: \.isWhitespace).hasPrefix("<caption>"))
            }
            #expect(!tables.isEmpty)
        }
    }

    @Test func `has one first heading, a language and landmarks`() throws {
        for page in try pages() {
            #expect(page.text.components(separatedBy: "<h1").count == 2)
            for mark in [
                "<html lang=\"en\">", "<header>", "<main id=\"content\">", "<footer>",
                "href=\"#content\"",
            ] {
                #expect(page.text.contains(mark), "\(page.fileName) lacks \(mark)")
            }
        }
    }

    @Test func `has headings that skip no level`() throws {
        for page in try pages() {
            var level = 0
            for piece in page.text.components(separatedBy: "<h").dropFirst() {
                guard let digit = piece.first?.wholeNumberValue else { continue }
                #expect(digit <= level + 1)
                level = digit
            }
        }
    }

    @Test func `has no id twice and no link to nowhere`() throws {
        for page in try pages() {
            let ids = marks(" id=\"", in: page.text)
            #expect(Set(ids).count == ids.count)
            #expect(Set(marks("href=\"#", in: page.text)).isSubset(of: ids))
        }
    }

    private func marks(_ opening: String, in text: String) -> [String] {
        text.components(separatedBy: opening).dropFirst().map { piece in
            String(piece.prefix { $0 != "\"" })
        }
    }

    @Test func `says that it is invented only if it is`() throws {
        for page in try pages() {
            #expect(page.text.contains("are made up to show how Yardstick works"))
        }
        let entry = try Fixture.entry(values: [1, 2, 3], own: 0)
        let real = Report.cityPage(try Fixture.input([entry], isInvented: false))
        #expect(!real.text.lowercased().contains("invented"))
    }

    @Test(arguments: ["<script>alert(1)</script>", "O'Hara & \"Sons\" <b>"])
    func `escapes whatever a city is called`(name: String) throws {
        let entry = try Fixture.entry(
            values: (0..<9).map(Double.init), own: 0)
        let input = try Fixture.input([entry], cityID: "c0", cityName: name)
        let index = Report.indexPage(
            IndexInput(edition: input.edition, cities: [Report.summary(of: input)]))
        for page in [Report.cityPage(input), index] {
            #expect(!page.text.contains("<script"))
            #expect(!page.text.contains("\"Sons\""))
            #expect(!page.text.contains("<b>,"))
            #expect(page.text.contains(name.contains("script") ? "&lt;script&gt;" : "O&#39;Hara"))
        }
    }

    @Test func `keeps the earlier figures where the latest is missing`() throws {
        let quarters = try [1, 2].map { try #require(Period(year: 2026, quarter: $0)) }
        var entry = try Fixture.missing(status: .late, values: [1, 2, 3, 4, 5])
        entry.history = quarters.map { HistoryPoint(period: $0, status: .reported, value: 4.5) }
        let text = Report.cityPage(try Fixture.input([entry])).text
        #expect(text.contains("<p class=\"value\"><span>no figure</span></p>"))
        #expect(text.contains("over time: Q1 2026 4.5, Q2 2026 4.5, Q3 2026 not here yet</title>"))
    }

    @Test func `makes no verdict`() throws {
        let allowed = "not that it is better or worse"
        for page in try pages() {
            let text = page.text.replacingOccurrences(of: allowed, with: "")
            for word in ["better", "worse", "significant", "improv"] {
                #expect(!text.contains("\(word) ") && !text.contains("\(word)."))
            }
        }
    }

    @Test func `a city page`() throws {
        let quarter = try #require(Period(year: 2025, quarter: 3))
        let entries = [
            try Fixture.entry(
                values: [4.2, 5, 5.5, 6, 6.5, 7, 7.5, 8], own: 0,
                history: [HistoryPoint(period: quarter, status: .reported, value: 4.9)]),
            try Fixture.entry(Fixture.noJudgement, values: [1.2, 1, 1.1, 1.4, 1.3], own: 0),
            try Fixture.missing(
                "police/property-crime", status: .notProvided, values: [5, 6, 7, 8]),
        ]
        let page = Report.cityPage(try Fixture.input(entries, cityName: "Alba & \"Sons\""))
        try expectSnapshot(page.text, named: "a city page.html")
    }

    @Test func `an index page`() throws {
        let inputs = try ["Bell", "Alba"].enumerated().map { index, name in
            try Fixture.input(
                [try Fixture.entry(values: [4.2, 5, 5.5, 6, 6.5, 7, 7.5, 8], own: index)],
                cityID: "c\(index)", cityName: name)
        }
        let page = Report.indexPage(
            IndexInput(edition: try Fixture.edition(), cities: inputs.map(Report.summary)))
        try expectSnapshot(page.text, named: "an index page.html")
    }
}
