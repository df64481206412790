"""Who may do what: every command and every button, for a rep, a manager, an admin, an outsider and another workspace.

What Slack would send is made up here and signed, as if somebody had kept an old button or guessed what stands in one.
A command, a button or a form that is not in these tables fails the test until it is.
"""

import asyncio
import hashlib
import hmac
import json
import re
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlencode

import pytest
from aiohttp import web

from bot.listeners.commands import ANSWERS
from storage import disputes
from storage.columns import metadata
from tests.bot.desk_of_assignments import assign, house_of, id_of, team_of
from tests.bot.desk_of_disputes import card, dispute, ended, form
from tests.bot.markets.setup_desk import NEEDS, QUICK_TECH, set_up, written
from tests.bot.markets.setup_desk import form as setup_form
from tests.bot.test_manifest import registered
from tests.bot.world import Json, World, eventually, open_world
from tests.ports import free_port

Role = Literal["owner", "rep", "manager", "admin", "outsider", "elsewhere"]
EVERYBODY: tuple[Role, ...] = ("owner", "rep", "manager", "admin", "outsider", "elsewhere")
MANAGERS: tuple[Role, ...] = ("manager", "admin")
ADMINS: tuple[Role, ...] = ("admin",)
OWNER: tuple[Role, ...] = ("owner",)
WHO: Mapping[Role, str] = {
    "owner": "ana", "rep": "ben", "manager": "olu", "admin": "mei", "outsider": "gone", "elsewhere": "mei",
}  # fmt: skip
"""The owner of the run, whom something is assigned to as well; who has left; and the admin's id in another team."""

COMMANDS: Mapping[str, tuple[Role, ...]] = {
    "help": EVERYBODY,
    "start 58": EVERYBODY,
    "share car_sales@1#58": EVERYBODY,
    "packs": EVERYBODY,
    'packs make "Mine" car_sales 58': MANAGERS,
    "packs remove car_sales/mine": MANAGERS,
    "buy laptops 5": EVERYBODY,
    "markets": EVERYBODY,
    "markets make": MANAGERS,
    "markets edit cables": MANAGERS,
    "markets copy cables": MANAGERS,
    "markets remove cables": MANAGERS,
    "history": EVERYBODY,
    "replay": EVERYBODY,
    "compare 1 2": EVERYBODY,
    "disputes": MANAGERS,
    "managers": EVERYBODY,
    "managers add {rep}": ADMINS,
    "usage": MANAGERS,
    "defaults": EVERYBODY,
    "defaults strict": MANAGERS,
    "assign {rep} car_sales 58 due in 3 days": MANAGERS,
    "assignments": EVERYBODY,
    "leaderboard": EVERYBODY,
    "leaderboard here": MANAGERS,
    "leaderboard off": MANAGERS,
    "export": EVERYBODY,
    "delete-me": EVERYBODY,
    "retention": EVERYBODY,
    "retention 180 days": ADMINS,
    "audit": ADMINS,
    "managers remove {manager}": MANAGERS,
}
"""Someone who has left can send nothing; their own list would be shown to them, which is empty."""

