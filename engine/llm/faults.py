"""What went wrong on the wire, as a trouble that says who can act. Importing this loads pydantic-ai.

pydantic-ai sorts errors by what providers document; what they only say in words is told apart here.
"""

import re
from collections.abc import Iterator

from aiohttp import ClientConnectionError, ClientConnectorError, ClientError
from pydantic_ai.exceptions import (
    ContentFilterError,
    ModelAPIError,
    ModelAuthenticationError,
    ModelConnectionError,
    ModelContextWindowExceededError,
    ModelHTTPError,
    ModelNotFoundError,
    ModelQuotaExceededError,
    ModelRateLimitError,
    ModelRequestRejectedError,
    ModelRequestTimeout,
    ModelServerError,
    ModelTimeoutError,
    ModelUnavailableError,
    UnexpectedModelBehavior,
    UserError,
)

from engine.llm.model_name import ModelName
from engine.llm.troubles import (
    UNTRACED,
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
    Trace,
    UnknownModel,
    Unreachable,
)
from engine.llm.usage import FREE, UNKNOWN, Spent

_UNFORESEEN = (AssertionError, AttributeError, LookupError, TypeError, ValueError)
"""What comes out of it where a provider answers with JSON of quite another shape: the SDKs do not check it."""

WIRE_ERRORS = (ModelAPIError, UnexpectedModelBehavior, UserError, ClientError, *_UNFORESEEN)
"""What pydantic-ai raises for a call that failed, and what aiohttp does where an answer is no HTTP at all."""

_SAID_IN_WORDS: tuple[tuple[frozenset[int], str, type[CallTrouble]], ...] = (
    (frozenset({400, 403}), "usage limits", NoCredit),
    (frozenset({403}), "limit exceeded", NoCredit),
    (frozenset({400}), "not a valid model", UnknownModel),
    (frozenset({400}), "content filter", Refused),
    (frozenset({400}), "content_filter", Refused),
    (frozenset({400}), "content_policy_violation", Refused),
)
"""Statuses, words in the error's message or code, and what they mean: an Anthropic account at its monthly limit, an
OpenRouter key at its own, OpenRouter's answer to a model that it has not, and the filters of all three."""

_STATUSES: dict[int, type[CallTrouble]] = {408: TimedOut, 413: TooLong}

_CATEGORIES: tuple[tuple[type[Exception], type[CallTrouble]], ...] = (
    (ModelAuthenticationError, BadKey),
    (ModelNotFoundError, UnknownModel),
    (ModelContextWindowExceededError, TooLong),
    (ModelRequestRejectedError, Rejected),
    (ModelQuotaExceededError, NoCredit),
    (ModelRateLimitError, RateLimited),
    (ModelUnavailableError, Overloaded),
    (ModelServerError, ProviderFailed),
    (ModelTimeoutError, TimedOut),
    (ModelRequestTimeout, TimedOut),
    (ModelConnectionError, Unreachable),
    (ModelHTTPError, Rejected),
    (ContentFilterError, Refused),
    (UserError, Rejected),
)
"""The first that fits counts, so the narrower ones come first."""


def trouble_of(model: ModelName, error: Exception) -> CallTrouble:
    """The trouble that an error of pydantic-ai means. Nothing of its text is taken over."""
    kind = _kind_of(error)
    return kind(model, _trace_of(error), _spent_on(error), "it is not readable" if kind is Malformed else "")


def _kind_of(error: Exception) -> type[CallTrouble]:
    if isinstance(error, ClientError) or _lost_connection(error):
        return Unreachable
    if isinstance(error, ModelHTTPError):
        said = _said(error)
        for statuses, words, kind in _SAID_IN_WORDS:
            if error.status_code in statuses and words in said:
                return kind
        if error.status_code in _STATUSES:
            return _STATUSES[error.status_code]
        if error.status_code == 403 and not isinstance(error, ModelAuthenticationError | ModelNotFoundError):
            return Refused
    return next((kind for category, kind in _CATEGORIES if isinstance(error, category)), Malformed)


def _lost_connection(error: Exception) -> ClientConnectionError | None:
    """The connection that was refused or lost, which the SDKs pass on as one that could not be made, or as one that
    took too long."""
    lost = (cause for cause in _causes(error) if isinstance(cause, ClientConnectionError))
    return next((cause for cause in lost if not isinstance(cause, TimeoutError)), None)


def _causes(error: BaseException) -> Iterator[BaseException]:
    cause = error.__cause__
    while cause is not None:
        yield cause
        cause = cause.__cause__


def _said(error: ModelHTTPError) -> str:
    """The provider's own words and code, in small letters, to look for a few words in."""
    return f"{error.provider_error_code} {error.body}".lower()


def _trace_of(error: Exception) -> Trace:
    if not isinstance(error, ModelAPIError):
        return UNTRACED
    code = error.provider_error_code or error.provider_error_type or ""
    if not isinstance(error, ModelHTTPError):
        return Trace(code=_token(code), retry_after=error.retry_after)
    headers = error.headers or {}
    request_id = headers.get("request-id") or headers.get("x-request-id") or ""
    return Trace(error.status_code, _token(code), _token(request_id), error.retry_after)


def _token(text: object) -> str:
    """The text where it is a plain word such as a code or an id; anything else might quote something."""
    return text if isinstance(text, str) and _TOKEN.fullmatch(text) else ""


_TOKEN = re.compile(r"[A-Za-z0-9_.-]{1,64}")


def _spent_on(error: Exception) -> Spent:
    """Nothing for a refusal by the provider and for what was never sent; unknown where a reply may be under way."""
    lost = _lost_connection(error)
    if lost:
        return FREE if isinstance(lost, ClientConnectorError) else UNKNOWN
    if isinstance(error, ModelConnectionError):
        return FREE if error.phase in ("pool", "connect") else UNKNOWN
    return FREE if isinstance(error, ModelHTTPError | UserError) else UNKNOWN
