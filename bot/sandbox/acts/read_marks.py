"""Moving the mark up to which a person has read."""

from bot.sandbox.channels import Channel
from bot.sandbox.records import Person
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.unread import Unread, mark_key, unread_in


def mark_read(sandbox: Sandbox, person: Person, channel: Channel, ts: str, thread_ts: str | None) -> Unread:
    """What is unread in the channel once it, or one thread in it, counts as read up to `ts`. Marks may go back."""
    marks = sandbox.workspace.read_marks.setdefault(person.id, {})
    marks[mark_key(channel, thread_ts)] = ts
    left = unread_in(sandbox.workspace, person, channel)
    sandbox.stream.publish(
        "read", to=[person.id], user=person.id, channel=channel.id, thread_ts=thread_ts, ts=ts, **left._asdict()
    )
    return left
