import Postgres

/// The audiences of sql/roles.sql.
public enum DatabaseRole: String, Sendable, CaseIterable {
    /// Reads everything.
    case `operator`
    /// Reads what is released to members, and to all.
    case member
    /// Reads what is released to all.
    case `public`
    /// Reads the values and findings of one city, released or not.
    case city

    /// The role's name in the database.
    public var name: String { "yardstick_" + rawValue }
}

extension Warehouse {
    /// Lets a user of the server read what an audience may, or no longer.
    ///
    /// The user must be there: how one logs in, by password, certificate or
    /// account, is the server's own matter.
    ///
    /// - Parameter city: for ``DatabaseRole/city``, whose values; the id of a
    ///   city that was brought in.
    public func grant(
        _ role: DatabaseRole, to user: String, city: String?
    ) throws {
        try connection.transaction {
            let name = try login(user)
            if let city { try note(user, readsFor: city) }
            try connection.execute("grant \(role.name) to \(name)")
            try audit([
                AuditAct(
                    .granted,
                    subject: [role.rawValue, user, city].compactMap { $0 }
                        .joined(separator: " "))
            ])
        }
    }

    /// Takes an audience from a user of the server.
    public func revoke(_ role: DatabaseRole, from user: String) throws {
        try connection.transaction {
            let name = try login(user)
            if role == .city {
                try connection.query("delete from intake.city_user where login = $1", [.text(user)])
            }
            try connection.execute("revoke \(role.name) from \(name)")
            try audit([AuditAct(.revoked, subject: "\(role.rawValue) \(user)")])
        }
    }

    /// The quoted name of a user, who must be there and must not be one who
    /// may read everything anyhow.
    private func login(_ user: String) throws -> String {
        let rows = try connection.query(
            "select quote_ident(rolname), rolsuper from pg_roles where rolname = $1", [.text(user)])
        guard let row = try rows.singleOrNil else {
            throw WarehouseError(
                .notFound,
                "the server has no user \"\(user)\". Make it with PostgreSQL's `createuser`, "
                    + "which also says how it logs in.")
        }
        if try row.bool(1) {
            throw WarehouseError(
                .conflict,
                "\"\(user)\" is a superuser and reads everything anyhow. Name another user.")
        }
        return try row.text(0)
    }

    private func note(_ user: String, readsFor city: String) throws {
        let noted = try connection.query(
            """
            insert into intake.city_user (login, city_id)
            select $1, city.city_id
            from warehouse.city
            where city.city = $2
            on conflict (login) do update set city_id = excluded.city_id
            """,
            [.text(user), .text(city)])
        if noted.affected == 0 {
            throw WarehouseError(
                .notFound, "there is no city \"\(city)\" in cities.csv. Name the id of a city.")
        }
    }
}
