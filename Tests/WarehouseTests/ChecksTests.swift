import MetricSpec
import Postgres
import Testing

@testable import Warehouse

/// The checks of sql/checks: silent on what the program wrote, and each one
/// fires when its promise is broken by hand.
@Suite struct ChecksTests {
    /// A way to break a promise, with the check that must notice.
    struct Break: Sendable, CustomTestStringConvertible {
        let check: String
        let sql: String

        var testDescription: String { "\(check): \(sql)" }
    }

    /// Makes the roles; they are the server's, not the database's.
    private static let roles = """
        do $$
        declare
            name text;
        begin
            foreach name in array array['yardstick_member', 'yardstick_city'] loop
                begin
                    if to_regrole(name) is null then execute 'create role ' || name; end if;
                exception
                    when duplicate_object or unique_violation then null;
                end;
            end loop;
        end
        $$;

        """

    /// What only the owner of the table can say.
    private static let unguarded = "alter table intake.audit_entry disable trigger user; "

    private static let breaks = [
        Break(
            check: "act_without_audit_entry",
            sql: "update intake.submission set digest = 'x' where submission_id = 2"),
        Break(
            check: "act_without_audit_entry",
            sql: "insert into intake.submission_event values (4, 2, 'restored', 'x', now(), 9)"),
        Break(
            check: "act_without_audit_entry",
            sql: "update member.release set release_id = 9 where release_id = 1"),
        Break(
            check: "act_without_audit_entry",
            sql: "update intake.certification set digest = 'x'"),
        Break(
            check: "act_without_audit_entry",
            sql: "insert into intake.query_entry "
                + "values (2, 1, now(), 1, 'opened', 'city', 'x', 'x')"),
        Break(
            check: "act_without_audit_entry",
            sql: "insert into intake.response "
                + "values (1, now(), 1, 1, 1, 0, '2026-Q1', 'x', 'x')"),
        Break(
            check: "audit_chain",
            sql: unguarded + "update intake.audit_entry set actor = 'x' where audit_entry = 2"),
        Break(
            check: "audit_chain",
            sql: unguarded + "delete from intake.audit_entry where audit_entry = 2"),
        Break(
            check: "aggregate_without_observation",
            sql: "update warehouse.aggregate_origin set submission_id = 99"),
        Break(check: "confirmation_stored", sql: "update intake.confirmation set stored_by = 1"),
        Break(
            check: "certification_of_its_values",
            sql: "update intake.certification set certified = '{ops/calls total 7}'"),
        Break(
            check: "certification_of_its_values",
            sql: "update intake.certification set office = ''"),
        Break(
            check: "certification_of_its_values",
            sql: "update intake.certification set city_id = 99"),
        Break(
            check: "certification_of_its_values",
            sql: "insert into warehouse.release_certification values (1, 99)"),
        Break(
            check: "erased_submission_with_text",
            sql: "update intake.submission set original = 'erased' where submission_id = 3"),
        Break(
            check: "erasure_without_audit_entry",
            sql: "update intake.submission set original = 'erased' where submission_id = 2"),
        Break(
            check: "erasure_without_audit_entry",
            sql: """
                insert into intake.audit_entry
                values (99, now(), 'x', 'erased', 9, 'x', 'x', null, '', 'x')
                """),
        Break(
            check: "figure_against_status",
            sql: "update member.release_value set value = null where status = 0"),
        Break(
            check: "figure_against_status",
            sql: "update member.release_value set status = 1 where value is not null"),
        Break(
            check: "figure_against_status",
            sql: "update member.release_value set status = 9 where value is not null"),
        Break(check: "figure_without_source", sql: "delete from member.release_lineage"),
        Break(
            check: "observation_value_against_status",
            sql: "update warehouse.observation set value = null where status = 0"),
        Break(
            check: "observation_value_against_status",
            sql: "update warehouse.observation set value = 1 where status = 4"),
        Break(
            check: "observation_value_against_status",
            sql: "update warehouse.observation set value = 'NaN' where status = 0"),
        Break(
            check: "observation_value_against_status",
            sql: "update warehouse.observation set value = '-Infinity' where status = 0"),
        Break(
            check: "observation_without_registry",
            sql: "update warehouse.observation set city_id = 99 where city_id = 1"),
        Break(
            check: "observation_without_registry",
            sql: "update warehouse.observation set measure_id = 99 where measure_id = 1"),
        Break(
            check: "observation_without_registry",
            sql: "update warehouse.observation set breakdown_id = 99"),
        Break(
            check: "observation_without_submission",
            sql: "update warehouse.observation set submission_id = 99 where submission_id = 1"),
        Break(
            check: "observation_without_submission",
            sql: "update intake.submission set is_rejected = true where submission_id = 1"),
        Break(
            check: "query_thread", sql: "update intake.query set city_id = 99"),
        Break(
            check: "query_thread", sql: "delete from intake.query_entry where entry = 1"),
        Break(
            check: "query_thread",
            sql: "update intake.query_entry set action = 'closed' where entry = 2"),
        Break(
            check: "query_thread", sql: "update intake.query_entry set message = ''"),
        Break(
            check: "query_thread", sql: "delete from intake.query"),
        Break(
            check: "open_release_like_member",
            sql: "update open.release_value set value = value + 1"),
        Break(
            check: "open_release_like_member",
            sql: "delete from member.release_value where release_id = 3"),
        Break(
            check: "registry_change_of_known_cities",
            sql: "insert into warehouse.registry_change "
                + "values ('2026-01-01', 1, 99, 'merger', 'A', 'B')"),
        Break(
            check: "city_user_without_city",
            sql: "insert into intake.city_user values ('clerk', 99)"),
        Break(
            check: "privilege_of_everybody",
            sql: "grant select on member.standing to public"),
        Break(
            check: "privilege_of_everybody",
            sql: """
                create function own.new() returns integer language plpgsql
                as $$ begin return 1; end $$
                """),
        Break(check: "privilege_of_everybody", sql: "grant usage on schema intake to public"),
        Break(
            check: "privilege_outside_audience",
            sql: roles + "grant select on warehouse.observation to yardstick_member"),
        Break(
            check: "privilege_outside_audience",
            sql: roles + "grant select on preview.release_value to yardstick_member"),
        Break(
            check: "privilege_outside_audience",
            sql: roles + "grant insert on member.release to yardstick_member"),
        Break(
            check: "privilege_outside_audience",
            sql: roles + "grant select on intake.finding to yardstick_city"),
        Break(
            check: "recognition_of_members", sql: "delete from member.release_recognition"),
        Break(
            check: "recognition_of_members",
            sql: "update warehouse.release_recognition set level = null"),
        Break(
            check: "recognition_of_members",
            sql: "update member.release_recognition set points = points + 1"),
        Break(
            check: "release_embargo", sql: "update member.release set embargo_until = 'infinity'"),
        Break(
            check: "release_embargo", sql: "update member.release set visibility = 'open'"),
        Break(
            check: "release_embargo", sql: "insert into preview.release table member.release"),
        Break(check: "release_embargo", sql: "update open.release set release_id = 9"),
        Break(
            check: "release_kind_order",
            sql: "update member.release set kind = 'corrected' where release_id = 1"),
        Break(
            check: "release_kind_order",
            sql: "update member.release set kind = 'final' where release_id = 1"),
        Break(
            check: "release_kind_order",
            sql: "update member.release set kind = 'draft' where release_id = 1"),
        Break(check: "release_newest", sql: "update open.release set is_newest = false"),
        Break(
            check: "release_newest",
            sql: """
                insert into preview.release table member.release;
                update preview.release set is_newest = not is_newest
                """),
        Break(check: "release_without_input", sql: "delete from warehouse.release_file"),
        Break(check: "release_without_input", sql: "delete from warehouse.folder_file"),
        Break(check: "release_without_input", sql: "delete from warehouse.standard_file"),
        Break(
            check: "release_rows_against_digest",
            sql: "delete from member.release_lineage where release_id = 2 and city_id = 1"),
        Break(
            check: "release_newest", sql: "update member.release set is_newest = false"),
        Break(
            check: "release_newest",
            sql: "update member.release set is_newest = not is_newest"),
        Break(
            check: "release_newest", sql: "update member.release set is_newest = true"),
        Break(
            check: "reporting_cycle_in_order",
            sql: "update warehouse.reporting_cycle set due = '2026-06-01'"),
        Break(
            check: "reporting_cycle_in_order",
            sql: "update warehouse.reporting_cycle set blackout_first = '2026-05-31', "
                + "blackout_last = '2026-05-31'"),
        Break(
            check: "standard_without_text",
            sql: "delete from warehouse.standard_file"),
        Break(
            check: "standing_without_figure",
            sql: "delete from member.release_value where city_id = 1"),
        Break(
            check: "standing_without_figure", sql: "delete from member.release_statistic"),
        Break(
            check: "statistic_members_add_up",
            sql: "update member.release_statistic set contributors = contributors + 1"),
        Break(
            check: "statistic_members_add_up",
            sql: "delete from member.release_peer where city_id = 5"),
        Break(
            check: "submission_event_order",
            sql: "update intake.submission set is_withdrawn = true where submission_id = 1"),
        Break(
            check: "submission_event_order",
            sql: "update intake.submission_event set position = 7"),
        Break(
            check: "submission_parts_in_order",
            sql: "update intake.submission set part_first_row = '{3,0}', part_member = '{a,b}', "
                + "part_sheet = '{null,null}'"),
        Break(
            check: "submission_parts_in_order",
            sql: "update intake.submission set part_sheet = '{Q3}'"),
        Break(
            check: "submission_receipt_against_rows",
            sql: "update intake.submission set accepted = accepted + 1"),
        Break(
            check: "submission_receipt_against_rows",
            sql: "delete from warehouse.observation where city_id = 1"),
        Break(
            check: "submission_receipt_against_rows", sql: "delete from intake.confirmation"),
        Break(
            check: "submission_without_bytes", sql: "delete from intake.submission_chunk"),
        // On one machine a foreign key says the same; among many there is none.
        Break(
            check: "submission_without_standard",
            sql: "alter table intake.submission drop constraint "
                + "submission_standard_version_id_fkey; "
                + "update intake.submission set standard_version_id = 99"),
        Break(
            check: "superseded_submission",
            sql: "update intake.submission set superseded_by = 2 where submission_id = 1"),
    ]

