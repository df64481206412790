"""Setting and taking back reactions."""

from dataclasses import replace

from bot.sandbox import events
from bot.sandbox.acts.showing import show
from bot.sandbox.channels import Channel
from bot.sandbox.errors import SlackError
from bot.sandbox.records import Message, Reaction
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.shapes import message_json
from bot.sandbox.subscriptions import is_sent

MOST_EMOJI = 50
MOST_OF_ONE_PERSON = 23


def react(sandbox: Sandbox, channel: Channel, message: Message, name: str, user: str) -> Message:
    """The message with the user's reaction; SlackError when it is there, or there are too many."""
    held = {each.name: each for each in message.reactions}
    users = held[name].users if name in held else ()
    if user in users:
        raise SlackError("already_reacted")
    if name not in held and len(held) >= MOST_EMOJI:
        raise SlackError("too_many_emoji")
    if sum(user in each.users for each in held.values()) >= MOST_OF_ONE_PERSON:
        raise SlackError("too_many_reactions")
    held[name] = Reaction(name, (*users, user))
    return _settle(sandbox, channel, message, tuple(held.values()), "reaction_added", name, user)


def unreact(sandbox: Sandbox, channel: Channel, message: Message, name: str, user: str) -> Message:
    """The message without the user's reaction; SlackError `no_reaction` when it is not there."""
    held = {each.name: each for each in message.reactions}
    if name not in held or user not in held[name].users:
        raise SlackError("no_reaction")
    users = tuple(each for each in held[name].users if each != user)
    held[name] = Reaction(name, users)
    left = tuple(each for each in held.values() if each.users)
    return _settle(sandbox, channel, message, left, "reaction_removed", name, user)


def _settle(
    sandbox: Sandbox,
    channel: Channel,
    message: Message,
    reactions: tuple[Reaction, ...],
    event: str,
    name: str,
    user: str,
) -> Message:
    workspace = sandbox.workspace
    after = replace(message, reactions=reactions)
    channel.history.put(after)
    show(sandbox, channel, "reaction", after, message_json(workspace, channel, after, metadata=True))
    if workspace.app_is_in(channel) and is_sent(sandbox.manifest, event):
        sandbox.send(events.reaction_moved(workspace, channel, message, event, name, user))
    return after
