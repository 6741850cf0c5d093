import Foundation
import MetricSpec
import Postgres
import TestSupport
import Testing

@testable import Warehouse

/// Logs in as each role and tries everything; what each could read is compared
/// with Tests/Fixtures/roles.txt, which is there to be read by people.
@Suite struct RoleTests {
    /// The user of each audience; the last one has none.
    private static let logins = [
        "roles_operator", "roles_member", "roles_public", "roles_ashford", "roles_other",
    ]

    /// Texts and figures that no release shows, and who may see them.
    private static let secrets = ["8675309", "7654321", "canary"]

    /// A figure that members see and the public does not.
    private static let membersOnly = "9182736"

    /// A release for all and one for members; after them figures, findings and
    /// texts that are in none, or in one that is held back.
    private func filled() throws -> Store {
        let store = try Store(
            Sample.full([
                "peer-groups/own.yaml": """
                title: canary-towns
                visibility: private
                own_lists:
                  ashford: [colne, bexley]
                  bexley: [derby]

                """
            ]))
        try store.warehouse.createRoles()
        try store.load("City,Period,Calls,Residents\nAshford,2026-Q1,1,10\nBexley,2026-Q1,2,20\n")
        try release(.open, in: store)
        try store.load("City,Period,Calls\nAshford,2026-Q1,\(Self.membersOnly)\n")
        try release(.member, in: store)
        try store.load(
            """
            City,Period,Calls,Residents
            Ashford,2026-Q1,8675309,canary-ashford
            Bexley,2026-Q1,0007654321,canary-bexley

            """, sender: "canary-sender", file: "canary-file.csv")
        try store.connection.execute(
            """
            insert into intake.explanation
            values (1, null, 5, now(), 1, 1, 0, false, '2026-Q1', 'bexley', 'canary-explanation');
            select lo_from_bytea(424242, 'canary-object');
            analyze
            """)
        try release(.preview, in: store)
        return store
    }

    private func release(_ visibility: Audience, in store: Store) throws {
        var request = ReleaseRequest(
            of: try #require(Period(parsing: "2026-Q1")), at: Timestamp(secondsSince1970: 0))
        request.visibility = visibility
        _ = try store.warehouse.release(request, registry: store.registry, ids: store.ids)
    }

    /// Lets everybody in who is to try.
    private func letIn(_ store: Store) throws {
        for login in Self.logins { try store.database.makeLogin(login) }
        let warehouse = store.warehouse
        try warehouse.grant(.operator, to: "roles_operator", city: nil)
        try warehouse.grant(.member, to: "roles_member", city: nil)
        try warehouse.grant(.public, to: "roles_public", city: nil)
        try warehouse.grant(.city, to: "roles_ashford", city: "ashford")
    }

    @Test func `each role reads what Tests/Fixtures/roles.txt says and nothing else`() throws {
        let store = try filled()
        try letIn(store)
        // Shows in the list of sessions to whoever may see others' statements.
        try store.connection.query("select 'canary-statement'")
        var lines = Self.head
        for login in Self.logins.dropLast() {
            let connection = try store.database.connect(as: login)
            defer { connection.close() }
            lines += ["", "## \(login)", ""] + (try reads(connection, in: store))
        }
        lines += [
            "", "## Attacks: answers to " + Self.logins.dropLast().joined(separator: ", "), "",
        ]
        for attack in Attacks.all {
            let answers = try Self.logins.dropLast().map { login in
                let connection = try store.database.connect(as: login)
                defer { connection.close() }
                return Self.answer(connection, attack)
            }
            lines.append(answers.joined(separator: " | ") + " <- " + attack)
        }
        try compare(lines.joined(separator: "\n") + "\n")
    }

    private static let head = [
        "# What each role of the database can read, and what it gets when it tries more",
        "",
        "Written and compared by RoleTests with YARDSTICK_UPDATE_SNAPSHOTS=1; every line is to be",
        "read by a person before it is committed. A table or view is listed with the columns that",
        "a select brought; what is not listed was refused. roles_ashford reads for one city.",
        "An answer is the SQLSTATE of a refusal (42501: no privilege), or what came back.",
    ]

    private func compare(_ text: String) throws {
        let file = Root.folder.appendingPathComponent("Tests/Fixtures/roles.txt")
        if ProcessInfo.processInfo.environment["YARDSTICK_UPDATE_SNAPSHOTS"] == "1" {
            return try Data(text.utf8).write(to: file)
        }
        let stored = try String(contentsOf: file, encoding: .utf8)
        let (new, old) = (text.split(separator: "\n"), stored.split(separator: "\n"))
        for line in Set(new).subtracting(old) { Issue.record("not in roles.txt: \(line)") }
        for line in Set(old).subtracting(new) { Issue.record("only in roles.txt: \(line)") }
        #expect(new == old)
    }

    /// What a connection can read of every relation and function of the
    /// database; nothing of the secrets may be in what it was not given.
    private func reads(_ connection: Connection, in store: Store) throws -> [String] {
        var lines: [String] = []
        for relation in try Self.relations(store) {
            let columns = relation.columns(readBy: connection)
            if !columns.isEmpty, !relation.isSystem {
                lines.append("reads \(relation.name): " + columns.joined(separator: ", "))
            }
            if columns.count == relation.columns.count { try search(relation, connection) }
        }
        let functions = try store.rows(
            """
            select pg_proc.oid::regproc::text || '('
                || array_to_string(
                    array_fill('null'::text, array[pronargs - pronargdefaults]), ', ')
                || ')'
            from pg_proc
            where \(Self.isOurs("pronamespace")) and prorettype <> 'trigger'::regtype
            order by 1
            """)
        for function in functions
        where Self.isAllowed(connection, "select * from \(function)") {
            lines.append("calls \(function)")
        }
        return lines
    }

    /// Looks for the secrets in a relation; only operators may find them.
    private func search(_ relation: Relation, _ connection: Connection) throws {
        let login = try connection.query("select session_user::text").single.text(0)
        guard login != "roles_operator" else { return }
        let hidden = login == "roles_member" ? [] : [Self.membersOnly]
        for secret in Self.secrets + hidden {
            let found = try? connection.query(
                "select from \(relation.name) as t where t::text like '%' || $1 || '%' limit 1",
                [.text(secret)])
            #expect((found?.count ?? 0) == 0, "\(login) finds \(secret) in \(relation.name)")
        }
    }

    private struct Relation {
        let name: String
        let columns: [String]
        let isSystem: Bool

        /// Those that a select brings: all at once, else one by one.
        func columns(readBy connection: Connection) -> [String] {
            func isRead(_ list: String) -> Bool {
                RoleTests.isAllowed(connection, "select \(list) from \(name) limit 1")
            }
            return isRead(columns.joined(separator: ", ")) ? columns : columns.filter(isRead)
        }
    }

    private static func isOurs(_ namespace: String) -> String {
        "\(namespace)::regnamespace::text !~ '^(pg_.*|information_schema)$'"
    }

    /// Tables, partitions, views and sequences of all schemas.
    private static func relations(_ store: Store) throws -> [Relation] {
        try store.connection.query(
            """
            select pg_class.oid::regclass::text,
                array_agg(quote_ident(attname) order by attnum), not \(isOurs("relnamespace"))
            from pg_class
            inner join pg_attribute on attrelid = pg_class.oid
            where relkind in ('r', 'p', 'v', 'm', 'f', 'S') and attnum > 0 and not attisdropped
                and relnamespace::regnamespace::text <> 'pg_toast'
            group by pg_class.oid, relnamespace
            order by pg_class.oid::regclass::text collate "C"
            """
        ).map {
            Relation(
                name: try $0.text(0), columns: try $0.textArray(1).compactMap { $0 },
                isSystem: try $0.bool(2))
        }
    }

    private static func isAllowed(_ connection: Connection, _ sql: String) -> Bool {
        (try? connection.query(sql)) != nil
    }

    /// The code of a refusal, else what came back.
    private static func answer(_ connection: Connection, _ attack: String) -> String {
        do {
            if attack.contains("; ") || attack.hasPrefix("copy") {
                try connection.execute(attack)
                return "done"
            }
            let rows = try connection.query(attack)
            guard rows.count == 1, rows.columns.count == 1 else { return "\(rows.count) rows" }
            let text = try? rows.single.textOrNil(0) ?? "null"
            return text ?? "1 row"
        } catch let error as PostgresError {
            return error.sqlState ?? "read"
        } catch {
            return "\(error)"
        }
    }

    @Test func `who has no role is not let into the database`() throws {
        let store = try filled()
        try store.database.makeLogin("roles_nobody")
        let error = #expect(throws: PostgresError.self) {
            _ = try store.database.connect(as: "roles_nobody")
        }
        #expect(error?.description.contains("CONNECT") == true)
    }

