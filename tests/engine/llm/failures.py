"""Everything that can go wrong with a provider, each as it really comes, and the trouble that it means."""

from typing import NamedTuple

from engine.llm.troubles import (
    BadKey,
    CallTrouble,
    Malformed,
    NoCredit,
    Overloaded,
    ProviderFailed,
    RateLimited,
    Refused,
    Rejected,
    TimedOut,
    TooLong,
    UnknownModel,
    Unreachable,
)
from tests.engine.llm.dialects import (
    ANTHROPIC,
    OPENAI,
    OPENROUTER,
    Dialect,
    anthropic_error,
    completion,
    message,
    openai_error,
    openrouter_error,
    routed,
)
from tests.engine.llm.requests import CANARY
from tests.engine.llm.server import Answer, breaks_off, drops, gives, sends, writes


class Failure(NamedTuple):
    """What a provider does, and what it means."""

    name: str
    dialect: Dialect
    answer: Answer
    means: type[CallTrouble]
    structured: bool = False


BALANCE = "Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade."
MONTHLY = "You have reached your specified API usage limits. You will regain access on 2026-12-01 at 00:00 UTC."
QUOTA = "You exceeded your current quota, please check your plan and billing details."
CREDITS = "This request requires more credits, or fewer max_tokens. You requested up to 200 tokens."
KEY_LIMIT = "Key limit exceeded (total limit). Manage it using https://openrouter.ai/settings/keys"
MASKED = "Incorrect API key provided: sk-proj-*********KEY. You can find your API key at the account page."
LONG = "This model's maximum context length is 128000 tokens. However, your messages resulted in 130000 tokens."
QUOTED = f"messages.0.content: Input should be a valid list, got: {CANARY}"
FLAGGED = {"reasons": ["violence"], "flagged_input": CANARY, "provider_name": "OpenAI"}

