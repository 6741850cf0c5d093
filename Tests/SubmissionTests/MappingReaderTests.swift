import MetricSpec
import Tabular
import Testing

@testable import Submission

/// The issues of a mapping's text, as an editor would show them.
private func issues(_ yaml: String) -> [String] {
    do {
        _ = try Fixture.mapping(yaml)
        return []
    } catch let error as SpecError {
        return error.issues.map(\.description)
    } catch {
        return ["\(error)"]
    }
}

@Suite struct MappingReaderTests {
    @Test func `a whole mapping is read`() throws {
        let mapping = try Fixture.mapping(
            """
            title: Quarterly finance return
            files: ["*/harbour-point/finance*.csv"]
            sender: harbour-point
            format: {type: csv, encoding: latin-1, delimiter: ";", header_row: 4, decimal: ",",
                     thousands: ".", negative: parentheses}
            layout: long
            city: {column: City}
            period: {column: Quarter, calendar: {year_starts: 10, year_named: end},
                     style: quarter-end-date}
            breakdown: {constant: total}
            variant: {constant: budget}
            status: {column: status, codes: {e: estimated}}
            missing: {n/a: not_collected}
            measure: {column: measure, codes: {C: ops/calls}, ignore_codes: [x]}
            value: {column: value, multiplier: 1000, unit: count}
            where: {Kind: Real}
            ignore: [Note]
            personal: [Name]
            """)
        #expect(mapping.name == "test")
        #expect(mapping.sender == "harbour-point")
        #expect(mapping.table.encoding == "iso-8859-1")
        #expect(mapping.table.headerRow == 4)
        #expect(mapping.numbers.decimal == UInt8(ascii: ","))
        #expect(mapping.numbers.negative == .parentheses)
        #expect(mapping.numbers.areGiven)
        #expect(mapping.periodStyle == .quarterEndDate)
        #expect(mapping.calendar == .fixed(try #require(FiscalCalendar(yearStarts: 10))))
        #expect(mapping.variant.constant == .budget)
        #expect(mapping.value?.factor == ExactFactor(1000))
        #expect(mapping.missing == ["n/a": .notCollected])
        #expect(mapping.text.hasPrefix("title: Quarterly"))
    }

    @Test func `marks of numbers are given one by one`() throws {
        let keys = Fixture.longKeys
        let all = try Fixture.mapping(
            keys + "\nformat: {decimal: \".\", thousands: none, negative: sign, "
                + "grouping: indian}\n"
        ).numbers
        #expect(all.areGiven)
        #expect(all.thousands == nil)
        #expect(all.grouping == .indian)
        #expect(try !Fixture.mapping(keys).numbers.areGiven)
        #expect(
            issues(keys + "\nformat: {grouping: two}\n") == [
                "mappings/test.yaml:7:20: format.grouping: \"two\" is not one of the words allowed "
                    + "here. Allowed: three, indian."
            ])
    }

    @Test func `a path to records is names with points between them`() throws {
        let keys = Fixture.longKeys
        let format = try Fixture.mapping(keys + "\nformat: {rows: \"features[].properties\"}\n")
            .table
        #expect(format.records?.description == "features[].properties")
        #expect(issues(keys + "\nformat: {rows: a..b}\n").first?.contains("is no path") == true)
        #expect(
            issues(keys + "\nformat: {type: csv, rows: a}\n").first?.contains(
                "rows means nothing in a file of type csv") == true)
    }

    @Test func `a typo in a key is an error with file, line and the word meant`() {
        #expect(
            issues(Fixture.longKeys + "\nmissin: {x: withheld}\n") == [
                "mappings/test.yaml:7:9: missin: the key \"missin\" is not known here. "
                    + "Did you mean \"missing\"?"
            ])
    }

    @Test func `a measure that the standard does not have is an error`() {
        let found = issues(Fixture.wideKeys.replacing("ops/staff", with: "ops/staf"))
        #expect(found.count == 1)
        #expect(found.first?.contains("has no measure \"ops/staf\". Did you mean") == true)
        #expect(found.first?.hasPrefix("mappings/test.yaml:7:") == true)
    }

    @Test func `missing keys are named`() {
        let found = issues("title: x\nlayout: wide\n")
        for key in ["city", "period", "values"] {
            #expect(found.contains { $0.contains("the key \"\(key)\" is missing") }, "\(key)")
        }
    }

    @Test(
        arguments: [
            ("layout: long", "layout: lonk", "Did you mean \"long\"?"),
            ("{column: City}", "{}", "expected a place"),
            ("{column: City}", "{path: \"*.csv\"}", "no path with {city}"),
            ("{column: City}", "Springfield", "expected keys and values"),
            ("{column: Period}", "{column: P, style: fiscal}", "not one of the words"),
            ("{column: Period}", "{column: P, calendar: {year_starts: 13}}", "13 is no month"),
            ("{column: Value}", "{column: Value, multiplier: many}", "is not a number"),
            ("{column: Value}", "{column: Value, multiplier: 0}", "no multiplier"),
            (
                "{column: Value}", "{column: Value, unit: usd}",
                "usd (money) cannot be converted to count (count)"
            ),
            ("title: Long", "title: Long\nformat: {delimiter: \"::\"}", "is no mark"),
            ("title: Long", "title: Long\nformat: {thousands: \".\"}", "the same mark"),
            ("title: Long", "title: Long\nformat: {encoding: klingon}", "not one of the words"),
            ("title: Long", "title: Long\nformat: {header_row: 0}", "0 is no line"),
            ("title: Long", "title: Long\nmissing: {x: normal}", "a mark for a missing value"),
            ("title: Long", "title: Long\nvariant: {constant: buget}", "Did you mean \"budget\""),
            ("title: Long", "title: Long\nvalues: []", "belongs to the layout wide"),
            ("title: Long", "title: Long\npersonal: [city]", "is personal and mapped"),
        ])
    func `what does not fit is an error`(part: String, wrong: String, message: String) {
        let found = issues(Fixture.longKeys.replacing(part, with: wrong))
        #expect(found.contains { $0.contains(message) }, "\(found)")
        #expect(found.allSatisfy { $0.hasPrefix("mappings/test.yaml:") })
    }

    @Test func `text that is no YAML is an error with its line`() {
        #expect(issues("title: [x\n").first?.hasPrefix("mappings/test.yaml:") == true)
        #expect(!issues("").isEmpty)
    }
}

