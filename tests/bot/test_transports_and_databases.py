"""The same run over Socket Mode and over signed HTTP, on SQLite and on PostgreSQL: the same to the last word."""

import asyncio
import json
import time
from pathlib import Path
from typing import NamedTuple

import aiohttp
import pytest
from slack_sdk.signature import SignatureVerifier

from bot.app.serving import EVENTS_PATH
from tests.bot.world import World, eventually, open_world
from tests.databases import fresh_url

LINES = (
    "Hi, what got you looking?",
    "What does a normal week look like for you?",
    "It's 25,400 out the door.",
    "24,200 with the mats and delivery, and I can hold it until Saturday.",
)


class Seen(NamedTuple):
    """What a run looked like to its rep."""

    profile: str
    lines: tuple[str, ...]
    verdict: str


async def play(world: World) -> Seen:
    """One run to its verdict."""
    thread = await world.start("18422")
    for line in LINES:
        await world.turn(thread, line)
    await world.say("ana", "Deal.", thread)
    card = await world.verdict(thread)
    brief = next(message for message in await world.messages() if message["ts"] == thread)
    profile = str(brief["blocks"]).split("Buyer profile")[1][:20]
    return Seen(profile, tuple(await world.lines(thread)), without_links(str(card["blocks"]), world, thread))


def without_links(card: str, world: World, thread: str) -> str:
    """The card without what differs from run to run: addresses, times, ids of blocks and of the run."""
    kept = [part.split("|↗>")[-1] if "|↗>" in part else part for part in card.split("<http")]
    words = "".join(kept).split("'block_id'")
    return words[0] + "".join(rest.split("}", 1)[-1] for rest in words[1:]).split("run_checks")[0]


async def test_transports_and_databases_make_no_difference(tmp_path: Path) -> None:
    seen = []
    for number, (transport, kind) in enumerate([("socket", "sqlite"), ("http", "sqlite"), ("socket", "postgresql")]):
        folder = tmp_path / str(number)
        folder.mkdir()
        async with open_world(folder, transport=transport, database=fresh_url(kind, folder)) as world:
            seen.append(await play(world))
    assert seen[0].lines
    assert seen[1] == seen[0]
    assert seen[2] == seen[0]


async def test_two_processes_on_one_postgresql_answer_each_line_once(tmp_path: Path) -> None:
    database = fresh_url("postgresql", tmp_path)
    async with (
        open_world(tmp_path, database=database) as world,
        world.joined(tmp_path, database=database),
    ):
        thread = await world.start("18422")
        events = []
        for line in LINES[:3]:
            events += (await world.say("ana", line, thread))["delivered"]
        for event in events:
            await world.ask("POST", "redeliver", event_id=event, times=3)
        wanted = 1 + len(LINES[:3])

        async def answered() -> bool | None:
            return len(await world.lines(thread)) >= wanted or None

        await eventually(answered)
        await asyncio.sleep(1.5)
        assert len(await world.lines(thread)) == wanted


@pytest.mark.parametrize("signature", ["v0=" + "0" * 64, ""])
async def test_an_http_request_with_a_wrong_signature_is_refused(tmp_path: Path, signature: str) -> None:
    async with open_world(tmp_path, transport="http") as world:
        thread = await world.start("18422")
        headers = {"x-slack-signature": signature, "x-slack-request-timestamp": "1700000000"}
        body = {"type": "event_callback", "event": {"type": "message", "thread_ts": thread}}
        async with aiohttp.ClientSession() as session:
            async with session.post(f"{world.bot_url}{EVENTS_PATH}", json=body, headers=headers) as response:
                assert response.status == 401
            async with session.get(f"{world.bot_url}/readyz") as response:
                assert response.status == 200


async def test_another_bots_message_in_a_run_is_left_alone(tmp_path: Path) -> None:
    async with open_world(tmp_path, transport="http") as world:
        thread = await world.start("18422")
        channel = next(
            each["id"] for each in (await world.ask("GET", "workspace"))["channels"] if each["name"] == "practice"
        )
        event = {
            "type": "message",
            "subtype": "bot_message",
            "bot_id": "B0ELSEWHERE",
            "channel": channel,
            "channel_type": "channel",
            "thread_ts": thread,
            "ts": "1999999999.000100",
            "text": LINES[2],
        }
        envelope = {"type": "event_callback", "team_id": world.sandbox.team_id, "event_id": "Ev0OTHER", "event": event}
        body = json.dumps(envelope)
        now = str(int(time.time()))
        signature = SignatureVerifier(world.sandbox.signing_secret).generate_signature(timestamp=now, body=body) or ""
        headers = {
            "content-type": "application/json",
            "x-slack-signature": signature,
            "x-slack-request-timestamp": now,
        }
        async with (
            aiohttp.ClientSession() as session,
            session.post(f"{world.bot_url}{EVENTS_PATH}", data=body, headers=headers) as response,
        ):
            assert response.status == 200
        assert len(await world.turn(thread, LINES[0])) == 1
        assert len(await world.lines(thread)) == 2
