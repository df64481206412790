"""Emoji under messages: which names there are, and which of them mean the same."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.sandbox.place import Place, app_for, listening, manifest_with, open_place, refused

SCOPES = ("reactions:read", "reactions:write")


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Place]:
    """A sandbox whose app reacts, and listens."""
    manifest = manifest_with(tmp_path, SCOPES, ("reaction_added",))
    async with open_place(manifest=manifest) as opened, listening(opened, app_for(opened)):
        yield opened


async def test_an_emoji_goes_by_its_first_name_whichever_was_given(place: Place) -> None:
    message = await place.say("ana", "hello")
    where = {"channel": place.channel("practice"), "timestamp": message["ts"]}
    await place.client.reactions_add(**where, name="thumbsup")
    assert (await refused(place.client.reactions_add(**where, name="+1")))["error"] == "already_reacted"
    await place.do("ben", "reactions", channel="practice", ts=message["ts"], name="+1")
    [shown] = await place.seen("ana")
    assert [(each["name"], each["count"]) for each in shown["reactions"]] == [("+1", 2)]
    await place.until(lambda: len(place.events("reaction_added")) == 2)
    assert {each["reaction"] for each in place.events("reaction_added")} == {"+1"}
    await place.client.reactions_remove(**where, name="thumbsup")


async def test_an_emoji_with_another_skin_is_another_reaction(place: Place) -> None:
    message = await place.say("ana", "hello")
    where = {"channel": place.channel("practice"), "timestamp": message["ts"]}
    for name in ("wave", "wave::skin-tone-2", "thumbsup::skin-tone-6"):
        await place.client.reactions_add(**where, name=name)
    [shown] = await place.seen("ana")
    assert [each["name"] for each in shown["reactions"]] == ["wave", "wave::skin-tone-2", "+1::skin-tone-6"]


@pytest.mark.parametrize(
    "name", ["notanemoji", ":wave:", "wave::", "rocket::skin-tone-9", "rocket::skin-tone-3", "wave::skin-tone-1", "👋"]
)
async def test_what_is_no_name_of_an_emoji_is_refused(place: Place, name: str) -> None:
    message = await place.say("ana", "hello")
    where = {"channel": place.channel("practice"), "timestamp": message["ts"]}
    assert (await refused(place.client.reactions_add(**where, name=name)))["error"] == "invalid_name"
    assert (await refused(place.client.reactions_remove(**where, name=name)))["error"] == "invalid_name"
    refusal = await place.do("ana", "reactions", 400, channel="practice", ts=message["ts"], name=name)
    assert refusal["error"] == "invalid_name"
    assert "without colons" in refusal["detail"]
