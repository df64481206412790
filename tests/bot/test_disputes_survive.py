"""Disputes and decisions survive kill -9 at any moment: each is kept once, told once and shown once."""

import asyncio
from pathlib import Path

import pytest

from tests.bot.desk_of_disputes import (
    REASON,
    WORDS,
    card,
    cards,
    dispute,
    ended,
    form,
    send,
    send_decision,
    told,
    verdict_with,
)
from tests.bot.process import bot_process, kill
from tests.bot.world import Json, World, ids_of, open_world
from tests.databases import fresh_url

MOMENTS = pytest.mark.parametrize("moment", [0.0, 0.01, 0.03, 0.1])


async def killed(world: World, folder: Path, moment: float, *acts: tuple[str, Json, dict[str, object]]) -> None:
    """People send their forms, and so many seconds later the bot is dead; an answer may be lost with it."""
    async with bot_process(world, folder) as process:
        sending = [asyncio.create_task(send(world, who, view, **fields)) for who, view, fields in acts]
        await asyncio.sleep(moment)
        await kill(process)
        await asyncio.gather(*sending, return_exceptions=True)


async def settle(world: World) -> None:
    """Minutes pass, until whatever was lost has been looked for."""
    for _ in range(4):
        await world.later()
        await asyncio.sleep(0.3)


@MOMENTS
async def test_a_dispute_filed_just_before_the_crash_comes_to_each_manager_once(tmp_path: Path, moment: float) -> None:
    async with open_world(tmp_path, bot=False, managers=("mei", "olu")) as world:
        async with world.joined(tmp_path):
            thread, verdict = await ended(world)
            view = await form(world, "ana", "dispute_run", verdict["ts"])
        await killed(world, tmp_path, moment, ("ana", view, {"check": "trust", "words": WORDS}))
        async with world.joined(tmp_path):
            await dispute(world, verdict["ts"], "trust")
            await settle(world)
            for who in ("mei", "olu"):
                await card(world, who)
                assert len(await cards(world, who)) == 1
            await verdict_with(world, thread, "disputed, waits for a manager")


@MOMENTS
async def test_two_managers_decide_at_once_in_a_crash_and_one_decision_holds_everywhere(
    tmp_path: Path, moment: float
) -> None:
    async with open_world(tmp_path, bot=False, managers=("mei", "olu")) as world:
        async with world.joined(tmp_path):
            thread, verdict = await ended(world)
            await dispute(world, verdict["ts"], "discovery")
            places = {who: (await card(world, who))["ts"] for who in ("mei", "olu")}
            views = {who: await form(world, who, "dispute_change", ts, "dm") for who, ts in places.items()}
        await killed(
            world,
            tmp_path,
            moment,
            ("mei", views["mei"], {"points": "9", "reason": f"{REASON} So says Mei."}),
            ("olu", views["olu"], {"points": "8", "reason": f"{REASON} So says Olu."}),
        )
        async with world.joined(tmp_path):
            await decide_again(world, views)
            shown = str(await verdict_with(world, thread, "after dispute"))
            winner, points = ("mei", 9) if "So says Mei." in shown else ("olu", 8)
            assert f"*{points} / 9* after dispute" in shown
            await settle(world)
            (decider,) = ids_of(world.sandbox, (winner,))
            for who in ("mei", "olu"):
                assert f"to {points} of 9 by <@{decider}>" in str(await card(world, who, "Dispute decided"))
                assert len(await cards(world, who)) == 1
            await told(world, "ana", "were changed")
            assert str(await world.messages("ana", "dm")).count("'text': 'Your dispute is decided") == 1


async def decide_again(world: World, views: dict[str, Json]) -> None:
    """Whoever still has the form before them sends it again, as people do."""
    for who, view in views.items():
        if (await world.ask("GET", f"modals?as={who}"))["views"]:
            await send_decision(world, who, view, 9 if who == "mei" else 8, f"{REASON} So says {who.title()}.")


async def test_two_processes_on_one_postgresql_tell_once_and_decide_once(tmp_path: Path) -> None:
    database, managers = fresh_url("postgresql", tmp_path), ("mei", "olu")
    async with (
        open_world(tmp_path, database=database, managers=managers) as world,
        world.joined(tmp_path, database=database),
    ):
        thread, verdict = await ended(world)
        for check in ("discovery", "heard"):
            await dispute(world, verdict["ts"], check)
        for words, points in (("Found out", 9), ("They felt heard", 4)):
            places = {who: (await card(world, who, words, 2))["ts"] for who in managers}
            views = {who: await form(world, who, "dispute_change", ts, "dm") for who, ts in places.items()}
            answers = await asyncio.gather(*(send_decision(world, who, views[who], points) for who in managers))
            assert sum(bool(answer.get("errors")) for answer in answers) == 1
        await verdict_with(world, thread, "*4 / 4* after dispute")
        assert "*9 / 9* after dispute" in str(await world.verdict(thread))
        await settle(world)
        for who in managers:
            assert ["Dispute decided" in each["text"] for each in await cards(world, who)] == [True, True]
        assert str(await world.messages("ana", "dm")).count("'text': 'Your dispute is decided") == 2
