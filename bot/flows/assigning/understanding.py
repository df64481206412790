"""What a manager wrote, in a line or a form, as an order; or everything in it that cannot be done."""

import asyncio
from datetime import datetime
from typing import NamedTuple

from bot.flows.assigning.buyers import Buyers, find_buyers
from bot.flows.assigning.calendar import Dates, find_dates, usual_due, working_morning
from bot.flows.assigning.reading import read_line
from bot.flows.assigning.scan import Known, Written
from bot.flows.assigning.who import Asked, Found, find_people
from bot.flows.directory import CannotSee, Directory
from bot.flows.house import House
from bot.flows.modes import STRICT, meant, models_of, named_model
from bot.flows.seed_packs import LONGEST_TITLE, every_seed_pack
from bot.orders import Assumed, Complaint, Order, Unclear
from engine.errors import RuleViolation
from engine.timing.local_time import HOME, wall_time
from packs.choosing import DEFAULT_PACK
from storage.assignments import Whom
from storage.team_defaults import Usual

PASS_MARK, ATTEMPTS = 70, 1
NOT_IN_CHANNEL = "I am not in that channel, so I can't post the summary there. Type /invite @Haggle in it."


class Desk(NamedTuple):
    """Where a manager assigns: `channel` is that of the command, empty where there is none; `app` is the bot's id."""

    house: House
    directory: Directory
    team: str
    manager: str
    channel: str
    app: str

    @property
    def is_in_channel(self) -> bool:
        """Whether there are others where the manager writes."""
        return self.channel.startswith(("C", "G"))


class Understood(NamedTuple):
    """An order, and everybody whom it is for at this moment."""

    order: Order
    found: Found


async def known_to(house: House, team: str) -> Known:
    """The names that can stand in a line."""
    return Known(house.packs.ids, await every_seed_pack(house, team), models_of(house))


async def understand_line(desk: Desk, text: str) -> Understood:
    """What the line says; Unclear says everything that is wrong with it."""
    line = read_line(text, await known_to(desk.house, desk.team))
    return await understand(desk, line.written, list(line.complaints))


async def understand(
    desk: Desk, written: Written, complaints: list[Complaint], changes: str = "", begun: datetime | None = None
) -> Understood:
    """The order that is meant; Unclear with these complaints and all that come to them.

    `changes` is the id of the assignment that is edited, `begun` when that started if it has.
    """
    found, channel = await asyncio.gather(_people(desk, written, complaints), _summary(desk, written, complaints))
    buyers = find_buyers(desk.house.packs, written, complaints)
    manager = await desk.directory.person(desk.manager)
    zone = manager.zone if manager else HOME
    dates = find_dates(written, desk.house.now(), zone, found.people.values(), complaints, begun)
    how = await _how(desk, written, complaints)
    title = await _title(desk, written, buyers, complaints)
    if complaints:
        raise Unclear(complaints)
    assumed = _assumed(written, buyers, dates, channel)
    order = Order(
        title=title,
        whom=found.whom,
        pack=buyers.pack,
        seeds=buyers.seeds,
        drawn=buyers.drawn,
        difficulty=buyers.difficulty,
        seed_pack=buyers.seed_pack,
        starts_on=dates.starts_on,
        due_on=dates.due_on,
        until=dates.until,
        repeats=written.repeats,
        mode=how.mode,
        model=how.model,
        pass_mark=PASS_MARK if written.pass_mark is None else written.pass_mark,
        attempts=ATTEMPTS if written.attempts is None else written.attempts,
        channel=channel,
        assumed=assumed,
        changes=changes,
    )
    return Understood(order, found)


async def blank(desk: Desk) -> Order:
    """An order that says nothing yet but what is usual."""
    manager = await desk.directory.person(desk.manager)
    now = desk.house.now()
    start = working_morning(wall_time(now, manager.zone if manager else HOME), now, ())
    pack = DEFAULT_PACK if DEFAULT_PACK in desk.house.packs.ids else next(iter(desk.house.packs.ids), "")
    channel = desk.channel if desk.is_in_channel and await _is_in(desk, desk.channel) else ""
    return Order(title="", whom=Whom(), pack=pack, starts_on=start, due_on=usual_due(start, ""), channel=channel)


async def _people(desk: Desk, written: Written, complaints: list[Complaint]) -> Found:
    channels = list(written.channels)
    if written.here and desk.is_in_channel:
        channels.append(desk.channel)
    elif written.here:
        told = "These are messages between you and me. Name the channel: `everyone in #sales`."
        complaints.append(Complaint("who", "here", told))
    people = [*written.people, *([desk.manager] if written.myself else [])]
    return await find_people(
        desk.directory, desk.manager, Asked(people, written.groups, channels, written.handles), complaints
    )


async def _summary(desk: Desk, written: Written, complaints: list[Complaint]) -> str:
    """The channel that the summary goes to: the one named, else the one assigned to, else that of the command."""
    if written.summary is not None:
        if written.summary and not await _is_in(desk, written.summary):
            complaints.append(Complaint("summary", f"<#{written.summary}>", NOT_IN_CHANNEL))
        return written.summary
    likely = written.channels if len(written.channels) == 1 else [desk.channel] if desk.is_in_channel else []
    return likely[0] if likely and await _is_in(desk, likely[0]) else ""


async def _is_in(desk: Desk, channel: str) -> bool:
    try:
        return desk.app in await desk.directory.members_of_channel(channel)
    except CannotSee:
        return False


async def _how(desk: Desk, written: Written, complaints: list[Complaint]) -> Usual:
    """The mode and the model; strict where neither is named."""
    try:
        model = named_model(desk.house, written.model) or written.model
        return await meant(desk.house, desk.team, written.mode or ("" if model else STRICT), model)
    except RuleViolation as refusal:
        complaints.append(Complaint("mode", written.mode or written.model, str(refusal)))
        return Usual()


async def _title(desk: Desk, written: Written, buyers: Buyers, complaints: list[Complaint]) -> str:
    if len(written.title) > LONGEST_TITLE:
        words = f"“{written.title[:40]}…”"
        complaints.append(Complaint("title", words, f"A title has {LONGEST_TITLE} characters at most."))
    if written.title or not buyers.pack:
        return written.title
    return written.seed_pack.title if written.seed_pack else desk.house.packs.get(buyers.pack).pack.title


def _assumed(written: Written, buyers: Buyers, dates: Dates, channel: str) -> tuple[Assumed, ...]:
    found: dict[Assumed, bool] = {
        "start": dates.start_is_assumed,
        "due": dates.due_is_assumed,
        "pack": buyers.is_assumed,
        "title": not written.title,
        "summary": written.summary is None and bool(channel),
    }
    return tuple(name for name, is_assumed in found.items() if is_assumed)
