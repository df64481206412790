"""How a provider is reached: its key and its address."""

import re
from dataclasses import dataclass, field

from engine.llm.model_name import Provider

ADDRESSES = {
    Provider.ANTHROPIC: "https://api.anthropic.com",
    Provider.OPENAI: "https://api.openai.com/v1",
    Provider.OPENROUTER: "https://openrouter.ai/api/v1",
}

CONNECT_SECONDS = 5.0
"""How long a provider may take to pick up."""


@dataclass(frozen=True)
class Access:
    """A key, which never shows in a representation, and the address that it is sent to."""

    key: str = field(repr=False)
    base_url: str

    @property
    def key_can_be_sent(self) -> bool:
        """Whether the key is made of what a header may hold. One that is not would end up in an error's text."""
        return _HEADER.fullmatch(self.key) is not None


_HEADER = re.compile(r"[!-~]+")


def access_to(provider: Provider, key: str, base_url: str = "") -> Access:
    """Access with this key, at the provider's own address if no other is given. Spaces around the key are dropped."""
    return Access(key.strip(), base_url.strip().rstrip("/") or ADDRESSES[provider])