BAD_CHUNK = (
    f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n{CANARY}\r\n{{}}\r\n"
)
LONG_HEADER = f"HTTP/1.1 200 OK\r\nX-Long: {'x' * 70_000}\r\nContent-Length: 2\r\n\r\n{{}}"
FAILURES = (
    Failure("bad key", ANTHROPIC, anthropic_error("authentication_error", "invalid x-api-key", 401), BadKey),
    Failure("no permission", ANTHROPIC, anthropic_error("permission_error", "Not allowed.", 403), BadKey),
    Failure("no credit", ANTHROPIC, anthropic_error("invalid_request_error", BALANCE, 400), NoCredit),
    Failure("billing", ANTHROPIC, anthropic_error("billing_error", "Check your payment details.", 402), NoCredit),
    Failure("monthly limit", ANTHROPIC, anthropic_error("invalid_request_error", MONTHLY, 400), NoCredit),
    Failure(
        "unknown model", ANTHROPIC, anthropic_error("not_found_error", "model: claude-haiku-5-5", 404), UnknownModel
    ),
    Failure("overloaded", ANTHROPIC, anthropic_error("overloaded_error", "Overloaded", 529), Overloaded),
    Failure("rate limit", ANTHROPIC, anthropic_error("rate_limit_error", "Number of requests…", 429), RateLimited),
    Failure("own error", ANTHROPIC, anthropic_error("api_error", "Internal server error", 500), ProviderFailed),
    Failure("too large", ANTHROPIC, anthropic_error("request_too_large", "Request exceeds…", 413), TooLong),
    Failure("too long", ANTHROPIC, anthropic_error("invalid_request_error", "prompt is too long: 2 > 1", 400), TooLong),
    Failure("bad request", ANTHROPIC, anthropic_error("invalid_request_error", QUOTED, 400), Rejected),
    Failure(
        "filtered",
        ANTHROPIC,
        anthropic_error("invalid_request_error", "Output blocked by content filtering policy", 400),
        Refused,
    ),
    Failure("refusal", ANTHROPIC, ANTHROPIC.refusal, Refused),
    Failure("empty", ANTHROPIC, message(), Malformed),
    Failure("blank", ANTHROPIC, message(" \n"), Malformed),
    Failure("cut off", ANTHROPIC, message("Well, I th", stop="max_tokens"), Malformed),
    Failure("half JSON", ANTHROPIC, message('{"act": "gre'), Malformed, structured=True),
    Failure("other shape", ANTHROPIC, message(f'{{"{CANARY}": 3}}'), Malformed, structured=True),
    Failure("no content", ANTHROPIC, gives({"id": "msg_1", "type": "message"}), Malformed),
    Failure("another document", ANTHROPIC, gives({"hello": CANARY}), Malformed),
    Failure("a list", ANTHROPIC, gives([CANARY]), Malformed),
    Failure("nothing", ANTHROPIC, gives(None), Malformed),
    Failure("bad key", OPENAI, openai_error("invalid_api_key", MASKED, 401), BadKey),
    Failure("no credit", OPENAI, openai_error("insufficient_quota", QUOTA, 429, "insufficient_quota"), NoCredit),
    Failure(
        "unknown model", OPENAI, openai_error("model_not_found", "The model `gpt-9` does not exist", 404), UnknownModel
    ),
    Failure("no access", OPENAI, openai_error("model_not_found", "Project does not have access", 403), UnknownModel),
    Failure("overloaded", OPENAI, openai_error(None, "The server is overloaded", 503, "server_error"), Overloaded),
    Failure("rate limit", OPENAI, openai_error("rate_limit_exceeded", "Limit 3 / min", 429, "requests"), RateLimited),
    Failure("own error", OPENAI, openai_error(None, "The server had an error", 500, "server_error"), ProviderFailed),
    Failure("too long", OPENAI, openai_error("context_length_exceeded", LONG, 400), TooLong),
    Failure("bad request", OPENAI, openai_error("unsupported_value", QUOTED, 400), Rejected),
    Failure("policy", OPENAI, openai_error("content_policy_violation", "Your request was rejected", 400), Refused),
    Failure("refusal", OPENAI, OPENAI.refusal, Refused),
    Failure("filtered", OPENAI, completion("I", stop="content_filter"), Refused),
    Failure("empty", OPENAI, completion(None), Malformed),
    Failure("blank", OPENAI, completion("  "), Malformed),
    Failure("cut off", OPENAI, completion("Well, I th", stop="length"), Malformed),
    Failure("half JSON", OPENAI, completion('{"act": "gre'), Malformed, structured=True),
    Failure("other shape", OPENAI, completion(f'{{"act": 7, "price": "{CANARY}"}}'), Malformed, structured=True),
    Failure("no choices", OPENAI, gives({"id": "x", "object": "chat.completion", "choices": []}), Malformed),
    Failure("another document", OPENAI, gives({"hello": CANARY}), Malformed),
    Failure("a list", OPENAI, gives([CANARY]), Malformed),
    Failure("nothing", OPENAI, gives(None), Malformed),
    Failure("bad key", OPENROUTER, openrouter_error(401, "User not found."), BadKey),
    Failure("no credit", OPENROUTER, openrouter_error(402, CREDITS), NoCredit),
    Failure("no credit inside an answer", OPENROUTER, openrouter_error(402, CREDITS, 200), NoCredit),
    Failure("key limit", OPENROUTER, openrouter_error(403, KEY_LIMIT), NoCredit),
    Failure(
        "unknown model", OPENROUTER, openrouter_error(400, "google/gemini-9 is not a valid model ID"), UnknownModel
    ),
    Failure("no route", OPENROUTER, openrouter_error(404, "No endpoints found for google/gemini-9."), UnknownModel),
    Failure("overloaded", OPENROUTER, openrouter_error(503, "No instances available"), Overloaded),
    Failure("rate limit", OPENROUTER, openrouter_error(429, "Rate limit exceeded: free-models-per-min."), RateLimited),
    Failure("rate limit inside an answer", OPENROUTER, openrouter_error(429, "Rate limited", 200), RateLimited),
    Failure("bad gateway", OPENROUTER, openrouter_error(502, "Provider returned error"), ProviderFailed),
    Failure("timed out there", OPENROUTER, openrouter_error(408, "Request timed out"), TimedOut),
    Failure("too long", OPENROUTER, openrouter_error(400, LONG), TooLong),
    Failure("bad request", OPENROUTER, openrouter_error(400, QUOTED), Rejected),
    Failure("flagged", OPENROUTER, openrouter_error(403, "Input was flagged", metadata=FLAGGED), Refused),
    Failure("filtered", OPENROUTER, OPENROUTER.refusal, Refused),
    Failure("upstream error", OPENROUTER, routed(None, stop="error"), ProviderFailed),
    Failure("empty", OPENROUTER, routed(None), Malformed),
    Failure("cut off", OPENROUTER, routed("Well, I th", stop="length"), Malformed),
    Failure("half JSON", OPENROUTER, routed('{"act": "gre'), Malformed, structured=True),
    Failure("no choices", OPENROUTER, gives({"id": "x", "provider": "Google", "choices": None}), Malformed),
    Failure("another document", OPENROUTER, gives({"hello": CANARY}), Malformed),
    *(
        failure
        for dialect in (ANTHROPIC, OPENAI, OPENROUTER)
        for failure in (
            Failure("dropped", dialect, drops, Unreachable),
            Failure("broken off", dialect, breaks_off, Unreachable),
            Failure("no HTTP", dialect, sends(f"{CANARY} at your service\r\n\r\n".encode()), Unreachable),
            Failure("a bad chunk", dialect, sends(BAD_CHUNK.encode()), Unreachable),
            Failure("a long header", dialect, sends(LONG_HEADER.encode()), Unreachable),
            Failure("half a body", dialect, writes('{"id": "msg_1", "con'), Malformed),
            Failure("a page", dialect, writes(f"<h1>{CANARY}</h1>", "text/html"), Malformed),
            Failure("a gateway's page", dialect, writes(f"<h1>{CANARY}</h1>", "text/html", 502), ProviderFailed),
            Failure("keep-alives only", dialect, writes("\n\n\n"), Malformed),
            Failure("an empty body", dialect, writes(""), Malformed),
        )
    ),
)
