import Postgres

/// A promise of the database that does not hold.
public struct BrokenPromise: Sendable {
    /// The file in `sql/checks` that found it.
    public let check: String
    /// What is promised, in one sentence without its full stop.
    public let promise: String
    /// How many rows break it.
    public let rows: Int
    /// The first of them, each as its columns with their values; columns that
    /// are null are left out.
    public let examples: [String]
}

extension Warehouse {
    /// Runs `sql/checks`, all in one snapshot; empty when every promise holds.
    ///
    /// - Parameter limit: how many of the rows that break a promise are told.
    public func brokenPromises(examples limit: Int = 10) throws -> [BrokenPromise] {
        try connection.transaction(.readOnlySnapshot) {
            try folder.checks.compactMap { try broken($0, limit: limit) }
        }
    }

    /// How many checks there are.
    public var promises: Int { folder.checks.count }

    private func broken(_ check: SQLFolder.Script, limit: Int) throws -> BrokenPromise? {
        let sql = check.sql.trimmingSuffix { $0 == ";" || $0.isWhitespace }
        let count = try connection.query("select count(*) from (\(sql)) as broken").single.int64(0)
        if count == 0 { return nil }
        return BrokenPromise(
            check: check.name, promise: check.promise, rows: Int(count),
            examples: try examples(of: String(sql), limit: limit))
    }

    private func examples(of sql: String, limit: Int) throws -> [String] {
        try connection.query(
            """
            select (
                select string_agg(field.key || ' ' || field.value, ', ' order by field.position)
                from json_each_text(row_to_json(broken))
                    with ordinality as field (key, value, position)
            )
            from (\(sql)) as broken
            limit $1
            """,
            [.int64(Int64(limit))]
        ).map { try $0.textOrNil(0) ?? "" }
    }
}

extension SQLFolder.Script {
    /// What a check promises: the text of its first comment.
    var promise: String {
        let comment = sql.split(separator: "\n").prefix { $0.hasPrefix("--") }
        let words = comment.flatMap { $0.dropFirst(2).split(separator: " ") }
        return words.drop { $0 == "promise:" }.joined(separator: " ")
    }
}

extension String {
    /// The text without the characters at its end that the test holds for.
    fileprivate func trimmingSuffix(while holds: (Character) -> Bool) -> Substring {
        var end = endIndex
        while end > startIndex, holds(self[index(before: end)]) { end = index(before: end) }
        return self[..<end]
    }
}