ACTIONS: Mapping[str, tuple[str, tuple[Role, ...]]] = {
    "allow_excerpts": ("", EVERYBODY),
    "board_hide": ("", EVERYBODY),
    "board_place": ("", EVERYBODY),
    "board_show": ("", EVERYBODY),
    "buy_again": ("marketplace/laptops 5", EVERYBODY),
    "buy_new": ("marketplace/laptops", EVERYBODY),
    "open_buy": ("", EVERYBODY),
    "market_make": ("", MANAGERS),
    "market_edit": ("cables", MANAGERS),
    "market_copy": ("cables", MANAGERS),
    "market_from": ("laptops", MANAGERS),
    "market_seed": ("77", MANAGERS),
    "market_more": ("", MANAGERS),
    "market_look": ("", MANAGERS),
    "market_compare": ("{run}", EVERYBODY),
    "market_remove": ("cables", MANAGERS),
    "market_rules": ("{run}", EVERYBODY),
    "market_discard": ("", EVERYBODY),
    "market_take": ("{run} QuickTech 650 3", OWNER),
    "market_leave": ("{run}", OWNER),
    "market_end": ("{run}", OWNER),
    "market_send": ("1.0 QuickTech", OWNER),
    "close_looking_back": ("", EVERYBODY),
    "go_on": ("", EVERYBODY),
    "history_newer": ("1", EVERYBODY),
    "history_older": ("1", EVERYBODY),
    "my_assignments_newer": ("1", EVERYBODY),
    "my_assignments_older": ("1", EVERYBODY),
    "assignments_mine": ("1", EVERYBODY),
    "new_seed": ("car_sales/first_week", EVERYBODY),
    "open_start": ("", EVERYBODY),
    "show_help": ("", EVERYBODY),
    "show_name": ("", EVERYBODY),
    "want_reminders": ("", EVERYBODY),
    "start_drill": ("car_sales@1#58", EVERYBODY),
    "start_seed": ("car_sales@1#58", EVERYBODY),
    "share_run": ("{run}", EVERYBODY),
    "run_checks": ("{run}", EVERYBODY),
    "run_hint": ("{run}", OWNER),
    "run_pause": ("{run}", OWNER),
    "run_resume": ("{run}", OWNER),
    "run_end": ("{run}", OWNER),
    "run_export": ("{run}", OWNER),
    "dispute_run": ("{run}", OWNER),
    "dispute_check": ("questions", OWNER),
    "replay_run": ("{run}", OWNER),
    "replay_back": ("{run}:1", OWNER),
    "replay_next": ("{run}:0", OWNER),
    "compare_run": ("{run}", OWNER),
    "compare_with": ("{run}:another", OWNER),
    "start_assigned": ("discovery:1:1", OWNER),
    "snooze_reminders": ("discovery:1", OWNER),
    "mute_reminders": ("discovery:1", OWNER),
    "assignment_people": ("discovery:1", MANAGERS),
    "assignment_people_back": ("discovery:1", MANAGERS),
    "assignment_people_more": ("discovery:1", MANAGERS),
    "assignment_earlier:assignment_people": ("discovery:1", MANAGERS),
    "assignment_later:assignment_seeds": ("discovery:1", MANAGERS),
    "assignment_seeds": ("discovery:1", MANAGERS),
    "assignment_remind": ("discovery:1", MANAGERS),
    "assignment_csv": ("discovery:1", MANAGERS),
    "assignment_alike": ("{run}/{run}", MANAGERS),
    "assignments_newer": ("1", MANAGERS),
    "assignments_older": ("1", MANAGERS),
    "open_assign": ("", MANAGERS),
    "edit_assignment": ("discovery", MANAGERS),
    "copy_assignment": ("discovery", MANAGERS),
    "assign_order": ("{draft}", ADMINS),
    "change_order": ("{draft}", ADMINS),
    "open_disputes": ("", MANAGERS),
    "dispute_change": ("{dispute}", MANAGERS),
    "dispute_uphold": ("{dispute}", MANAGERS),
    "assignment_excuse": ("discovery:1/{owner}", MANAGERS),
    "discard_order": ("{draft}", ADMINS),
    "assignment_cancel": ("discovery:1", MANAGERS),
}
"""The value of each button, and who may press it. The draft is the admin's, so no other manager's either."""

FORMS: Mapping[str, tuple[Role, ...]] = {
    "start_run": EVERYBODY,
    "buy": EVERYBODY,
    "market_setup": MANAGERS,
    "share_buyer": EVERYBODY,
    "dispute": OWNER,
    "delete_me": EVERYBODY,
    "assign": MANAGERS,
    "confirm_assign": MANAGERS,
    "uphold_dispute": MANAGERS,
    "change_dispute": MANAGERS,
}
REFUSED = re.compile(
    r"Only managers can|Only admins can|Only the rep whose|Only .{0,30}whose run this is|was assigned to others|"
    r"I can.t find|I can.t write|another manager|at home in another workspace|You are not in that"
)
"""What somebody is told who may not."""
QUIET = {"inbox", "once_keys", "people", "homes", "panel_marks", "audit"}
"""Tables that note that something came in, and what Slack tells of people."""


