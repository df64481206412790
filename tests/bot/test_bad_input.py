"""What people are told when something they asked for cannot be: what is wrong, and what to do."""

from pathlib import Path

import pytest

from bot.sandbox.config import Timing
from tests.bot.world import World, eventually, open_world


async def told(world: World, text: str, channel: str = "practice", who: str = "ana") -> str:
    """What a command is answered with."""
    answer = await world.command(who, text, channel)
    return str((answer.get("response") or {}).get("text", ""))


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("/haggle", "/haggle start"),
        ("/haggle help", "Packs here: `car_sales`"),
        ("/haggle strat 18422", "Did you mean `/haggle start`?"),
        ("/haggle xyzzy", "isn't a command"),
        ("/haggle start abc1", "abc1 is not a seed"),
        ("/haggle start 1<!channel>", "1&lt;!channel&gt; is not a seed"),
        ("/haggle <!here>", "&lt;!here&gt;"),
        ("/haggle start -5", "-5 is not a seed"),
        ("/haggle start 18422 boat_sales", "There is no pack boat_sales"),
        ("/haggle start car_sale", "Did you mean car_sales?"),
        ("/haggle start car_sales@99#1", "from a later draw of car_sales"),
        ("/haggle start boats@1#7", "There is no pack boats"),
        ("/haggle start 18422 car_sales please", "takes a seed, a pack and a mode"),
        ("/haggle start 99999999999999999999", "too large"),
    ],
)
async def test_a_command_that_cannot_be_done_says_why(world: World, command: str, words: str) -> None:
    assert words in await told(world, command)
    assert not [message for message in await world.messages() if not message.get("is_ephemeral")]


async def test_a_share_code_starts_the_same_buyer_as_its_seed(world: World) -> None:
    by_seed, by_code = await world.start("18422"), await world.start("car_sales@1#18422")
    assert await world.lines(by_seed) == await world.lines(by_code)


async def test_a_start_where_the_bot_is_not_says_how_to_invite_it(world: World) -> None:
    assert "/invite @Haggle" in await told(world, "/haggle start 18422", channel="general")
    await world.command("ana", "/invite @Haggle", "general")
    assert await world.start("18422", channel="general")


async def test_a_bot_put_out_of_the_channel_mid_way_tells_the_rep_by_direct_message(world: World) -> None:
    workspace = await world.ask("GET", "workspace")
    thread = await world.start("18422")
    await world.ask("DELETE", f"channels/practice/members/{workspace['app']['bot_user_id']}")
    assert "/invite @Haggle" in await told(world, "/haggle start 18422")
    assert thread


async def test_the_start_form_shows_its_errors_at_the_fields(world: World) -> None:
    await world.ask("POST", "home/open", **{"as": "ana"})
    await eventually(lambda: home_of(world))
    await world.ask("POST", "actions", **{"as": "ana"}, container={"home": True}, action_id="open_start")
    view = (await world.ask("GET", "modals?as=ana"))["views"][-1]
    practice = next(
        each["id"] for each in (await world.ask("GET", "workspace"))["channels"] if each["name"] == "practice"
    )
    general = next(
        each["id"] for each in (await world.ask("GET", "workspace"))["channels"] if each["name"] == "general"
    )

    def filled(channel: str, seed: str) -> dict[str, dict[str, str]]:
        return {"channel": {"channel": channel}, "pack": {"pack": "car_sales"}, "seed": {"seed": seed}}

    await world.ask("POST", "modals/submit", **{"as": "ana"}, view_id=view["id"], values=filled(practice, "lots"))
    errors = (await world.ask("GET", "modals?as=ana"))["views"][-1]["errors"]
    assert "is not a seed" in errors["seed"]
    await world.ask("POST", "modals/submit", **{"as": "ana"}, view_id=view["id"], values=filled(general, "18422"))
    errors = (await world.ask("GET", "modals?as=ana"))["views"][-1]["errors"]
    assert "/invite @Haggle" in errors["channel"]
    await world.ask("POST", "modals/submit", **{"as": "ana"}, view_id=view["id"], values=filled(practice, "18422"))
    assert (await world.ask("GET", "modals?as=ana"))["views"] == []

    async def started() -> bool | None:
        return True if any("18422" in message["text"] for message in await world.messages()) else None

    await eventually(started)


