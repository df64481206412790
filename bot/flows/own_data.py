"""All that is kept of a person as a file, for them: asked for here, written when it is sent.

Of a run that goes on, and of a ranked one whose window is open, it tells no more than its thread has.
"""

import io
import json
import zipfile
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from bot.flows.exporting import File
from bot.flows.house import House
from storage import audit, belongings, outbox
from storage.audit import Act
from storage.belongings import Row
from storage.posts import Destination, PersonFile

FORMAT = 1
LARGE = 1_000_000
"""Bytes from which the file is packed."""
ON_ITS_WAY = (
    "All that I keep of you is on its way into your messages with me, as a file. `/haggle delete-me` deletes it."
)
SHOWN_EVENTS: Mapping[str, tuple[str, ...]] = {
    "said": ("side", "round", "text"),
    "worded": ("round", "text"),
    "hint_given": ("round", "text", "points"),
    "paused": (),
    "resumed": (),
    "ended": ("round", "outcome", "reason", "terms"),
}
"""What the thread itself shows of each kind of event."""
SHOWN_VERDICT = ("total", "passed", "pass_mark", "areas", "outcome", "reason", "terms", "rounds", "hints")
SHOWN_CHECK = ("id", "area", "title", "won", "of", "quote")
HIDDEN_OF_RUN = ("profile", "profile_hash")
HIDDEN_OF_MESSAGE = ("reasoning", "details")


async def own_data_to_dm(house: House, team: str, user: str, channel: str, key: str) -> str:
    """What the person is told; the file goes into their messages, once for each key."""
    to, now = Destination(channel), house.now()
    async with house.database.writing() as connection:
        if await outbox.enqueue_again(connection, team, f"own_data:{key}", PersonFile(user), to=to, now=now):
            await audit.note(connection, team, Act(now, user, "exported own data", user, {}))
    house.wake.posts.set()
    return ON_ITS_WAY


async def person_file(house: House, team: str, user: str, channel: str) -> File:
    """The document of docs/your-data.md, packed where it is large."""
    now = house.now()
    async with house.database.reading() as connection:
        found = await belongings.of_person(connection, team, user, channel)
    head = {"schema": "haggle.person", "format": FORMAT, "written_at": now, "team": team, "person": user}
    written = json.dumps({**head, **as_shown(found, now)}, default=_plain, ensure_ascii=False, indent=1).encode()
    runs = len(found["runs"])
    about = f"All that I keep of you: {runs} {'run' if runs == 1 else 'runs'} and what belongs to them."
    name = f"haggle-my-data-{now:%Y-%m-%d}.json"
    if len(written) < LARGE:
        return File(name, "My data", written, about)
    return File(name.replace(".json", ".zip"), "My data", _packed(name, written), about)


def as_shown(found: Mapping[str, list[Row]], now: datetime) -> dict[str, list[Row]]:
    """The rows without what the counterparts of runs keep back that go on, or that others may still meet ranked."""
    sealed = {row["id"] for row in found["runs"] if _is_sealed(row, now)}
    shown = dict(found)
    shown["runs"] = [_without(row, HIDDEN_OF_RUN) if row["id"] in sealed else row for row in found["runs"]]
    shown["run_events"] = [
        each for row in found["run_events"] if (each := _event(row) if row["run_id"] in sealed else row)
    ]
    under_way = {row["id"] for row in found["negotiation_runs"] if row["run_id"] in sealed}
    shown["messages"] = [
        _without(row, HIDDEN_OF_MESSAGE) if row["negotiation_id"] in under_way else row for row in found["messages"]
    ]
    shown["verdicts"] = [_verdict(row) if row["run_id"] in sealed else row for row in found["verdicts"]]
    return shown


def _is_sealed(run: Row, now: datetime) -> bool:
    return run["status"] != "ended" or (run["withheld_until"] is not None and now < run["withheld_until"])


def _event(row: Row) -> Row | None:
    """The event as the thread shows it; None for one that it does not."""
    if row["kind"] not in SHOWN_EVENTS:
        return None
    kept = ("at", "kind", *SHOWN_EVENTS[row["kind"]])
    return row | {"payload": {name: row["payload"][name] for name in kept if name in row["payload"]}}


def _verdict(row: Row) -> Row:
    whole = row["payload"]
    checks = [{name: check[name] for name in SHOWN_CHECK} for check in whole["checks"]]
    return row | {"payload": {**{name: whole[name] for name in SHOWN_VERDICT}, "checks": checks}}


def _without(row: Row, names: tuple[str, ...]) -> Row:
    return {name: value for name, value in row.items() if name not in names}


def _plain(value: Any) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in the file")


def _packed(name: str, content: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return packed.getvalue()