@dataclass
class Forger:
    """Sends what Slack would send, in anybody's name, and hears what they are told."""

    world: World
    names: dict[str, str]
    address: str
    heard: list[Json] = field(default_factory=list)
    numbers: Any = field(default_factory=lambda: count(1))

    def person(self, role: Role) -> str:
        """The user id behind the role."""
        return id_of(self.world, WHO[role])

    def team(self, role: Role) -> str:
        """The team that the request says it is from."""
        return "T0ELSEWHERE" if role == "elsewhere" else team_of(self.world)

    async def command(self, role: Role, text: str) -> str:
        """What the command is answered with."""
        channel = self.names["channel"]
        fields = {
            "command": "/haggle", "text": self.filled(text), "team_id": self.team(role), "user_id": self.person(role),
            "channel_id": channel, "trigger_id": self.trigger(), "response_url": self.address,
        }  # fmt: skip
        return await self._sent(fields)

    async def press(self, role: Role, action: str, value: str) -> str:
        """What is told to whoever presses the button."""
        before = len(self.heard)
        button = {"type": "button", "action_id": action, "block_id": "old", "value": self.filled(value)}
        pressed = {
            **button,
            "action_ts": f"{time.time():.6f}",
            "selected_options": [],
            "selected_option": {"value": self.filled(value)},
        }
        body = self._body(role, "block_actions") | {
            "actions": [pressed], "response_url": self.address, "channel": {"id": self.names["channel"]},
            "view": {"id": "V1", "hash": "1", "type": "modal", "private_metadata": self.names["run"]},
            "message": {"ts": "1.0"},
            "container": {"type": "message", "message_ts": "1.0"},
        }  # fmt: skip
        answer = await self._sent({"payload": json.dumps(body)})
        await asyncio.sleep(0.05)
        return answer + str(self.heard[before:])

    async def send(self, role: Role, view: Json) -> str:
        """What is answered to the form."""
        body = self._body(role, "view_submission") | {"view": {**view, "id": f"V{self.trigger()}"}}
        return await self._sent({"payload": json.dumps(body)})

    def _body(self, role: Role, kind: str) -> Json:
        team, user = self.team(role), self.person(role)
        who = {"id": user, "username": WHO[role], "team_id": team}
        return {"type": kind, "team": {"id": team}, "user": who, "trigger_id": self.trigger(), "api_app_id": "A1"}

    def trigger(self) -> str:
        """One that opens nothing."""
        return f"{next(self.numbers)}.forged"

    def filled(self, text: str) -> str:
        """The text with ids for names."""
        for role in ("rep", "manager"):
            text = text.replace(f"{{{role}}}", f"<@{self.person(role)}>")
        for name, value in {**self.names, "owner": self.person("owner")}.items():
            text = text.replace(f"{{{name}}}", value)
        return text

    async def _sent(self, fields: Mapping[str, str]) -> str:
        body, at = urlencode(fields), str(int(time.time()))
        secret = self.world.sandbox.signing_secret.encode()
        signature = "v0=" + hmac.new(secret, f"v0:{at}:{body}".encode(), hashlib.sha256).hexdigest()
        headers = {
            "X-Slack-Request-Timestamp": at, "X-Slack-Signature": signature,
            "Content-Type": "application/x-www-form-urlencoded",
        }  # fmt: skip
        url = f"{self.world.bot_url}/slack/events"
        async with self.world.session.post(url, data=body, headers=headers) as answer:
            assert answer.status == 200, (fields, await answer.text())
            return await answer.text()


@asynccontextmanager
async def hearing() -> AsyncIterator[tuple[str, list[Json]]]:
    """An address to which answers are sent, and what came there."""
    heard: list[Json] = []

    async def hear(request: web.Request) -> web.Response:
        heard.append(await request.json())
        return web.Response(text="ok")

    app, port = web.Application(), free_port()
    app.router.add_post("/answers", hear)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    yield f"http://127.0.0.1:{port}/answers", heard
    await runner.cleanup()


@pytest.fixture
async def forger(tmp_path: Path) -> AsyncIterator[Forger]:
    """A workspace with a run that ended, a dispute about it, an assignment, an order not yet confirmed, and roles."""
    async with open_world(tmp_path, transport="http") as world, hearing() as (address, heard):
        await world.ask("POST", "people", name="gone", real_name="Gone Away")
        await world.command("mei", f"/haggle managers add <@{id_of(world, 'olu')}>")
        _, verdict = await ended(world)
        await dispute(world, verdict["ts"])
        await card(world)
        await set_up(world, "Cables")
        await assign(world, "ana", id="discovery", title="Discovery week")
        await world.ask("PATCH", "people", **{"as": "gone"}, is_deactivated=True)
        shown = str(await world.command("mei", f"/haggle assign <@{id_of(world, 'ben')}> car_sales 77 due in 3 days"))
        channels = world.sandbox.sandbox.workspace.channels.values()
        async with house_of(world).database.reading() as connection:
            [open_dispute] = await disputes.still_open(connection, team_of(world), 5)
        names = {
            "channel": next(each.id for each in channels if each.name == "practice"),
            "run": open_dispute.run_id,
            "dispute": open_dispute.id,
            "draft": re.search(r"'action_id': 'assign_order'.*?'value': '([^']+)'", shown)[1],
        }
        await eventually(lambda: at_rest(world))
        yield Forger(world, names, address, heard)


async def at_rest(world: World) -> bool | None:
    """Whether the run counts on the board, and everything is posted."""
    kept = await rows(world, team_of(world))
    posted = all(row[10] not in ("pending", "sending") for row in kept["outbox"])
    return True if kept["board_totals"] and posted else None


async def rows(world: World, team: str) -> dict[str, list[tuple[Any, ...]]]:
    """Everything that is kept of the team, but for what only notes that something came in."""
    async with house_of(world).database.reading() as connection:
        found = {}
        for table in metadata.sorted_tables:
            if table.name not in QUIET and "team" in table.c:
                kept = await connection.all(table.select().where(table.c.team == team).order_by(*table.primary_key))
                found[table.name] = [tuple(row) for row in kept]
        return found


