import Testing

@testable import MetricSpec

@Suite struct UnitTests {
    @Test(arguments: [
        ("money", "money"), ("money / persons", "money / persons"), ("a * b", "a * b"),
        ("a*b/c*d", "a * b / c * d"), ("money / persons * time", "money / persons * time"),
        ("time * time", "time * time"), ("share", "share"), ("calls / calls", "share"),
        ("share / persons", "share / persons"), ("a * b / b", "a"),
    ])
    func `a dimension is a product of powers`(text: String, plain: String) throws {
        let dimension = try #require(Dimension(parsing: text))
        #expect(dimension.description == plain)
        #expect(Dimension(parsing: plain) == dimension)
    }

    @Test(arguments: ["", "a b", "a / b / c", "a *", "* a", "a /", "/ a", "a ** b"])
    func `a text that is no product is no dimension`(text: String) {
        #expect(Dimension(parsing: text) == nil)
    }

    @Test func `the order of factors does not matter`() {
        #expect(Dimension(parsing: "a * b") == Dimension(parsing: "b * a"))
        #expect(Dimension(parsing: "a / b * c") == Dimension(parsing: "a / c * b"))
        #expect(Dimension(parsing: "a / b") != Dimension(parsing: "b / a"))
    }

    @Test func `dimensions divide and cancel`() throws {
        let money = try #require(Dimension(parsing: "money"))
        let persons = try #require(Dimension(parsing: "persons"))
        #expect((money / persons).description == "money / persons")
        #expect(money / money == .share)
        #expect((money / persons) / money == .share / persons)
        #expect(((money / persons) / persons).powers == ["money": 1, "persons": -2])
    }

    @Test func `units of one dimension are converted by their factors`() throws {
        let standard = try WideSample.read()
        let hours = try #require(standard.unit("hours"))
        let minutes = try #require(standard.unit("minutes"))
        let usd = try #require(standard.unit("usd"))
        let thousands = try #require(standard.unit("thousand-usd"))
        // 60 minutes to the hour, 1,000 dollars to the thousand.
        #expect(hours.factor(to: minutes) == 60)
        #expect(minutes.factor(to: hours) == 1.0 / 60)
        #expect(thousands.factor(to: usd) == 1000)
        #expect(hours.factor(to: hours) == 1)
        #expect(hours.factor(to: usd) == nil)
    }

    @Test func `square hours are 3,600 square minutes`() throws {
        let unit = try #require(try WideSample.read().unit("hours-squared"))
        #expect(unit.dimension.powers == ["time": 2])
        #expect(unit.factor == 3600)
    }

    @Test func `base dimensions say what is counted`() throws {
        let counted = try WideSample.read().dimensions.filter(\.isCounted).map(\.id)
        #expect(counted == ["count", "persons"])
    }

    @Test(arguments: [
        ("length", "units.odd.dimension", "is not in this standard"),
        ("money per person", "units.odd.dimension", "is no dimension"),
        ("money / time / persons", "units.odd.dimension", "is no dimension"),
        ("money, factor: 0", "units.odd.factor", "is not above 0"),
        ("money, factor: -1", "units.odd.factor", "is not above 0"),
        ("money, factor: many", "units.odd.factor", "is not a number"),
        ("monney", "units.odd.dimension", "Did you mean \"money\"?"),
    ])
    func `a unit that does not measure is a fault`(
        dimension: String, key: String, message: String
    ) throws {
        let units = try #require(WideSample.files["units.yaml"])
        let faults = WideSample.faults([
            "units.yaml": units + "  odd: {label: odd, dimension: \(dimension)}\n"
        ])
        #expect(faults.count == 1, "\(faults)")
        #expect(faults.first?.hasPrefix("\(key): ") == true, "\(faults)")
        #expect(faults.first?.contains(message) == true, "\(faults)")
    }

    @Test(arguments: ["Odd", "odd_unit", "odd-", "odd unit"])
    func `an id of a unit is of lower-case words joined by hyphens`(id: String) throws {
        let units = try #require(WideSample.files["units.yaml"])
        expectOneFault(
            WideSample.faults([
                "units.yaml": units + "  \(id): {label: odd, dimension: money}\n"
            ]), "units.\(id)", "\"\(id)\" is no id.")
    }

    @Test func `share is built in`() throws {
        let units = try #require(WideSample.files["units.yaml"])
        let faults = WideSample.faults([
            "units.yaml": units.replacing(
                "dimensions:\n", with: "dimensions:\n  share: {definition: Shares.}\n")
        ])
        #expect(faults == ["dimensions.share: share is built in. Leave it out."])
    }
}
