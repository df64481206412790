"""Agent sessions: what a thread says of the app at work, and what people do about it."""

from dataclasses import asdict, replace

from bot.sandbox.channels import Channel
from bot.sandbox.records import Message, Person, Session, SessionState
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.subscriptions import is_sent
from bot.sandbox.wire import Json

WORKING = "is working…"
STOPPED = "agent_session_stopped"


def session_in(sandbox: Sandbox, channel: Channel, thread_ts: str) -> Session | None:
    """The session in a thread, its status left out once its time is over."""
    session = sandbox.workspace.sessions.get(_key(channel.id, thread_ts))
    if session and session.until is not None and session.until <= sandbox.clock.now():
        return _without_status(session)
    return session


def begun(sandbox: Sandbox, channel: Channel, thread_ts: str) -> Session:
    """The session in a thread, or a new one that is not kept yet."""
    return session_in(sandbox, channel, thread_ts) or Session(channel.id, thread_ts)


def keep(sandbox: Sandbox, session: Session) -> None:
    """Puts the session in the place of what was there, and shows it in the thread."""
    workspace = sandbox.workspace
    workspace.sessions[_key(session.channel, session.thread_ts)] = session
    watch(sandbox, session)
    channel = workspace.channels[session.channel]
    to = None if channel.kind == "channel" else channel.members
    sandbox.stream.publish("thread_status", to=to, **thread_status(sandbox, session))


def watch(sandbox: Sandbox, session: Session) -> None:
    """Takes the status away when its time has come."""
    if session.until is not None:
        sandbox.clock.at(session.until, lambda: _run_out(sandbox, session))


def thread_status(sandbox: Sandbox, session: Session) -> Json:
    """A session as the page reads it; an empty `status` says that nothing is going on."""
    at_work = session.state == "processing"
    return {
        "channel": session.channel,
        "thread_ts": session.thread_ts or None,
        "status": session.status or (WORKING if at_work else ""),
        "loading_messages": list(session.loading_messages),
        "title": session.title,
        "prompts": [asdict(prompt) for prompt in session.prompts],
        "prompts_title": session.prompts_title,
        "session": session.state,
        "stoppable": at_work and is_sent(sandbox.manifest, STOPPED),
        "username": session.username,
        "icons": session.icons,
    }


def set_state(sandbox: Sandbox, channel: Channel, thread_ts: str, state: SessionState) -> None:
    """Sets how the session in a thread stands, if the app is an agent and so has sessions."""
    if sandbox.manifest.is_agent:
        keep(sandbox, replace(_without_status(begun(sandbox, channel, thread_ts)), state=state))


def note_reply(sandbox: Sandbox, channel: Channel, message: Message) -> None:
    """Takes the status away when the app answers in the thread."""
    if message.bot_id is None or message.thread_ts is None:
        return
    session = session_in(sandbox, channel, message.thread_ts)
    if session and session.status:
        keep(sandbox, _without_status(session))


def tell_stopped(sandbox: Sandbox, person: Person, session: Session, streams: list[str]) -> str:
    """The id of the event that tells the app of a press of Stop; it is the app that ends the session's work."""
    return _tell(sandbox, STOPPED, person, session, streaming_message_ts=streams)


def rename(sandbox: Sandbox, person: Person, session: Session, title: str) -> list[str]:
    """The ids of the events that tell the app of a session's new title."""
    keep(sandbox, replace(session, title=title))
    if not is_sent(sandbox.manifest, "agent_session_title_changed"):
        return []
    return [_tell(sandbox, "agent_session_title_changed", person, session, title=title)]


def _tell(sandbox: Sandbox, event: str, person: Person, session: Session, **fields: object) -> str:
    where: Json = {"type": event, "channel": session.channel, "thread_ts": session.thread_ts, "user": person.id}
    return sandbox.send({**where, **fields, "event_ts": sandbox.clock.stamp()})


def _run_out(sandbox: Sandbox, session: Session) -> None:
    if sandbox.workspace.sessions.get(_key(session.channel, session.thread_ts)) is session:
        keep(sandbox, _without_status(session))


def _without_status(session: Session) -> Session:
    """The session with nothing said of it; a status stands for work, so its end makes the session active."""
    at_rest: SessionState = "active" if session.status else session.state
    return replace(session, status="", until=None, loading_messages=(), state=at_rest)


def _key(channel_id: str, thread_ts: str) -> str:
    return f"{channel_id}/{thread_ts}"