def test_every_command_button_and_form_is_in_a_table(world: World) -> None:
    asked = registered(world.house)
    assert {text.split()[0] for text in COMMANDS} == set(ANSWERS)
    patterns = [name for name in asked["action"] if isinstance(name, re.Pattern)]
    plain = {name for name in asked["action"] if not isinstance(name, re.Pattern)}
    assert plain <= set(ACTIONS)
    assert all(name in plain or any(pattern.fullmatch(name) for pattern in patterns) for name in ACTIONS)
    assert all(any(pattern.fullmatch(name) for name in ACTIONS) for pattern in patterns)
    assert asked["view"] == set(FORMS)


async def test_commands_are_answered_to_those_they_are_for(forger: Forger) -> None:
    for text, allowed in COMMANDS.items():
        for role in (role for role in EVERYBODY if role not in allowed):
            before = await rows(forger.world, team_of(forger.world))
            told = await forger.command(role, text)
            assert REFUSED.search(told), (role, text, told)
            assert await rows(forger.world, team_of(forger.world)) == before, (role, text)
    for text, allowed in COMMANDS.items():
        for role in allowed:
            told = await forger.command(role, text)
            assert not re.search(r"Only (managers|admins) can", told), (role, text, told)
            assert "Something went wrong" not in told, (role, text, told)


async def test_buttons_do_nothing_for_those_they_are_not_for(forger: Forger) -> None:
    for action, (value, allowed) in ACTIONS.items():
        for role in (role for role in EVERYBODY if role not in allowed):
            before = await rows(forger.world, team_of(forger.world))
            told = await forger.press(role, action, value)
            after = await rows(forger.world, team_of(forger.world))
            whispered = str(after.pop("outbox")[len(before.pop("outbox")) :])
            assert REFUSED.search(told + whispered), (role, action, told, whispered)
            assert "Discovery week has" not in told, (role, action, told)
            assert after == before, (role, action)


async def test_buttons_work_for_those_they_are_for(forger: Forger) -> None:
    for action, (value, allowed) in ACTIONS.items():
        for role in (role for role in EVERYBODY if role in allowed and role not in ("outsider", "elsewhere")):
            told = await forger.press(role, action, value)
            assert not re.search(r"Only (managers|admins|the rep) ", told), (role, action, told)
            assert "was assigned to others" not in told, (role, action, told)


async def test_what_another_workspace_presses_changes_nothing_here(forger: Forger) -> None:
    before = await rows(forger.world, team_of(forger.world))
    for action, (value, _) in ACTIONS.items():
        told = await forger.press("elsewhere", action, value)
        assert "Discovery week" not in told, (action, told)
    for text in COMMANDS:
        assert "Discovery week" not in await forger.command("elsewhere", text)
    assert await rows(forger.world, team_of(forger.world)) == before


async def test_forms_that_a_manager_opened_are_of_no_use_to_anybody_else(forger: Forger) -> None:
    world = forger.world
    shown = await card(world)
    views = {"uphold_dispute": await form(world, "mei", "dispute_uphold", shown["ts"], "dm")}
    values: dict[str, Json] = {"uphold_dispute": {"dispute_reason": {"dispute_reason": {"value": "No."}}}}
    views["change_dispute"] = await form(world, "mei", "dispute_change", shown["ts"], "dm")
    values["change_dispute"] = values["uphold_dispute"] | {"dispute_points": {"dispute_points": {"value": "0"}}}
    views["market_setup"] = await setup_form(world, words="edit cables")
    sent = written(views["market_setup"], title="Mine", name="mine", needs=NEEDS, sellers=[QUICK_TECH])
    values["market_setup"] = {
        block: {action: {"value": value} for action, value in held.items()} for block, held in sent.items()
    }
    for name, view in views.items():
        assert view["callback_id"] == name
        for role in (role for role in EVERYBODY if role not in FORMS[name]):
            before = await rows(world, team_of(world))
            told = await forger.send(role, view | {"state": {"values": values[name]}})
            assert REFUSED.search(told), (role, name, told)
            assert await rows(world, team_of(world)) == before, (role, name)


async def test_who_is_no_manager_any_more_cannot_use_what_they_had_open(forger: Forger) -> None:
    world = forger.world
    await world.command("mei", f"/haggle managers remove <@{id_of(world, 'olu')}>")
    for action in (
        "assignment_people",
        "assignment_cancel",
        "edit_assignment",
        "dispute_uphold",
        "open_assign",
        "market_edit",
        "market_remove",
        "market_look",
    ):
        assert REFUSED.search(await forger.press("manager", action, ACTIONS[action][0])), action
    await world.ask("PATCH", "people", **{"as": "mei"}, is_admin=False)

    async def lost() -> bool | None:
        return True if "Only admins" in await forger.command("admin", "audit") else None

    assert await eventually(lost)
    assert REFUSED.search(await forger.press("admin", "assign_order", "{draft}"))
