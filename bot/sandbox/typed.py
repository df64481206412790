"""What a person types, turned into the text that Slack stores and sends."""

import re
from collections.abc import Callable

from bot.sandbox.workspace import Workspace

_SPECIAL = {"channel": "<!channel>", "here": "<!here>", "everyone": "<!everyone>"}
_PARTS = re.compile(
    r"(?P<known><@(?P<id>[UW][A-Z0-9]+)>)"
    r"|(?P<link>https?://[^\s<>|]+)"
    r"|(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|@(?P<at>[\w.-]*\w)"
    r"|#(?P<channel>[\w-]+)"
    r"|(?P<entity>[&<>])"
)


def escape(text: str) -> str:
    """`text` with `&`, `<` and `>` as entities."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def stored_text(workspace: Workspace, typed: str) -> str:
    """The message text for what was typed: entities, `<@U…>`, `<#C…|name>` and links.

    An id such as `<@U…>` of somebody in the workspace is taken as a mention, for the sake of scripts.
    """
    return _replace(workspace, typed, lambda person_id, _: f"<@{person_id}>")


def command_text(workspace: Workspace, typed: str) -> str:
    """The text of a command registered with `should_escape`: as a message's, with names in the mentions."""
    return _replace(workspace, typed, lambda person_id, handle: f"<@{person_id}|{handle}>")


def _replace(workspace: Workspace, typed: str, mention: Callable[[str, str], str]) -> str:
    def part(found: re.Match[str]) -> str:
        whole = found.group()
        if found["known"]:
            person = workspace.people.get(found["id"])
            return mention(person.id, person.handle) if person else escape(whole)
        if found["link"]:
            link = whole.rstrip(".,;:!?)'\"")
            return f"<{escape(link)}>{whole[len(link) :]}"
        if found["mail"]:
            return f"<mailto:{whole}|{whole}>"
        if found["at"]:
            person = workspace.person(found["at"].lower())
            return mention(person.id, person.handle) if person else _SPECIAL.get(found["at"], whole)
        if found["channel"]:
            channel = workspace.channel_named(found["channel"])
            return f"<#{channel.id}|{channel.name}>" if channel else whole
        return escape(whole)

    return _PARTS.sub(part, typed)
