"""A message as Slack takes it."""

from typing import Any, NamedTuple

Block = dict[str, Any]


class Message(NamedTuple):
    """`text` says the whole thing to those who see no blocks."""

    text: str
    blocks: tuple[Block, ...] = ()