    /// A correction, a repetition, a blank, a rejected file, a withdrawal and
    /// two releases of one period, and a final one that is open to all.
    private func loaded() throws -> Store {
        let store = try Store(
            Sample.full([
                "calendar.csv": "period,due,certify_until,release\n"
                    + "2026-Q1,2026-04-30,2026-05-15,2026-05-31\n"
            ]))
        try store.load("City,Period,Calls,Residents\nAshford,2026-Q1,1,10\nBexley,2026-Q1,,20\n")
        try discuss(store)
        try store.load("")
        try store.compare()
        try store.load("City,Period,Calls,Residents\nAshford,2026-Q1,2,10\n")
        try store.load("City,Period,Spending\nAshford,2026-Q1,9\n")
        try store.load(
            "City,Day,Cost\nColne,2026-02-01,3\n",
            """
            title: Costs
            layout: records
            city: {column: City}
            period: {date: Day, length: quarter}
            figures: [{measure: ops/spending, aggregate: sum, column: Cost}]
            """)
        _ = try store.warehouse.withdraw(
            submission: 4, reason: "test", at: Timestamp(secondsSince1970: 0))
        try store.compare()
        var request = ReleaseRequest(
            of: try #require(Period(parsing: "2026-Q1")), at: Timestamp(secondsSince1970: 9))
        request.isFinal = true
        request.visibility = .open
        _ = try store.warehouse.release(request, registry: store.registry, ids: store.ids)
        return store
    }

    /// A question with an answer and its end, and a certification.
    private func discuss(_ store: Store) throws {
        let period = try #require(Period(year: 2026, quarter: 1))
        let instant = Timestamp(secondsSince1970: 0)
        _ = try store.warehouse.openQuery(
            QueryRequest(
                city: "ashford", measure: "ops/calls", breakdown: "total", period: period,
                side: .consortium, author: "Opal", message: "Why?"),
            at: instant)
        for action in [FigureQuery.Action.answered, .closed] {
            _ = try store.warehouse.continueQuery(
                1, action, side: nil, author: "Ann", message: "So.", at: instant)
        }
        _ = try store.warehouse.certify(
            CertificationRequest(
                city: "ashford", period: period, services: [], certifier: "Cy",
                office: "Finance"),
            at: instant)
    }

    @Test func `every check is silent on what the program wrote`() throws {
        let store = try loaded()
        #expect(try store.rows("select count(*) from intake.confirmation") == ["1"])
        #expect(
            try store.rows("select kind from member.release order by release_id")
                == ["provisional", "provisional", "final"])
        #expect(try store.rows("select release_id from open.release") == ["3"])
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }

