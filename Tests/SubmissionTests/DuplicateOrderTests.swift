import Consortium
import Testing

@testable import Submission

/// Keys that come in the orders of real tables, and in none.
@Suite struct DuplicateOrderTests {
    private struct Key: Hashable {
        let city: String
        let measure: String
        let year: Int
    }

    private static let cities = ["Springfield", "St. John"]
    private static let measures = ["calls", "staff"]
    private static let years = Array(1001...4000)

    /// All keys, the named part changing slowest.
    private static let orders: [String: [Key]] = [
        "city, measure, period": cities.flatMap { city in
            measures.flatMap { measure in years.map { Key(city: city, measure: measure, year: $0) }
            }
        },
        "measure, city, period": measures.flatMap { measure in
            cities.flatMap { city in years.map { Key(city: city, measure: measure, year: $0) } }
        },
        "city, period, measure": cities.flatMap { city in
            years.flatMap { year in
                measures.map { Key(city: city, measure: $0, year: year) }
            }
        },
        "period, city, measure": years.flatMap { year in
            cities.flatMap { city in
                measures.map { Key(city: city, measure: $0, year: year) }
            }
        },
        "period, measure, city": years.flatMap { year in
            measures.flatMap { measure in
                cities.map { Key(city: $0, measure: measure, year: year) }
            }
        },
        "measure, period, city": measures.flatMap { measure in
            years.flatMap { year in cities.map { Key(city: $0, measure: measure, year: year) } }
        },
    ]

    private static func run(
        _ keys: [Key], context: IntakeContext? = nil
    ) throws -> Outcome {
        var text = "City,Period,Measure,Value\n"
        for key in keys { text += "\(key.city),\(key.year)-Q1,\(key.measure),1\n" }
        return try Fixture.run(Fixture.longKeys, text, context: context)
    }

    /// The lines at which a key stands that stood above, by a dictionary.
    private static func repeated(_ keys: [Key]) -> [Int] {
        var seen: Set<Key> = []
        return keys.enumerated().compactMap { seen.insert($1).inserted ? nil : $0 + 2 }
    }

    @Test(arguments: orders.keys.sorted())
    func `a table in an order people write has no duplicate`(_ order: String) throws {
        let keys = try #require(Self.orders[order])
        let outcome = try Self.run(keys)
        #expect(outcome.findings.isEmpty)
        #expect(outcome.summary.accepted == keys.count)
    }

    @Test(arguments: orders.keys.sorted())
    func `a key of the first rows that comes again at the end is found`(_ order: String) throws {
        var keys = try #require(Self.orders[order])
        keys.append(keys[5])
        let outcome = try Self.run(keys)
        #expect(outcome.rules == ["duplicate-equal"])
        #expect(outcome.findings.map(\.row) == [keys.count + 1])
        #expect(outcome.summary.accepted == keys.count - 1)
    }

    /// A directory in which not every key can have a bit of its own.
    private static func crowdedContext() throws -> IntakeContext {
        let others = (0..<8_000).map { City(id: "city-\($0)", name: "City \($0)") }
        return IntakeContext(
            standard: try Fixture.standard(),
            cities: CityDirectory(try Fixture.context().cities.cities + others))
    }

    @Test(arguments: [1, 2, 3] as [UInt64], [false, true])
    func `rows in no order have the duplicates that a dictionary finds`(
        _ seed: UInt64, isCrowded: Bool
    ) throws {
        var random = SeededGenerator(state: seed)
        var keys = try #require(Self.orders["city, measure, period"])
            .shuffled(using: &random)
        for _ in 0..<50 {
            let key = try #require(keys.randomElement(using: &random))
            keys.insert(key, at: Int.random(in: 0..<keys.count, using: &random))
        }
        let context: IntakeContext? = isCrowded ? try Self.crowdedContext() : nil
        let outcome = try Self.run(keys, context: context)
        #expect(Set(outcome.rules) == ["duplicate-equal"])
        #expect(outcome.findings.map(\.row) == Self.repeated(keys))
    }
}
