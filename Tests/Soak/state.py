"""What is stored, in a form that two databases can be compared by."""

import hashlib

from place import DATABASE, Psql

SCHEMAS = "('intake', 'warehouse', 'member', 'open', 'preview')"
# Instants that a command takes from the clock differ from run to run; those of receipt are given.
GIVEN = "('received_at', 'data_received_at')"
# Digests over such instants differ as well.
CHAINED = "('chain', 'chain_digest', 'previous', 'previous_digest')"

COLUMNS = f"""
    select pg_class.oid::regclass::text, string_agg(quote_ident(attname), ', ' order by attnum),
        bool_or(attname = 'submission_id')
    from pg_attribute
    inner join pg_class on pg_class.oid = attrelid
    where relnamespace::regnamespace::text in {SCHEMAS}
        and relkind in ('r', 'p') and not relispartition
        and attnum > 0 and not attisdropped
        and (atttypid <> 'timestamptz'::regtype or attname in {GIVEN})
        and attname not in {CHAINED}
    group by pg_class.oid order by 1"""

# Tables, parts, keys and indexes: what a load makes and must not leave half made.
RELATIONS = f"""
    select relkind, pg_class.oid::regclass, relpersistence, relispartition,
        pg_get_expr(relpartbound, pg_class.oid)
    from pg_class where relnamespace::regnamespace::text in {SCHEMAS}
    union all
    select 'c', conrelid::regclass, 'p', false, conname || ' ' || pg_get_constraintdef(oid)
    from pg_constraint where connamespace::regnamespace::text in {SCHEMAS}
    order by 1, 2, 5"""


class State:
    """The content of the database at one moment."""

    def __init__(self, place, database=DATABASE):
        # By submission: a digest of all its rows in each table.
        self.submissions = {}
        self.whole = {}
        session = Psql(place.url(database))
        try:
            self.read(session)
        finally:
            session.close()

    def read(self, session):
        """Reads all tables and what belongs to them."""
        tables = [line.split("\t") for line in session.lines(COLUMNS)]
        self.whole["relations"] = session.lines(RELATIONS)
        for table, columns, has_submission in tables:
            rows = session.lines(
                f"select md5(string_agg(row, ' ' order by row)), count(*) from "
                f"(select row({columns})::text as row from {table}) as rows")
            self.whole[table] = rows
            if has_submission == "t":
                self.note(table, session.lines(
                    f"select submission_id, md5(string_agg(row, ' ' order by row)), count(*) from "
                    f"(select submission_id, row({columns})::text as row from {table}) as rows "
                    "where submission_id is not null group by submission_id"))

    def note(self, table, lines):
        """Keeps what a table holds of each submission."""
        for line in lines:
            number, digest, count = line.split("\t")
            self.submissions.setdefault(number, {})[table] = (digest, count)

    @property
    def digest(self):
        """One digest of it all."""
        return hashlib.sha256(repr(sorted(self.whole.items())).encode()).hexdigest()[:16]

    def count(self, table):
        """How many rows a table has."""
        return int(self.whole[table][0].split("\t")[1])

    def difference(self, other):
        """The names of what differs from another state."""
        names = set(self.whole) | set(other.whole)
        return sorted(name for name in names if self.whole.get(name) != other.whole.get(name))

    def partial(self, final):
        """Submissions of which not all rows are here that the final state has of them."""
        return sorted(
            number for number, tables in self.submissions.items()
            if tables != final.submissions.get(number))
