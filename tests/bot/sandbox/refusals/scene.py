"""A workspace in which every refusal can be provoked, and the words in which one is told."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from slack_sdk.errors import SlackApiError

from bot.sandbox.manifest import AgentView
from tests.bot.sandbox.place import Json, Place, manifest_with, open_place

ALL_SCOPES = (
    "channels:join",
    "channels:manage",
    "channels:write.invites",
    "chat:write",
    "files:read",
    "files:write",
    "groups:write",
    "groups:write.invites",
    "mpim:history",
    "mpim:read",
    "mpim:write",
    "pins:read",
    "pins:write",
    "reactions:read",
    "reactions:write",
    "team:read",
    "usergroups:read",
    "users:read",
    "users:read.email",
    "assistant:write",
)


@dataclass
class Scene:
    """A place with every scope, a few messages, and an archived channel; names are ids."""

    place: Place
    practice: str
    general: str
    deals: str
    dm: str
    haggle: str
    ana: str
    ben: str
    parent: str = ""
    reply: str = ""
    hers: str = ""

    async def call(self, method: str, **arguments: Any) -> Json:
        """Slack's answer to the call, be it a refusal or not."""
        try:
            answered = await self.place.client.api_call(method, json=arguments)
        except SlackApiError as refused:
            answered = refused.response
        return dict(answered.data)

    async def archived(self) -> str:
        """A channel in which the app is and that is archived."""
        made = await self.place.do("mei", "channels", name="old")
        await self.place.ask("POST", "channels/old/members", user="@Haggle")
        await self.place.ask("POST", "channels/old/archive")
        return str(made["channel"]["id"])

    def set_app_home(self, **tabs: bool) -> None:
        """Opens or closes tabs of the app's home, as its manifest would."""
        app_home = self.place.running.sandbox.manifest.features.app_home
        self._set_feature("app_home", app_home.model_copy(update=tabs))

    def become_agent(self) -> None:
        """Declares the app an agent, as its manifest would."""
        self._set_feature("agent_view", AgentView())

    def _set_feature(self, name: str, feature: object) -> None:
        sandbox = self.place.running.sandbox
        features = sandbox.manifest.features.model_copy(update={name: feature})
        sandbox.manifest = sandbox.manifest.model_copy(update={"features": features})


Provoked = Callable[[Scene], Awaitable[Json]]


def by(method: str, **arguments: Any) -> Provoked:
    """One call is enough. `$name` stands for the scene's id of that name."""

    async def provoke(scene: Scene) -> Json:
        return await scene.call(method, **{key: _filled(scene, value) for key, value in arguments.items()})

    return provoke


def _filled(scene: Scene, value: Any) -> Any:
    return getattr(scene, value[1:]) if isinstance(value, str) and value.startswith("$") else value


@asynccontextmanager
async def open_scene(folder: Path) -> AsyncIterator[Scene]:
    """A scene of its own."""
    async with open_place(manifest=manifest_with(folder, ALL_SCOPES, ("agent_session_stopped",))) as place:
        channels = {name: place.channel(name) for name in ("practice", "general", "deals")}
        people = {name: place.person(name) for name in ("haggle", "ana", "ben")}
        scene = Scene(place, **channels, dm=place.channel("dm:ana"), **people)
        scene.parent = (await scene.call("chat.postMessage", channel=scene.practice, text="An offer"))["ts"]
        told = await scene.call("chat.postMessage", channel=scene.practice, text="A reply", thread_ts=scene.parent)
        scene.reply = told["ts"]
        scene.hers = (await place.say("ana", "Good morning"))["ts"]
        yield scene
