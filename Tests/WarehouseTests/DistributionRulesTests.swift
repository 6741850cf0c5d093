import Foundation
import Testing

/// What a schema may not do that is to run on many machines as on one: every
/// statement of `sql/` and of `Sources/Warehouse` is read for it.
@Suite struct DistributionRulesTests {
    /// Something that no statement may have.
    struct Rule: Sendable, CustomTestStringConvertible {
        let name: String
        let pattern: String
        /// Files in which it stands all the same, and why it may.
        var exceptions: [String: String] = [:]

        var testDescription: String { name }
    }

    /// Tables that are cut into shards, by measure_id or metric_id.
    static let fact =
        #"(?:warehouse\.(?:observation|aggregate_origin)\b|\.observations\(|"#
        + #"(?:member|open|preview|\\\([a-z.]+\))\."#
        + #"release_(?:value|statistic|standing|lineage)\b)"#

    private static let rules = [
        Rule(
            name: "no trigger on a table that is shared",
            pattern: #"create\s+(?:or\s+replace\s+)?(?:constraint\s+)?trigger\b"#
                + #"(?!(?s:.*?)\son\s+intake\.)"#),
        Rule(name: "no rewrite rule", pattern: #"create\s+(?:or\s+replace\s+)?rule\b"#),
        Rule(
            name: "numbers that count up are bigint",
            pattern: #"\b(?:small|big)?serial\b|\b(?:smallint|integer|int)\s+"#
                + #"(?:not\s+null\s+)?generated\b"#),
        Rule(
            name: "partitions have no partitions",
            pattern: #"partition\s+of(?s:.*)partition\s+by"#),
        Rule(name: "no merge", pattern: #"\bmerge\s+into\b"#),
        Rule(
            name: "an upsert takes what was to be inserted, or a constant",
            pattern: #"do\s+update\s+set(?s:.*?)=\s*(?!excluded\.|true\b|false\b|[0-9])\S"#),
        Rule(
            name: "no volatile value in an update",
            pattern: #"\bupdate\s+[a-z_.\\()]+\s+set(?s:.*)"#
                + #"(?:clock_timestamp|random|gen_random_uuid|nextval|timeofday)\s*\("#),
        Rule(
            name: "a copy into a table has no condition",
            pattern: #"\bcopy\s+[a-z_.\\()]+(?:\s*\([^)]*\))?\s+from\b(?s:.*)\bwhere\b"#),
        Rule(
            name: "no totals of several depths",
            pattern: #"\b(?:rollup|cube)\s*\(|\bgrouping\s+sets\b"#),
        Rule(
            name: "no row locks",
            pattern: #"\bfor\s+(?:no\s+key\s+update|update|key\s+share|share)\b"#),
        Rule(name: "no recursion", pattern: #"\bwith\s+recursive\b"#),
        Rule(name: "functions are PL/pgSQL", pattern: #"\blanguage\s+'?sql\b"#),
        Rule(
            name: "what a role may not see is no matter of a policy",
            pattern: #"create\s+policy\b|row\s+level\s+security|security_(?:barrier|invoker)"#),
        Rule(
            name: "nothing asks for a constraint by its name",
            pattern: #"constraint_name\s*=|diag_constraint"#),
    ]

    @Test(arguments: rules)
    func `no statement has what many machines cannot do`(_ rule: Rule) throws {
        let pattern = try Regex(rule.pattern)
        var excepted: Set<String> = []
        for file in StatementFile.all {
            for statement in file.statements where statement.contains(pattern) {
                if rule.exceptions[file.name] == nil {
                    Issue.record("\(file.name): \(statement.prefix(400))")
                }
                excepted.insert(file.name)
            }
        }
        #expect(Set(rule.exceptions.keys).isSubset(of: excepted), "an exception is no longer one")
    }

    @Test(arguments: [
        ("no trigger", "create trigger t before update on warehouse.city", true),
        ("no trigger", "create trigger t before update on intake.audit_entry", false),
        ("bigint", "id integer not null generated always as identity", true),
        ("bigint", "id bigint generated always as identity", false),
        ("an upsert", "on conflict (a) do update set b = now()", true),
        ("an upsert", "on conflict (a) do update set b = excluded.b, c = true", false),
        ("an upsert", "on conflict (a) do update set b = excluded.b, c = t.c + 1", true),
        ("no volatile", "update intake.x set a = random()", true),
        ("a copy", "copy warehouse.observation (a, b) from stdin where a > 1", true),
        ("a copy", "copy (select a from x where a > 1) to stdout", false),
        ("PL/pgSQL", "create function f(a integer) returns integer language sql", true),
        ("no row locks", "select a from b for update", true),
    ])
    func `a rule knows what it forbids`(_ name: String, _ sql: String, _ isForbidden: Bool) throws {
        let rule = try #require(Self.rules.first { $0.name.contains(name) })
        #expect(sql.contains(try Regex(rule.pattern)) == isForbidden)
    }

    @Test func `all files are read, and facts are among what they say`() throws {
        #expect(StatementFile.all.count > 80)
        let statements = StatementFile.all.flatMap(\.statements)
        #expect(statements.count > 600)
        let fact = try Regex(Self.fact)
        #expect(statements.filter { $0.contains(fact) }.count > 60)
    }

    /// Text up to the clause that follows a join.
    private static let condition =
        #"(?s:.*?)(?=\b(?:inner|left|cross|right|full)\s+join|\bwhere\b|\bgroup\s+by\b|"#
        + #"\border\s+by\b|$)"#
    /// Measures or metrics, or the key that begins with them.
    private static let byMeasure = #"measure_id|metric_id|samekey|keycolumns|metric\b|measure\b"#

    @Test func `facts are joined by their measure or metric`() throws {
        let join = try Regex(#"\bjoin\s+"# + Self.fact + Self.condition)
        let (fact, byMeasure) = (try Regex(Self.fact), try Regex(Self.byMeasure))
        for file in StatementFile.all {
            for statement in file.statements where statement.matches(of: fact).count > 1 {
                for found in statement.matches(of: join) where !found.0.contains(byMeasure) {
                    Issue.record("\(file.name): \(found.0)")
                }
            }
        }
    }

    @Test func `what is missing among facts is asked for by measure or metric`() throws {
        let start = try Regex(#"not\s+exists\s*\("#)
        let (fact, byMeasure) = (try Regex(Self.fact), try Regex(Self.byMeasure))
        for file in StatementFile.all {
            for statement in file.statements {
                for found in statement.ranges(of: start) {
                    let body = Self.parenthesised(statement[found.upperBound...])
                    if body.contains(fact), !body.contains(byMeasure) {
                        Issue.record("\(file.name): not exists (\(body))")
                    }
                }
            }
        }
    }

    /// Groups of facts that lie on several workers: each worker sends what it
    /// has of a group, and the coordinator adds up. Right, and slower.
    private static let groupedOtherwise = [
        "sql/checks/release_rows_against_digest.sql": "a check reads everything, on purpose",
        "sql/migrations/0026_create_ad_hoc_comparison.sql": "the figures are of one metric",
        "sql/views/indistinct.sql": "the groups are of release_peer, no fact",
        "sql/checks/statistic_members_add_up.sql": "the groups are of release_peer, no fact",
        "sql/checks/submission_receipt_against_rows.sql": "a check reads everything, on purpose",
        "Sources/Warehouse/ReleasePair+Causes.swift": "the few values that a release lost",
        "Sources/Warehouse/PeerResolution.swift": "the statement is about one measure",
        "Sources/Warehouse/StoredMatches.swift": "a sample of a file's values, up to a few hundred",
        "Sources/Warehouse/Warehouse+Status.swift": "counts of one period, a number a city",
    ]

    @Test func `facts are grouped by their measure or metric, or it is said why not`() throws {
        let group = try Regex(
            #"(?:group\s+by|partition\s+by|distinct\s+on)(?!\s+range)\s*\(?[^\n]*(?:\n\s+[a-z_.]+,?)*"#
        )
        let (fact, byMeasure) = (try Regex(Self.fact), try Regex(Self.byMeasure))
        var excepted: Set<String> = []
        for file in StatementFile.all {
            for statement in file.statements where statement.contains(fact) {
                for found in statement.matches(of: group) where !found.0.contains(byMeasure) {
                    excepted.insert(file.name)
                    if Self.groupedOtherwise[file.name] == nil {
                        Issue.record("\(file.name): \(found.0)")
                    }
                }
            }
        }
        #expect(
            excepted.isSuperset(of: Self.groupedOtherwise.keys), "an exception is no longer one")
    }

    /// The text up to the parenthesis that closes.
    private static func parenthesised(_ text: Substring) -> Substring {
        var depth = 1
        for position in text.indices {
            if text[position] == "(" { depth += 1 }
            if text[position] == ")" { depth -= 1 }
            if depth == 0 { return text[..<position] }
        }
        return text
    }
}
