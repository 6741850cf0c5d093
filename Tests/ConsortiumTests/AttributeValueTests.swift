import Testing

@testable import Consortium

/// The attributes that the program itself reads are checked.
@Suite struct AttributeValueTests {
    private func faults(_ attribute: String, _ value: String) -> [String] {
        SampleFolder.faults([
            "attributes.csv": "city,attribute,value\nashford,\(attribute),\(value)\n"
        ])
    }

    @Test(arguments: 1...12)
    func `a fiscal year starts in any of twelve months`(month: Int) {
        #expect(faults("fiscal_year_starts", "\(month)") == [])
    }

    @Test(arguments: ["0", "13", "July", "7.5", ""])
    func `a month that is none is a fault with its place`(value: String) {
        #expect(
            faults("fiscal_year_starts", value) == [
                "attributes.csv:2:3: value: \"\(value)\" is no month in which a fiscal year "
                    + "begins. Expected 1 to 12."
            ])
    }

    @Test func `price parity is a number above 0`() {
        #expect(faults("regional_price_parity", "0.1") == [])
        for value in ["0", "-3", "high", "nan"] {
            #expect(
                faults("regional_price_parity", value) == [
                    "attributes.csv:2:3: value: \"\(value)\" is no price parity. Expected a number "
                        + "above 0; 100 is the nation's level."
                ])
        }
    }

    @Test func `other attributes hold any text`() {
        #expect(faults("coastal", "at times") == [])
    }

    @Test func `attributes that are read in place are checked, too`() {
        let header = """
            id: a
            name: A
            standard: 0.1.0
            attributes:
              from: {file: years.csv,
                     mapping: {city: Town, attribute: fiscal_year_starts, value: M}}
            """
        #expect(
            SampleFolder.faults(
                ["consortium.yaml": header],
                outside: ["years.csv": "Town,M\nAshford,7\nBexley,14\n"])
                == [
                    "consortium.yaml:5:9: attributes.from: years.csv, line 3: \"14\" is no month "
                        + "in which a fiscal year begins. Expected 1 to 12."
                ])
    }
}
