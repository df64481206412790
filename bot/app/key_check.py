"""Whether a provider takes a key by which no model is named yet: one request that costs nothing."""

from typing import NamedTuple

import aiohttp

from bot.app.finding import Finding
from engine.llm.access import Access
from engine.llm.model_name import Provider

SECONDS = 10
NAME_ONE = "HAGGLE_MODEL names no model of it, so it is not used"


class _Question(NamedTuple):
    """What needs a key to be answered, and how the key is shown, as the providers have published it."""

    path: str
    header: str
    prefix: str = ""


_QUESTIONS = {
    Provider.ANTHROPIC: _Question("/v1/models?limit=1", "x-api-key"),
    Provider.OPENAI: _Question("/models", "Authorization", "Bearer "),
    Provider.OPENROUTER: _Question("/key", "Authorization", "Bearer "),
}
_VERSION = {"anthropic-version": "2023-06-01"}


async def examine_key(provider: Provider, access: Access) -> Finding:
    """Whether the key is taken, in words for whoever set it."""
    name, title = provider.key_variable, provider.known_as
    if not access.key_can_be_sent:
        return Finding(False, f"{name} holds characters that no key has. Copy it again.")
    try:
        status = await _status(provider, access)
    except (aiohttp.ClientError, TimeoutError, ValueError):
        return Finding(False, f"{name}: there is no connection to {title}, or it does not answer.")
    if status == 200:
        return Finding(True, f"{title} takes the key in {name}; {NAME_ONE}.")
    if status in (401, 403):
        return Finding(False, f"{title} does not accept the key in {name}. Make a new one and set it.")
    return Finding(False, f"{title} answers with status {status} to the key in {name}. Try again later.")


async def _status(provider: Provider, access: Access) -> int:
    asked = _QUESTIONS[provider]
    headers = {asked.header: f"{asked.prefix}{access.key}"} | (_VERSION if provider is Provider.ANTHROPIC else {})
    timeout = aiohttp.ClientTimeout(total=SECONDS)
    async with (
        aiohttp.ClientSession(timeout=timeout) as session,
        session.get(f"{access.base_url}{asked.path}", headers=headers, allow_redirects=False) as response,
    ):
        return response.status
