"""The form that assigns, as it is opened and as it comes back."""

import json
from collections.abc import Mapping
from datetime import date, time
from typing import Any, NamedTuple

from bot.flows.assigning.drafting import Form
from bot.flows.assigning.editing import editable
from bot.flows.assigning.reading import read_line
from bot.flows.assigning.scan import Known, Phrase, Written
from bot.flows.assigning.times import When, YearDay
from bot.flows.assigning.understanding import Desk, known_to
from bot.flows.directory import CannotSee, Directory
from bot.flows.house import House
from bot.flows.managers import Managers
from bot.flows.modes import STRICT, models_of, modes_of
from bot.flows.seed_packs import every_seed_pack
from bot.orders import Complaint, Order
from bot.views.assign_modal import (
    ATTEMPTS,
    CHANNELS,
    DUE_DAY,
    DUE_TIME,
    GROUPS,
    MODE,
    MODEL,
    PACK,
    PASS,
    PEOPLE,
    REPEAT,
    SEEDS,
    START_DAY,
    START_TIME,
    SUMMARY,
    TITLE,
    UNTIL,
    Offer,
)
from bot.views.blocks import unescape
from bot.views.start_modal import Choice
from engine.scenario.seed_pack import SeedPack
from storage.assignments import Repeats

_REPEATS: Mapping[str, Repeats] = {
    "daily": "daily",
    "weekly": "weekly",
    "fortnightly": "fortnightly",
    "monthly": "monthly",
}
Values = Mapping[str, Mapping[str, Mapping[str, Any]]]


class Kept(NamedTuple):
    """What a form remembers: the draft that it changes, the assignment that it edits, and where it was opened.

    `card` is the address at which its manager is answered there; `replaces` says whether in place of what they pressed.
    """

    ref: str = ""
    changes: str = ""
    channel: str = ""
    card: str = ""
    replaces: bool = False

    def __str__(self) -> str:
        """As the form's metadata."""
        return json.dumps(self._asdict())


def kept_in(metadata: str) -> Kept:
    """What the metadata of a form of ours says."""
    return Kept(**json.loads(metadata))


async def offer_of(house: House, directory: Directory, team: str) -> Offer:
    """What the form offers; no user groups where Slack does not show them."""
    try:
        groups = {group.id: group.handle for group in await directory.groups()}
    except CannotSee:
        groups = {}
    choice = Choice(modes_of(house), models_of(house))
    return Offer(house.playable, await every_seed_pack(house, team), groups, choice)


async def form_of(desk: Desk, roles: Managers, view: Mapping[str, Any], kept: Kept) -> Form:
    """What was written in the form. What it leaves out of an assignment under way stays as it is."""
    known = await known_to(desk.house, desk.team)
    complaints: list[Complaint] = []
    values: Values = view["state"]["values"]
    written = _written(values, known, complaints)
    if not kept.changes:
        return Form(written, complaints, f"view:{view['id']}", kept.ref)
    found = await editable(desk.house, roles, desk.team, desk.manager, kept.changes)
    if PACK not in values:
        _as_it_is(written, found.order, known)
    begun = found.running.starts_on if found.running else None
    return Form(written, complaints, f"view:{view['id']}", kept.ref, kept.changes, begun)


def _written(values: Values, known: Known, complaints: list[Complaint]) -> Written:
    written = Written(
        title=_text(values, TITLE),
        people=_several(values, PEOPLE, "selected_users"),
        groups=[str(option["value"]) for option in _held(values, GROUPS).get("selected_options") or ()],
        channels=_several(values, CHANNELS, "selected_conversations"),
        start=_start(values),
        due=_phrase(values, DUE_DAY, DUE_TIME),
        until=_phrase(values, UNTIL, ""),
        pass_mark=int(_text(values, PASS) or 0),
        attempts=int(_picked(values, ATTEMPTS) or 1),
        mode=_picked(values, MODE) or STRICT,
        summary=str(_held(values, SUMMARY).get("selected_conversation") or ""),
    )
    # The form has a model picked in strict mode too, where none is asked.
    written.model = "" if written.mode == STRICT else _picked(values, MODEL)
    written.repeats = _REPEATS.get(_picked(values, REPEAT), "")
    if PACK in values:
        _buyers(values, written, known, complaints)
    return written


def _buyers(values: Values, written: Written, known: Known, complaints: list[Complaint]) -> None:
    """The buyers by the two fields; the text is read as one line is."""
    picked, text = _picked(values, PACK), _text(values, SEEDS)
    line = read_line(text, known)
    complaints += [Complaint("seeds", each.words, each.told) for each in line.complaints]
    written.seeds, written.drawn, written.difficulty = line.written.seeds, line.written.drawn, line.written.difficulty
    written.seed_pack = _listed(known, picked) or line.written.seed_pack
    # A share code names its pack; the one that stands in the form was perhaps never chosen.
    if written.seed_pack is None and "#" not in text:
        written.pack = line.written.pack or picked
    if any((line.written.people, line.written.groups, line.written.channels, line.written.start, line.written.due)):
        complaints.append(Complaint("seeds", text, "Only buyers go here; people and times have fields of their own."))


def _as_it_is(written: Written, order: Order, known: Known) -> None:
    written.pack, written.mode, written.model = order.pack, order.mode, order.model
    written.seeds, written.drawn = [str(seed) for seed in order.seeds], order.drawn
    written.difficulty = order.difficulty


def _listed(known: Known, ref: str) -> SeedPack | None:
    return next((listed for listed in known.seed_packs if listed.ref == ref), None)


def _start(values: Values) -> Phrase | None:
    if START_DAY not in values:
        return None
    return _phrase(values, START_DAY, START_TIME) or Phrase(When(at_once=True), "now")


def _phrase(values: Values, day_field: str, time_field: str) -> Phrase | None:
    """The day and the hour of two fields; None where neither is filled in."""
    day = _held(values, day_field).get("selected_date")
    clock = _held(values, time_field).get("selected_time")
    if not day and not clock:
        return None
    found = date.fromisoformat(str(day)) if day else None
    when = When(
        YearDay(found.year, found.month, found.day) if found else None,
        time.fromisoformat(str(clock)) if clock else None,
    )
    return Phrase(when, " ".join(str(each) for each in (day, clock) if each))


def _held(values: Values, field: str) -> Mapping[str, Any]:
    """What a field holds, nothing where the form has no such field."""
    return values.get(field, {}).get(field, {})


def _text(values: Values, field: str) -> str:
    return unescape(str(_held(values, field).get("value") or "")).strip()


def _picked(values: Values, field: str) -> str:
    return str((_held(values, field).get("selected_option") or {}).get("value", ""))


def _several(values: Values, field: str, key: str) -> list[str]:
    return [str(each) for each in _held(values, field).get(key) or ()]
