"""Everything that stands in the workspace at a moment."""

from dataclasses import dataclass, field

from bot.sandbox.channels import Channel
from bot.sandbox.clock import Clock
from bot.sandbox.ids import Ids
from bot.sandbox.records import AppIdentity, ChannelKind, File, Person, ScheduledMessage, Session, UserGroup, View
from bot.sandbox.wire import Json

SLACKBOT = "USLACKBOT"
MESSAGE_EVENTS: dict[ChannelKind, str] = {
    "channel": "message.channels",
    "group": "message.groups",
    "im": "message.im",
    "mpim": "message.mpim",
}


@dataclass(slots=True, repr=False)
class Workspace:
    """One team: its people, channels, open modals and Home tabs.

    Every field but `ids`, `clock` and `url` is in a snapshot.
    """

    team_id: str
    domain: str
    name: str
    app: AppIdentity
    ids: Ids = field(repr=False, compare=False)
    clock: Clock = field(repr=False, compare=False)
    people: dict[str, Person] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    modals: dict[str, list[View]] = field(default_factory=dict)
    homes: dict[str, View] = field(default_factory=dict)
    scheduled: dict[str, ScheduledMessage] = field(default_factory=dict)
    usergroups: dict[str, UserGroup] = field(default_factory=dict)
    is_installed: bool = True
    """Whether the app is in the workspace; its tokens are good no more when it is not."""
    offers: dict[str, list[Json]] = field(default_factory=dict)
    """Options that the app offered last, by person, surface, block and element."""
    read_marks: dict[str, dict[str, str]] = field(default_factory=dict)
    """For each person, the timestamp up to which they read a channel, or a thread (`<channel>/<ts>`)."""
    files: dict[str, File] = field(default_factory=dict)
    sessions: dict[str, Session] = field(default_factory=dict)
    """Agent sessions by `<channel>/<ts of the thread>`."""
    url: str = field(default="", repr=False, compare=False)
    """Where the workspace is served, without a slash at the end."""

    def person(self, ref: str) -> Person | None:
        """The person with this id or handle."""
        found = self.people.get(ref)
        return found or next((each for each in self.people.values() if each.handle == ref), None)

    def channel_named(self, name: str) -> Channel | None:
        """The channel or group called `name`, with or without its hash."""
        bare = name.removeprefix("#")
        channels = (each for each in self.channels.values() if each.kind in ("channel", "group"))
        return next((each for each in channels if each.name == bare), None)

    def has_dm(self, person: Person) -> bool:
        """Whether the person's messages with the app were ever opened."""
        return self.ids.named("D", person.id) in self.channels

    def dm_of(self, person: Person) -> Channel:
        """The person's messages with the app, opened at first use."""
        channel_id = self.ids.named("D", person.id)
        if channel_id not in self.channels:
            self.channels[channel_id] = Channel(
                id=channel_id,
                name=person.handle,
                kind="im",
                creator=person.id,
                created=int(self.clock.now()),
                members=[person.id, self.app.bot_user_id],
                user=person.id,
            )
        return self.channels[channel_id]

    def usergroup(self, ref: str) -> UserGroup | None:
        """The user group with this id or handle."""
        found = self.usergroups.get(ref)
        return found or next((each for each in self.usergroups.values() if each.handle == ref), None)

    def app_is_in(self, channel: Channel) -> bool:
        """Whether the app's bot user is a member."""
        return self.is_installed and self.app.bot_user_id in channel.members

    def may_see(self, person: Person, channel: Channel) -> bool:
        """Whether the person can open the channel: public ones, and those they are in."""
        return channel.kind == "channel" or person.id in channel.members

    def next_ts(self, channel: Channel) -> str:
        """A timestamp that no message of the channel has had."""
        channel.history.last_ts = self.clock.stamp(after=channel.history.last_ts)
        return channel.history.last_ts

    def view(self, view_id: str) -> View | None:
        """The open modal or the Home tab with this id."""
        for stack in self.modals.values():
            for view in stack:
                if view.id == view_id:
                    return view
        return next((home for home in self.homes.values() if home.id == view_id), None)

    def view_by_external_id(self, external_id: str) -> View | None:
        """The view that the app gave this id of its own."""
        views = [*(view for stack in self.modals.values() for view in stack), *self.homes.values()]
        return next((view for view in views if external_id and view.body.get("external_id") == external_id), None)
