"""A file into a channel, in Slack's three steps. Nobody sees anything of it before the last one."""

import json

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.delivery.client import LOST, Later, Outcome, Refused, Sent, Unknown, outcome_of
from bot.delivery.rendering import Upload

ADDRESS, COMPLETION = "files.getUploadURLExternal", "files.completeUploadExternal"
DONE = 200


class _Place(tuple[str, str]):
    """The address that takes the bytes, and the id of the file."""


async def upload(client: AsyncWebClient, file: Upload) -> Outcome:
    """The outcome of one attempt, with the id of the file for a ts. What was begun and not completed Slack drops."""
    place = await _begun(client, file)
    if not isinstance(place, _Place):
        return place
    address, file_id = place
    if lost := await _brought(client, address, file.content):
        return lost
    return await _completed(client, file, file_id)


async def _begun(client: AsyncWebClient, file: Upload) -> _Place | Later | Refused | Unknown:
    arguments = {"filename": file.name, "length": len(file.content)}
    try:
        told = await client.api_call(ADDRESS, params=arguments)
    except SlackApiError as error:
        return _unseen(outcome_of(error))
    except LOST as error:
        return Unknown(type(error).__name__, nothing_shown=True)
    return _Place((str(told["upload_url"]), str(told["file_id"])))


async def _brought(client: AsyncWebClient, address: str, content: bytes) -> Unknown | None:
    """None once the bytes are there."""
    if client.session is None:
        raise RuntimeError("the client has no session of its own; make it with slack_client")
    try:
        async with client.session.post(address, data=content, proxy=client.proxy) as response:
            return None if response.status == DONE else Unknown(f"HTTP {response.status}", nothing_shown=True)
    except LOST as error:
        return Unknown(type(error).__name__, nothing_shown=True)


async def _completed(client: AsyncWebClient, file: Upload, file_id: str) -> Outcome:
    fields = {**file.arguments, "files": [{"id": file_id, "title": file.title}]}
    written = {key: value if isinstance(value, str) else json.dumps(value) for key, value in fields.items()}
    try:
        await client.api_call(COMPLETION, params=written)
    except SlackApiError as error:
        return outcome_of(error)
    except LOST as error:
        return Unknown(type(error).__name__)
    return Sent(file_id)


def _unseen(outcome: Later | Refused | Unknown) -> Later | Refused | Unknown:
    return outcome._replace(nothing_shown=True) if isinstance(outcome, Unknown) else outcome
