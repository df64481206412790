"""blocks.validate tells what is wrong, and where, without posting anything."""

import pytest
from slack_sdk.errors import SlackApiError

from tests.bot.sandbox.place import Json, Place

GOOD = [{"type": "section", "text": {"type": "mrkdwn", "text": "34,900"}}]


async def refused(place: Place, **arguments: object) -> Json:
    """The refusal of a call to blocks.validate."""
    with pytest.raises(SlackApiError) as caught:
        await place.client.api_call("blocks.validate", json=arguments)
    return dict(caught.value.response.data)


@pytest.mark.parametrize(
    "given", [{"blocks": GOOD}, {"message": {"blocks": GOOD}}, {"view": {"type": "home", "blocks": GOOD}}]
)
async def test_what_is_well_made_is_accepted_and_shown_to_nobody(place: Place, given: Json) -> None:
    await place.client.api_call("blocks.validate", json=given)
    assert await place.seen("ana") == []


async def test_each_fault_is_told_with_its_place(place: Place) -> None:
    answer = await refused(place, blocks=[*GOOD, {"type": "header", "text": {"type": "mrkdwn", "text": "x"}}])
    assert answer["error"] == "invalid_blocks"
    assert [(each["code"], each["pointer"]) for each in answer["errors"]] == [("failed_constraint", "/1/text/type")]


@pytest.mark.parametrize(
    "given", [{}, {"blocks": GOOD, "view": {}}, {"blocks": "[not JSON"}, {"blocks": "x" * 100_001}]
)
async def test_one_thing_is_validated_at_a_time(place: Place, given: Json) -> None:
    assert (await refused(place, **given))["error"] == "invalid_arguments"