    @Test func `a city reads every value and finding of its own, and another's after a change`()
        throws
    {
        let store = try filled()
        try store.database.makeLogin("roles_clerk")
        try store.warehouse.grant(.city, to: "roles_clerk", city: "bexley")
        let connection = try store.database.connect(as: "roles_clerk")
        func values() throws -> [String] {
            try connection.query(
                """
                select concat_ws(' ', measure, value, raw_text, submission, is_current)
                from own.observation() order by measure, submission
                """
            ).map { try $0.text(0) }
        }
        #expect(
            try values() == [
                "ops/calls 2 2 1 f", "ops/calls 7654321 0007654321 3 t", "ops/residents 20 20 1 t",
            ])
        #expect(
            try connection.query("select found from own.finding()").map { try $0.text(0) }
                == ["canary-bexley"])
        #expect(
            try connection.query(
                "select count(*) from own.observation('2026-02-01', '2026-12-31')"
            ).single.int64(0) == 0)
        try store.warehouse.grant(.city, to: "roles_clerk", city: "ashford")
        #expect(try values().contains("ops/calls 8675309 8675309 3 t"))
        try store.warehouse.revoke(.city, from: "roles_clerk")
        #expect(throws: PostgresError.self) { try values() }
        #expect(try store.rows("select count(*) from intake.city_user") == ["0"])
        #expect(
            try store.warehouse.auditEntries().suffix(3).map { "\($0.action) \($0.subject)" } == [
                "granted city roles_clerk bexley", "granted city roles_clerk ashford",
                "revoked city roles_clerk",
            ])
    }

    @Test func `a role is granted to whom the server knows, and a city that there is`() throws {
        let store = try filled()
        #expect(throws: WarehouseError.self) {
            try store.warehouse.grant(.member, to: "roles_unknown", city: nil)
        }
        #expect(throws: WarehouseError.self) {
            try store.warehouse.grant(.member, to: "yardstick", city: nil)
        }
        try store.database.makeLogin("roles_townless")
        #expect(throws: WarehouseError.self) {
            try store.warehouse.grant(.city, to: "roles_townless", city: "atlantis")
        }
        #expect(try store.rows("select count(*) from intake.city_user") == ["0"])
        #expect(!(try store.warehouse.auditEntries().contains { $0.action == "granted" }))
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }
}
