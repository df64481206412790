"""A manager decides a dispute: once, however many decide at the same time."""

from datetime import datetime
from typing import NamedTuple

from bot.flows.disputing import one_sentence
from bot.flows.house import House
from bot.flows.managers import Managers, only_managers, only_their_judges
from engine.errors import RuleViolation
from engine.scoring import verdict
from engine.scoring.disputing import adjusted, changes_in, points_allowed
from engine.scoring.tally import complies
from storage import audit, disputes, outbox, totals, verdicts
from storage.audit import Act, Detail
from storage.connection import Connection
from storage.disputes import Dispute, Ruling
from storage.lanes import verdict_oid
from storage.posts import Destination, DisputeCardUpdate, DisputeOutcome, VerdictCardUpdate
from storage.verdicts import Adjusted

MOST_WORDS = 500
"""Characters of the reason that a manager gives."""
MOST_LISTED = 8
"""Disputes that a list shows at a time: Slack takes 50 blocks and some 13,000 characters in a message."""


class Decided(RuleViolation):
    """Somebody has decided the dispute already; the manager is told who, and how."""


class Decision(NamedTuple):
    """Who decides which dispute, how and why; without `points` the judge's are upheld. `key` makes it happen once."""

    team: str
    dispute: str
    manager: str
    name: str
    reason: str
    key: str
    points: int | None = None


class Waiting(NamedTuple):
    """Disputes that wait for a manager, the earliest first; `total` counts those that are not shown too."""

    shown: tuple[Dispute, ...]
    total: int


async def open_dispute(house: House, managers: Managers, team: str, dispute_id: str, user: str) -> Dispute:
    """The dispute, for a manager who may decide it now; RuleViolation for others, Decided where it is too late."""
    dispute = await _known(house, team, dispute_id)
    await only_their_judges(managers, dispute, user)
    if dispute.status != "open":
        raise _too_late(dispute)
    return dispute


async def waiting(house: House, managers: Managers, team: str, user: str) -> Waiting:
    """The team's open disputes; RuleViolation unless the person is a manager."""
    await only_managers(managers, user)
    async with house.database.writing() as connection:
        await audit.note(connection, team, Act(house.now(), user, "saw disputes", "", {}))
    async with house.database.reading() as connection:
        shown = await disputes.still_open(connection, team, MOST_LISTED)
        return Waiting(shown, await disputes.count_open(connection, team))


async def decide(house: House, managers: Managers, decision: Decision) -> None:
    """Decides the dispute and has everyone told. NoReason, BadPoints or RuleViolation say what stands in the way."""
    dispute = await _known(house, decision.team, decision.dispute)
    await only_their_judges(managers, dispute, decision.manager)
    ruling = Ruling(
        points=None if decision.points is None else points_allowed(dispute.given, dispute.of, decision.points),
        reason=one_sentence(decision.reason, MOST_WORDS, "why you decide so"),
        by=decision.manager,
        name=decision.name,
        key=decision.key,
    )
    async with house.database.writing() as connection:
        asked = await disputes.asked(connection, dispute.team, dispute.id)
        row = await verdicts.hold(connection, dispute.team, dispute.run_id)
        if row is None:
            raise RuleViolation("I can't find the verdict of that run any more.")
        if await disputes.decide(connection, dispute.team, dispute.id, ruling, house.now()):
            await _adjust(connection, dispute, verdict.decode(row.payload))
            await _tell(house, connection, dispute)
            await audit.note(connection, dispute.team, _act(dispute, ruling, house.now()))
        else:
            await _refuse_second(connection, dispute, decision)
    house.wake.posts.set()
    house.wake.home_changed(dispute.team, *asked)


def _act(dispute: Dispute, ruling: Ruling, now: datetime) -> Act:
    points = dispute.given if ruling.points is None else ruling.points
    figures: dict[str, Detail] = {"check": dispute.check_id, "given": dispute.given, "points": points}
    return Act(now, ruling.by, "decided dispute", dispute.rep, figures)


async def _known(house: House, team: str, dispute_id: str) -> Dispute:
    async with house.database.reading() as connection:
        found = await disputes.get(connection, team, dispute_id)
    if found is None:
        raise RuleViolation("I can't find that dispute any more.")
    return found


async def _adjust(connection: Connection, dispute: Dispute, judged: verdict.Verdict) -> None:
    """Reckons the run's score anew from every dispute of it, and keeps it beside the judge's."""
    every = await disputes.of_run(connection, dispute.team, dispute.run_id)
    if changes := changes_in(each.disputed for each in every):
        now = adjusted(judged, changes)
        await verdicts.adjust(
            connection, dispute.team, dispute.run_id, Adjusted(now.total, now.passed, complies(now.areas))
        )
        await connection.do(lambda there: totals.rescored(there, dispute.team, dispute.run_id, now.total, now.full))


async def _tell(house: House, connection: Connection, dispute: Dispute) -> None:
    team, now = dispute.team, house.now()
    for card in await disputes.cards(connection, team, dispute.id):
        await outbox.follow(connection, team, card, DisputeCardUpdate(dispute.id), now=now)
    shown = VerdictCardUpdate(dispute.run_id)
    await outbox.follow(connection, team, verdict_oid(team, dispute.run_id), shown, now=now)
    outcome, to = DisputeOutcome(dispute.id), Destination(dispute.rep)
    await outbox.enqueue(connection, team, f"decided:{dispute.id}", outcome, to=to, now=now)


async def _refuse_second(connection: Connection, dispute: Dispute, decision: Decision) -> None:
    """Decided, unless it is the same form that has come again."""
    first = await disputes.get(connection, dispute.team, dispute.id)
    if first is not None and (first.decided_by, first.decided_key) != (decision.manager, decision.key):
        raise _too_late(first)


def _too_late(dispute: Dispute) -> Decided:
    how = f"changed to {dispute.points} of {dispute.of}" if dispute.status == "changed" else "points upheld"
    return Decided(f"{dispute.decider_name} has decided this dispute already: {how}. A dispute is decided once.")
