"""The marks of the reference panel, kept for each buyer: playing and judging them takes half a second."""

from sqlalchemy import and_, bindparam, select

from storage.board_tables import panel_marks
from storage.connection import Connection
from storage.transaction import Transaction

_GET = select(panel_marks.c.marks).where(
    and_(
        panel_marks.c.pack_hash == bindparam("of_pack"),
        panel_marks.c.engine == bindparam("by_engine"),
        panel_marks.c.seed == bindparam("of_seed"),
    )
)


def find(transaction: Transaction, pack_hash: str, engine: str, seed: int) -> tuple[int, ...]:
    """The totals of the reference reps on the seed of that pack; empty where they are not known."""
    row = transaction.first(_GET, of_pack=pack_hash, by_engine=engine, of_seed=seed)
    return tuple(row[0]) if row else ()


async def keep(connection: Connection, pack_hash: str, engine: str, seed: int, marks: tuple[int, ...]) -> None:
    """Keeps the totals; whoever comes second has found the same."""
    row = {"pack_hash": pack_hash, "engine": engine, "seed": seed, "marks": list(marks)}
    await connection.do(lambda there: there.insert_new(panel_marks, row, panel_marks.c.seed))
