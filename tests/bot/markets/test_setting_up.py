"""Managers set up markets of their team's own, once; everybody buys in them as often as they like."""

import asyncio
import re

from bot.views.market_buttons import BUY_AGAIN, COPY, EDIT, MAKE, REMOVE, TAKE
from bot.views.market_setup import FROM, LOOK, MORE, SEED
from tests.bot.markets.desk import heard, is_over, offers, open_market, said, since, takes
from tests.bot.markets.setup_desk import (
    CABLE_HOUSE,
    HIDDEN,
    NEEDS,
    QUICK_TECH,
    act,
    blocks_of,
    form,
    listed,
    send,
    set_up,
    shown,
    stands,
)
from tests.bot.world import World, eventually, is_verdict


async def told(world: World, who: str, words: str) -> str:
    """What the person is told for a command about markets."""
    return str((await world.command(who, f"/haggle markets {words}"))["response"])


async def remove(world: World, name: str = "office_cables") -> str:
    """Mei removes the market by a command, and is asked once more; what she is told then."""
    await world.command("mei", f"/haggle markets remove {name}")
    asked = [each for each in await world.messages("mei") if each.get("is_ephemeral")][-1]
    assert "Nothing has been removed yet." in str(asked["blocks"])
    assert name in str(await listed(world))
    await world.press("mei", REMOVE, asked["ts"])
    return str([each for each in await world.messages("mei") if each.get("is_ephemeral")][-1])


async def test_a_market_is_set_up_and_reps_buy_in_it_up_to_the_verdict(world: World) -> None:
    await set_up(world)
    messages = await world.messages("mei", "dm")
    assert "*Office cables* is set up. `/haggle buy office_cables` opens it." in str(messages[-1]["text"])
    for _ in range(2):
        thread = await open_market(world, "office_cables")
        first = await heard(world, thread, "I need 3 USB-C cables, what can you offer?")
        assert set(said(first)) == {"QuickTech", "CableHouse"}
        before = len(await world.replies(thread))
        await world.press("ana", f"{TAKE}:QuickTech", offers(first)["ts"])
        verdict = next(each for each in await since(world, thread, before) if is_verdict(each))
        assert "of @QuickTech" in verdict["text"]
        await is_over(world, "Over after 1 line")
        await world.later()


async def test_a_ready_market_fills_the_form_and_the_same_seed_fills_it_alike(world: World) -> None:
    view = await act(world, await form(world), FROM, choice="phone_accessories", seed="77")
    assert stands(view, "market_seed") == "77"
    assert stands(view, "market_title") == "Our phone accessories"
    assert stands(view, "market_name") == "our_phone_accessories"
    assert "USB-C cables: " in stands(view, "market_needs")
    sellers = [stands(view, "market_seller", at) for at in range(len(blocks_of(view, "market_seller")))]
    assert len(sellers) >= 3
    assert all(each.startswith("@") for each in sellers)
    other = await act(world, view, SEED, choice="78")
    assert stands(other, "market_seller") != sellers[0]
    again = await act(world, other, SEED, choice="77")
    assert [stands(again, "market_seller", at) for at in range(len(sellers))] == sellers
    bad = await act(world, again, SEED, choice="many")
    assert "many" in str(next(block for block in bad["blocks"] if block["type"] == "context"))
    assert stands(bad, "market_seller") == sellers[0]
    other = await act(world, bad, SEED, choice="laptops#7")
    assert "laptops#7 is a code of laptops, not of phone_accessories." in str(other["blocks"])
    bad = await act(world, other, SEED, choice="77")
    assert (await send(world, bad))["outcome"] == "cleared"
    thread = await open_market(world, "our_phone_accessories usb_c_cable")
    assert len(said(await heard(world, thread, "I need USB-C cables, what do you ask?"))) == len(sellers)


async def test_nothing_is_the_empty_form_again(world: World) -> None:
    view = await act(world, await form(world), FROM, choice="laptops")
    view = await act(world, view, FROM, choice="usb_cables")
    assert stands(view, "market_title") == "Our USB-C cables, the example"
    view = await act(world, view, FROM, choice="-")
    assert (stands(view, "market_title"), stands(view, "market_needs"), stands(view, "market_seller")) == ("", "", "")


