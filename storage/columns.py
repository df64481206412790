"""The column types that read the same from SQLite and from PostgreSQL."""

from datetime import UTC, datetime

from sqlalchemy import JSON, BigInteger, DateTime, Dialect, Integer, MetaData, Text, TypeDecorator
from sqlalchemy.sql.elements import ColumnElement, literal_column

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


class UtcDateTime(TypeDecorator[datetime]):
    """An aware datetime in UTC; a naive one is refused, since nobody can say which instant it means."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Words(TypeDecorator[str]):
    """Text that people wrote: what no database can hold (NUL, half a surrogate pair) is taken out."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else storable(value)


def storable(text: str) -> str:
    """The text without NUL, half surrogate pairs replaced by `?`."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")


Json = JSON(none_as_null=True)
"""Kept as written, unlike jsonb, so that the order of keys survives."""

Number = BigInteger().with_variant(Integer, "sqlite")
"""Money in minor units, counters and row numbers. On SQLite every integer has 64 bits."""


def word(value: str) -> ColumnElement[str]:
    """The word written into the SQL, because a bound value would hide a partial index from the planner."""
    return literal_column(f"'{value}'", Text)
