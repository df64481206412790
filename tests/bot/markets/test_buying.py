"""A rep buys in a market: in the thread, with handles and buttons, up to the verdict."""

from functools import partial

from bot.views.market_buttons import COMPARE, END, LEAVE, SEND, TAKE
from tests.bot.markets.desk import heard, is_over, offers, open_market, said, since, takes, whispers
from tests.bot.markets.setup_desk import shown
from tests.bot.world import World, eventually, is_verdict


async def test_everybody_answers_a_line_for_everybody_and_one_a_line_for_one(world: World) -> None:
    thread = await open_market(world, "phone_accessories usb_c_cable 77")
    first = await heard(world, thread, "I need these cables, what can you offer?")
    sellers = list(said(first))
    assert len(sellers) >= 3
    assert list(takes(offers(first))) != []
    second = await heard(world, thread, f"@{sellers[0]} can you do a bit less?")
    assert list(said(second)) == [sellers[0]]


async def test_an_offer_is_taken_with_its_button_and_the_verdict_follows(world: World) -> None:
    thread = await open_market(world, "phone_accessories usb_c_cable 77")
    first = await heard(world, thread, "I need these cables, what can you offer?")
    handle, button = next(iter(takes(offers(first)).items()))
    assert "in all" in button["confirm"]["text"]["text"]
    before = len(await world.replies(thread))
    await world.press("ana", f"{TAKE}:{handle}", offers(first)["ts"])
    verdict = next(each for each in await since(world, thread, before) if is_verdict(each))
    assert f"of @{handle}" in verdict["text"]
    await is_over(world, "Over after 1 line")


async def test_words_take_an_offer_as_well(world: World) -> None:
    thread = await open_market(world, "phone_accessories usb_c_cable 77")
    first = await heard(world, thread, "I need these cables, what can you offer?")
    handle = next(iter(takes(offers(first))))
    last = await heard(world, thread, f"deal, @{handle}")
    assert any(is_verdict(each) and f"of @{handle}" in each["text"] for each in last)


async def test_an_outdated_button_buys_nothing_and_says_what_is_asked_now(world: World) -> None:
    thread = await open_market(world, "phone_accessories usb_c_cable 77")
    first = await heard(world, thread, "I need these cables, what can you offer?")
    old = offers(first)
    for handle in takes(old):
        await heard(world, thread, f"@{handle} too expensive, what is your best price?")
    stale = next(each for each in await world.replies(thread) if each["ts"] == old["ts"])
    assert takes(stale) == {}
    assert takes(offers(await world.replies(thread))) != {}
    assert "After line 1" in str(stale["blocks"])


async def test_a_handle_that_nobody_has_is_asked_about_and_nobody_hears_the_line(world: World) -> None:
    thread = await open_market(world, "phone_accessories usb_c_cable 77")
    first = await heard(world, thread, "I need these cables, what can you offer?")
    handle = next(iter(said(first)))
    asked = await heard(world, thread, f"@{handle[:-1]}x can you do 5?")
    assert said(asked) == {}
    question = asked[-1]
    assert f"There is no seller @{handle[:-1]}x here. Nobody has heard your line." in str(question["blocks"])
    before = len(await world.replies(thread))
    await world.press("ana", f"{SEND}:{handle}", question["ts"])
    answered = await since(world, thread, before - 1)
    assert list(said(answered)) == [handle]
    assert await whispers(world, thread) == []


async def test_a_line_that_was_held_is_not_sent_into_the_talk_about_the_next_item(world: World) -> None:
    thread = await open_market(world, "laptops 5")
    first = await heard(world, thread, "I need these laptops, what can you offer?")
    handle = next(iter(takes(offers(first))))
    question = (await heard(world, thread, "@Nobody can you do 5?"))[-1]
    await world.press("ana", f"{TAKE}:{handle}", offers(first)["ts"])
    await eventually(partial(_has_a_post, world, thread, "Next: "))
    before = await world.replies(thread)
    await world.press("ana", f"{SEND}:{handle}", question["ts"])
    await eventually(partial(_has_a_post, world, thread, "That was about another item"))
    assert said(await world.replies(thread)) == said(before)


async def test_a_price_in_another_currency_is_pointed_out_to_the_rep_alone(world: World) -> None:
    thread = await open_market(world, "phone_accessories usb_c_cable 77")
    first = await heard(world, thread, "I need these cables, what can you offer?")
    await world.say("ana", f"@{next(iter(said(first)))} I'd pay €5", thread)
    await eventually(partial(_has_a_post, world, thread, "Prices here are in USD, so nobody took “€5” for one."))
    assert "€5" in (await whispers(world, thread))[-1]["text"]