async def test_there_is_room_for_ten_sellers_and_what_was_written_stays(world: World) -> None:
    view = await form(world)
    for number in range(3, 10):
        assert len(blocks_of(view, "market_seller")) == number
        view = await act(world, view, MORE, title="Many", needs=NEEDS, sellers=[QUICK_TECH], rounds="")
    assert len(blocks_of(view, "market_seller")) == 10
    assert MORE not in str(view["blocks"])
    assert stands(view, "market_seller") == QUICK_TECH
    ten = [QUICK_TECH.replace("QuickTech", f"Seller{number}") for number in range(10)]
    assert (await send(world, view, title="Many", needs=NEEDS, sellers=ten, rounds="9"))["outcome"] == "cleared"
    thread = await open_market(world, "many")
    assert len(said(await heard(world, thread, "I need 3 cables, your prices?"))) == 10


async def test_every_mistake_shows_at_its_field_with_its_line(world: World) -> None:
    view = await form(world)
    answer = await send(
        world, view, title="Cables", name="laptops", needs=f"{NEEDS}\n5 cases: 9 to 5",
        sellers=[QUICK_TECH.replace("4.17", "7"), "", CABLE_HOUSE.replace("rude", "nasty")],
    )  # fmt: skip
    errors = {block.rpartition("market_")[2]: text for block, text in answer["errors"].items()}
    assert errors["name:0"] == "laptops is a market that Haggle comes with. Choose another name."
    assert errors["needs:0"] == "Line 2: The least (9.00) is above the most (5.00). Write 5.00 to 9.00."
    assert errors["seller:0:0"].startswith("Line 2: cost 7.00 has to be below least 6.13")
    assert (
        errors["seller:0:2"]
        == "Line 1: I cannot read “nasty”. Write it like @CableHouse, sweet, retention 80, profit 20"
    )
    assert len(errors) == 4
    assert (await send(world, view, title="Cables", name="", needs=NEEDS, sellers=[QUICK_TECH, "", CABLE_HOUSE]))[
        "outcome"
    ] == "cleared"


async def test_a_name_says_one_thing_only(world: World) -> None:
    await set_up(world)
    for name, why in (
        ("Office-Cables", "There is a market office_cables already."),
        ("Laptops", "laptops is a market that Haggle comes with."),
        ("usb c cable", "usb_c_cable means something else in /haggle buy."),
        ("guarded", "guarded means something else in /haggle buy."),
        ("77", "Give it a short name with a letter in it"),
        ("x" * 31, "A short name has 30 characters at most"),
    ):
        view = await form(world)
        answer = await send(world, view, title="Cables", name=name, needs=NEEDS, sellers=[QUICK_TECH])
        assert why in answer["errors"][blocks_of(view, "market_name")[0]["block_id"]], name


async def test_a_market_is_looked_over_before_it_is_saved(world: World) -> None:
    view = await form(world)
    seen = await act(world, view, LOOK, title="Cables", needs=f"{NEEDS}\n2 cases: 1 to 2", sellers=[
        f"{QUICK_TECH}\ncases: cost 2, least 3, price 4, 1 piece"
    ])  # fmt: skip
    text = str(seen["blocks"])
    assert "/haggle buy cables" in text
    assert "You need *3 USB-C cables* · pay at most $9.00, trust no price below $5.00" in text
    assert (
        "*USB-C cables*: a deal is possible. It begins at $8.00, could come down to $6.13, and $9.00 is the most."
        in text
    )
    assert "*cases*: no deal is possible; walking away is right. It begins at $4.00, could come down to $3.00" in text
    assert "All sellers together have 1 of the 2 pieces." in text
    assert "@QuickTech: sweet, retention 83, profit 17" in text
    await world.ask("POST", "modals/close", **{"as": "mei"}, view_id=seen["id"])
    assert stands(await shown(world), "market_title") == "Cables"
    wrong = await act(world, await shown(world), LOOK, needs="cables")
    assert "• *What the buyer needs* · Line 1: How many?" in str(wrong["blocks"])
    assert "`cables`" not in await told(world, "mei", "")


