"""Lists of buyers: where they are offered, and which buyer of a list comes next."""

from tests.bot.test_sharing import briefs, told
from tests.bot.world import Json, World, eventually

WEEK = (58, 444, 174, 282, 239)


async def listing(world: World, text: str = "/haggle packs", who: str = "ana") -> Json:
    """What the command is answered with."""
    answer: Json = (await world.command(who, text))["response"]
    return answer


async def brief_of(world: World, seed: int, channel: str = "practice") -> bool:
    """Waits for the brief of that seed."""

    async def there() -> bool | None:
        messages = await world.messages("ana", channel)
        return True if any(f"car_sales@1#{seed} " in message["text"] for message in messages) else None

    return await eventually(there)


async def test_the_packs_are_listed_with_how_hard_each_buyer_of_their_lists_is(world: World) -> None:
    async def measured() -> str | None:
        shown = str(await listing(world, "/haggle packs car_sales"))
        return shown if "`58` easy" in shown and "`200` hard" in shown else None

    shown = await eventually(measured, 60)
    for words in ("First week", "Hard closers", "Walk away"):
        assert words in shown
    assert "There is no pack boats" in await told(world, "ana", "/haggle packs boats")


async def test_the_button_of_a_list_starts_its_next_buyer(world: World) -> None:
    ts = (await listing(world, "/haggle packs car_sales"))["ts"]
    press = {"as": "ana", "container": {"channel": "practice", "ts": ts}, "block_id": "car_sales/walk_away"}
    answer = await world.ask("POST", "actions", **press, action_id="new_seed")
    assert answer["ok"], answer
    await brief_of(world, 10)


async def test_a_list_hands_out_its_buyers_in_order_and_then_again_those_met_least(world: World) -> None:
    for seed in WEEK:
        await world.command("ana", "/haggle start car_sales/first_week")
        await brief_of(world, seed)
    await world.command("ana", f"/haggle start {WEEK[0]}")
    await world.command("ana", "/haggle start car_sales/first_week")

    async def seven() -> list[Json] | None:
        found = await briefs(world)
        return found if len(found) == 7 else None

    assert f"car_sales@1#{WEEK[1]} " in (await eventually(seven))[-1]["text"]


async def test_each_person_has_a_place_of_their_own_in_a_list(world: World) -> None:
    await world.command("ana", "/haggle start car_sales/first_week")
    await brief_of(world, WEEK[0])
    await world.command("ben", "/haggle start car_sales/first_week")

    async def two() -> list[Json] | None:
        found = await briefs(world)
        return found if len(found) == 2 else None

    assert all(f"car_sales@1#{WEEK[0]} " in brief["text"] for brief in await eventually(two))


async def test_a_list_that_is_not_there_is_told_with_those_that_are(world: World) -> None:
    assert "Did you mean car_sales/first_week?" in await told(world, "ana", "/haggle start car_sales/first_weak")
    assert "brings its own seeds" in await told(world, "ana", "/haggle start 58 car_sales/first_week")


async def test_the_start_form_offers_the_lists(world: World) -> None:
    await open_home(world)
    await world.ask("POST", "actions", **{"as": "ana"}, container={"home": True}, action_id="open_start")
    view = (await world.ask("GET", "modals?as=ana"))["views"][-1]
    assert "First week" in str(view)
    filled = {"pack": {"pack": "car_sales/first_week"}, "seed": {"seed": "58"}}
    answer = await world.ask("POST", "modals/submit", **{"as": "ana"}, view_id=view["id"], values=filled)
    assert "brings its own seeds" in answer["errors"]["seed"]
    filled["seed"]["seed"] = ""
    await world.ask("POST", "modals/submit", **{"as": "ana"}, view_id=view["id"], values=filled)
    await brief_of(world, WEEK[0], "dm")


async def test_a_newcomers_home_offers_a_first_buyer(world: World) -> None:
    assert "First week" in await open_home(world)
    await world.ask("POST", "actions", **{"as": "ana"}, container={"home": True}, action_id="new_seed")
    await brief_of(world, WEEK[0], "dm")


async def open_home(world: World) -> str:
    """Ana's Home, once it is there."""
    await world.ask("POST", "home/open", **{"as": "ana"})

    async def home() -> str | None:
        view = (await world.ask("GET", "home?as=ana"))["view"]
        return str(view) if view else None

    return await eventually(home)


async def test_a_share_code_in_the_form_brings_its_own_pack(world: World) -> None:
    await open_home(world)
    await world.ask("POST", "actions", **{"as": "ana"}, container={"home": True}, action_id="open_start")
    view = (await world.ask("GET", "modals?as=ana"))["views"][-1]
    filled = {"pack": {"pack": "car_sales"}, "seed": {"seed": "nope@1#3"}}
    answer = await world.ask("POST", "modals/submit", **{"as": "ana"}, view_id=view["id"], values=filled)
    assert "There is no pack nope" in answer["errors"]["seed"]
    filled["seed"]["seed"] = "saas_renewal@1#3"
    answer = await world.ask("POST", "modals/submit", **{"as": "ana"}, view_id=view["id"], values=filled)
    assert answer["outcome"] == "closed"
