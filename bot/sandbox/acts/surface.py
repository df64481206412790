"""What a person has before them with elements to use: a message, a modal or the Home tab."""

from typing import NamedTuple

from bot.sandbox.acts.interaction import channel_name
from bot.sandbox.blocks.choices import Placed, find_element, initial_state
from bot.sandbox.channels import Channel
from bot.sandbox.errors import Refusal
from bot.sandbox.records import Message, Person, State, View
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.shapes import message_json, view_json
from bot.sandbox.wire import Json, objects_at, without_nothing


class SeenMessage(NamedTuple):
    """A message where it stands."""

    channel: Channel
    message: Message


Surface = SeenMessage | View


def blocks_of(surface: Surface) -> list[Json]:
    """The blocks shown there, those in a message's attachments last."""
    if isinstance(surface, View):
        return surface.blocks
    message = surface.message
    attached = [block for each in message.attachments or [] for block in objects_at(each, "blocks")]
    return [*(message.blocks or []), *attached]


def element_on(surface: Surface, action_id: str, block_id: str | None) -> Placed:
    """The element with this action id, in the named block if one is named; Refusal when it does not stand there."""
    placed = find_element(blocks_of(surface), action_id, block_id)
    if placed is None:
        raise Refusal(404, "element_not_found", f"There is no element {action_id} here.")
    return placed


def state_on(person: Person, surface: Surface) -> State:
    """What the person has chosen there so far."""
    if isinstance(surface, View):
        return surface.state
    held = surface.channel.history.states.get(_key(person, surface))
    return held or initial_state(blocks_of(surface))


def keep_state(person: Person, surface: Surface, state: State) -> None:
    """Puts what the person has chosen in the place of what they chose before."""
    if isinstance(surface, View):
        surface.state = state
    else:
        surface.channel.history.states[_key(person, surface)] = state


def _key(person: Person, surface: SeenMessage) -> str:
    return f"{person.id}/{surface.message.ts}"


def place_of(sandbox: Sandbox, surface: Surface, placed: Placed) -> Json:
    """What an interaction says of where the element stands; of an ephemeral message only where it is."""
    if isinstance(surface, View):
        container: Json = {"type": "view", "view_id": surface.id}
        return {"container": container, "view": view_json(sandbox.workspace, surface)}
    channel, message = surface
    place: Json = {
        "container": _message_container(surface, placed),
        "channel": {"id": channel.id, "name": channel_name(channel)},
    }
    if message.ephemeral_for is None:
        place["message"] = message_json(sandbox.workspace, channel, message)
    return place


def _message_container(surface: SeenMessage, placed: Placed) -> Json:
    channel, message = surface
    container: Json = {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": channel.id,
        "is_ephemeral": message.ephemeral_for is not None,
        "thread_ts": message.thread_ts,
    }
    attachment = _attachment_with(message, placed)
    if attachment is not None:
        own: Json = {"attachment_id": attachment.get("id"), "is_app_unfurl": False}
        container |= {"type": "message_attachment", **own}
    return without_nothing(container)


def _attachment_with(message: Message, placed: Placed) -> Json | None:
    if any(block.get("block_id") == placed.block_id for block in message.blocks or []):
        return None
    for attachment in message.attachments or []:
        if any(block.get("block_id") == placed.block_id for block in objects_at(attachment, "blocks")):
            return attachment
    return None
