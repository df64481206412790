"""Admins make managers: `/haggle managers`, and what a role lets somebody do at the moment they try."""

from tests.bot.world import World, eventually, ids_of


async def told(world: World, who: str, text: str) -> str:
    """What the person is told for the command."""
    return str((await world.command(who, text))["response"]["text"])


async def role_of(world: World, handle: str) -> str:
    """Whether managers' commands answer the person now."""
    return "rep" if "Only managers" in await told(world, handle, "/haggle usage") else "manager"


async def test_an_admin_makes_a_manager_and_takes_it_back(world: World) -> None:
    ben, mei = ids_of(world.sandbox, ("ben", "mei"))
    listed = await told(world, "ana", "/haggle managers")
    assert f"Admins: <@{mei}>." in listed
    assert "Nobody else was made a manager yet." in listed
    assert await role_of(world, "ben") == "rep"
    assert f"<@{ben}> is a manager from now on" in await told(world, "mei", f"/haggle managers add <@{ben}>")
    assert await role_of(world, "ben") == "manager"
    assert f"• <@{ben}>, made one by <@{mei}>" in await told(world, "ben", "/haggle managers")
    assert "manager already" in await told(world, "mei", f"/haggle managers add <@{ben}|ben>")
    assert "is no manager any more" in await told(world, "mei", f"/haggle managers remove <@{ben}>")
    assert await role_of(world, "ben") == "rep"
    assert "That person is no manager." in await told(world, "mei", f"/haggle managers remove <@{ben}>")


async def test_only_admins_make_managers_and_anybody_may_step_down(world: World) -> None:
    ana, ben = ids_of(world.sandbox, ("ana", "ben"))
    await told(world, "mei", f"/haggle managers add <@{ben}>")
    for who in ("ana", "ben"):
        assert "Only admins can do that" in await told(world, who, f"/haggle managers add <@{ana}>")
    assert "Only admins can do that" in await told(world, "ana", f"/haggle managers remove <@{ben}>")
    assert "is no manager any more" in await told(world, "ben", f"/haggle managers remove <@{ben}>")


async def test_who_cannot_be_a_manager_is_said(world: World) -> None:
    bot, mei, olu = ids_of(world.sandbox, ("haggle", "mei", "olu"))
    await world.ask("PATCH", "people", **{"as": "olu"}, is_deactivated=True)
    for who, why in (
        (f"<@{bot}>", "is an app"),
        (f"<@{mei}>", "is a manager already"),
        (f"<@{olu}>", "has been deactivated"),
        ("<@U0NOBODY00>", "I don't know that person"),
        ("@nobody", "Admins add `/haggle managers add @someone`"),
        ("", "Admins add `/haggle managers add @someone`"),
    ):
        assert why in await told(world, "mei", f"/haggle managers add {who}")
    assert "Admins are managers as long as" in await told(world, "mei", f"/haggle managers remove <@{mei}>")


async def test_who_loses_or_gets_the_workspaces_admin_role_does_so_here_at_once(world: World) -> None:
    assert await role_of(world, "mei") == "manager"
    await world.ask("PATCH", "people", **{"as": "mei"}, is_admin=False)

    async def lost() -> bool | None:
        return await role_of(world, "mei") == "rep" or None

    assert await eventually(lost)
    await world.ask("PATCH", "people", **{"as": "olu"}, is_admin=True)

    async def got() -> bool | None:
        return await role_of_in(world, "olu", "general") == "manager" or None

    assert await eventually(got)


async def role_of_in(world: World, handle: str, channel: str) -> str:
    """The same, asked in another channel."""
    answer = await world.command(handle, "/haggle usage", channel)
    return "rep" if "Only managers" in str(answer["response"]["text"]) else "manager"
