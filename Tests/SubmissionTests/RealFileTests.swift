import Consortium
import Glibc
import MetricSpec
import Tabular
import Testing

@testable import Submission

/// The shared folder with published data, read in place; nil where unset.
private let shared: String? = getenv("YARDSTICK_SHARED").map { String(cString: $0) }
private let reason = Comment("YARDSTICK_SHARED is not set: published data are not at hand")

/// A whole CSV by characters, as plainly as can be; the independent count.
private func naiveTable(_ path: String) throws -> (header: [String], rows: [[String]]) {
    let file = try SourceFile(path: path)
    var rows: [[String]] = [[]]
    var cell: [UInt8] = []
    var isQuoted = false
    let bytes =
        file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? file.bytes.dropFirst(3) : file.bytes[...]
    for byte in bytes where byte != 0x0D {
        if byte == UInt8(ascii: "\"") {
            isQuoted.toggle()
        } else if !isQuoted, byte == UInt8(ascii: ",") || byte == 0x0A {
            rows[rows.count - 1].append(String(decoding: cell, as: UTF8.self))
            cell = []
            if byte == 0x0A { rows.append([]) }
        } else {
            cell.append(byte)
        }
    }
    if !cell.isEmpty || !(rows.last?.isEmpty ?? true) {
        rows[rows.count - 1].append(String(decoding: cell, as: UTF8.self))
    }
    if rows.last?.isEmpty == true { rows.removeLast() }
    return (rows[0], Array(rows.dropFirst()))
}

/// A standard with a measure for each name: `real/m0`, `real/m1` ...
private func standard(count: Int) throws -> Standard {
    let measures = (0..<count).map { index in
        "  - {name: m\(index), title: Measure \(index), definition: \"Says what \(index) is.\", "
            + "unit: count, kind: flow}"
    }
    return try StandardReader.read([
        ("standard.yaml", "id: real\nversion: 1.0.0\ntitle: Real\n"),
        (
            "units.yaml",
            "dimensions: {count: {definition: Things.}}\n"
                + "units: {count: {label: things, dimension: count}}\n"
        ),
        ("services.yaml", "services: {}\n"),
        ("real/measures.yaml", "measures:\n" + measures.joined(separator: "\n")),
    ])
}

