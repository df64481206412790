"""The app as an assistant beside what a person looks at: its threads, and word of what is looked at."""

from bot.sandbox.acts.messages import post
from bot.sandbox.channels import Channel
from bot.sandbox.errors import Refusal
from bot.sandbox.records import Message, Person
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.subscriptions import is_sent
from bot.sandbox.wire import Json

ROOT = "assistant_app_thread"


def begin_thread(sandbox: Sandbox, person: Person, beside: Channel | None) -> tuple[Message, list[str]]:
    """The first message of a new assistant thread, and the ids of the events that tell the app of it."""
    if sandbox.manifest.features.assistant_view is None:
        raise Refusal(409, "not_an_assistant", "The manifest has no assistant_view, so the app has no such threads.")
    workspace = sandbox.workspace
    dm = workspace.dm_of(person)
    root = Message(
        ts=workspace.next_ts(dm),
        text="New Assistant Thread",
        user=workspace.app.bot_user_id,
        bot_id=workspace.app.bot_id,
        app_id=workspace.app.app_id,
        subtype=ROOT,
    )
    sent = post(sandbox, dm, root)
    return root, sent + _tell_thread(sandbox, "assistant_thread_started", person, dm, root, beside)


def look_at(sandbox: Sandbox, person: Person, beside: Channel) -> list[str]:
    """The ids of the events that tell the app, if it is an agent, what the person now looks at."""
    features, dm = sandbox.manifest.features, sandbox.workspace.dm_of(person)
    if features.agent_view is not None:
        return _tell_context(sandbox, person, dm, beside)
    roots = [message for message in dm.history.top_level() if message.subtype == ROOT]
    if features.assistant_view is None or not roots:
        raise Refusal(409, "no_assistant_open", "The app is no agent, or the person has no assistant thread open.")
    return _tell_thread(sandbox, "assistant_thread_context_changed", person, dm, roots[-1], beside)


def _tell_thread(
    sandbox: Sandbox, event: str, person: Person, dm: Channel, root: Message, beside: Channel | None
) -> list[str]:
    if not is_sent(sandbox.manifest, event):
        return []
    team_id = sandbox.workspace.team_id
    context: Json = {"channel_id": beside.id, "team_id": team_id, "enterprise_id": None} if beside else {}
    thread: Json = {"user_id": person.id, "context": context, "channel_id": dm.id, "thread_ts": root.ts}
    return [sandbox.send({"type": event, "assistant_thread": thread, "event_ts": sandbox.clock.stamp()})]


def _tell_context(sandbox: Sandbox, person: Person, dm: Channel, beside: Channel) -> list[str]:
    if not is_sent(sandbox.manifest, "app_context_changed"):
        return []
    entity: Json = {
        "type": "slack#/types/channel_id",
        "value": beside.id,
        "team_id": sandbox.workspace.team_id,
    }
    body: Json = {"type": "app_context_changed", "user": person.id, "channel": dm.id, "context": {"entities": [entity]}}
    return [sandbox.send({**body, "event_ts": sandbox.clock.stamp()})]
