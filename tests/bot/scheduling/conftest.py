"""Databases to plan in, on SQLite and on PostgreSQL."""

from tests.storage.conftest import backend, database, url

__all__ = ["backend", "database", "url"]
