"""The boards of weeks that are over, where they were posted: they are drawn again when a name is to leave them."""

from datetime import datetime

from sqlalchemy import bindparam, select

from storage.columns import word
from storage.outbox import follow_in
from storage.posts import BoardWeek, BoardWeekUpdate, decode
from storage.tables import outbox
from storage.transaction import Transaction

_POSTED = select(outbox.c.oid, outbox.c.payload).where(
    outbox.c.team == bindparam("in_team"), outbox.c.op == word("board_week"), outbox.c.status == word("sent")
)


def draw_weeks_again(transaction: Transaction, team: str, now: datetime) -> None:
    """Has every week that was told of drawn again where it stands."""
    for oid, payload in transaction.all(_POSTED, in_team=team):
        post = decode(payload)
        if isinstance(post, BoardWeek):
            follow_in(transaction, team, oid, BoardWeekUpdate(post.first, post.pack), now)
