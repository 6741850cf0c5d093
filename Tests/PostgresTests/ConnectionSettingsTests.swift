import Postgres
import Testing

@Suite struct ConnectionSettingsTests {
    @Test func `a URL is printed without its password`() throws {
        let settings = try ConnectionSettings("postgresql://ann:hush@db.example:5433/cities")
        #expect(
            settings.description == "postgresql://ann@/cities?host=db.example&port=5433")
        #expect(!String(reflecting: settings).contains("hush"))
        var dumped = ""
        dump(settings, to: &dumped)
        #expect(!dumped.contains("hush"))
        #expect(settings.database == "cities")
    }

    @Test func `the printed URL means the same place`() throws {
        let settings = ConnectionSettings(keywords: [
            "host": "/tmp/a b", "dbname": "späti", "user": "o'neil", "port": "5432",
        ])
        #expect(
            settings.url
                == "postgresql://o%27neil@/sp%C3%A4ti?host=%2Ftmp%2Fa%20b&port=5432")
        #expect(try ConnectionSettings(settings.url) == settings)
    }

    @Test func `keywords and values are read as well`() throws {
        let settings = try ConnectionSettings("host=/run dbname=x password=hush")
        #expect(settings.description == "postgresql:///x?host=%2Frun")
    }

    @Test(arguments: ["postgresql://ann:hush@[db/cities", "password=hush host"])
    func `an address that cannot be read is not repeated`(address: String) throws {
        let error = try #require(throws: PostgresError.self) { try ConnectionSettings(address) }
        #expect(error.kind == .cannotConnect)
        #expect(error.hint?.contains("postgresql://USER@HOST:PORT/DATABASE") == true)
        #expect(!error.description.contains("hush"))
    }
}
