public import ArgumentParser
import Consortium
public import Warehouse

extension DatabaseRole: ExpressibleByArgument {}

/// `yardstick db grant ROLE USER`.
struct DatabaseGrantCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grant",
        abstract: "Let a user of the server read what an audience may.",
        discussion: """
            operator reads everything; member what is released to members; public what is
            released to all; city, with --city, the values and findings of that city, by
            `select * from own.observation()` and `own.finding()`. The user must be there:
            make it with PostgreSQL's own `createuser`. Yardstick neither asks for nor
            keeps passwords; they and certificates are libpq's matter (.pgpass, a service
            file, PGSSLCERT). `yardstick db init` makes the roles.

            Example:
              yardstick db grant --help
            """)

    @Argument(help: "The audience: operator, member, public or city.")
    var role: DatabaseRole

    @Argument(help: "The name that the user logs in with.")
    var user: String

    @Option(help: "For the role city: the id of the city whose values the user reads.")
    var city: String?

    @OptionGroup var place: ConsortiumOptions
    @OptionGroup var database: DatabaseOptions

    func validate() throws {
        if (role == .city) != (city != nil) {
            throw ValidationError(
                role == .city
                    ? "the role city needs --city ID." : "--city is for the role city alone.")
        }
    }

    func run() throws {
        let folder = try ConsortiumFolder.open(place)
        try Session.with(database, consortium: folder.consortium.id, root: place.root) { session in
            if city != nil {
                Loader.show(try session.warehouse.bringIn(folder.registry).changes)
            }
            try session.warehouse.grant(role, to: user, city: city)
        }
        Console.line("\(user) is \(role.name)" + (city.map { " for \($0)." } ?? "."))
    }
}

/// `yardstick db revoke ROLE USER`.
struct DatabaseRevokeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "Take an audience from a user of the server.",
        discussion: """
            What is open in a connection of that user at the moment goes on; the next
            statement is refused.

            Example:
              yardstick db revoke --help
            """)

    @Argument(help: "The audience: operator, member, public or city.")
    var role: DatabaseRole

    @Argument(help: "The name that the user logs in with.")
    var user: String

    @OptionGroup var place: ConsortiumOptions
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let folder = try ConsortiumFolder.open(place)
        try Session.with(database, consortium: folder.consortium.id, root: place.root) {
            try $0.warehouse.revoke(role, from: user)
        }
        Console.line("\(user) is no longer \(role.name).")
    }
}