async def test_an_edited_market_is_another_and_runs_under_way_keep_theirs(world: World) -> None:
    await set_up(world)
    thread = await open_market(world, "office_cables")
    view = await form(world, words="edit office_cables")
    assert blocks_of(view, FROM) == []
    assert stands(view, "market_seller") == QUICK_TECH
    assert stands(view, "market_seller", 1) == CABLE_HOUSE.replace("profit 70", "retention 30, profit 70")
    answer = await send(
        world, view, title="Cables", name="cables", sellers=[QUICK_TECH.replace("QuickTech", "NewTech")]
    )
    assert answer["outcome"] == "cleared"
    assert set(said(await heard(world, thread, "3 USB-C cables, your price?"))) == {"QuickTech", "CableHouse"}
    await world.later()
    fresh = await open_market(world, "cables")
    assert set(said(await heard(world, fresh, "3 USB-C cables, your price?"))) == {"NewTech", "CableHouse"}
    assert "There is no market office_cables" in str(await world.command("ana", "/haggle buy office_cables#1"))


async def test_a_form_that_is_out_of_date_changes_nothing(world: World) -> None:
    await set_up(world)
    stale, other = await form(world, words="edit office_cables"), None
    await world.command("mei", f"/haggle managers add <@{await user(world, 'olu')}>")
    other = await form(world, "olu", "edit office_cables", "dm")
    assert (await send(world, other, "olu", title="Changed by Olu"))["outcome"] == "cleared"
    assert (await send(world, stale, title="Changed by Mei"))["outcome"] == "pushed"
    assert "office_cables was changed since you opened this form" in str((await shown(world))["blocks"])
    gone = await form(world, "olu", "edit office_cables", "dm")
    assert "no market any more" in await remove(world)
    assert (await send(world, gone, "olu", title="Late"))["outcome"] == "pushed"
    assert "was removed or renamed since you opened this form" in str((await shown(world, "olu"))["blocks"])
    assert "Late" not in str(await listed(world))


async def user(world: World, handle: str) -> str:
    """The user id of the person."""
    return next(each.id for each in world.sandbox.sandbox.workspace.people.values() if each.handle == handle)


async def test_managers_find_edit_copy_and_remove_in_the_list_and_reps_do_not(world: World) -> None:
    await set_up(world)
    for_reps = str(await listed(world, "ana"))
    assert "Office cables" in for_reps
    assert not any(action in for_reps for action in (MAKE, EDIT, COPY, REMOVE))
    message = await listed(world)
    await world.press("mei", COPY, message["ts"])
    copy = await shown(world)
    assert (stands(copy, "market_title"), stands(copy, "market_name")) == ("Office cables (copy)", "office_cables_2")
    assert (await send(world, copy))["outcome"] == "cleared"

    async def answered() -> bool | None:
        return "Office cables (copy)* is set up" in str(await world.messages("mei")) or None

    await eventually(answered)
    await world.press("mei", EDIT, (await listed(world))["ts"])
    assert stands(await shown(world), "market_name") == "office_cables"
    message = await listed(world)
    assert message["text"].endswith("office_cables, office_cables_2.")
    await world.press("mei", REMOVE, message["ts"])
    assert (await listed(world))["text"].endswith(" office_cables_2.")
    assert "There is no market office_cables that was set up here. Did you mean office_cables_2?" in await told(
        world, "mei", "remove office_cables"
    )
    await world.press("mei", MAKE, message["ts"])
    assert (await shown(world))["title"]["text"] == "Set up a market"


async def test_what_cannot_be_changed_is_said(world: World) -> None:
    for did in ("edit", "copy", "remove"):
        assert "laptops came with Haggle. Only markets that managers set up here can be edited, copied or removed; a " \
            "ready one is copied with *Start from* in `/haggle markets make`." in await told(
                world, "mei", f"{did} laptops"
            )  # fmt: skip
    assert "There is no market chairs that was set up here. There are: none." in await told(world, "mei", "copy chairs")
    for words in ("edit", "make it", "remove a b", "sell"):
        assert "for managers, `/haggle markets make` sets one up" in await told(world, "mei", words)
    for words in ("make", "edit office_cables", "copy office_cables", "remove office_cables"):
        assert "Only managers can do that" in await told(world, "ana", words)


