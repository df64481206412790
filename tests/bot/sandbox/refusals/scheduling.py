"""Refusals of chat.scheduleMessage, scheduledMessages.list and deleteScheduledMessage."""

import time

from tests.bot.sandbox.place import Json
from tests.bot.sandbox.refusals.posting import content, places
from tests.bot.sandbox.refusals.scene import Provoked, Scene, by

_SOON = int(time.time()) + 86_400
_SCHEDULE, _LIST, _DELETE = "chat.scheduleMessage", "chat.scheduledMessages.list", "chat.deleteScheduledMessage"


async def _one_too_many(scene: Scene) -> Json:
    for second in range(30):
        await scene.call(_SCHEDULE, channel=scene.practice, text="x", post_at=_SOON + second)
    return await scene.call(_SCHEDULE, channel=scene.practice, text="x", post_at=_SOON + 299)


REFUSALS: dict[tuple[str, str], Provoked] = {
    **content(_SCHEDULE, channel="$practice", post_at=_SOON),
    **places(_SCHEDULE, post_at=_SOON),
    (_SCHEDULE, "invalid_time"): by(_SCHEDULE, channel="$practice", text="x", post_at="tomorrow"),
    (_SCHEDULE, "time_in_past"): by(_SCHEDULE, channel="$practice", text="x", post_at=1_700_000_000),
    (_SCHEDULE, "time_too_far"): by(_SCHEDULE, channel="$practice", text="x", post_at=_SOON + 120 * 86_400),
    (_SCHEDULE, "restricted_too_many"): _one_too_many,
    (_LIST, "invalid_channel"): by(_LIST, channel="C0NOWHERE"),
    (_LIST, "invalid_cursor"): by(_LIST, cursor="there"),
    (_LIST, "invalid_limit"): by(_LIST, limit=1001),
    (_LIST, "invalid_ts_latest"): by(_LIST, latest="never"),
    (_LIST, "invalid_ts_oldest"): by(_LIST, oldest="never"),
    (_DELETE, "channel_not_found"): by(_DELETE, channel="C0NOWHERE", scheduled_message_id="Q1"),
    (_DELETE, "invalid_scheduled_message_id"): by(_DELETE, channel="$practice", scheduled_message_id="Q1"),
}