    @Test(arguments: breaks)
    func `a check fires when its promise is broken`(broken: Break) throws {
        let store = try loaded()
        try store.connection.execute(broken.sql)
        let fired = try store.warehouse.brokenPromises()
        #expect(fired.map(\.check).contains(broken.check + ".sql"))
        #expect(fired.allSatisfy { $0.rows > 0 })
    }

    @Test func `a broken promise is told in words, with the rows that break it`() throws {
        let store = try loaded()
        try store.connection.execute(
            "update intake.submission set accepted = accepted + 1 where submission_id <= 3")
        let fired = try store.warehouse.brokenPromises(examples: 2)
        let broken = try #require(fired.first { $0.check == "submission_receipt_against_rows.sql" })
        #expect(
            broken.promise
                == "a receipt counts what is stored: accepted values are observations or "
                + "confirmations")
        #expect(broken.rows == 3)
        #expect(broken.examples.count == 2)
        #expect(broken.examples.contains("submission_id 1, accepted 5, found 4"))
    }

    @Test func `every check of the folder says what it promises`() throws {
        for check in try SQLFolder(path: Root.sql).checks {
            #expect(check.sql.hasPrefix("-- promise: "), "\(check.name)")
            #expect(check.promise.count > 20, "\(check.name)")
        }
    }

    @Test func `every check of the folder is broken by a test`() throws {
        let checks = try SQLFolder(path: Root.sql).checks.map(\.name)
        #expect(Set(checks) == Set(Self.breaks.map { $0.check + ".sql" }))
    }
}
