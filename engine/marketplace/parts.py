"""A line that says something else to each of several sellers: "3 from @A and 7 from @B", "@A 6.50, @B 6"."""

import re
from collections.abc import Sequence

_COUNT = r"\d{1,6}|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty"
_DIGIT = re.compile(r"\d")
_EDGES = " ,;:–—\n"
_JOINED = re.compile(r"(?:^|[\s,;])(?:and|or|but|then|plus|&)$", re.IGNORECASE)


def parts_of(text: str, handles: Sequence[str]) -> dict[str, str]:
    """What the line says to each of those sellers whom it calls; nothing where it says the same to all of them."""
    if len(handles) < 2:
        return {}
    return _bought_from(text, handles) or _each_after_its_name(text, handles)


def _name(handle: str) -> str:
    return rf"@?(?<!\w){re.escape(handle)}(?!\w)"


def _bought_from(text: str, handles: Sequence[str]) -> dict[str, str]:
    """So many from the one, and so many from the other; what stands before and behind is said to each."""
    found = {}
    for handle in handles:
        pattern = rf"\b({_COUNT})\b(?:\s+[\w-]+){{0,3}}?\s+(?:from|of|with)\s+{_name(handle)}(\s+at\s+\W?[\d.,]*\d)?"
        match = re.search(pattern, text, re.IGNORECASE)
        if match is None:
            return {}
        found[handle] = match
    before = text[: min(match.start() for match in found.values())]
    behind = text[max(match.end() for match in found.values()) :]
    return {handle: f"{before}{match[1]} pieces{match[2] or ''}{behind}" for handle, match in found.items()}


def _each_after_its_name(text: str, handles: Sequence[str]) -> dict[str, str]:
    """A name with what is said to it, then the next one. What stands before the first is said to each."""
    names = "|".join(re.escape(handle) for handle in sorted(handles, key=len, reverse=True))
    called = list(re.finditer(rf"@?(?<!\w)({names})(?!\w)", text, re.IGNORECASE))
    by_name = {handle.casefold(): handle for handle in handles}
    ends = [each.start() for each in called[1:]] + [len(text)]
    said = {
        by_name[each[1].casefold()]: _trimmed(text[each.end() : end]) for each, end in zip(called, ends, strict=True)
    }
    if len(said) < len(called) or set(said) != set(handles) or not all(map(_stands_alone, said.values())):
        return {}
    return said


def _stands_alone(text: str) -> bool:
    return bool(_DIGIT.search(text)) or (text.endswith((".", "!", "?")) and any(map(str.isalpha, text)))


def _trimmed(text: str) -> str:
    return _JOINED.sub("", text.strip(_EDGES)).strip(_EDGES)