@Suite(.enabled(if: shared != nil, reason)) struct RealFileTests {
    /// Reads a file with cities from one of its columns.
    private static func read(
        _ path: String, cities: [String], measures: Int, yaml: (Standard) -> String
    ) throws -> Outcome {
        let standard = try standard(count: measures)
        let mapping = try MappingReader.read(
            name: "real", text: yaml(standard), file: "real.yaml", standard: standard)
        let directory = CityDirectory(
            Array(Set(cities)).sorted().enumerated().map { City(id: "c\($0)", name: $1) })
        return try Fixture.run(
            SourceFile(path: path), path: path, mapping: mapping,
            context: IntakeContext(standard: standard, cities: directory), duplicates: .found)
    }

    private static func codes(_ codes: [String]) -> String {
        codes.enumerated().map { "\"\($1)\": real/m\($0)" }.joined(separator: ", ")
    }

    @Test func `the quarterly Scottish file is read as a plain count finds it`() throws {
        let path = try #require(shared) + "/data/lgbf/Indicator Data - Real - Quarterly.csv"
        let (header, rows) = try naiveTable(path)
        let value = try #require(header.firstIndex(of: "Value"))
        let code = try #require(header.firstIndex(of: "Code"))
        let city = try #require(header.firstIndex(of: "LocalAuthority"))
        let known = Array(Set(rows.map { $0[code] })).sorted()
        let outcome = try Self.read(path, cities: rows.map { $0[city] }, measures: known.count) {
            _ in
            """
            title: Quarterly
            layout: long
            city: {column: LocalAuthority}
            period: {column: Period, calendar: {year_starts: 4, year_named: start}}
            measure: {column: Code, codes: {\(Self.codes(known))}}
            value: {column: Value}
            where: {DataType: Real_Quarterly}
            ignore: ["*"]
            """
        }
        let expected = rows.compactMap { Double($0[value]) }
        #expect(rows.count == 1_339)
        // One council's share is 0 and the other 669 are not; nothing else is
        // asked about.
        #expect(outcome.findings.map(\.rule) == ["likely-gap-zero"])
        #expect(outcome.values.count == rows.count)
        #expect(outcome.values.filter { $0.status == "normal" }.map(\.value) == expected)
        #expect(Set(outcome.values.map(\.period)).count == 21)
        #expect(outcome.values.map(\.period).contains("2018-Q2"))
    }

    @Test func `the annual Scottish file with rolling years is read to its blank row`() throws {
        let path = try #require(shared) + "/data/lgbf/LGBF_ScotDataReal_ISSpatialHub.csv"
        let (header, rows) = try naiveTable(path)
        let value = try #require(header.firstIndex(of: "LA_IndicatorReal"))
        let full = rows.filter { !$0[1].isEmpty }
        let known = Array(Set(full.map { $0[1] })).sorted()
        let outcome = try Self.read(path, cities: full.map { $0[2] }, measures: known.count) { _ in
            """
            title: Annual
            layout: long
            city: {column: LocalAuthority}
            period:
              column: Year
              style: fiscal-year
              calendar: {year_starts: 4, year_named: start}
            measure: {column: Code, codes: {\(Self.codes(known))}}
            value: {column: LA_IndicatorReal}
            ignore: ["*"]
            """
        }
        let asked: Set = ["blank-row", "wrong-magnitude", "likely-gap-zero"]
        #expect(Set(outcome.rules) == asked)
        #expect(outcome.findings.count * 100 < full.count)
        #expect(outcome.summary.blankRows == rows.count - full.count)
        #expect(outcome.summary.accepted == full.count)
        let expected = full.compactMap { Double($0[value]) }
        #expect(outcome.values.filter { $0.status == "normal" }.map(\.value) == expected)
        #expect(Set(outcome.values.map(\.period)).count == Set(full.map { $0[3] }).count)
        #expect(outcome.values.contains { $0.period == "2010-04/P4Y" })
    }

    @Test func `a wide table of Connecticut towns is read as a plain count finds it`() throws {
        let path = try #require(shared) + "/data/ct_fiscal/csv/2016/FISCIN16.csv"
        let (header, rows) = try naiveTable(path)
        let columns = ["Tax_Rev", "2016 Population", "Debt_Service", "Per_Capita"]
        let places = columns.prefix(3).compactMap { header.firstIndex(of: $0) }
        #expect(places.count == 3)
        let outcome = try Self.read(path, cities: rows.map { $0[0] }, measures: 4) { _ in
            """
            title: Town indicators
            layout: wide
            city: {column: Municipality}
            period:
              path: "*/FISCIN{period}.csv"
              style: fiscal-year
              calendar: {year_starts: 7, year_named: end}
            values:
              - {column: Tax_Rev, measure: real/m0}
              - {column: [2016 Population, 2015 Population], measure: real/m1}
              - {column: Debt_Service, measure: real/m2}
              - {column: Per_Capita, measure: real/m3, optional: true}
            ignore: ["*"]
            """
        }
        #expect(outcome.findings.isEmpty)
        #expect(outcome.values.count == rows.count * 3)
        #expect(Set(outcome.values.map(\.period)) == ["2015-07/P1Y"])
        for (index, place) in places.enumerated() {
            let found = outcome.values.filter {
                $0.measure == "real/m\(index)" && $0.status == "normal"
            }
            #expect(found.map(\.value) == rows.compactMap { Double($0[place]) })
        }
        let missing = rows.reduce(0) { sum, row in
            sum + places.count { row[$0].isEmpty }
        }
        #expect(outcome.summary.missing == missing)
        #expect(missing > 0)
    }
}
