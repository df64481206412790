"""The body of a request as bytes, text, JSON or a form. Nothing passes that UTF-8 cannot hold."""

import codecs
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager

from aiohttp import BodyPartReader, web
from aiohttp.http_exceptions import HttpProcessingError

from bot.sandbox.errors import BodyError

MOST_BYTES = 4 * 1024 * 1024
MOST_DEEP = 100
_CHARSETS = frozenset({"utf-8", "iso8859-1"})
_MALFORMED = (ValueError, LookupError, AssertionError, RuntimeError, HttpProcessingError, web.RequestPayloadError)
"""What aiohttp raises for a form that is none."""


def parse_json(text: str) -> object:
    """The JSON in the text; ValueError when it is none, holds what UTF-8 or JSON cannot say, or nests too deep."""
    try:
        value: object = json.loads(text)
        json.dumps(value, ensure_ascii=False, allow_nan=False).encode()
    except UnicodeEncodeError:
        raise ValueError("half of a surrogate pair stands alone") from None
    except RecursionError:
        raise ValueError(f"it nests more than {MOST_DEEP} deep") from None
    if _is_deeper(value, MOST_DEEP):
        raise ValueError(f"it nests more than {MOST_DEEP} deep")
    return value


def is_storable(text: str) -> bool:
    """Whether UTF-8 can hold the text, as it cannot half of a surrogate pair."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


@web.middleware
async def hanging_up(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """The handler's answer, the last on its connection when nobody can tell where the body ended."""
    response = await handler(request)
    if request.content.exception() is not None:
        response.force_close()
    return response


async def read_bytes(request: web.Request, code: str = "invalid_body") -> bytes:
    """The body as it came; BodyError `code` when it is falsely said to be compressed, or when it is too large."""
    with readable(code):
        return await request.read()


async def read_text(request: web.Request, code: str = "invalid_body") -> str:
    """The body as text; BodyError `code` when it is none in its charset, `invalid_charset` when Slack takes no such."""
    charset = _charset(request)
    body = await read_bytes(request, code)
    with readable(code):
        return body.decode(charset)


async def read_form(request: web.Request) -> Mapping[str, str]:
    """The fields of a form, files left out; BodyError when it cannot be read."""
    _charset(request)
    with readable("invalid_form_data"):
        form = await request.post()
    fields = {key: value for key, value in form.items() if isinstance(value, str)}
    return storable(fields)


def storable(fields: Mapping[str, str]) -> Mapping[str, str]:
    """The same fields; BodyError `invalid_form_data` when one holds what UTF-8 cannot."""
    if not all(is_storable(key) and is_storable(value) for key, value in fields.items()):
        raise BodyError("invalid_form_data", "The form holds half of a surrogate pair, or bytes that are not UTF-8.")
    return fields


async def parts_of(request: web.Request) -> AsyncIterator[BodyPartReader]:
    """The parts of a multipart form one by one; BodyError when it is none. To be read within `readable`."""
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            raise BodyError("invalid_form_data", "A part of the form holds parts itself.")
        yield part


@contextmanager
def readable(code: str) -> Iterator[None]:
    """Makes a BodyError `code` of whatever is wrong with a body that is read inside."""
    try:
        yield
    except web.HTTPRequestEntityTooLarge:
        detail = f"The body is larger than {MOST_BYTES:,} bytes."
        raise BodyError("request_too_large", detail, 413) from None
    except web.HTTPException as refused:
        raise BodyError(code, f"The body cannot be read: {refused.reason}.") from None
    except _MALFORMED as error:
        raise BodyError(code, f"The body cannot be read: {str(error)[:200]}.") from error


def _charset(request: web.Request) -> str:
    named = request.charset or "utf-8"
    try:
        charset = codecs.lookup(named).name
    except (LookupError, ValueError):
        charset = ""
    if charset not in _CHARSETS:
        raise BodyError("invalid_charset", f"The charset {named[:100]!r} is not taken; utf-8 is, and iso-8859-1.")
    return charset


def _is_deeper(value: object, most: int) -> bool:
    level = [value]
    for _ in range(most):
        level = [inner for each in level for inner in _inside(each) if isinstance(inner, dict | list)]
        if not level:
            return False
    return True


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()
