"""Managers make seed packs and name them; they work wherever the authors' own do."""

from pathlib import Path

from storage import audit
from tests.bot.test_seed_packs import brief_of, listing, open_home
from tests.bot.test_sharing import told
from tests.bot.world import World, ids_of, open_world

MAKE = '/haggle packs make "Discovery week" car_sales 18422,1024'


async def test_a_seed_pack_that_a_manager_made_is_started_listed_and_removed(world: World) -> None:
    made = await told(world, "mei", MAKE)
    assert "*Discovery week* is a seed pack now: `18422`, `1024`." in made
    assert "car_sales/discovery_week" in made
    assert "Discovery week" in str(await listing(world, "/haggle packs car_sales"))
    assert "Discovery week" in str(await listing(world, "/haggle packs"))
    await world.command("ana", "/haggle start car_sales/discovery_week")
    await brief_of(world, 18422)
    assert "no seed pack any more" in await told(world, "mei", "/haggle packs remove car_sales/discovery_week")
    assert "has no seed pack discovery_week" in await told(world, "ana", "/haggle start car_sales/discovery_week")


async def test_the_start_form_offers_it(world: World) -> None:
    await told(world, "mei", MAKE)
    await open_home(world)
    await world.ask("POST", "actions", **{"as": "ana"}, container={"home": True}, action_id="open_start")
    view = (await world.ask("GET", "modals?as=ana"))["views"][-1]
    assert "Discovery week" in str(view)


async def test_only_managers_make_and_remove_them(world: World) -> None:
    assert "Only managers can do that" in await told(world, "ana", MAKE)
    await told(world, "mei", MAKE)
    assert "Only managers can do that" in await told(world, "ana", "/haggle packs remove car_sales/discovery_week")


async def test_what_cannot_be_made_is_told_with_what_to_write(world: World) -> None:
    await told(world, "mei", MAKE)
    for line, words in {
        MAKE: "There is a seed pack car_sales/discovery_week already.",
        '/haggle packs make "First week" car_sales 1': "There is a seed pack car_sales/first_week already.",
        "/haggle packs make Discovery car_sales 1": "the name goes in quotes",
        '/haggle packs make "Other" car_sales': "Name the seeds",
        '/haggle packs make "Other" boats 1': "There is no pack boats.",
        '/haggle packs make "Other" car_sales 1,abc': "abc is not a seed.",
        '/haggle packs make "Other" car_sales car_sales@9#1': "is from a later draw",
        '/haggle packs make "…" car_sales 1': "needs a letter",
        f'/haggle packs make "{"x" * 61}" car_sales 1': "60 characters at most",
        f'/haggle packs make "Other" car_sales {",".join(map(str, range(51)))}': "holds 50 at most",
        "/haggle packs remove car_sales/first_week": "came with the pack",
        "/haggle packs remove car_sales/nope": "There are: car_sales/discovery_week.",
        "/haggle packs remove": "takes a seed pack away",
    }.items():
        assert words in await told(world, "mei", line), line


async def test_share_codes_name_the_pack_by_themselves(world: World) -> None:
    assert "car_sales/pair" in await told(world, "mei", '/haggle packs make "Pair" car_sales@1#7 car_sales@1#8')


async def test_a_full_shelf_is_told(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        for number in range(20):
            await told(world, "mei", f'/haggle packs make "List {number}" car_sales {number}')
        assert "as many as there may be" in await told(world, "mei", '/haggle packs make "One more" car_sales 1')


async def test_it_is_written_down_who_made_what(world: World) -> None:
    await told(world, "mei", MAKE)
    await told(world, "mei", "/haggle packs remove car_sales/discovery_week")
    assert world.house
    async with world.house.database.reading() as connection:
        acts = await audit.latest(connection, world.sandbox.sandbox.workspace.team_id, 5)
    [mei] = ids_of(world.sandbox, ("mei",))
    assert [(act.who, act.act, act.about) for act in acts] == [
        (mei, "removed seed pack", "car_sales/discovery_week"),
        (mei, "made seed pack", "car_sales/discovery_week"),
    ]
