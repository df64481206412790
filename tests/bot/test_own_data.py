"""What a person may ask about their own data: all of it as a file, and its end, from the tables and from Slack."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.flows.own_data import LARGE, as_shown
from packs.loading import Packs
from storage import people
from storage.columns import metadata
from storage.people import Person
from tests.bot.desk_of_disputes import WORDS, card, dispute, top_modal
from tests.bot.test_history import content, ended
from tests.bot.test_ranked import RANKED, _ranked_cars
from tests.bot.world import Json, World, eventually, ids_of, open_world
from tests.databases import BACKENDS, fresh_url

LINE = "My cousin Ottokar drove one of these."
NAME = '"ana"'


async def file_of(world: World, who: str = "ana") -> Json:
    """The file that `/haggle export` sends, read."""
    told = (await world.command(who, "/haggle export"))["response"]["text"]
    assert "on its way into your messages" in told

    async def sent() -> Json | None:
        found = [one for one in await world.messages(who, "dm") if one.get("files")]
        return next((each for one in found for each in one["files"] if each["name"].startswith("haggle-my-data")), None)

    file = await eventually(sent)
    document: Json = json.loads(content(world, file))
    return document


async def delete_me(world: World, typed: str = "DELETE", who: str = "ana") -> Json:
    """Types the word into the form; its answer."""
    await world.command(who, "/haggle delete-me")
    view = await top_modal(world, who)
    assert view is not None
    values = {"delete_me_word": {"delete_me_word": typed}}
    return await world.ask("POST", "modals/submit", **{"as": who}, view_id=view["id"], values=values)


async def everything(world: World) -> str:
    """Every column of every table, as text."""
    assert world.house
    async with world.house.database.reading() as connection:
        return await connection.run_sync(_dump)


def _dump(raw: Any) -> str:
    rows = [row for table in metadata.sorted_tables for row in raw.execute(table.select())]
    return "\n".join(json.dumps(list(row), default=str, ensure_ascii=False) for row in rows)


async def gone_from_slack(world: World, who: str, words: str) -> None:
    """Waits for the last message, then for every one of Haggle's that held the words to go."""

    async def told() -> bool | None:
        return any("Your data is deleted" in one["text"] for one in await world.messages(who, "dm")) or None

    await eventually(told)

    async def gone() -> bool | None:
        return None if words in await everything(world) else True

    await eventually(gone)


async def test_the_file_has_all_that_was_said_scored_and_chosen(world: World) -> None:
    thread = await ended(world, "18422", "ana", LINE)
    await dispute(world, (await world.verdict(thread))["ts"])
    await ended(world, "58", "ben", "Not hers.")
    await world.command("ana", "/haggle usage")
    document = await file_of(world)
    ana, ben = ids_of(world.sandbox, ("ana", "ben"))
    assert (document["schema"], document["format"], document["person"]) == ("haggle.person", 1, ana)
    [run] = document["runs"]
    assert run["profile"], "of a run that is over nothing is held back"
    assert LINE in str(document["run_events"])
    assert LINE in str(document["inbox"])
    assert document["verdicts"][0]["run_id"] == run["id"]
    assert document["disputes"][0]["words"] == WORDS
    assert document["people"][0]["person"] == ana
    assert document["audit"][-1]["act"] == "exported own data"
    assert ben not in str(document)
    assert "Not hers" not in str(document)


async def test_of_a_run_that_goes_on_the_file_tells_what_its_thread_has(world: World) -> None:
    await world.turn(await world.start(), LINE)
    document = await file_of(world)
    [run] = document["runs"]
    assert "profile" not in run
    assert {each["kind"] for each in document["run_events"]} == {"said"}
    assert "mood" not in str(document)


async def test_while_a_ranked_window_is_open_the_file_keeps_what_the_buyer_hides(tmp_path: Path) -> None:
    now = datetime.now(UTC)
    async with open_world(tmp_path) as world:
        cars = _ranked_cars(now - timedelta(hours=1), now + timedelta(hours=1))
        object.__setattr__(world.house, "packs", Packs({"car_sales": cars}, {}))
        await ended(world, str(RANKED), "ana", LINE)
        document = await file_of(world)
        text_of = json.dumps(document)
        assert document["verdicts"][0]["payload"]["total"] >= 0
        for hidden in ("reveal", "profile", "mood", "standing", "drill", "fixes", "figures"):
            assert f'"{hidden}":' not in text_of, hidden
        world.clock.skew += timedelta(hours=2)
        assert '"reveal":' in json.dumps(await file_of_again(world))


async def file_of_again(world: World) -> Json:
    """The second file of the day."""
    await world.command("ana", "/haggle export")

    async def sent() -> Json | None:
        files = [each for one in await world.messages("ana", "dm") for each in one.get("files") or ()]
        return files[-1] if len(files) > 1 else None

    document: Json = json.loads(content(world, await eventually(sent)))
    return document


