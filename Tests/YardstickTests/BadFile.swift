import Testing

/// A file in which something is wrong, and what must be said about it.
struct BadFile: Sendable, CustomTestStringConvertible {
    /// What is wrong, as the end of a sentence.
    let testDescription: String
    /// Its name below submissions/2026-Q3/ashford; its start picks the mapping.
    let name: String
    let bytes: [UInt8]
    /// The rule that says so.
    let rule: String
    /// Where, what, expected and remedy, as they must be worded.
    let words: [String]
    /// Its values that are accepted.
    let accepted: Int

    init(
        _ description: String, rule: String, words: [String], accepted: Int = 0,
        name: String = "long.csv", _ bytes: some Sequence<UInt8>
    ) {
        testDescription = description
        self.name = name
        self.bytes = Array(bytes)
        self.rule = rule
        self.words = words
        self.accepted = accepted
    }

    init(
        _ description: String, rule: String, words: [String], accepted: Int = 0,
        name: String = "long.csv", lines: String...
    ) {
        self.init(
            description, rule: rule, words: words, accepted: accepted, name: name,
            lines.map { $0 + "\n" }.joined().utf8)
    }

    var path: String { "submissions/2026-Q3/ashford/" + name }

    static let header = "city,period,measure,value"
    static let good = "ashford,2026-Q3,people/population,51000"
}

