"""The packs that runs were drawn from, kept by hash, so that a run reads the same after its pack has changed."""

from datetime import datetime

from sqlalchemy import bindparam, select

from storage.connection import Connection
from storage.tables import pinned_packs

_UNDER_HASH = select(pinned_packs.c.source).where(pinned_packs.c.hash == bindparam("hash"))


async def pin(connection: Connection, pack: str, pack_hash: str, source: str, now: datetime) -> bool:
    """Whether the pack's source was new; the same hash again has no effect."""
    row = {"hash": pack_hash, "pack": pack, "source": source, "pinned_at": now}
    return await connection.do(lambda there: there.insert_new(pinned_packs, row, pinned_packs.c.hash)) is not None


async def get(connection: Connection, pack_hash: str) -> str | None:
    """The source that was pinned under the hash."""
    row = await connection.first(_UNDER_HASH, hash=pack_hash)
    return None if row is None else str(row.source)