async def test_a_large_file_is_packed(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    assert LARGE == 1_000_000
    monkeypatch.setattr("bot.flows.own_data.LARGE", 100)
    await ended(world)
    await world.command("ana", "/haggle export")

    async def sent() -> Json | None:
        files = [each for one in await world.messages("ana", "dm") for each in one.get("files") or ()]
        return files[0] if files else None

    file = await eventually(sent)
    assert file["name"].endswith(".zip")
    assert content(world, file).startswith(b"PK")


def test_a_sealed_run_keeps_its_own_lines_and_a_free_one_everything() -> None:
    now = datetime.now(UTC)
    free = {"id": "r1", "status": "ended", "withheld_until": now, "profile": [["budget", 1]], "profile_hash": "h"}
    sealed = {**free, "id": "r2", "withheld_until": now + timedelta(seconds=1)}
    events = [
        {"run_id": run, "kind": kind, "payload": {"kind": kind, "at": "1", "round": 1, "text": "Hi", "mood": {}}}
        for run in ("r1", "r2")
        for kind in ("said", "moved")
    ]
    talks = [{"id": f"t{run}", "run_id": run} for run in ("r1", "r2")]
    said = [{"negotiation_id": talk["id"], "text": "$7 each.", "reasoning": "They will pay."} for talk in talks]
    found = {"runs": [free, sealed], "run_events": events, "negotiation_runs": talks, "messages": said, "verdicts": []}
    shown = as_shown(found, now)
    assert shown["runs"][0] == free
    assert "profile" not in shown["runs"][1]
    assert [(row["run_id"], row["kind"]) for row in shown["run_events"]] == [
        ("r1", "said"), ("r1", "moved"), ("r2", "said"),
    ]  # fmt: skip
    assert [row.get("reasoning") for row in shown["messages"]] == ["They will pay.", None]
    assert shown["run_events"][2]["payload"] == {"kind": "said", "at": "1", "round": 1, "text": "Hi"}


async def test_another_word_deletes_nothing(world: World) -> None:
    await ended(world, "18422", "ana", LINE)
    answer = await delete_me(world, "delete")
    assert "Type DELETE in capitals" in str(answer)
    assert LINE in await everything(world)


@pytest.mark.parametrize("backend", BACKENDS)
async def test_delete_me_leaves_nothing_in_the_tables_and_nothing_of_haggles_in_slack(
    tmp_path: Path, backend: str
) -> None:
    async with open_world(tmp_path, database=fresh_url(backend, tmp_path)) as world:
        thread = await ended(world, "18422", "ana", LINE)
        await dispute(world, (await world.verdict(thread))["ts"])
        await card(world)
        live = await world.start("58")
        await world.turn(live, LINE)
        await world.command("ana", "/haggle share 58")
        await file_of(world)
        await world.ask("POST", "home/open", **{"as": "ana"})
        await world.command("ana", "/haggle usage")
        (ana,) = ids_of(world.sandbox, ("ana",))
        before = await everything(world)
        assert ana in before
        assert NAME in before
        await delete_me(world)
        await gone_from_slack(world, "ana", ana)
        after = await everything(world)
        for words in (ana, NAME, "Ottokar", WORDS):
            assert words not in after, words
        assert "deleted own data" in after

        async def erased() -> bool | None:
            return None if '"erase"' in await everything(world) else True

        await eventually(erased)
        for channel in (thread, live):
            left = [one for one in await world.replies(channel) if one.get("bot_id") and not one.get("is_ephemeral")]
            assert left == [], [one["text"] for one in left]
        assert not [one for one in await world.messages("mei", "dm") if "Ottokar" in str(one) or WORDS in str(one)]
        assert not [
            one for one in await world.messages("ana", "dm") if one.get("files") and one["files"][0].get("url_private")
        ]
        shared = [one for one in await world.messages() if "shared a buyer" in one["text"]]
        assert shared
        assert shared[-1]["text"].startswith("Somebody shared")


async def test_afterwards_a_person_begins_anew(world: World) -> None:
    await ended(world, "18422", "ana", LINE)
    (ana,) = ids_of(world.sandbox, ("ana",))
    await delete_me(world)
    await gone_from_slack(world, "ana", ana)
    assert "You have no runs yet" in (await world.command("ana", "/haggle history"))["response"]["text"]
    await world.start("18422")


async def test_news_is_kept_of_those_who_are_known_and_of_nobody_else(world: World) -> None:
    ana, olu = ids_of(world.sandbox, ("ana", "olu"))
    await world.command("ana", "/haggle usage")
    for who in ("olu", "ana"):
        await world.ask("PATCH", "people", **{"as": who}, tz="Asia/Tokyo")

    async def heard() -> Person | None:
        found = await _person(world, ana)
        return found if found and found.zone == "Asia/Tokyo" else None

    await eventually(heard)
    assert await _person(world, olu) is None


async def _person(world: World, user: str) -> Person | None:
    assert world.house
    async with world.house.database.reading() as connection:
        return await people.get(connection, world.sandbox.sandbox.workspace.team_id, user)


async def test_the_board_that_stands_in_a_channel_loses_the_name_with_the_data(world: World) -> None:
    for seed in ("18422", "58", "77"):
        await ended(world, seed, "ana", LINE)
    await world.command("mei", "/haggle leaderboard here")

    async def names_her() -> bool:
        boards = [one["text"] for one in await world.messages() if "all packs" in one["text"]]
        return any("ana" in text for text in boards)

    async def named() -> bool | None:
        return await names_her() or None

    async def unnamed() -> bool | None:
        return None if await names_her() else True

    await eventually(named)
    await delete_me(world)
    await eventually(unnamed)
