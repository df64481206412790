"""Refusals of agents.sessions.* and assistant.threads.*."""

from typing import Any

from tests.bot.sandbox.place import Json
from tests.bot.sandbox.refusals.scene import Provoked, Scene, by

_SESSION, _STATUS = "agents.sessions.setStatus", "assistant.threads.setStatus"
_TITLE, _PROMPTS = "assistant.threads.setTitle", "assistant.threads.setSuggestedPrompts"
_PROMPT = {"title": "Begin", "message": "Let us begin"}


def _as_agent(method: str, **arguments: Any) -> Provoked:
    async def provoke(scene: Scene) -> Json:
        scene.become_agent()
        return await by(method, **arguments)(scene)

    return provoke


REFUSALS: dict[tuple[str, str], Provoked] = {
    (_SESSION, "channel_not_found"): _as_agent(_SESSION, channel_id="C0NOWHERE", status="active"),
    (_SESSION, "feature_disabled"): by(_SESSION, channel_id="$practice", thread_ts="$parent", status="active"),
    (_SESSION, "invalid_status"): _as_agent(_SESSION, channel_id="$practice", thread_ts="$parent", status="tired"),
    (_SESSION, "not_authorized"): _as_agent(_SESSION, channel_id="$general", thread_ts="1.0", status="active"),
    (_SESSION, "thread_ts_required"): _as_agent(_SESSION, channel_id="$practice", status="active"),
    (_SESSION, "user_not_found"): _as_agent(
        _SESSION, channel_id="$practice", thread_ts="$parent", status="active", initiator_user_id="U0NOBODY"
    ),
    (_STATUS, "channel_not_found"): by(_STATUS, channel_id="C0NOWHERE", thread_ts="1.0", status="is thinking"),
    (_STATUS, "invalid_thread_ts"): by(_STATUS, channel_id="$practice", thread_ts="1.0", status="is thinking"),
    (_STATUS, "reserved_username"): by(
        _STATUS, channel_id="$practice", thread_ts="$parent", status="is thinking", username="Slackbot"
    ),
    (_TITLE, "channel_not_found"): by(_TITLE, channel_id="C0NOWHERE", thread_ts="1.0", title="Terms"),
    (_TITLE, "invalid_thread_ts"): by(_TITLE, channel_id="$practice", thread_ts="1.0", title="Terms"),
    (_PROMPTS, "channel_not_found"): _as_agent(_PROMPTS, channel_id="C0NOWHERE", prompts=[_PROMPT]),
    (_PROMPTS, "invalid_thread_ts"): _as_agent(_PROMPTS, channel_id="$dm", thread_ts="1.0", prompts=[_PROMPT]),
    (_PROMPTS, "not_agent_app"): by(_PROMPTS, channel_id="$dm", prompts=[_PROMPT]),
}
