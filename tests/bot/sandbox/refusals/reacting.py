"""Refusals of reactions.*."""

from tests.bot.sandbox.place import Json
from tests.bot.sandbox.refusals.scene import Provoked, Scene, by

_NAMES = [f"clock{hour}{half}" for hour in range(1, 13) for half in ("", "30")] + [
    f"{hand}::skin-tone-{tone}" for hand in ("clap", "pray", "muscle", "ear", "nose", "fist") for tone in range(2, 7)
][:26]
"""Fifty emoji, none of which is the wave."""


def _misses(method: str, **needed: str) -> dict[tuple[str, str], Provoked]:
    return {
        (method, "bad_timestamp"): by(method, channel="$practice", timestamp="noon", **needed),
        (method, "channel_not_found"): by(method, channel="C0NOWHERE", timestamp="$parent", **needed),
        (method, "is_archived"): _in_archived(method, **needed),
        (method, "message_not_found"): by(method, channel="$practice", timestamp="1.000001", **needed),
        (method, "no_item_specified"): by(method, **needed),
        (method, "not_in_channel"): by(method, channel="$general", timestamp="$parent", **needed),
    }


def _in_archived(method: str, **needed: str) -> Provoked:
    async def provoke(scene: Scene) -> Json:
        return await scene.call(method, channel=await scene.archived(), timestamp=scene.parent, **needed)

    return provoke


async def _twice(scene: Scene) -> Json:
    await _react(scene, "wave")
    return await _react(scene, "wave")


async def _one_more_than_a_person_may(scene: Scene) -> Json:
    for name in _NAMES[:23]:
        await _react(scene, name)
    return await _react(scene, "wave")


async def _one_more_than_a_message_holds(scene: Scene) -> Json:
    for number, name in enumerate(_NAMES):
        who = ("ana", "ben", "mei")[number % 3]
        message = {"channel": "practice", "ts": scene.parent, "name": name}
        await scene.place.do(who, "reactions", **message)
    return await _react(scene, "wave")


async def _react(scene: Scene, name: str) -> Json:
    return await scene.call("reactions.add", channel=scene.practice, timestamp=scene.parent, name=name)


REFUSALS: dict[tuple[str, str], Provoked] = {
    **_misses("reactions.add", name="wave"),
    **_misses("reactions.remove", name="wave"),
    **_misses("reactions.get"),
    ("reactions.add", "already_reacted"): _twice,
    ("reactions.add", "invalid_name"): by("reactions.add", channel="$practice", timestamp="$parent", name="a wave"),
    ("reactions.add", "too_many_emoji"): _one_more_than_a_message_holds,
    ("reactions.add", "too_many_reactions"): _one_more_than_a_person_may,
    ("reactions.remove", "invalid_name"): by(
        "reactions.remove", channel="$practice", timestamp="$parent", name="a wave"
    ),
    ("reactions.remove", "no_reaction"): by("reactions.remove", channel="$practice", timestamp="$parent", name="wave"),
}
