"""Calls that come too fast: refused with the wait, and let through when it is over."""

from collections.abc import AsyncIterator

import pytest
from slack_sdk.errors import SlackApiError

from tests.bot.sandbox.place import Place, open_place


@pytest.fixture
async def strict() -> AsyncIterator[Place]:
    """A sandbox that holds the app to Slack's rates."""
    async with open_place(rate_limits=True) as opened:
        await opened.ask("POST", "clock", frozen=True)
        yield opened


async def refused(place: Place, method: str, **arguments: object) -> tuple[int, str, str]:
    """The status, the error and the Retry-After of a call that must be refused."""
    with pytest.raises(SlackApiError) as caught:
        await place.client.api_call(method, json=arguments)
    response = caught.value.response
    return response.status_code, response["error"], response.headers["Retry-After"]


async def test_ten_messages_in_a_channel_go_at_once_and_the_eleventh_waits_a_second(strict: Place) -> None:
    here = {"channel": strict.channel("practice"), "text": "An offer"}
    for _ in range(10):
        await strict.client.chat_postMessage(**here)
    assert await refused(strict, "chat.postMessage", **here) == (429, "ratelimited", "1")
    await strict.client.chat_postMessage(channel=strict.channel("deals"), text="Elsewhere")
    await strict.ask("POST", "clock", advance=1)
    await strict.client.chat_postMessage(**here)
    assert len(await strict.seen("ana")) == 11


async def test_a_tier_two_method_can_be_called_twenty_times_a_minute(strict: Place) -> None:
    for _ in range(20):
        await strict.client.conversations_list()
    assert await refused(strict, "conversations.list") == (429, "ratelimited", "3")
    await strict.client.conversations_members(channel=strict.channel("practice"))
    await strict.ask("POST", "clock", advance=3)
    await strict.client.conversations_list()


async def test_a_call_with_a_wrong_argument_counts_for_nothing(strict: Place) -> None:
    for _ in range(30):
        with pytest.raises(SlackApiError, match="invalid_arguments"):
            await strict.client.api_call("conversations.list", json={"limit": "many"})
    await strict.client.conversations_list()


async def test_a_fresh_workspace_has_no_calls_behind_it(strict: Place) -> None:
    for _ in range(20):
        await strict.client.conversations_list()
    await strict.ask("POST", "reset")
    await strict.client.conversations_list()
