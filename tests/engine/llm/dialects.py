"""How each provider words its answers, in the shapes of their own documentation."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from engine.llm.access import access_to
from engine.llm.adapter import Providers
from engine.llm.model_name import ModelName, Provider
from tests.engine.llm.server import Answer, Server, gives

KEYS = {
    Provider.ANTHROPIC: "sk-ant-api03-SECRETKEY",
    Provider.OPENAI: "sk-proj-SECRETKEY",
    Provider.OPENROUTER: "sk-or-v1-SECRETKEY",
}


@dataclass(frozen=True)
class Dialect:
    """One provider's wire format."""

    model: ModelName
    base_path: str
    path: str
    says: Callable[..., Answer]
    error: Callable[..., Answer]
    refusal: Answer

    @property
    def provider(self) -> Provider:
        """Whose it is."""
        return self.model.provider

    def port(self, server: Server, seconds: float = 10.0) -> Providers:
        """A port that takes the server for this provider."""
        access = access_to(self.provider, KEYS[self.provider], server.address + self.base_path)
        return Providers({self.provider: access}, seconds)


def message(
    *texts: str, stop: str = "end_turn", usage: Mapping[str, Any] | None = None, content: list[Any] | None = None
) -> Answer:
    """Anthropic: a message."""
    body = {
        "id": "msg_013Zva2CMHLNnjNjtJKqJ2EF",
        "type": "message",
        "role": "assistant",
        "model": "claude-haiku-5-5",
        "content": [{"type": "text", "text": text} for text in texts] if content is None else content,
        "stop_reason": stop,
        "stop_sequence": None,
        "usage": {"input_tokens": 12, "output_tokens": 7} if usage is None else usage,
    }
    return gives(body, headers={"request-id": "req_011CSHoEeqs5C35K2UUqR7Fy"})


def anthropic_error(kind: str, text: str, status: int, headers: Mapping[str, str] | None = None) -> Answer:
    """Anthropic: an error."""
    body = {"type": "error", "error": {"type": kind, "message": text}, "request_id": "req_011CSHoEeqs5C35K2UUqR7Fy"}
    return gives(body, status, {"request-id": "req_011CSHoEeqs5C35K2UUqR7Fy", **(headers or {})})


def completion(
    text: str | None,
    stop: str = "stop",
    usage: Mapping[str, Any] | None = None,
    model: str = "gpt-5.2-2025-12-11",
    provider: str | None = None,
    **said: object,
) -> Answer:
    """OpenAI and OpenRouter: a chat completion."""
    body: dict[str, Any] = {
        "id": "chatcmpl-B9MBs8CjcvOU2jLn4n570S5qMJKcT",
        "object": "chat.completion",
        "created": 1741569952,
        "model": model,
        "choices": [
            {"index": 0, "message": {"role": "assistant", "content": text, **said}, "finish_reason": stop},
        ],
        "usage": {"prompt_tokens": 19, "completion_tokens": 10, "total_tokens": 29} if usage is None else usage,
    }
    return gives(body | ({"provider": provider} if provider else {}), headers={"x-request-id": "req_8f2c"})


def routed(text: str | None, stop: str = "stop", usage: Mapping[str, Any] | None = None, **said: object) -> Answer:
    """OpenRouter: a chat completion, which names the provider behind it."""
    return completion(text, stop, usage, "google/gemini-2.5-pro", "Google", **said)


def openai_error(
    code: str | None,
    text: str,
    status: int,
    kind: str = "invalid_request_error",
    headers: Mapping[str, str] | None = None,
) -> Answer:
    """OpenAI: an error."""
    body = {"error": {"message": text, "type": kind, "param": None, "code": code}}
    return gives(body, status, {"x-request-id": "req_8f2c", **(headers or {})})


def openrouter_error(
    code: int,
    text: str,
    status: int = 0,
    metadata: Mapping[str, Any] | None = None,
    headers: Mapping[str, str] | None = None,
) -> Answer:
    """OpenRouter: an error, with the HTTP status as its code; `status` 200 where it comes inside an answer."""
    error: dict[str, Any] = {"code": code, "message": text}
    return gives({"error": error | ({"metadata": metadata} if metadata else {})}, status or code, headers)


ANTHROPIC = Dialect(
    ModelName(Provider.ANTHROPIC, "claude-haiku-5-5"),
    "",
    "/v1/messages",
    message,
    lambda status, headers=None: anthropic_error("api_error", "Internal server error", status, headers),
    message("I can't help with that.", stop="refusal"),
)
OPENAI = Dialect(
    ModelName(Provider.OPENAI, "gpt-5.2"),
    "/v1",
    "/v1/chat/completions",
    completion,
    lambda status, headers=None: openai_error(None, "The server had an error", status, "server_error", headers),
    completion(None, refusal="I'm sorry, I can't help with that."),
)
OPENROUTER = Dialect(
    ModelName(Provider.OPENROUTER, "google/gemini-2.5-pro"),
    "/api/v1",
    "/api/v1/chat/completions",
    routed,
    lambda status, headers=None: openrouter_error(status, "Provider returned error", headers=headers),
    routed(None, stop="content_filter"),
)
DIALECTS = (ANTHROPIC, OPENAI, OPENROUTER)
