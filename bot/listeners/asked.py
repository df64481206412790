"""What a slash command is answered from."""

from collections.abc import Awaitable, Callable
from typing import NamedTuple

from slack_sdk.web.async_client import AsyncWebClient

from bot.flows.directory import Directory
from bot.flows.house import House
from bot.flows.managers import Managers
from bot.listeners.workspace import Workspace
from bot.views.message import Message


class Asked(NamedTuple):
    """A command with all that answering it needs; `words` stand after its first one. `trigger` lets a form open."""

    house: House
    client: AsyncWebClient
    workspace: Workspace
    managers: Managers
    directory: Directory
    words: list[str]
    team: str
    channel: str
    user: str
    key: str
    trigger: str


Answer = Callable[[Asked], Awaitable[Message]]
