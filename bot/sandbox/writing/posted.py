"""The text of an app's message as Slack keeps it: it finds addresses and mends ampersands, which apps leave to it."""

import re

_BARE = re.compile(r"<[^<>\n]*>|`[^`]*`|(?P<link>https?://[^\s<>|`]+)")
_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt);)")


def kept_text(text: str, *, links: bool = True) -> str:
    """`text` with each bare `&` as an entity and, with `links`, each bare address as a link.

    What stands between angle brackets or in code is left alone.
    """
    mended = _AMPERSAND.sub("&amp;", text)
    return _BARE.sub(_linked, mended) if links else mended


def _linked(found: re.Match[str]) -> str:
    if found["link"] is None:
        return found.group()
    link = found["link"].rstrip(".,;:!?)'\"*_~")
    return f"<{link}>{found['link'][len(link) :]}"
