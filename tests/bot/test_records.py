"""Who did what to others' things, and how long what was said is kept: read by everybody or by admins, set by admins."""

from datetime import timedelta

import pytest

from bot.flows.housekeeping import keep_house
from bot.flows.retaining import days_meant
from engine.errors import RuleViolation
from tests.bot.desk_of_disputes import card, decide, dispute
from tests.bot.test_history import ended
from tests.bot.test_own_data import LINE, everything
from tests.bot.world import World, ids_of


async def asked(world: World, who: str, text: str) -> str:
    """What the person is told, blocks included."""
    response = (await world.command(who, text))["response"]
    return f"{response['text']} {response.get('blocks') or ''}"


async def test_the_audit_tells_admins_who_did_what_without_a_word_of_anybody(world: World) -> None:
    ana, ben, mei = ids_of(world.sandbox, ("ana", "ben", "mei"))
    assert "Only admins" in await asked(world, "ana", "/haggle audit")
    assert "Nobody has looked at" in await asked(world, "mei", "/haggle audit")
    thread = await ended(world, "18422", "ana", LINE)
    await dispute(world, (await world.verdict(thread))["ts"])
    await decide(world, "mei", (await card(world))["ts"], points=3)
    await world.command("mei", f"/haggle managers add <@{ben}>")
    for text in ("/haggle usage", "/haggle disputes", "/haggle defaults strict", "/haggle retention 90 days"):
        await world.command("mei", text)
    await world.command("ana", "/haggle export")
    told = await asked(world, "mei", "/haggle audit")
    for act in (
        f"<@{mei}> decided a dispute of <@{ana}> · check questions · given 0 · points 3",
        f"<@{mei}> made <@{ben}> a manager",
        f"<@{mei}> looked at the usage",
        f"<@{mei}> looked at the open disputes",
        f"<@{mei}> changed how runs usually are held · mode strict",
        f"<@{mei}> changed how long texts are kept · days 90",
        f"<@{ana}> had their own data sent as a file",
    ):
        assert act in told, act
    assert "Ottokar" not in told
    assert told.index("had their own data sent") < told.index("decided a dispute"), "the latest first"


async def test_only_admins_say_how_long_texts_are_kept_and_everybody_may_know(world: World) -> None:
    (mei,) = ids_of(world.sandbox, ("mei",))
    assert "kept for good" in await asked(world, "ana", "/haggle retention")
    assert "Only admins" in await asked(world, "ana", "/haggle retention 180 days")
    assert "*180 days* from now on" in await asked(world, "mei", "/haggle retention 180 days")
    told = await asked(world, "ana", "/haggle retention")
    assert "*180 days*" in told
    assert f"<@{mei}> set that," in told
    assert "/haggle retention 180 days" in await asked(world, "mei", "/haggle retention soon")
    assert "everything is kept" in await asked(world, "mei", "/haggle retention off")
    assert "kept for good" in await asked(world, "ana", "/haggle retention")


async def test_after_that_time_a_run_is_a_score_without_words(world: World) -> None:
    assert world.house
    await world.command("mei", "/haggle retention 180 days")
    await ended(world, "18422", "ana", LINE)
    await keep_house(world.house)
    assert "Ottokar" in await everything(world)
    world.clock.skew += timedelta(days=181)
    await keep_house(world.house)
    assert "Ottokar" not in await everything(world)
    assert "/ 100*, not passed · No deal · ended by the rep" in await asked(world, "ana", "/haggle history")
    assert "is not kept any more" in await asked(world, "ana", "/haggle replay")


@pytest.mark.parametrize(
    ("words", "days"), [(("180", "days"), 180), (("90",), 90), (("30d",), 30), (("OFF",), None), (("1", "day"), 0)]
)
def test_days_are_read_as_they_are_written(words: tuple[str, ...], days: int | None) -> None:
    if days == 0:
        with pytest.raises(RuleViolation, match="from 7 to 3650"):
            days_meant(words)
    else:
        assert days_meant(words) == days


@pytest.mark.parametrize("words", [(), ("6",), ("3651", "days"), ("-30",), ("²",), ("180", "weeks"), ("1e3",)])
def test_what_is_no_number_of_days_is_told_what_to_write(words: tuple[str, ...]) -> None:
    with pytest.raises(RuleViolation, match="/haggle retention 180 days"):
        days_meant(words)
