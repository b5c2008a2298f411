"""A comparison that both databases answer from an index."""

from django.db.models import CharField, Lookup

AFTER_EVERY_LETTER = "\U0010ffff"


class Begins(Lookup):
    """``text__begins="buurt"``: the value starts with these letters, exactly as written.

    ``startswith`` cannot use an index on SQLite, and a range cannot on PostgreSQL, where the order of letters depends
    on the language of the database. For folded words only: it has no wildcards to escape.
    """

    lookup_name = "begins"

    def as_sql(self, compiler, connection):
        column, column_params = self.process_lhs(compiler, connection)
        return f"({column} >= %s AND {column} < %s)", [
            *column_params,
            self.rhs,
            *column_params,
            f"{self.rhs}{AFTER_EVERY_LETTER}",
        ]

    def as_postgresql(self, compiler, connection):
        column, column_params = self.process_lhs(compiler, connection)
        return f"{column} LIKE %s", [*column_params, f"{self.rhs}%"]


CharField.register_lookup(Begins)
