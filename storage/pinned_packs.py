"""The packs that runs were drawn from, kept by hash, so that a run reads the same after its pack has changed."""

from datetime import datetime

from sqlalchemy import select

from storage.connection import Connection
from storage.tables import pinned_packs


async def pin(connection: Connection, pack: str, pack_hash: str, source: str, now: datetime) -> bool:
    """Whether the pack's source was new; the same hash again has no effect."""
    row = {"hash": pack_hash, "pack": pack, "source": source, "pinned_at": now}
    return await connection.insert_new(pinned_packs, row, pinned_packs.c.hash) is not None


async def get(connection: Connection, pack_hash: str) -> str | None:
    """The source that was pinned under the hash."""
    row = await connection.first(select(pinned_packs.c.source).where(pinned_packs.c.hash == pack_hash))
    return None if row is None else str(row["source"])
