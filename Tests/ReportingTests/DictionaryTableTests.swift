import Foundation
import MetricSpec
import Testing

@testable import Reporting

@Suite struct `the dictionary as a table` {
    private func lines() throws -> [String] {
        let bytes = DictionaryTable.bytes(Lookup(try DictionarySample.shared.get()))
        return String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
    }

    @Test func `starts with a byte order mark and has a row a measure and metric`() throws {
        let lines = try lines()
        #expect(lines[0].hasPrefix("\u{FEFF}record,id,domain,title,"))
        // The header, eight measures, five metrics, and the end of the file.
        #expect(lines.count == 15)
        #expect(lines.dropFirst().prefix(8).allSatisfy { $0.hasPrefix("measure,fire/") })
        #expect(lines.dropFirst(9).prefix(5).allSatisfy { $0.hasPrefix("metric,fire/") })
    }

    @Test func `has a column for each key that a definition may have`() throws {
        let columns = try lines()[0].split(separator: ",").map(String.init)
        let standard = try DictionarySample.shared.get()
        let keys = standard.measures[0].fields.map(\.name) + standard.metrics[0].fields.map(\.name)
        #expect(Set(keys).isSubset(of: columns))
        #expect(Set(columns).count == columns.count)
        #expect(Set(["changes", "used_by", "unit_label", "dimension"]).isSubset(of: columns))
    }

    @Test(arguments: [
        ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("say \"a\"", "\"say \"\"a\"\"\""),
        ("two\nlines", "\"two\nlines\""), ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"),
        ("@x", "'@x"), ("=a,\"b\"", "\"'=a,\"\"b\"\"\""), ("\tx", "'\tx"), ("1-2", "1-2"),
    ])
    func `quotes what needs it and runs nothing`(text: String, cell: String) {
        #expect(DictionaryTable.cell(text) == cell)
    }
}
