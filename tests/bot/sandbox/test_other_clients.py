"""Slack's own clients for JavaScript, unchanged, against the sandbox. Skipped where there is no Node."""

import asyncio
import json
import os
import shutil
import subprocess
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.bot.sandbox.place import Json, Place, manifest_with, open_place

FOLDER = Path(__file__).with_name("node")
SCOPES = ("reactions:read", "reactions:write", "files:read", "files:write", "team:read")

NODE, NPM = shutil.which("node"), shutil.which("npm")

pytestmark = pytest.mark.skipif(not (NODE and NPM), reason="Node and npm are not installed")


@pytest.fixture(scope="module")
def installed() -> None:
    """The clients from the registry, as package-lock.json names them; fetched again when it has changed."""
    done = FOLDER / "node_modules" / ".package-lock.json"
    if done.exists() and done.stat().st_mtime >= (FOLDER / "package-lock.json").stat().st_mtime:
        return
    command = [str(NPM), "ci", "--prefer-offline"]
    npm = subprocess.run(  # noqa: S603 - npm, in a folder of ours
        command, cwd=FOLDER, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=300
    )
    assert npm.returncode == 0, npm.stdout + npm.stderr


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Place]:
    """A sandbox that grants what the scripts use."""
    async with open_place(manifest=manifest_with(tmp_path, SCOPES)) as opened:
        yield opened


def environment(place: Place) -> dict[str, str]:
    """What a script is told."""
    running = place.running
    return {
        "PATH": os.environ["PATH"],
        "API_URL": running.api_url,
        "BOT_TOKEN": running.bot_token,
        "APP_TOKEN": running.app_token,
        "CHANNEL": place.channel("practice"),
        "USER_ID": place.person("ana"),
        "TEAM_ID": running.team_id,
    }


async def node(place: Place, script: str) -> asyncio.subprocess.Process:
    """The running script."""
    piped = dict.fromkeys(("stdin", "stdout", "stderr"), asyncio.subprocess.PIPE)
    return await asyncio.create_subprocess_exec(str(NODE), script, cwd=FOLDER, env=environment(place), **piped)


@asynccontextmanager
async def app_running(place: Place) -> AsyncIterator[None]:
    """The Bolt app, from when it listens to the end of its standard input."""
    process = await node(place, "app.mjs")
    assert process.stdout
    assert (await process.stdout.readline()).strip() == b"ready"
    try:
        yield
    finally:
        _, complaint = await process.communicate(b"")
    assert (process.returncode, complaint) == (0, b"")


async def calls(place: Place) -> Json:
    """What the Web API client saw."""
    process = await node(place, "calls.mjs")
    told, complaint = await process.communicate(b"")
    assert process.returncode == 0, complaint.decode()
    return dict(json.loads(told))


@pytest.mark.usefixtures("installed")
async def test_the_web_api_client_posts_reads_uploads_and_streams(place: Place) -> None:
    seen = await calls(place)
    assert seen["auth"] == "haggle"
    assert seen["thread"] == ["An offer", "A counter-offer"]
    assert seen["metadata"] == {"event_type": "offer", "event_payload": {"id": 7}}
    assert seen["reactions"] == ["wave"]
    assert seen["permalink"].startswith(place.running.url)
    assert seen["members"] == [2, 2]
    assert seen["file"] == {"name": "prices.csv", "size": 12}
    assert seen["content"] == "price;34900\n"
    assert seen["streamed"]
    [offer] = [each for each in await place.seen("ana") if each["text"] == "A better offer"]
    replies = await place.thread("ana", offer["ts"])
    assert [reply["text"] for reply in replies] == ["A counter-offer", "The sheet", "**Thinking** about it, and no."]
    assert [file["name"] for file in replies[1]["files"]] == ["prices.csv", "notes.txt"]


@pytest.mark.usefixtures("installed")
async def test_the_web_api_client_is_refused_in_words_it_understands(place: Place) -> None:
    seen = await calls(place)
    assert seen["unknownArgument"]["messages"] == ["[ERROR] no such argument: colour"]
    assert seen["unknownChannel"]["error"] == "channel_not_found"
    assert seen["badBlocks"]["error"] == "invalid_blocks"
    assert "/blocks/0" in seen["badBlocks"]["messages"][0]


@pytest.mark.usefixtures("installed")
async def test_a_bolt_app_answers_a_mention_opens_a_form_and_takes_a_press(place: Place) -> None:
    async with app_running(place):
        asked = await place.say("ana", "@Haggle hello")
        await _until(lambda: _said(place, "Heard: ", thread=asked["ts"]))
        await place.do("ana", "commands", channel="practice", text="/haggle start")
        await place.until(lambda: place.running.sandbox.workspace.modals.get(place.person("ana")))
        [form] = await place.modals("ana")
        wrong = await place.do("ana", "modals/submit", view_id=form["id"], values={"offer": {"amount": "a lot"}})
        assert wrong["errors"] == {"offer": "A whole number, please."}
        right = await place.do("ana", "modals/submit", view_id=form["id"], values={"offer": {"amount": "34900"}})
        assert right["closed"]
        await _until(lambda: _said(place, "The offer is 34900."))
        offer = (await place.seen("ana"))[-1]
        await place.do("ana", "actions", container={"channel": "practice", "ts": offer["ts"]}, action_id="accept")
        await _until(lambda: _said(place, "ana accepted 34900."))


async def _until(true: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(10):
        while not await true():  # noqa: ASYNC110 - what is waited for lies on the other side of a socket
            await asyncio.sleep(0.02)


async def _said(place: Place, words: str, thread: str = "") -> bool:
    """Whether the last message in the thread, or the channel, begins with these words."""
    messages = await place.thread("ana", thread) if thread else await place.seen("ana")
    return bool(messages) and messages[-1]["text"].startswith(words)