async def test_home_leads_to_the_run_that_was_just_started_from_it(world: World) -> None:
    await world.ask("POST", "home/open", **{"as": "ana"})
    await eventually(lambda: home_of(world))
    await world.ask("POST", "actions", **{"as": "ana"}, container={"home": True}, action_id="open_start")
    view = (await world.ask("GET", "modals?as=ana"))["views"][-1]
    values = {"pack": {"pack": "car_sales"}, "seed": {"seed": "18422"}}
    await world.ask("POST", "modals/submit", **{"as": "ana"}, view_id=view["id"], values=values)

    async def leads() -> bool | None:
        return True if "Open the thread" in str(await home_of(world)) else None

    await eventually(leads)
    assert "No runs yet" not in str(await home_of(world))


async def home_of(world: World, who: str = "ana") -> dict[str, object] | None:
    """The person's Home, once it is there."""
    view: dict[str, object] | None = (await world.ask("GET", f"home?as={who}"))["view"]
    return view


async def test_a_person_without_runs_finds_one_thing_to_do_in_home(world: World) -> None:
    await world.ask("POST", "home/open", **{"as": "ana"})
    shown = str(await eventually(lambda: home_of(world)))
    assert "Start your first run" in shown
    assert shown.count("'style': 'primary'") == 1
    assert "No runs yet" in shown


async def test_home_leads_back_to_a_live_run_and_offers_a_finished_one_again(world: World) -> None:
    thread = await world.start("18422")
    await world.ask("POST", "home/open", **{"as": "ana"})
    assert "Open the thread" in str(await eventually(lambda: home_of(world)))
    await world.press("ana", "run_end", thread)
    await world.verdict(thread)
    await world.ask("POST", "home/open", **{"as": "ana"})

    async def finished() -> str | None:
        shown = str(await home_of(world))
        return shown if "Retry" in shown else None

    assert "/ 100" in await eventually(finished)


async def test_retrying_from_home_opens_the_run_in_the_direct_messages(world: World) -> None:
    thread = await world.start("18422")
    await world.press("ana", "run_end", thread)
    await world.verdict(thread)
    await world.ask("POST", "home/open", **{"as": "ana"})

    async def offered() -> bool | None:
        return True if "Retry" in str(await home_of(world)) else None

    await eventually(offered)
    await world.later()
    await world.ask("POST", "actions", **{"as": "ana"}, container={"home": True}, action_id="start_seed")

    async def opened() -> bool | None:
        return True if any("18422" in message["text"] for message in await world.messages("ana", "dm")) else None

    await eventually(opened)


async def test_a_trigger_that_has_expired_is_explained(tmp_path: Path) -> None:
    async with open_world(tmp_path, timing=Timing(trigger=0)) as world:
        thread = await world.start("18422")
        await world.press("ana", "run_checks", thread)

        async def explained() -> bool | None:
            messages = [*await world.messages(), *await world.replies(thread)]
            return True if any("press the button again" in message["text"] for message in messages) else None

        await eventually(explained)


async def test_every_check_is_shown_with_its_points_and_after_the_end_with_its_finding(world: World) -> None:
    thread = await world.start("18422")
    await world.press("ana", "run_checks", thread)
    rubric = (await world.ask("GET", "modals?as=ana"))["views"][-1]
    assert "Outcome · 40" in str(rubric)
    await world.ask("POST", "modals/close", **{"as": "ana"}, view_id=rubric["id"])
    await world.turn(thread, "What got you looking?")
    await world.press("ana", "run_end", thread)
    card = await world.verdict(thread)
    await world.press("ana", "run_checks", card["ts"])
    findings = (await world.ask("GET", "modals?as=ana"))["views"][-1]
    assert "What each check found" in str(findings)
    assert "What got you looking?" in str(findings)
