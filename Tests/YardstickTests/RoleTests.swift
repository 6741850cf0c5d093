import Testing
import TestSupport

/// `yardstick db grant` and `db revoke` let users of the server in and out.
@Suite struct RoleTests {
    @Test(arguments: [
        (["db", "grant", "member", "roles-stranger"], 2, "createuser"),
        (["db", "grant", "city", "roles-stranger"], 64, "--city ID"),
        (["db", "grant", "member", "roles-stranger", "--city", "ashford"], 64, "role city alone"),
        (["db", "grant", "mayor", "roles-stranger"], 64, "mayor"),
        (["db", "revoke", "member", "roles-stranger"], 2, "createuser"),
    ])
    func `whom the server does not know, and what is no role, is refused`(
        _ arguments: [String], _ code: Int32, _ words: String
    ) throws {
        let run = try SmallConsortium().run(arguments)
        #expect(run.code == code, "\(run)")
        #expect(run.errors.contains(words), "\(run)")
    }

    @Test func `a user is let in for a city, and out again, and the audit says so`() throws {
        let consortium = try SmallConsortium()
        #expect(try consortium.run("db", "init").code == 0)
        try consortium.database.makeLogin("roles_town_hall")
        let granted = try consortium.run(
            "db", "grant", "city", "roles_town_hall", "--city", "ashford")
        #expect(granted.code == 0, "\(granted)")
        #expect(granted.output.contains("roles_town_hall is yardstick_city for ashford."))
        let unknown = try consortium.run(
            "db", "grant", "city", "roles_town_hall", "--city", "atlantis")
        #expect(unknown.code == 2, "\(unknown)")
        #expect(unknown.errors.contains("there is no city \"atlantis\""), "\(unknown)")
        #expect(try consortium.text("select login from intake.city_user") == "roles_town_hall")
        let revoked = try consortium.run("db", "revoke", "city", "roles_town_hall")
        #expect(revoked.code == 0, "\(revoked)")
        #expect(try consortium.count("intake.city_user") == 0)
        let audit = try consortium.run("audit")
        #expect(audit.output.contains("city roles_town_hall ashford"), "\(audit)")
        #expect(try consortium.run("db", "check").code == 0)
    }
}
