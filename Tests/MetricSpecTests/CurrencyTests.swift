import Testing

@testable import MetricSpec

/// Amounts in the currency of a consortium.
@Suite struct CurrencyTests {
    private static func prefixes(_ code: String) throws -> [String: String] {
        let standard = try BrokenSpecTests.read(try BrokenSpecTests.sound()).inCurrency(code)
        return Dictionary(uniqueKeysWithValues: standard.units.map { ($0.id, $0.prefix) })
    }

    @Test func `money has the sign of the currency, by head too`() throws {
        let euro = try Self.prefixes("EUR")
        #expect(euro["usd"] == "\u{20AC}")
        #expect(euro["usd-per-resident"] == "\u{20AC}")
        #expect(euro["minutes"] == "")
    }

    @Test func `a currency without a sign is written by its code`() throws {
        #expect(try Self.prefixes("CHF")["usd"] == "CHF ")
    }

    @Test func `no currency leaves the dollar`() throws {
        #expect(try Self.prefixes("")["usd"] == "$")
    }

    @Test func `a prefix of its own stays`() throws {
        var files = try BrokenSpecTests.sound()
        files["units.yaml"] = files["units.yaml"]?.replacing("\"$\"", with: "\"\u{A3}\"")
        let standard = try BrokenSpecTests.read(files).inCurrency("EUR")
        #expect(standard.unit("usd")?.prefix == "\u{A3}")
    }
}
