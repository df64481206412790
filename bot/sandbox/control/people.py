"""New people, changed profiles, user groups, and the app's coming and going."""

from dataclasses import replace
from typing import Annotated

from aiohttp import web
from pydantic import StringConstraints

from bot.sandbox.acts import installation, people, usergroups
from bot.sandbox.control.request import SANDBOX, Order, PersonalOrder, anybody, done, person_of, read
from bot.sandbox.errors import Refusal
from bot.sandbox.records import Person
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.shapes import user_json, usergroup_json

Handle = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9._-]{0,20}$")]
Zone = Annotated[str, StringConstraints(pattern=r"^[A-Z]\w+(/[\w+-]+)*$")]
_COLOR = "5b5f73"


class NewPerson(Order):
    """Somebody who joins the workspace."""

    name: Handle
    real_name: str
    title: str = ""
    tz: Zone = "Europe/London"


class Profile(PersonalOrder):
    """What changes about a person."""

    real_name: str | None = None
    title: str | None = None
    tz: Zone | None = None
    is_admin: bool | None = None
    is_deactivated: bool | None = None
    status_text: str | None = None
    status_emoji: str | None = None


class NewUserGroup(PersonalOrder):
    """A user group to make; `users` are handles or ids."""

    handle: Handle
    name: str
    users: list[str]


class ChangedUserGroup(Order):
    """What changes about a user group."""

    name: str | None = None
    users: list[str] | None = None


async def add_person(request: web.Request) -> web.Response:
    """Brings somebody new into the workspace."""
    sandbox, order = request.app[SANDBOX], await read(request, NewPerson)
    _check_free(sandbox, order.name)
    person = Person(
        id=sandbox.ids.fresh("U"),
        handle=order.name,
        real_name=order.real_name,
        title=order.title,
        email=f"{order.name}@{sandbox.workspace.domain}.test",
        tz=order.tz,
        color=_COLOR,
        updated=int(sandbox.clock.now()),
    )
    return done(delivered=people.welcome(sandbox, person), user=user_json(sandbox.workspace, person))


async def change_profile(request: web.Request) -> web.Response:
    """Changes what stands in a person's profile, what they may do, and whether their account is in use."""
    sandbox, order = request.app[SANDBOX], await read(request, Profile)
    person = anybody(sandbox, order.as_)
    given = order.model_dump(exclude={"as_"}, exclude_none=True)
    sent = people.change(sandbox, person, replace(person, **given))
    return done(delivered=sent, user=user_json(sandbox.workspace, sandbox.workspace.people[person.id]))


async def add_usergroup(request: web.Request) -> web.Response:
    """Makes a user group."""
    sandbox, order = request.app[SANDBOX], await read(request, NewUserGroup)
    person = person_of(sandbox, order.as_)
    _check_free(sandbox, order.handle)
    group = usergroups.create(sandbox, person, order.handle, order.name, _ids(sandbox, order.users))
    return done(usergroup=usergroup_json(sandbox.workspace, group))


async def change_usergroup(request: web.Request) -> web.Response:
    """Changes the name or the members of a user group."""
    sandbox, order = request.app[SANDBOX], await read(request, ChangedUserGroup)
    group = sandbox.workspace.usergroup(request.match_info["usergroup"])
    if group is None:
        raise Refusal(404, "usergroup_not_found", f"There is no user group {request.match_info['usergroup']!r}.")
    users = group.users if order.users is None else _ids(sandbox, order.users)
    changed = usergroups.change(sandbox, group, order.name or group.name, users)
    return done(usergroup=usergroup_json(sandbox.workspace, changed))


async def uninstall(request: web.Request) -> web.Response:
    """Takes the app out of the workspace."""
    sandbox = request.app[SANDBOX]
    await read(request, Order)
    if not sandbox.workspace.is_installed:
        raise Refusal(409, "not_installed", "The app is not in the workspace; POST /sandbox/install puts it back.")
    return done(delivered=installation.uninstall(sandbox))


async def install(request: web.Request) -> web.Response:
    """Puts the app back into the workspace."""
    sandbox = request.app[SANDBOX]
    await read(request, Order)
    installation.install(sandbox)
    return done()


def _ids(sandbox: Sandbox, refs: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(person_of(sandbox, ref.removeprefix("@")).id for ref in refs))


def _check_free(sandbox: Sandbox, handle: str) -> None:
    if sandbox.workspace.person(handle) or sandbox.workspace.usergroup(handle):
        raise Refusal(409, "name_taken", f"There is already somebody called @{handle}.")


ROUTES = [
    web.post("/sandbox/people", add_person),
    web.patch("/sandbox/people", change_profile),
    web.post("/sandbox/usergroups", add_usergroup),
    web.patch("/sandbox/usergroups/{usergroup}", change_usergroup),
    web.post("/sandbox/uninstall", uninstall),
    web.post("/sandbox/install", install),
]