extension BadFile {
    /// Files of which nothing can be used.
    static let unusable = [
        BadFile(
            "an Excel workbook that is cut off", rule: "not-a-table",
            words: ["long.csv: the workbook is cut off or damaged", "Excel"],
            [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00] + Array("xl/workbook.xml".utf8)),
        BadFile(
            "a letter", rule: "mapped-column-missing",
            words: [
                "long.csv, line 1: the column \"city\" is not in the header",
                "Add the new name to the mapping",
            ],
            lines: "Dear colleagues", "please find our figures below", "Kind regards"),
        BadFile(
            "a picture", rule: "not-a-table",
            words: ["long.csv: this is a JPEG picture, not a table", "save it as CSV (UTF-8)"],
            [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, 0x4A, 0x46, 0x49, 0x46, 0x00, 0x01]),
        BadFile(
            "bytes of no format that is known", rule: "not-a-table",
            words: ["long.csv, line 1: there is a NUL byte", "this is not a text file"],
            (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 97 &+ $0 / 7) }),
        BadFile(
            "nothing", rule: "not-a-table", words: ["long.csv: the file is empty", "Send"],
            []),
        BadFile(
            "a quote that is never closed", rule: "not-a-table",
            words: ["long.csv, line 2", "quote"],
            lines: header, "ashford,2026-Q3,\"people/population,51000",
            "barton,2026-Q3,people/population,62000"),
        BadFile(
            "a NUL byte", rule: "not-a-table", words: ["long.csv, line 3", "NUL"],
            Array("\(header)\n\(good)\nbarton,2026-Q3,people/pop".utf8) + [0]
                + Array("ulation,62000\n".utf8)),
        BadFile(
            "a cell longer than 1 MiB", rule: "not-a-table",
            words: ["long.csv, line 3, column D", "1 MiB"],
            lines: header, good,
            "barton,2026-Q3,people/population," + String(repeating: "7", count: 1 << 20 | 1)),
        BadFile(
            "a mapped column gone", rule: "mapped-column-missing",
            words: [
                "wide.csv, line 1: the column \"offences\" is not in the header",
                "it has \"city\", \"period\", \"population\", \"ofences\"",
                "It is probably column D \"ofences\" (written almost alike",
                "write column: [offences, ofences] in the mapping",
                "or mark the column optional: true",
            ],
            name: "wide.csv", lines: "city,period,population,ofences",
            "ashford,2026-Q3,51000,120"),
    ]

    /// Files of which some values are rejected, and the others accepted.
    static let partlyUsable = [
        BadFile(
            "a row with a cell too many", rule: "ragged-row",
            words: [
                "long.csv, line 3: the row has 5 cells, the header 4", "Expected 4 cells",
                "in quotes",
            ],
            accepted: 1, lines: header, good, "barton,2026-Q3,people/population,62,000"),
        BadFile(
            "a row with a cell too few", rule: "ragged-row",
            words: ["long.csv, line 2: the row has 3 cells, the header 4"],
            accepted: 1, lines: header, "barton,2026-Q3,62000", good),
        BadFile(
            "a cell of a megabyte", rule: "not-a-number",
            words: ["long.csv, line 3, column D", "is not a number (too long)"],
            accepted: 1, lines: header, good,
            "barton,2026-Q3,people/population," + String(repeating: "7", count: 1_000_000)),
        BadFile(
            "a city that is not in cities.csv", rule: "unknown-city",
            words: [
                "long.csv, line 3, column A", "\"Bartonn\" is no city of cities.csv",
                "Expected an id, name or alias of cities.csv", "Did you mean \"Barton\"",
                "add it to the aliases in cities.csv",
            ],
            accepted: 1, lines: header, good, "Bartonn,2026-Q3,people/population,62000"),
        BadFile(
            "a period that is none", rule: "unknown-period",
            words: [
                "long.csv, line 3, column B", "\"2026-Q5\" cannot be read as a period",
                "Expected one like 2026-Q3, 2026-07 or 2026", "Correct it",
            ],
            accepted: 1, lines: header, good, "barton,2026-Q5,people/population,62000"),
        BadFile(
            "a number with two decimal marks", rule: "not-a-number",
            words: [
                "long.csv, line 3, column D", "\"62.000.5\" is not a number (two decimal marks)",
                "Expected a number like 1204.5", "decimal mark \".\" by default",
            ],
            accepted: 1, lines: header, good, "barton,2026-Q3,people/population,62.000.5"),
        BadFile(
            "two figures for one key", rule: "duplicate-different",
            words: [
                "long.csv, line 3, column D", "is \"62000\" here and \"62001\" in line 4",
                "Expected one figure", "none of them was accepted", "2 times: lines 3 and 4.",
            ],
            accepted: 1, lines: header, good, "barton,2026-Q3,people/population,62000",
            "barton,2026-Q3,people/population,62001"),
        BadFile(
            "a measure that the standard does not know", rule: "unknown-code",
            words: [
                "long.csv, line 3, column C", "\"people/populace\" is no",
                "Add it to codes: or ignore_codes:",
            ],
            accepted: 1, lines: header, good, "barton,2026-Q3,people/populace,62000"),
    ]

    /// Files of which all is accepted, with a finding.
    static let usable = [
        BadFile(
            "a header and nothing below it", rule: "header-only",
            words: [
                "long.csv, line 1: there is a header and no row below it",
                "Send the file again if rows should be there",
            ],
            lines: header),
        BadFile(
            "the same figure twice for one key", rule: "duplicate-equal",
            words: [
                "long.csv, line 3, column D", "with the same figure as in line 2",
                "one was kept",
            ],
            accepted: 1, lines: header, good, good),
        BadFile(
            "a column that nobody decided about", rule: "unmapped-column",
            words: [
                "wide.csv, line 1, column E", "the column is neither mapped nor ignored",
                "Map it, or add it to ignore: in the mapping",
            ],
            accepted: 2, name: "wide.csv", lines: "city,period,population,offences,mood",
            "ashford,2026-Q3,51000,120,good"),
        BadFile(
            "an encoding that nobody declared", rule: "encoding-guessed",
            words: [
                "long.csv: the text is not UTF-8; it was read as WINDOWS-1252",
                "Declare the encoding in the mapping",
            ],
            accepted: 1,
            Array("\(header)\nH".utf8) + [0xF6]
                + Array("hensee,2026-Q3,people/population,9000\n".utf8)),
    ]
}
