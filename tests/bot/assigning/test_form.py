"""The form: filled in as is usual, checked field by field, confirmed on top of itself; new, for an edit, for a copy."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from storage import audit
from tests.bot.assigning.test_card import LINE, answer, assigned, once_assigned, planned, press, shown, team_of
from tests.bot.world import Json, World, eventually, ids_of

Values = dict[str, dict[str, Any]]


async def top(world: World, who: str = "mei") -> Json:
    """The form that the person has before them."""

    async def there() -> Json | None:
        views = (await world.ask("GET", f"modals?as={who}"))["views"]
        return views[-1] if views else None

    return await eventually(there)


async def send(world: World, view: Json, who: str = "mei", **values: Any) -> Json:
    """What comes of the form with these fields filled in."""
    filled = {f"assign_{name}": {f"assign_{name}": value} for name, value in values.items()}
    return await world.ask("POST", "modals/submit", **{"as": who}, view_id=view["id"], values=filled)


def said(view: Json, field: str) -> Any:
    """What the form holds in a field."""
    element = view["state"]["values"][f"assign_{field}"][f"assign_{field}"]
    return next((value for key, value in element.items() if key != "type"), None)


def days_on(world: World, days: int) -> str:
    """A day so many days on, as a date."""
    return f"{world.clock() + timedelta(days=days):%Y-%m-%d}"


async def confirmed(world: World, who: str = "mei") -> Json:
    """Sends the form on top, in which the manager confirms."""
    return await send(world, await top(world, who), who)


async def test_the_form_assigns_once_it_is_confirmed(world: World) -> None:
    await answer(world, "/haggle assign")
    ana, ben = ids_of(world.sandbox, ("ana", "ben"))
    view = await top(world)
    assert "Assign practice" in str(view["title"])
    sent = await send(world, view, people=[ana, ben], seeds="18422, 1024", title="Discovery week", attempts="3")
    assert not sent.get("errors"), sent
    card = await top(world)
    assert "Assign “Discovery week”?" in str(card)
    assert "2 people: ana, ben" in str(card)
    assert await assigned(world) == ()
    await confirmed(world)
    made = await once_assigned(world)
    assert (made.title, made.seeds, made.attempts, made.pass_mark) == ("Discovery week", (18422, 1024), 3, 70)
    assert made.whom.people == (ana, ben)
    assert (await world.ask("GET", "modals?as=mei"))["views"] == []


async def test_home_opens_the_form_and_a_message_says_what_came_of_it(world: World) -> None:
    await world.ask("POST", "home/open", **{"as": "mei"})

    async def offered() -> bool | None:
        return True if "open_assign" in str((await world.ask("GET", "home?as=mei"))["view"]) else None

    await eventually(offered)
    await world.ask("POST", "actions", **{"as": "mei"}, container={"home": True}, action_id="open_assign")
    await send(world, await top(world), people=list(ids_of(world.sandbox, ("ana",))), seeds="7")
    await confirmed(world)

    async def told() -> bool | None:
        return True if "is assigned to 1 person" in str(await world.messages("mei", "dm")) else None

    await eventually(told)


async def test_everything_wrong_stands_under_its_field(world: World) -> None:
    await answer(world, "/haggle assign")
    view = await top(world)
    sent = await send(world, view, seeds="18422,abc", due=days_on(world, -3), until=days_on(world, 30))
    errors = sent["errors"]
    assert errors["assign_people"] == "Choose people, a user group or a channel."
    assert "abc is not a seed" in errors["assign_seeds"]
    assert "is over" in errors["assign_due"]
    assert "repeat weekly" in errors["assign_until"]
    assert set(errors) == {"assign_people", "assign_seeds", "assign_due", "assign_until"}


async def test_a_seed_pack_brings_its_buyers_and_groups_their_people(world: World) -> None:
    made = await world.ask("POST", "usergroups", **{"as": "mei"}, handle="closers", name="Closers", users=["ana"])
    await answer(world, "/haggle assign")
    view = await top(world)
    await send(world, view, groups=[made["usergroup"]["id"]], pack="car_sales/first_week")
    assert "5 of car_sales/first_week" in str(await top(world))
    await confirmed(world)
    assigned_now = await once_assigned(world)
    assert assigned_now.title == "First week"
    assert len(assigned_now.seeds) == 5


async def test_change_opens_the_card_in_the_form_and_the_card_is_replaced(world: World) -> None:
    card = await answer(world)
    await press(world, "change_order", card)
    view = await top(world)
    assert said(view, "title") == "Discovery week"
    assert said(view, "seeds") == "18422, 1024"
    assert said(view, "pass") == "75"
    assert set(said(view, "people")) == set(ids_of(world.sandbox, ("ana", "ben")))
    await send(world, view, title="Other week", seeds="draw 2")
    await press(world, "assign_order", card)
    assert "out of date" in await shown(world, "out of date")
    await confirmed(world)
    made = await once_assigned(world)
    assert (made.title, made.drawn) == ("Other week", 2)
    assert "*Other week* is assigned" in await shown(world, "is assigned")
    assert len(await assigned(world)) == 1


async def test_before_it_begins_all_of_an_assignment_can_be_changed(world: World) -> None:
    await press(world, "assign_order", await answer(world))
    before = await once_assigned(world)
    await answer(world, "/haggle assign edit Discovery week")
    view = await top(world)
    [ana] = ids_of(world.sandbox, ("ana",))
    await send(world, view, people=[ana], seeds="7", title="Short week", due=days_on(world, 6), due_time="12:00")
    assert "Save the changes to “Short week”?" in str(await top(world))
    await confirmed(world)

    async def changed() -> bool | None:
        return True if (await once_assigned(world)).revision else None

    await eventually(changed)
    after = await once_assigned(world)
    (window,), people = await planned(world, before.id)
    assert (after.title, after.seeds, window.seeds, after.id) == ("Short week", (7,), (7,), before.id)
    assert [each.person for each in people] == [ana]
    assert f"{after.due_on:%Y-%m-%d %H:%M}" == f"{days_on(world, 6)} 12:00"
    assert world.house
    async with world.house.database.reading() as connection:
        [act, _] = await audit.latest(connection, team_of(world), 5)
    assert (act.act, act.about) == ("edited", before.id)


async def test_what_is_under_way_keeps_its_buyers_its_start_and_its_people(world: World) -> None:
    await press(world, "assign_order", await answer(world, "/haggle assign @ana 7 start now due in 3 days"))
    before = await once_assigned(world)
    await answer(world, "/haggle assign edit")
    view = await top(world)
    assert "its buyers, its mode and its start stay as they are" in str(view)
    assert "assign_seeds" not in view["state"]["values"]
    assert "assign_start" not in view["state"]["values"]
    ana, ben = ids_of(world.sandbox, ("ana", "ben"))
    await send(world, view, people=[ben], due=days_on(world, 9), **{"pass": "80"})
    await confirmed(world)

    async def changed() -> bool | None:
        return True if (await once_assigned(world)).revision else None

    await eventually(changed)
    after = await once_assigned(world)
    (window,), people = await planned(world, before.id)
    assert (after.pass_mark, after.seeds, after.starts_on) == (80, (7,), before.starts_on)
    assert {each.person for each in people} == {ana, ben}
    assert f"{window.due_on:%Y-%m-%d}" == days_on(world, 9)


async def test_a_card_that_stands_shows_what_was_changed(world: World) -> None:
    await press(world, "assign_order", await answer(world, '/haggle assign @ana 7 "Old title" start now due in 3 days'))
    await world.ask("POST", "messages_tab/open", **{"as": "ana"})

    async def shows(words: str) -> None:
        async def there() -> bool | None:
            return True if words in str(await world.messages("ana", "dm")) else None

        await eventually(there, 30)

    await shows("Old title")
    await answer(world, "/haggle assign edit Old title")
    await send(world, await top(world), title="New title", **{"pass": "85"})
    await confirmed(world)
    await shows("New title")


async def test_a_copy_is_another_assignment_with_new_times(world: World) -> None:
    await press(world, "assign_order", await answer(world))
    first = await once_assigned(world)
    world.clock.skew += timedelta(days=10)
    await answer(world, "/haggle assign copy Discovery week")
    view = await top(world)
    assert said(view, "seeds") == "18422, 1024"
    sent = await send(world, view)
    assert not sent.get("errors"), sent
    await confirmed(world)

    async def two() -> bool | None:
        return True if len(await assigned(world)) == 2 else None

    await eventually(two)
    second = (await assigned(world))[0]
    assert (second.seeds, second.whom, second.pass_mark) == (first.seeds, first.whom, 75)
    assert second.starts_on > first.due_on


async def test_who_is_no_manager_any_more_cannot_send_the_form(world: World) -> None:
    await answer(world, "/haggle assign")
    view = await top(world)
    people = world.sandbox.sandbox.workspace.people
    [mei, ana] = ids_of(world.sandbox, ("mei", "ana"))
    people[mei] = replace(people[mei], is_admin=False)
    world.clock.skew += timedelta(hours=1)
    await send(world, view, people=[ana], seeds="7")
    assert "Only managers can do that" in str(await top(world))
    assert await assigned(world) == ()


async def test_an_assignment_that_is_not_there_is_told_with_those_that_are(world: World) -> None:
    assert "There is no such assignment under way." in str(await answer(world, "/haggle assign edit Nothing"))
    await press(world, "assign_order", await answer(world, LINE))
    await once_assigned(world)
    assert "There are: “Discovery week”." in str(await answer(world, "/haggle assign copy Nothing"))
