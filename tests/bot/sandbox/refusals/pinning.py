"""Refusals of pins.* and usergroups.*."""

from tests.bot.sandbox.place import Json
from tests.bot.sandbox.refusals.scene import Provoked, Scene, by


def _misses(method: str) -> dict[tuple[str, str], Provoked]:
    return {
        (method, "bad_timestamp"): by(method, channel="$practice", timestamp="noon"),
        (method, "channel_not_found"): by(method, channel="C0NOWHERE", timestamp="$parent"),
        (method, "message_not_found"): by(method, channel="$practice", timestamp="1.000001"),
        (method, "no_item_specified"): by(method, channel="$practice"),
        (method, "not_in_channel"): by(method, channel="$general", timestamp="$parent"),
    }


async def _twice(scene: Scene) -> Json:
    await scene.call("pins.add", channel=scene.practice, timestamp=scene.parent)
    return await scene.call("pins.add", channel=scene.practice, timestamp=scene.parent)


async def _a_note_of_slacks(scene: Scene) -> Json:
    await scene.place.ask("POST", "channels/practice/members", user="olu")
    joined = (await scene.place.seen("ana"))[-1]
    return await scene.call("pins.add", channel=scene.practice, timestamp=joined["ts"])


async def _one_more_than_a_channel_holds(scene: Scene) -> Json:
    for number in range(100):
        message = await scene.place.say("ana", f"number {number}")
        await scene.place.do("ana", "pins", channel="practice", ts=message["ts"])
    return await scene.call("pins.add", channel=scene.practice, timestamp=scene.parent)


REFUSALS: dict[tuple[str, str], Provoked] = {
    **_misses("pins.add"),
    **_misses("pins.remove"),
    ("pins.add", "already_pinned"): _twice,
    ("pins.add", "not_pinnable"): _a_note_of_slacks,
    ("pins.add", "too_many_pins"): _one_more_than_a_channel_holds,
    ("pins.list", "channel_not_found"): by("pins.list", channel="C0NOWHERE"),
    ("pins.list", "not_in_channel"): by("pins.list", channel="$general"),
    ("pins.remove", "no_pin"): by("pins.remove", channel="$practice", timestamp="$parent"),
    ("usergroups.users.list", "no_such_subteam"): by("usergroups.users.list", usergroup="S0NOWHERE"),
}
