"""The workspace as it is on the first morning."""

from bot.sandbox.channels import Channel
from bot.sandbox.clock import Clock
from bot.sandbox.ids import Ids
from bot.sandbox.records import AppIdentity, ChannelKind, Heading, Person
from bot.sandbox.workspace import Workspace

_PEOPLE = (
    ("ana", "Ana Ruiz", "Account executive", "America/Chicago", "2f6f5e", False),
    ("ben", "Ben Okafor", "Account executive", "Europe/London", "8a4f2a", False),
    ("mei", "Mei Tanaka", "Sales manager", "Asia/Tokyo", "4a4f8f", True),
    ("olu", "Olu Adeyemi", "Finance", "Africa/Lagos", "7a3b5d", False),
)
_CHANNELS: tuple[tuple[str, ChannelKind, str, tuple[str, ...]], ...] = (
    ("general", "channel", "Everyone is here; the app is not.", ("ana", "ben", "mei", "olu")),
    ("practice", "channel", "Practice runs.", ("ana", "ben", "mei", "haggle")),
    ("deals", "group", "A private corner for one rep and the manager.", ("ana", "mei", "haggle")),
)


def found(ids: Ids, clock: Clock, app_name: str) -> Workspace:
    """A fresh workspace with its people and channels and no message in it."""
    app = AppIdentity(ids.named("A", "app"), ids.named("B", "bot"), ids.named("U", "bot"), app_name)
    workspace = Workspace(ids.named("T", "team"), "haggle-sandbox", "Haggle sandbox", app, ids, clock)
    handles = {}
    for person in (*_people(ids), _bot(app)):
        workspace.people[person.id] = person
        handles[person.handle] = person.id
    handles["haggle"] = app.bot_user_id
    for name, kind, purpose, members in _CHANNELS:
        channel = Channel(
            id=ids.named("C", name),
            name=name,
            kind=kind,
            creator=handles["mei"],
            created=int(clock.now()),
            members=[handles[handle] for handle in members],
            purpose=Heading(purpose, handles["mei"], int(clock.now())),
            is_general=name == "general",
        )
        workspace.channels[channel.id] = channel
    return workspace


def _people(ids: Ids) -> list[Person]:
    return [
        Person(
            id=ids.named("U", handle),
            handle=handle,
            real_name=real_name,
            title=title,
            email=f"{handle}@haggle-sandbox.test",
            tz=tz,
            color=color,
            is_admin=is_admin,
        )
        for handle, real_name, title, tz, color, is_admin in _PEOPLE
    ]


def _bot(app: AppIdentity) -> Person:
    return Person(
        id=app.bot_user_id,
        handle=app.name.lower(),
        real_name=app.name,
        title="",
        email="",
        tz="America/Los_Angeles",
        color="1f3a34",
        is_bot=True,
    )
