"""What the outbox holds of somebody who leaves: their posts go, and what stands in Slack of them is to be erased there.

Posts to others that name the person stay, without them.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any, NamedTuple

from sqlalchemy import bindparam, delete, or_, select, update

from storage.board_posts import draw_weeks_again
from storage.columns import word
from storage.lanes import oid_for, single_row, verdict_oid
from storage.leaving import THEIR_DISPUTES, THEIR_RUNS, WHO, Leaving, in_team, mentions
from storage.outbox import follow_in
from storage.posts import Destination, DisputeCardUpdate, Erase, ShareCardUpdate, VerdictCardUpdate
from storage.tables import dispute_cards, disputes, outbox, shares
from storage.transaction import Found, Transaction

AT_ONCE = 20
APART = timedelta(seconds=1.5)
"""Slack lets an app delete some fifty messages a minute: the first are due at once, the others one after another."""
CHUNK = 400
SOMEBODY = "somebody whose data was deleted"


class _Place(NamedTuple):
    ts: str
    channel: str


_POSTS = select(outbox.c.id, outbox.c.oid, outbox.c.channel, outbox.c.ts, outbox.c.payload).where(in_team(outbox))
_CARDS = select(dispute_cards.c.oid).where(in_team(dispute_cards), dispute_cards.c.dispute_id.in_(THEIR_DISPUTES))
_THEIRS = _POSTS.where(
    or_(
        outbox.c.run_id.in_(THEIR_RUNS),
        outbox.c.lane.in_(_CARDS),
        outbox.c.channel.in_((WHO, bindparam("dm"))),
    )
)
_NAMING = _POSTS.where(mentions(outbox.c.payload))
_IN_LANES = _POSTS.where(outbox.c.lane.in_(bindparam("lanes", expanding=True)))
_THESE = delete(outbox).where(outbox.c.id.in_(bindparam("numbers", expanding=True)))
_REWORD = update(outbox).where(outbox.c.id == bindparam("number")).values(payload=bindparam("reworded"))
_SHARED = (
    select(shares.c.id, outbox.c.channel, outbox.c.ts)
    .join(outbox, outbox.c.oid == shares.c.id)
    .where(in_team(shares), shares.c.sharer == WHO, outbox.c.status == word("sent"))
)
_DECIDED = select(disputes.c.id, disputes.c.run_id).where(
    in_team(disputes), disputes.c.decided_by == WHO, disputes.c.id.not_in(THEIR_DISPUTES)
)
_CARDS_OF = select(dispute_cards.c.oid).where(
    in_team(dispute_cards), dispute_cards.c.dispute_id == bindparam("this"), dispute_cards.c.manager != WHO
)


def forget_posts(transaction: Transaction, leaving: Leaving) -> None:
    """Deletes the person's posts, has them erased in Slack, and takes the person out of what others were posted."""
    theirs = _theirs(transaction, leaving)
    for row in transaction.all(_NAMING, **_whose(leaving)):
        if row.id not in theirs:
            transaction.run(_REWORD, number=row.id, reworded=without(row.payload, leaving.person))
    for numbers in _chunks(list(theirs)):
        transaction.run(_THESE, numbers=numbers)
    _erase(transaction, leaving, theirs.values())


def draw_without(transaction: Transaction, leaving: Leaving) -> None:
    """Has what others see drawn again that names the person: boards, cards that they shared, disputes they decided."""
    team, now = leaving.team, leaving.now
    draw_weeks_again(transaction, team, now)
    for share, channel, ts in transaction.all(_SHARED, **_whose(leaving)):
        follow_in(transaction, team, share, ShareCardUpdate(share), now, Destination(channel, ts))
    for dispute, run in transaction.all(_DECIDED, **_whose(leaving)):
        for (card,) in transaction.all(_CARDS_OF, **_whose(leaving), this=dispute):
            follow_in(transaction, team, card, DisputeCardUpdate(dispute), now)
        follow_in(transaction, team, verdict_oid(team, run), VerdictCardUpdate(run), now)


def without(value: Any, person: str) -> Any:
    """The JSON values with nobody where the person stood."""
    return json.loads(json.dumps(value).replace(f"<@{person}>", SOMEBODY).replace(person, ""))


def _theirs(transaction: Transaction, leaving: Leaving) -> dict[int, Found]:
    """The posts of their runs and disputes, in their messages and to them, and what draws those again."""
    whose = _whose(leaving)
    found = transaction.all(_THEIRS, **whose, dm=leaving.dm or leaving.person)
    to_them = (row for row in transaction.all(_NAMING, **whose) if row.payload.get("user") == leaving.person)
    theirs = {row.id: row for row in (*found, *to_them)}
    verdicts = [verdict_oid(leaving.team, run) for (run,) in transaction.all(THEIR_RUNS, **whose)]
    for lanes in _chunks([*verdicts, *(row.oid for row in theirs.values())]):
        theirs |= {row.id: row for row in transaction.all(_IN_LANES, in_team=leaving.team, lanes=lanes)}
    return theirs


def _erase(transaction: Transaction, leaving: Leaving, rows: Iterable[Found]) -> None:
    """Answers before the root that they stand under."""
    places = sorted({place for row in rows if (place := _place(row, leaving))}, reverse=True)
    for number, place in enumerate(places):
        oid = oid_for(leaving.team, f"erase:{place.channel}:{place.ts}")
        due = leaving.now + APART * max(0, number - AT_ONCE)
        row = single_row(leaving.team, oid, Destination(place.channel, place.ts), Erase(), due)
        transaction.insert_new(outbox, row, outbox.c.oid)


def _place(row: Found, leaving: Leaving) -> _Place | None:
    """Where the post stands; None where it does not, or where nobody knows."""
    to_them = row.channel == leaving.person or (not row.channel and row.payload.get("user") == leaving.person)
    channel = leaving.dm if to_them else row.channel
    return _Place(row.ts, channel) if row.ts and channel else None


def _whose(leaving: Leaving) -> Mapping[str, str]:
    return {"in_team": leaving.team, "who": leaving.person}


def _chunks(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(values), CHUNK):
        yield values[start : start + CHUNK]
