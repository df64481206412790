"""agents.sessions.* and assistant.threads.*: what a thread says of the app's work, its title and its prompts."""

from dataclasses import replace

from bot.sandbox.acts.sessions import STOPPED, begun, keep, session_in
from bot.sandbox.channels import Channel
from bot.sandbox.errors import SlackError
from bot.sandbox.records import Prompt, Session, SessionState
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.subscriptions import is_sent
from bot.sandbox.webapi.call import Call, Kind, wrong_argument
from bot.sandbox.webapi.content import GUISE
from bot.sandbox.webapi.found import visible_channel
from bot.sandbox.webapi.method import Method, Tier, missing_scope, texts
from bot.sandbox.wire import Json, as_object, as_texts, text_at

STATES: dict[str, SessionState] = {
    "active": "active",
    "processing": "processing",
    "suspended": "suspended",
    "closed": "closed",
}
MOST_PROMPTS = 4
MOST_LOADING_MESSAGES = 10
MOST_IN_LOADING_MESSAGE = 50
MOST_TITLE = 200
_RESERVED = frozenset({"slackbot", "slack", "channel", "everyone", "here", "group", "me"})
_NO_STOP_EVENT = "missing_agent_session_stopped_event_subscription"


def _set_session_status(sandbox: Sandbox, call: Call) -> Json:
    if not sandbox.manifest.is_agent:
        raise SlackError("feature_disabled")
    channel = visible_channel(sandbox, call, "channel_id")
    if not sandbox.workspace.app_is_in(channel):
        raise SlackError("not_authorized")
    state = STATES.get(call.text("status"))
    if state is None:
        raise SlackError("invalid_status")
    if not call.text("thread_ts"):
        raise SlackError("thread_ts_required")
    if not _is_thread(channel, call.text("thread_ts")):
        raise wrong_argument("thread_ts", "no message to reply to")
    session = session_in(sandbox, channel, call.text("thread_ts")) or _new(sandbox, call, channel)
    session = replace(_dressed(sandbox, call, session), state=state, status="", until=None, loading_messages=())
    keep(sandbox, session)
    return {"status": state, "agent_status": state, "title": session.title, **_warning(sandbox, state)}


def _new(sandbox: Sandbox, call: Call, channel: Channel) -> Session:
    initiator = call.text("initiator_user_id")
    if initiator and initiator not in channel.members:
        raise SlackError("user_not_found")
    title = _short(call, "title")
    return Session(channel.id, call.text("thread_ts"), title=title, initiator=initiator or None)


def _warning(sandbox: Sandbox, state: SessionState) -> Json:
    if state != "processing" or is_sent(sandbox.manifest, STOPPED):
        return {}
    return {"warning": _NO_STOP_EVENT, "response_metadata": {"warnings": [_NO_STOP_EVENT]}}


def _dressed(sandbox: Sandbox, call: Call, session: Session) -> Session:
    """The session under the call's name and icon; null takes what was set before away."""
    given = [key for key in GUISE if key in call.arguments]
    if any(call.text(key) for key in given) and "chat:write.customize" not in sandbox.manifest.scopes:
        raise missing_scope(sandbox, "chat:write.customize")
    if "username" in given:
        session = replace(session, username=_short(call, "username") or None)
    if "icon_emoji" in given or "icon_url" in given:
        emoji, url = call.text("icon_emoji"), call.text("icon_url")
        icons: Json | None = {"emoji": emoji} if emoji else {"image_48": url} if url else None
        session = replace(session, icons=icons)
    return session


def _set_thread_status(sandbox: Sandbox, call: Call) -> Json:
    channel = _assistant_channel(sandbox, call)
    if call.text("username").strip().lower() in _RESERVED:
        raise SlackError("reserved_username")
    loading = _loading_messages(call)
    session = _dressed(sandbox, call, begun(sandbox, channel, call.text("thread_ts")))
    status = call.text("status")
    until = sandbox.clock.now() + sandbox.timing.thread_status if status else None
    state: SessionState = "processing" if status else "active"
    keep(sandbox, replace(session, status=status, until=until, loading_messages=loading, state=state))
    return {}


