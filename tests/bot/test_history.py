"""A person's list of runs, its file, and the file of a run: in Slack, for nobody but them."""

import csv
import io
import json
from pathlib import Path

import pytest

from engine.director.export import read_export
from engine.director.rerun import rerun, source_of
from engine.panel.judging import judged
from packs.loading import load_installed
from tests.bot.world import Json, World, eventually, is_verdict, open_world


async def ended(world: World, seed: str = "18422", who: str = "ana", *lines: str, channel: str = "practice") -> str:
    """A run that was ended by its rep after these lines; its thread."""
    thread = await world.start(seed, who, channel)
    for line in lines or ("What got you looking?",):
        await world.turn(thread, line, who, channel)
    await world.press(who, "run_end", thread, channel)
    await world.verdict(thread, channel)
    return thread


async def history(world: World, who: str = "ana", channel: str = "practice", words: str = "") -> Json:
    """What `/haggle history` shows."""
    answer: Json = (await world.command(who, f"/haggle history {words}".strip(), channel))["response"]
    return answer


async def press_in(world: World, who: str, shown: Json, action: str, block: str = "") -> None:
    """A button of an ephemeral message."""
    container = {"channel": "practice", "ts": shown["ts"]}
    body = {"as": who, "container": container, "action_id": action}
    await world.ask("POST", "actions", **body, **({"block_id": block} if block else {}))


async def shown_now(world: World, who: str, ts: str) -> str:
    """The message as it stands, as text; empty when it is gone."""
    return next((str(message) for message in await world.messages(who) if message["ts"] == ts), "")


async def files_in(world: World, thread: str) -> list[Json]:
    """The files of a thread."""
    return [file for reply in await world.replies(thread) for file in reply.get("files") or ()]


async def file_of(world: World, thread: str) -> Json:
    """The one file of the thread, once it stands there."""

    async def there() -> Json | None:
        return next(iter(await files_in(world, thread)), None)

    return await eventually(there)


def content(world: World, file: Json) -> bytes:
    """What is in the file, which people may read and the bot may not."""
    kept: bytes = world.sandbox.sandbox.workspace.files[file["id"]].content
    return kept


async def verdict_ts(world: World, thread: str) -> str:
    """Where the verdict stands."""
    return str(next(reply["ts"] for reply in await world.replies(thread) if is_verdict(reply)))


async def test_export_puts_the_run_into_its_thread_and_it_plays_again_the_same(world: World) -> None:
    thread = await ended(world, "18422", "ana", "What got you looking?", "I can do $24,900 <!channel>.")
    await world.press("ana", "run_export", await verdict_ts(world, thread))
    file = await file_of(world, thread)
    assert file["name"].startswith("car_sales-18422-")
    export = read_export(content(world, file).decode())
    loaded = load_installed().get("car_sales")
    assert source_of(export) == loaded.source_json
    assert rerun(export, loaded.pack, judged).same
    ids = list(world.sandbox.sandbox.workspace.people)
    assert not [each for each in ids if each in content(world, file).decode()]


async def test_the_file_comes_once_however_often_export_is_pressed(world: World) -> None:
    thread = await ended(world)
    ts = await verdict_ts(world, thread)
    await world.press("ana", "run_export", ts)
    await file_of(world, thread)
    await world.press("ana", "run_export", ts)

    async def told() -> bool | None:
        return True if "in its thread already" in str(await world.replies(thread)) else None

    await eventually(told)
    assert len(await files_in(world, thread)) == 1


async def test_a_run_in_direct_messages_is_exported_there(world: World) -> None:
    thread = await ended(world, channel="dm")
    verdict = next(reply["ts"] for reply in await world.replies(thread, channel="dm") if is_verdict(reply))
    await world.press("ana", "run_export", verdict, "dm")

    async def there() -> bool | None:
        return True if any(reply.get("files") for reply in await world.replies(thread, channel="dm")) else None

    await eventually(there)


