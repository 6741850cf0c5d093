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

    @Test func `a file that is called after a city says which`() throws {
        let context = try Fixture.context()
        let guess = PathGuess("2026-Q1/office/springfield.csv", context: context)
        #expect(guess.city == "{city}.csv")
        #expect(guess.period == "{period}/*/*.csv")
        #expect(guess.glob == "*/office/*.csv")
    }

    @Test func `city and period beside each other in a name are told apart`() throws {
        let guess = PathGuess("springfield_2026-Q1.csv", context: try Fixture.context())
        #expect(guess.city == "{city}_*.csv")
        #expect(guess.period == "*_{period}.csv")
        let city = try #require(guess.city.flatMap { PathTemplate($0) })
        let period = try #require(guess.period.flatMap { PathTemplate($0) })
        #expect(city.match("springfield_2026-Q1.csv") == ["city": "springfield"])
        #expect(period.match("springfield_2026-Q1.csv") == ["period": "2026-Q1"])
    }

    @Test func `the files in an archive say what its own path does not`() throws {
        let guess = PathGuess(
            "2026-Q1/office/return.zip", members: ["springfield.csv", "st-john.csv"],
            context: try Fixture.context())
        #expect(guess.city == "{city}.csv")
        #expect(guess.period == "{period}/*/*.zip/*")
        #expect(guess.glob == "*/*/return.zip")
    }

    @Test func `what the folder says holds for files of one depth alone`() throws {
        let guess = PathGuess(
            "2026-Q1/springfield/parts", members: ["a.csv", "old/b.csv"],
            context: try Fixture.context())
        #expect(guess.city == nil)
        #expect(guess.period == nil)
    }
}
