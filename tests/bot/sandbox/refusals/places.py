"""Refusals of conversations.*, users.*, team.info, bots.info and apps.connections.open."""

from tests.bot.sandbox.place import Json, open_place
from tests.bot.sandbox.refusals.scene import Provoked, Scene, by


def _pages(method: str, **needed: str) -> dict[tuple[str, str], Provoked]:
    return {
        (method, "invalid_cursor"): by(method, cursor="nowhere", **needed),
        (method, "invalid_limit"): by(method, limit=1001, **needed),
    }


def _reading(method: str, **needed: str) -> dict[tuple[str, str], Provoked]:
    return {
        **_pages(method, channel="$practice", **needed),
        (method, "channel_not_found"): by(method, channel="C0NOWHERE", **needed),
        (method, "not_in_channel"): by(method, channel="$general", **needed),
        (method, "invalid_ts_latest"): by(method, channel="$practice", latest="noon", **needed),
        (method, "invalid_ts_oldest"): by(method, channel="$practice", oldest="noon", **needed),
    }


async def _join_archived(scene: Scene) -> Json:
    return await scene.call("conversations.join", channel=await scene.archived())


async def _open_with_who_left(scene: Scene) -> Json:
    await scene.place.ask("PATCH", "people", **{"as": "olu"}, is_deactivated=True)
    answer = await scene.call("conversations.open", users=scene.place.person("olu"))
    await scene.place.ask("PATCH", "people", **{"as": "olu"}, is_deactivated=False)
    return answer


async def _invite_to_archived(scene: Scene) -> Json:
    return await scene.call("conversations.invite", channel=await scene.archived(), users=scene.ana)


async def _socket_of_an_app_over_http(scene: Scene) -> Json:
    async with open_place(transport="http") as elsewhere:
        headers = {"authorization": f"Bearer {elsewhere.running.app_token}"}
        address = f"{elsewhere.running.api_url}apps.connections.open"
        async with elsewhere.web.post(address, headers=headers) as response:
            return dict(await response.json())


REFUSALS: dict[tuple[str, str], Provoked] = {
    ("apps.connections.open", "forbidden_team"): _socket_of_an_app_over_http,
    ("bots.info", "bot_not_found"): by("bots.info", bot="B0NOBODY"),
    ("team.info", "team_not_found"): by("team.info", team="T0NOWHERE"),
    **_pages("conversations.list"),
    ("conversations.list", "invalid_types"): by("conversations.list", types="public_channel,party_line"),
    ("conversations.info", "channel_not_found"): by("conversations.info", channel="C0NOWHERE"),
    **_pages("conversations.members", channel="$practice"),
    ("conversations.members", "channel_not_found"): by("conversations.members", channel="C0NOWHERE"),
    ("conversations.open", "channel_not_found"): by("conversations.open", channel="D0NOWHERE"),
    ("conversations.open", "method_not_supported_for_channel_type"): by("conversations.open", channel="$practice"),
    ("conversations.open", "not_enough_users"): by("conversations.open", users="$haggle"),
    ("conversations.open", "too_many_users"): by("conversations.open", users=",".join(["U0NOBODY"] * 9)),
    ("conversations.open", "user_disabled"): _open_with_who_left,
    ("conversations.open", "user_not_found"): by("conversations.open", users="U0NOBODY"),
    ("conversations.open", "users_list_not_supplied"): by("conversations.open"),
    ("conversations.join", "channel_not_found"): by("conversations.join", channel="C0NOWHERE"),
    ("conversations.join", "is_archived"): _join_archived,
    ("conversations.join", "method_not_supported_for_channel_type"): by("conversations.join", channel="$deals"),
    ("conversations.invite", "already_in_channel"): by("conversations.invite", channel="$practice", users="$ana"),
    ("conversations.invite", "cant_invite_self"): by("conversations.invite", channel="$practice", users="$haggle"),
    ("conversations.invite", "channel_not_found"): by("conversations.invite", channel="C0NOWHERE", users="$ana"),
    ("conversations.invite", "is_archived"): _invite_to_archived,
    ("conversations.invite", "method_not_supported_for_channel_type"): by(
        "conversations.invite", channel="$dm", users="$ben"
    ),
    ("conversations.invite", "not_in_channel"): by("conversations.invite", channel="$general", users="$ana"),
    ("conversations.invite", "user_not_found"): by("conversations.invite", channel="$practice", users="U0NOBODY"),
    ("conversations.create", "invalid_name_maxlength"): by("conversations.create", name="x" * 81),
    ("conversations.create", "invalid_name_punctuation"): by("conversations.create", name="--"),
    ("conversations.create", "invalid_name_required"): by("conversations.create", name="#"),
    ("conversations.create", "invalid_name_specials"): by("conversations.create", name="Big Deals"),
    ("conversations.create", "name_taken"): by("conversations.create", name="practice"),
    **_reading("conversations.history"),
    **_reading("conversations.replies", ts="$parent"),
    ("conversations.replies", "thread_not_found"): by("conversations.replies", channel="$practice", ts="1.000001"),
    **_pages("users.list"),
    ("users.info", "user_not_found"): by("users.info", user="U0NOBODY"),
    ("users.lookupByEmail", "users_not_found"): by("users.lookupByEmail", email="nobody@haggle-sandbox.test"),
    **_pages("users.conversations"),
    ("users.conversations", "invalid_types"): by("users.conversations", types="party_line"),
    ("users.conversations", "user_not_found"): by("users.conversations", user="U0NOBODY"),
}