async def test_nobody_else_exports_the_run(world: World) -> None:
    thread = await ended(world)
    await world.press("ben", "run_export", await verdict_ts(world, thread))

    async def told() -> bool | None:
        return True if "Only the rep whose run it is" in str(await world.messages("ben")) else None

    await eventually(told)
    assert await files_in(world, thread) == []


@pytest.mark.parametrize("kind", ["drop_before", "drop_after", "server_error"])
@pytest.mark.parametrize("method", ["files.getUploadURLExternal", "files.completeUploadExternal"])
async def test_a_call_that_goes_wrong_leaves_one_file(tmp_path: Path, method: str, kind: str) -> None:
    async with open_world(tmp_path) as world:
        thread = await ended(world)
        await world.ask("POST", "faults", kind=kind, match={"method": method})
        await world.press("ana", "run_export", await verdict_ts(world, thread))

        async def there() -> Json | None:
            await world.later()
            return next(iter(await files_in(world, thread)), None)

        await eventually(there)
        for _ in range(3):
            await world.later()
        assert len(await files_in(world, thread)) == 1


async def test_history_is_empty_before_the_first_run(world: World) -> None:
    shown = await history(world)
    assert "You have no runs yet" in shown["text"]
    assert "no runs yet" in (await history(world, words="csv"))["text"]
    assert "no runs yet" in (await history(world, who="ben"))["text"]


async def test_history_lists_a_persons_own_runs_the_latest_first(world: World) -> None:
    first = await ended(world)
    await ended(world, "58", "ben")
    await world.start("saas_renewal@1#5")
    shown = await history(world)
    text = str(shown)
    assert text.index("saas_renewal@1#5") < text.index("car_sales@1#18422")
    assert "#58" not in text
    assert "Under way, just begun" in text
    assert "/ 100*, not passed · No deal · ended by the rep · 1 round" in text
    assert f"p{first.replace('.', '')}" in text
    assert "*1 · " in text
    assert "*2 · " in text


async def test_history_starts_the_same_buyer_again_and_turns_its_pages(world: World) -> None:
    for number in range(6):
        await ended(world, str(number + 1))
    shown = await history(world)
    assert "Page 1 of 2" in str(shown)
    assert "car_sales@1#1'" not in str(shown)
    await press_in(world, "ana", shown, "history_older")

    async def turned() -> str | None:
        text = await shown_now(world, "ana", shown["ts"])
        return text if "Page 2 of 2" in text else None

    assert "car_sales@1#1 " in await eventually(turned)
    before = len([one for one in await world.messages() if one["text"].startswith("Practice run")])
    await world.later()
    await press_in(world, "ana", shown, "start_seed")

    async def started() -> bool | None:
        briefs = [one for one in await world.messages() if one["text"].startswith("Practice run · car_sales@1#1 ")]
        return True if len(briefs) == 2 else None

    await eventually(started)
    assert len([one for one in await world.messages() if one["text"].startswith("Practice run")]) == before + 1
    await press_in(world, "ana", shown, "close_looking_back")

    async def gone() -> bool | None:
        return True if not await shown_now(world, "ana", shown["ts"]) else None

    await eventually(gone)


async def test_history_csv_comes_by_direct_message_and_reads_as_a_table(world: World) -> None:
    await ended(world)
    await world.start("saas_renewal@1#5")
    assert "on its way into your messages" in (await history(world, words="csv"))["text"]

    async def sent() -> Json | None:
        found = [one for one in await world.messages("ana", "dm") if one.get("files")]
        return found[0]["files"][0] if found else None

    file = await eventually(sent)
    assert file["name"].startswith("haggle-runs-")
    rows = list(csv.DictReader(io.StringIO(content(world, file).decode("utf-8-sig"))))
    assert [row["share_code"] for row in rows] == ["saas_renewal@1#5", "car_sales@1#18422"]
    assert (rows[0]["status"], rows[0]["total"], rows[1]["status"]) == ("open", "", "ended")
    assert rows[1]["reason"] == "ended_by_rep"
    assert "/archives/" in rows[1]["thread"]
    assert json.dumps(rows).count("<@") == 0
