"""What a person types, turned into the text and the rich text that Slack stores and sends."""

from typing import NamedTuple

from bot.sandbox.wire import Json
from bot.sandbox.workspace import Workspace
from bot.sandbox.writing.inline import read_line, text_of
from bot.sandbox.writing.lines import compose


class Written(NamedTuple):
    """The text and the blocks of what a person wrote."""

    text: str
    blocks: list[Json]


def written(workspace: Workspace, typed: str) -> Written:
    """The message for what was typed: entities, mentions, links and styles, in text and in one rich text block."""
    composed = compose(workspace, typed)
    block: Json = {"type": "rich_text", "block_id": workspace.ids.fresh("")[:5], "elements": composed.elements}
    return Written(composed.text, [block])


def command_text(workspace: Workspace, typed: str) -> str:
    """The text of a command registered with `should_escape`: mentions and links are found, with names in mentions."""
    handles = {person.id: person.handle for person in workspace.people.values()}
    return text_of(read_line(workspace, typed), handles=handles)