async def _has_a_post(world: World, thread: str, words: str) -> bool | None:
    return any(words in each["text"] for each in await world.replies(thread)) or None


async def test_a_line_that_may_buy_is_asked_about_and_buys_or_is_said(world: World) -> None:
    thread = await open_market(world, "phone_accessories usb_c_cable 77")
    first = await heard(world, thread, "I need these cables, what can you offer?")
    handle = next(iter(takes(offers(first))))
    question = (await heard(world, thread, f"@{handle} I accept your apology"))[-1]
    assert f"Do you take @{handle}'s offer, " in str(question["blocks"])
    before = len(await world.replies(thread))
    await world.press("ana", f"{SEND}:{handle}", question["ts"])
    assert list(said(await since(world, thread, before - 1))) == [handle]
    question = (await heard(world, thread, f"@{handle} you win, great"))[-1]
    await world.press("ana", f"{TAKE}:{handle}", question["ts"])
    await is_over(world, "Over after 2 lines")
    assert await whispers(world, thread) == []


async def test_walking_away_and_ending_leave_a_verdict(world: World) -> None:
    for button in (LEAVE, END):
        thread = await open_market(world, "laptops docking_station 5")
        first = await heard(world, thread, "I need docking stations. Your prices?")
        before = len(await world.replies(thread))
        await world.press("ana", button, offers(first)["ts"] if button == LEAVE else thread)
        verdict = next(each for each in await since(world, thread, before) if is_verdict(each))
        assert verdict["text"].startswith("No deal")
        await world.later()


async def test_the_next_item_opens_when_one_is_done(world: World) -> None:
    thread = await open_market(world, "laptops 5")
    first = await heard(world, thread, "I need these laptops, what can you offer?")
    handle = next(iter(takes(offers(first))))
    await world.press("ana", f"{TAKE}:{handle}", offers(first)["ts"])

    await eventually(partial(_has_a_post, world, thread, "Next: "))
    second = await heard(world, thread, "And docking stations, what do you ask?")
    assert len(said(second)) >= 3
    await world.press("ana", LEAVE, offers(second)["ts"])

    await is_over(world, "Over after 2 lines")
    assert sum(is_verdict(each) for each in await world.replies(thread)) == 2


async def test_offers_are_compared_for_whoever_asks(world: World) -> None:
    thread = await open_market(world, "phone_accessories usb_c_cable 77")
    first = await heard(world, thread, "I need these cables, what can you offer?")
    await world.press("ana", COMPARE, offers(first)["ts"])

    async def table() -> bool | None:
        return any("side by side" in each["text"] for each in await whispers(world, thread)) or None

    await eventually(table)


async def test_nobody_else_can_write_or_press_in_a_market(world: World) -> None:
    thread = await open_market(world, "phone_accessories usb_c_cable 77")
    first = await heard(world, thread, "I need these cables, what can you offer?")
    before = len(await world.replies(thread))
    await world.say("ben", "I'll take them all", thread)
    await world.press("ben", LEAVE, offers(first)["ts"])

    async def told() -> bool | None:
        return len(await whispers(world, thread, "ben")) == 2 or None

    await eventually(told)
    assert len(await world.replies(thread)) == before + 1


async def test_the_code_of_another_market_is_refused_at_the_seed_of_the_form(world: World) -> None:
    await world.command("ana", "/haggle buy")
    view = await shown(world, "ana")
    values = {"what": {"what": "usb_cables/usb_c_cable"}, "seed": {"seed": "laptops#7"}}
    answer = await world.ask("POST", "modals/submit", **{"as": "ana"}, view_id=view["id"], values=values)
    assert answer["errors"] == {
        "seed": "laptops#7 is a code of laptops, not of usb_cables. Write 7 alone for usb_cables with that seed, or "
        "choose laptops."
    }
    values["seed"]["seed"] = "usb_cables#7"
    answer = await world.ask("POST", "modals/submit", **{"as": "ana"}, view_id=view["id"], values=values)
    assert answer["outcome"] == "cleared" or not answer.get("errors")


async def test_a_beginning_or_a_part_of_a_name_says_which_is_meant(world: World) -> None:
    for words, meant in (("usb", "usb_cables"), ("supplies", "office_supplies"), ("Dock", "docking_station")):
        told = str((await world.command("ana", f"/haggle buy {words}"))["response"])
        assert f"Did you mean {meant}?" in told
