import Postgres

/// The table of one year's observations, on its way into the store.
struct ObservationYear {
    let year: Int
    let connection: Connection

    private var table: String { ObservationTable.partition(year) }

    /// The years that have a table.
    static func stored(connection: Connection) throws -> Set<Int> {
        let rows = try connection.query(
            """
            select partition.relname
            from pg_inherits
            inner join pg_class as partition on partition.oid = pg_inherits.inhrelid
            where pg_inherits.inhparent = 'warehouse.observation'::regclass
            """)
        return Set(try rows.compactMap { ObservationTable.year(ofPartition: try $0.text(0)) })
    }

    /// Makes the table, without a key; the check lets it be attached without
    /// being read again.
    func create() throws {
        try connection.execute(
            """
            create table \(table) (like warehouse.observation);
            alter table \(table) add constraint observation_\(year)_year check (
                period_start >= '\(padded(year))-01-01' and period_start < '\(padded(year + 1))-01-01'
            )
            """)
    }

    /// Adds the key; fails where a key stands twice.
    func addKey() throws {
        try connection.execute(
            """
            alter table \(table) add constraint observation_\(year)_pkey
            primary key (\(ObservationTable.key.joined(separator: ", ")), submission_id)
            """)
    }

    /// Makes the table a part of all observations.
    func attach() throws {
        try connection.execute(
            """
            alter table warehouse.observation attach partition \(table)
            for values from ('\(padded(year))-01-01') to ('\(padded(year + 1))-01-01');
            alter table \(table) drop constraint observation_\(year)_year
            """)
    }

    /// A year as four digits, as dates in SQL want it.
    private func padded(_ year: Int) -> String {
        String(String(year + 10_000).dropFirst())
    }
}
