import Testing

@testable import Submission

@Suite struct PathGuessTests {
    @Test func `folders that name a period and a city are found`() throws {
        let guess = PathGuess("2026-Q1/springfield/return.csv", context: try Fixture.context())
        #expect(guess.period == "{period}/*/*.csv")
        #expect(guess.city == "{city}/*.csv")
        #expect(guess.glob == "*/*/return.csv")
    }

    @Test func `a period in the file's name is cut out`() throws {
        let guess = PathGuess("figures-2025-Q4.csv", context: try Fixture.context())
        #expect(guess.period == "figures-{period}.csv")
        #expect(guess.glob == "*/*/figures-*.csv")
        #expect(!guess.needsStyle)
    }

    @Test func `two digits at the end are a year that needs a style`() throws {
        let guess = PathGuess("FISCIN16.csv", context: try Fixture.context())
        #expect(guess.period == "FISCIN{period}.csv")
        #expect(guess.needsStyle)
    }

    @Test func `a path that says nothing gives nothing`() throws {
        let guess = PathGuess("export.csv", context: try Fixture.context())
        #expect(guess.period == nil)
        #expect(guess.city == nil)
    }
}
