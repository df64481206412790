"""What a rep finds of their talks in markets afterwards: in the list of runs, beside those with buyers."""

from bot.views.history import OLDER
from bot.views.market_buttons import BUY_AGAIN, LEAVE
from tests.bot.markets.desk import heard, is_over, offers, open_market, takes
from tests.bot.test_history import ended, history, press_in, shown_now
from tests.bot.world import World, eventually, is_verdict

ASK = "I need these cables, what can you offer?"
IN_MARKETS = "Runs in markets are not stepped through or compared"


async def bought(world: World, seed: int = 77) -> str:
    """A talk that ended with a purchase; its thread."""
    thread = await open_market(world, f"phone_accessories usb_c_cable {seed}")
    first = await heard(world, thread, ASK)
    last = await heard(world, thread, f"deal, @{next(iter(takes(offers(first))))}")
    assert any(is_verdict(each) for each in last)
    await is_over(world, "Over after 2 lines")
    await world.later()
    return thread


async def left(world: World) -> None:
    """A talk that ended without one."""
    thread = await open_market(world, "laptops docking_station 5")
    first = await heard(world, thread, "I need docking stations. Your prices?")
    await world.press("ana", LEAVE, offers(first)["ts"])
    await is_over(world, "Over after 1 line")
    await world.later()


async def test_history_tells_talks_in_markets_with_what_came_of_them(world: World) -> None:
    await open_market(world, "usb_cables 3")
    await world.later()
    thread = await bought(world)
    await left(world)
    shown = await history(world)
    assert shown["text"] == "You have 3 talks in markets."
    text = str(shown["blocks"])
    assert "Bought in markets · 3" in text
    assert "*USB-C cables, the example · USB-C cables* · usb_cables#3" in text
    assert "Under way" in text
    assert "No deal on docking stations" in text
    assert "USB-C cables of @" in text
    assert "/ 100*, " in text
    assert f"p{thread.replace('.', '')}|Open the thread>" in text
    assert text.index("laptops#5") < text.index("phone_accessories#77") < text.index("usb_cables#3")
    assert (await history(world, who="ben"))["text"].startswith("You have no runs yet")


async def test_talks_in_markets_are_not_counted_among_runs_with_buyers(world: World) -> None:
    await bought(world)
    await ended(world)
    shown = await history(world)
    assert shown["text"] == "You have 1 run and 1 talk in markets."
    assert "Your runs · 1" in str(shown["blocks"])
    assert "sends your runs with buyers" in str(shown["blocks"])


async def test_the_same_market_is_opened_again_from_the_list(world: World) -> None:
    await bought(world)
    shown = await history(world)
    await press_in(world, "ana", shown, BUY_AGAIN)

    async def opened() -> bool | None:
        return str(await world.messages("ana")).count("Market run · phone_accessories#77") >= 2 or None

    await eventually(opened)


async def test_older_talks_in_markets_stand_on_the_next_page(world: World) -> None:
    for seed in range(7):
        await open_market(world, f"usb_cables {seed}")
        await world.later()
    shown = await history(world)
    assert "Page 1 of 2" in str(shown["blocks"])
    assert "usb_cables#0" not in str(shown["blocks"])
    await press_in(world, "ana", shown, OLDER)

    async def turned() -> bool | None:
        text = await shown_now(world, "ana", shown["ts"])
        return ("usb_cables#0" in text and "usb_cables#6" not in text) or None

    await eventually(turned)


async def test_replay_says_where_runs_in_markets_are(world: World) -> None:
    await bought(world)
    for words in ("replay", "replay phone_accessories#77", "compare laptops#5"):
        assert IN_MARKETS in (await world.command("ana", f"/haggle {words}"))["response"]["text"], words
    assert IN_MARKETS not in (await world.command("ben", "/haggle replay"))["response"]["text"]
    assert "no runs yet with buyers" in (await history(world, words="csv"))["text"]
