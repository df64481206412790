"""Orders that wait for their manager to confirm them: begun, changed, discarded."""

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from hashlib import sha256
from typing import NamedTuple

from bot.flows.assigning.drawing import draw_seeds
from bot.flows.assigning.scan import Written
from bot.flows.assigning.understanding import Desk, Understood, understand, understand_line
from bot.flows.house import House
from bot.flows.managers import Managers, only_managers
from bot.orders import Complaint, Order, as_json, order_of
from engine.errors import RuleViolation
from storage import drafts
from storage.connection import Connection
from storage.drafts import Draft

LIFE = timedelta(days=1)
"""An order that nobody has confirmed for so long is stale: people come and go."""


class Drafted(NamedTuple):
    """A draft and what it says."""

    draft: Draft
    understood: Understood

    @property
    def ref(self) -> str:
        """Names the draft as it is now; a card that carries an earlier one is known as out of date."""
        return f"{self.draft.id}:{self.draft.revision}"


async def draft_line(desk: Desk, roles: Managers, text: str, key: str) -> Drafted:
    """The draft of a one-line order, one for each key. Unclear says what is wrong with it."""
    await only_managers(roles, desk.manager)
    return await _begin(desk, await understand_line(desk, text), key)


class Form(NamedTuple):
    """A form that was sent: what it says, and what in it says nothing. `key` makes one draft of it.

    `ref` names the draft that it changes, `changes` the assignment that it edits and `begun` when that started.
    """

    written: Written
    complaints: list[Complaint]
    key: str
    ref: str = ""
    changes: str = ""
    begun: datetime | None = None


async def draft_form(desk: Desk, roles: Managers, form: Form) -> Drafted:
    """The draft of a form: a new one, or one that was changed. Unclear says what is wrong in which field."""
    await only_managers(roles, desk.manager)
    understood = await understand(desk, form.written, form.complaints, form.changes, form.begun)
    return await _change(desk, understood, form.ref) if form.ref else await _begin(desk, understood, form.key)


async def draft_meant(connection: Connection, team: str, by: str, ref: str, house: House) -> Draft:
    """The open draft that the reference names, held; RuleViolation where it is no longer to be confirmed by them."""
    name, _, revision = ref.partition(":")
    draft = await drafts.hold(connection, team, name)
    if draft is None or draft.manager != by:
        raise RuleViolation("I can't find that order any more. Write it again.")
    if draft.status == "placed":
        raise RuleViolation("That was assigned already.")
    if draft.status == "discarded":
        raise RuleViolation("That was discarded. Write it again if it is still wanted.")
    if str(draft.revision) != revision:
        raise RuleViolation("That card is out of date: its order was changed since. Use the latest one.")
    if draft.made_at < house.now() - LIFE:
        raise RuleViolation("That card is more than a day old. Write it again.")
    return draft


async def order_meant(house: House, roles: Managers, team: str, by: str, ref: str) -> Order:
    """The order of an open draft, to be changed."""
    await only_managers(roles, by)
    async with house.database.writing() as connection:
        return order_of((await draft_meant(connection, team, by, ref, house)).order)


async def discard(house: House, roles: Managers, team: str, by: str, ref: str) -> Order:
    """The order that will not be carried out."""
    await only_managers(roles, by)
    async with house.database.writing() as connection:
        draft = await draft_meant(connection, team, by, ref, house)
        await drafts.change(connection, replace(draft, status="discarded"))
    return order_of(draft.order)


def warm_up(house: House, order: Order, assignment: str) -> None:
    """Begins to draw what the order has drawn, so that it is there when the manager confirms."""
    if order.drawn:
        loaded = house.packs.get(order.pack)
        draw = partial(draw_seeds, house, order.pack, loaded.hash, order.drawn, order.difficulty, f"{assignment}:1")
        house.draws.begin(f"{loaded.hash}:{order.drawn}:{order.difficulty}:{assignment}:1", draw)


async def _begin(desk: Desk, understood: Understood, key: str) -> Drafted:
    name = sha256(f"{desk.team}\n{desk.manager}\n{key}".encode()).hexdigest()[:16]
    draft = Draft(
        team=desk.team,
        id=name,
        manager=desk.manager,
        order=as_json(understood.order),
        made_at=desk.house.now(),
    )
    async with desk.house.database.writing() as connection:
        if not await drafts.add(connection, draft):
            draft = await drafts.get(connection, desk.team, name) or draft
    warm_up(desk.house, understood.order, name)
    return Drafted(draft, understood)


async def _change(desk: Desk, understood: Understood, ref: str) -> Drafted:
    async with desk.house.database.writing() as connection:
        before = await draft_meant(connection, desk.team, desk.manager, ref, desk.house)
        draft = replace(before, order=as_json(understood.order), revision=before.revision + 1)
        await drafts.change(connection, draft)
    warm_up(desk.house, understood.order, draft.id)
    return Drafted(draft, understood)