async def test_whoever_buys_again_in_a_market_that_is_gone_is_told_so(world: World) -> None:
    await set_up(world)
    thread = await open_market(world, "office_cables")
    await heard(world, thread, "I need 3 USB-C cables, what can you offer?")
    last = await heard(world, thread, "deal, @QuickTech")
    verdict = next(each for each in last if is_verdict(each))
    await remove(world)
    gone = "There is no market office_cables any more: it was removed or renamed."
    await world.press("ana", BUY_AGAIN, verdict["ts"])

    async def is_told() -> bool | None:
        return gone in str(await world.replies(thread)) or gone in str(await world.messages("ana")) or None

    await eventually(is_told)
    for words in ("office_cables", "office_cables#5"):
        told_then = str((await world.command("ana", f"/haggle buy {words}"))["response"])
        assert gone in told_then
        assert "Did you mean" not in told_then


async def test_who_set_up_changed_and_removed_a_market_is_written_down(world: World) -> None:
    await set_up(world)
    assert (await send(world, await form(world, words="edit office_cables"), title="Cables"))["outcome"] == "cleared"
    await remove(world)
    await world.command("mei", "/haggle audit")
    kept = str([each for each in await world.messages("mei") if each.get("is_ephemeral")][-1])
    for did in ("set up the market `office_cables` · items 1 · sellers 2", "changed the market `office_cables`",
                "removed the market `office_cables`"):  # fmt: skip
        assert did in kept


async def test_a_form_that_is_sent_twice_sets_up_one_market(world: World) -> None:
    view = await form(world)
    fields = {"title": "Cables", "needs": NEEDS, "sellers": [QUICK_TECH]}
    first, second = await asyncio.gather(send(world, view, **fields), send(world, view, **fields))
    assert "cleared" in (first.get("outcome"), second.get("outcome"))
    assert str(await listed(world)).count("· `cables` ·") == 1


async def test_so_many_markets_and_no_more(world: World) -> None:
    for number in range(15):
        await set_up(world, f"Cables {number}")
    message = await listed(world)
    assert str(message["blocks"]).count(EDIT) == 15
    answer = await send(world, await form(world), title="One more", needs=NEEDS, sellers=[QUICK_TECH])
    assert answer["outcome"] == "pushed"
    assert "15 markets" in str((await shown(world))["blocks"])


async def test_a_rep_reads_nothing_that_sellers_hide(world: World) -> None:
    await set_up(world, title="Office cables")
    await world.command("ana", "/haggle buy")
    seen = [str(await shown(world, "ana")), str((await listed(world, "ana"))["blocks"])]
    for words in ("office_cable", "office_cables toner", "office_cables usb_c_cable office_cables"):
        seen.append(str((await world.command("ana", f"/haggle buy {words}"))["response"]))
    for words in ("edit office_cables", "copy office_cables", "sell"):
        seen.append(await told(world, "ana", words))
    thread = await open_market(world, "office_cables")
    brief = (await world.messages("ana"))[-1]
    seen += [str(brief["blocks"]), str([each.get("blocks") for each in await world.replies(thread)])]
    assert re.search(HIDDEN, str(await form(world, words="edit office_cables")))
    assert [found for text in seen if (found := re.search(HIDDEN, text))] == []
    assert takes(offers(await heard(world, thread, "I need 3 cables, your price?"))) != {}


async def test_nobody_is_called_by_what_a_manager_wrote(world: World) -> None:
    needs = "3 <!channel> *cables* (one: <!here> *cable*): 5.00 to 9.00"
    seller = "@QuickTech\n<!channel> *cables*: cost 4, least 6, price 8, 9 pieces\nquality: <@U0ALL> & <!here>"
    await set_up(world, "<!everyone> & *cables*", name="cables", needs=needs, sellers=[seller])
    looked = await act(world, await form(world, words="edit cables"), LOOK)
    assert stands(await form(world, words="edit cables"), "market_needs") == needs
    thread = await open_market(world, "cables")
    first = await heard(world, thread, "I need 3 pieces, what do you ask, and which quality is it?")
    before = len(await world.replies(thread))
    await world.press("ana", f"{TAKE}:QuickTech", offers(first)["ts"])
    await since(world, thread, before)
    seen = [looked, await listed(world), *await world.messages("mei", "dm"), *await world.messages("ana")]
    for message in (*seen, *await world.replies(thread)):
        shows = str([message.get("text"), [block for block in message["blocks"] if block["type"] != "input"]]
                    if message.get("blocks") else message.get("text"))  # fmt: skip
        for mark in ("<!", "<@U0ALL>"):
            assert mark not in shows.replace(needs, ""), (mark, shows)