def _loading_messages(call: Call) -> tuple[str, ...]:
    given = call.json("loading_messages", "invalid_arguments")
    if given is None:
        return ()
    messages = as_texts(given)
    if messages != given or not 1 <= len(messages) <= MOST_LOADING_MESSAGES:
        raise wrong_argument("loading_messages", f"must hold 1 to {MOST_LOADING_MESSAGES} strings")
    if not all(1 <= len(each) <= MOST_IN_LOADING_MESSAGE for each in messages):
        raise wrong_argument("loading_messages", f"each must have 1 to {MOST_IN_LOADING_MESSAGE} characters")
    return tuple(messages)


def _set_title(sandbox: Sandbox, call: Call) -> Json:
    channel = _assistant_channel(sandbox, call)
    keep(sandbox, replace(begun(sandbox, channel, call.text("thread_ts")), title=call.text("title")))
    return {}


def _set_prompts(sandbox: Sandbox, call: Call) -> Json:
    if not sandbox.manifest.is_agent:
        raise SlackError("not_agent_app")
    channel = _assistant_channel(sandbox, call)
    session = begun(sandbox, channel, call.text("thread_ts"))
    keep(sandbox, replace(session, prompts=_prompts(call), prompts_title=call.text("title")))
    return {}


def _prompts(call: Call) -> tuple[Prompt, ...]:
    given = call.json("prompts", "invalid_arguments")
    held = [as_object(each) for each in given] if isinstance(given, list) else []
    if not 1 <= len(held) <= MOST_PROMPTS:
        raise wrong_argument("prompts", f"must hold 1 to {MOST_PROMPTS} prompts")
    prompts = tuple(Prompt(text_at(each, "title"), text_at(each, "message")) for each in held)
    if not all(prompt.title and prompt.message for prompt in prompts):
        raise wrong_argument("prompts", "each must have a title and a message")
    return prompts


def _assistant_channel(sandbox: Sandbox, call: Call) -> Channel:
    """The conversation that the app is in, holding the thread if one is named."""
    channel = visible_channel(sandbox, call, "channel_id")
    if not sandbox.workspace.app_is_in(channel):
        raise SlackError("channel_not_found")
    if call.text("thread_ts") and not _is_thread(channel, call.text("thread_ts")):
        raise SlackError("invalid_thread_ts")
    return channel


def _is_thread(channel: Channel, ts: str) -> bool:
    parent = channel.history.find(ts)
    return parent is not None and parent.thread_ts is None


def _short(call: Call, key: str) -> str:
    if len(call.text(key)) > MOST_TITLE:
        raise wrong_argument(key, f"must be no more than {MOST_TITLE} characters")
    return call.text(key)


METHODS = {
    "agents.sessions.setStatus": Method(
        _set_session_status,
        Tier.THREE,
        {**GUISE, **texts("channel_id", "initiator_user_id", "status", "thread_ts", "title")},
        required=("channel_id", "status"),
        scopes=("chat:write",),
        refuses=(
            "channel_not_found",
            "feature_disabled",
            "invalid_status",
            "not_authorized",
            "thread_ts_required",
            "user_not_found",
        ),
        omits=("internal_error", "thread_ts_not_allowed"),
    ),
    "assistant.threads.setStatus": Method(
        _set_thread_status,
        Tier.MANY,
        {**GUISE, **texts("channel_id", "status", "thread_ts"), "loading_messages": Kind.ARRAY},
        required=("channel_id", "thread_ts"),
        scopes=("chat:write",),
        refuses=("channel_not_found", "invalid_thread_ts", "reserved_username"),
    ),
    "assistant.threads.setTitle": Method(
        _set_title,
        Tier.FOUR,
        texts("channel_id", "thread_ts", "title"),
        required=("channel_id", "thread_ts", "title"),
        scopes=("assistant:write",),
        refuses=("channel_not_found", "invalid_thread_ts"),
    ),
    "assistant.threads.setSuggestedPrompts": Method(
        _set_prompts,
        Tier.FOUR,
        {**texts("channel_id", "thread_ts", "title"), "prompts": Kind.ARRAY},
        required=("channel_id", "prompts"),
        scopes=("assistant:write",),
        refuses=("channel_not_found", "invalid_thread_ts", "not_agent_app"),
        omits=("message_not_found",),
    ),
}
