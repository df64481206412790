"""A rep disputes a check of their verdict: kept once, and passed on to the managers."""

from collections.abc import Sequence
from typing import NamedTuple

from bot.flows.house import House
from bot.flows.ownership import own_ended_run
from bot.visible import visible
from engine.errors import RuleViolation
from engine.scoring.disputing import NotDisputable, disputable
from storage import disputes, outbox, verdicts
from storage.connection import Connection
from storage.disputes import Dispute
from storage.lanes import oid_for, verdict_oid
from storage.posts import Destination, Direct, DisputeCard, VerdictCardUpdate, Whisper
from storage.runs import Run

MOST_WORDS = 300
"""Characters of the sentence that a rep gives."""
NOTED = (
    "Noted: you dispute *{title}*, {given} of {of}. The managers get it by direct message, and you get "
    "their decision in your messages with me."
)
NO_MANAGERS = (
    "Your dispute is kept, but I know of no manager to send it to. Whoever runs Haggle can name managers "
    "(HAGGLE_MANAGERS); they find it then with `/haggle disputes`."
)
STATES = {
    "open": "waits for a manager",
    "upheld": "ended with the points upheld",
    "changed": "ended with the points changed",
}


class NoReason(RuleViolation):
    """The sentence is missing or too long; whoever fills the form in can mend it."""


class Filing(NamedTuple):
    """Who disputes which check of which run, and why; `key` makes it happen once."""

    team: str
    run: str
    user: str
    check: str
    words: str
    key: str


class Card(NamedTuple):
    """A manager, and the channel of their direct messages with Haggle."""

    manager: str
    channel: str


async def file_dispute(house: House, filing: Filing) -> None:
    """Keeps the dispute and tells the rep so. NoReason, NotDisputable or RuleViolation say what stands in the way."""
    view = await own_ended_run(house, filing.team, filing.run, filing.user)
    words = one_sentence(filing.words, MOST_WORDS, "why the points are wrong")
    if view.verdict is None:
        raise NotDisputable("This run has no verdict to dispute.")
    check = disputable(view.verdict, filing.check)
    dispute = Dispute(
        team=filing.team,
        id=oid_for(filing.team, f"dispute:{filing.run}:{check.id}"),
        run_id=filing.run,
        check_id=check.id,
        rep=filing.user,
        words=words,
        given=check.won or 0,
        of=check.of,
        key=filing.key,
        filed_at=house.now(),
    )
    await _keep(house, view.run, dispute, check.title)
    house.wake.disputes.set()
    house.wake.posts.set()


def one_sentence(written: str, limit: int, what: str) -> str:
    """The words on one line; NoReason where there are none, or too many."""
    words = " ".join(visible(written).split())
    if not words:
        raise NoReason(f"Say in a sentence {what}.")
    if len(words) > limit:
        raise NoReason(f"Keep it to {limit} characters; this has {len(words)}.")
    return words


async def _keep(house: House, run: Run, dispute: Dispute, title: str) -> None:
    now, team = dispute.filed_at, dispute.team
    async with house.database.writing() as connection:
        await verdicts.hold(connection, team, run.id)
        if not await disputes.add(connection, dispute):
            await _refuse_second(connection, dispute, title)
            return
        told = Whisper(dispute.rep, NOTED.format(title=title, given=dispute.given, of=dispute.of))
        where = Destination(run.channel, run.thread_ts)
        await outbox.enqueue(connection, team, f"disputed:{dispute.id}", told, to=where, now=now)
        await outbox.follow(connection, team, verdict_oid(team, run.id), VerdictCardUpdate(run.id), now=now)


async def _refuse_second(connection: Connection, dispute: Dispute, title: str) -> None:
    """NotDisputable, unless it is the same form that has come again."""
    first = await disputes.on_check(connection, dispute.team, dispute.run_id, dispute.check_id)
    if first is not None and first.key != dispute.key:
        raise NotDisputable(
            f"You have disputed {title} already, and that {STATES[first.status]}. A check is disputed once."
        )


async def tell_managers(house: House, dispute: Dispute, cards: Sequence[Card]) -> None:
    """Puts a card into each manager's messages, once for all processes; with no manager, the rep is told so."""
    now, team = house.now(), dispute.team
    async with house.database.writing() as connection:
        await verdicts.hold(connection, team, dispute.run_id)
        if not await disputes.mark_told(connection, team, dispute.id, now):
            return
        for card in cards:
            post, to = DisputeCard(dispute.id, card.manager), Destination(card.channel)
            oid = await outbox.enqueue(connection, team, f"dispute:{dispute.id}:{card.manager}", post, to=to, now=now)
            if oid:
                await disputes.add_card(connection, team, dispute.id, card.manager, oid)
        if not cards:
            told = Direct(dispute.rep, NO_MANAGERS)
            await outbox.enqueue(connection, team, f"no_managers:{dispute.id}", told, now=now)
    house.wake.posts.set()