@Suite struct PathTemplateTests {
    @Test(
        arguments: [
            ("{period}/{city}/*.csv", "a/2026-Q3/ayr/x.csv", ["period": "2026-Q3", "city": "ayr"]),
            ("*/FISCIN{period}.csv", "2016/FISCIN16.csv", ["period": "16"]),
            ("{city}_{period}.csv", "q/st_john_2026.csv", ["city": "st", "period": "john_2026"]),
            ("{city}.csv", "ayr.csv", ["city": "ayr"]),
        ] as [(String, String, [String: String])])
    func `names are taken from the end of a path`(
        template: String, path: String, expected: [String: String]
    ) throws {
        #expect(try #require(PathTemplate(template)).match(path) == expected)
    }

    @Test(
        arguments: [
            ("*/FISCIN{period}.csv", "FISCIN16.csv"), ("*/FISCIN{period}.csv", "a/FISCIN.csv"),
            ("{city}.csv", "ayr.txt"), ("{period}/{city}/*.csv", "ayr/x.csv"),
        ])
    func `a path that differs does not match`(template: String, path: String) throws {
        #expect(try #require(PathTemplate(template)).match(path) == nil)
    }

    @Test(arguments: ["{town}.csv", "{city.csv", ""])
    func `a template with unknown names is none`(template: String) {
        #expect(PathTemplate(template) == nil)
    }
}

@Suite struct GlobTests {
    @Test(
        arguments: [
            ("*/a*.csv", "x/ab.csv", true), ("*/a*.csv", "x/y/ab.csv", false),
            ("**/a.csv", "x/y/a.csv", true), ("**/a.csv", "a.csv", true), ("a?c", "abc", true),
            ("a?c", "a/c", false), ("**", "x/y", true), ("*", "x/y", false), ("a", "ab", false),
            ("*.csv", ".csv", true), ("a*b*c", "a1b2b3c", true), ("a*b*c", "a1b2b3", false),
        ])
    func `a star stays in its folder, two stars cross`(
        pattern: String, text: String, isMatch: Bool
    ) {
        #expect(Glob(pattern).matches(text) == isMatch)
    }

    @Test func `all mappings that serve a file are candidates`() throws {
        let one = try Fixture.mapping(Fixture.longKeys + "\nfiles: \"*/ayr/*.csv\"\n")
        let two = try Fixture.mapping(Fixture.longKeys + "\nfiles: [\"**/calls.csv\"]\n")
        let none = try Fixture.mapping(Fixture.longKeys)
        func count(_ path: String) -> Int {
            MappingMatcher.candidates(for: path, among: [one, two, none]).count
        }
        #expect(count("2026-Q3/ayr/calls.csv") == 2)
        #expect(count("2026-Q3/ayr/staff.csv") == 1)
        #expect(count("2026-Q3/elm/staff.csv") == 0)
    }
}
