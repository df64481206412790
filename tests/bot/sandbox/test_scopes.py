"""What the manifest lacks fails."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.sandbox.config import SandboxConfig
from bot.sandbox.errors import ManifestError, PortInUseError
from bot.sandbox.server import start
from tests.bot.sandbox.place import MANIFEST, Place, app_for, listening, manifest_with, open_place, refused


async def test_a_missing_scope_is_named_with_what_is_there(place: Place) -> None:
    answer = await refused(place.client.conversations_join(channel=place.channel("general")))
    assert answer["error"] == "missing_scope"
    assert answer["needed"] == "channels:join"
    assert "chat:write" in answer["provided"].split(",")


async def test_a_name_of_its_own_needs_customize(tmp_path: Path) -> None:
    async with open_place(manifest=manifest_with(tmp_path, ("-chat:write.customize",))) as place:
        call = place.client.chat_postMessage(channel=place.channel("practice"), text="x", username="Dana")
        assert (await refused(call))["needed"] == "chat:write.customize"


async def test_history_needs_the_scope_of_its_kind(tmp_path: Path) -> None:
    async with open_place(manifest=manifest_with(tmp_path, ("-groups:history",))) as place:
        await place.client.conversations_history(channel=place.channel("practice"))
        answer = await refused(place.client.conversations_history(channel=place.channel("deals")))
        assert answer["needed"] == "groups:history"


@pytest.mark.parametrize(("scopes", "events"), [((), ("-message.channels",)), (("-channels:history",), ())])
async def test_an_event_without_subscription_or_scope_is_not_sent(
    tmp_path: Path, scopes: tuple[str, ...], events: tuple[str, ...]
) -> None:
    manifest = manifest_with(tmp_path, scopes, events)
    async with open_place(manifest=manifest) as place, listening(place, app_for(place)):
        answer = await place.do("ana", "messages", channel="practice", text="@Haggle hello")
        assert len(answer["delivered"]) == 1
        await place.until(lambda: place.heard)
        assert [each["event"]["type"] for each in place.heard] == ["app_mention"]


async def test_more_scopes_allow_more(tmp_path: Path) -> None:
    more = ("channels:join", "users:read.email", "reactions:write", "reactions:read", "team:read")
    manifest = manifest_with(tmp_path, more, ("reaction_added", "member_joined_channel"))
    async with open_place(manifest=manifest) as place, listening(place, app_for(place)):
        await place.client.conversations_join(channel=place.channel("general"))
        message = await place.say("ana", "hello", channel="general")
        where = {"channel": place.channel("general"), "timestamp": message["ts"]}
        await place.client.reactions_add(**where, name="wave")
        assert (await refused(place.client.reactions_add(**where, name="wave")))["error"] == "already_reacted"
        await place.until(lambda: place.events("reaction_added"))
        assert place.events("member_joined_channel")[0]["user"] == place.bot_user
        found = await place.client.users_lookupByEmail(email="mei@haggle-sandbox.test")
        assert found["user"]["is_admin"]
        assert (await place.client.team_info())["team"]["id"] == place.running.team_id


@pytest.fixture
async def curious(tmp_path: Path) -> AsyncIterator[Place]:
    """A sandbox whose app may also look at people."""
    async with open_place(manifest=manifest_with(tmp_path, ("users:read",))) as opened:
        yield opened


async def test_an_email_needs_its_own_scope(curious: Place) -> None:
    user = (await curious.client.users_info(user=curious.person("ana")))["user"]
    assert "email" not in user["profile"]
    assert user["tz"] == "America/Chicago"
    assert user["tz_offset"] in (-21600, -18000)


async def test_lists_hold_what_the_app_may_see(curious: Place) -> None:
    people = await curious.client.users_list()
    assert {each["name"] for each in people["members"]} == {"ana", "ben", "mei", "olu", "haggle"}
    channels = await curious.client.conversations_list(types="public_channel,private_channel")
    assert {each["name"] for each in channels["channels"]} == {"general", "practice", "deals"}
    own = await curious.client.users_conversations(types="public_channel,private_channel")
    assert {each["name"] for each in own["channels"]} == {"practice", "deals"}
    members = await curious.client.conversations_members(channel=curious.channel("deals"))
    assert members["members"] == [curious.person("ana"), curious.person("mei"), curious.bot_user]
    answer = await refused(curious.client.conversations_list(types="mpim"))
    assert answer["needed"] == "mpim:read"


async def test_opening_a_dm_twice_gives_the_same(place: Place) -> None:
    first = await place.client.conversations_open(users=place.person("ana"))
    second = await place.client.conversations_open(users=place.person("ana"), return_im=True)
    assert first["channel"]["id"] == second["channel"]["id"]
    assert second["already_open"]
    assert second["channel"]["user"] == place.person("ana")
    assert (await refused(place.client.conversations_open(users="U0")))["error"] == "user_not_found"


async def test_who_the_app_is(curious: Place) -> None:
    me = await curious.client.auth_test()
    assert me["user_id"] == curious.bot_user
    assert me["team_id"] == curious.running.team_id
    bot = await curious.client.bots_info(bot=me["bot_id"])
    assert bot["bot"]["user_id"] == curious.bot_user
    assert "commands" in me.headers["x-oauth-scopes"]


async def test_each_token_opens_its_own_doors(place: Place) -> None:
    answer = await refused(place.client.apps_connections_open(app_token=place.running.bot_token))
    assert answer["error"] == "not_allowed_token_type"
    place.client.token = place.running.app_token
    answer = await refused(place.client.users_list())
    assert answer["error"] == "not_allowed_token_type"


async def test_a_port_in_use_is_said_in_plain_words(place: Place) -> None:
    with pytest.raises(PortInUseError, match=f"Port {place.running.port} is taken by another program"):
        await start(SandboxConfig(manifest=MANIFEST, port=place.running.port))


async def test_a_manifest_that_is_none_is_said_in_plain_words(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match="cannot be read"):
        await start(SandboxConfig(manifest=tmp_path / "none.yml"))
    path = tmp_path / "manifest.yml"
    path.write_text("features: {}")
    with pytest.raises(ManifestError, match="wrong at display_information"):
        await start(SandboxConfig(manifest=path))
