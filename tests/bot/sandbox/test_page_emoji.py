"""The page shows every emoji that the bot names, by the character that Slack has for it."""

import re
from pathlib import Path

from bot.sandbox.emoji import emoji_drawn, emoji_named
from bot.sandbox.page_routes import PAGE
from engine.marketplace.faces import SIGNS

ROOT = Path(__file__).parents[3]
NAMED = re.compile(r"(?<![\w:]):([a-z][a-z0-9_+-]+):(?![\w:])")


def shown() -> dict[str, str]:
    """The page's characters by their names."""
    table = (PAGE / "emoji.js").read_text("utf-8").partition("const TABLE = `")[2].partition("`")[0]
    words = table.split()
    return dict(zip(words[::2], words[1::2], strict=True))


def named_by_the_bot() -> set[str]:
    """The emoji in what the bot says, its packs included."""
    folders = (ROOT / "engine", ROOT / "packs", *(ROOT / "bot" / name for name in ("views", "flows", "delivery")))
    files = [file for folder in folders for kind in ("*.py", "*.yaml") for file in folder.rglob(kind)]
    names = {name for file in files for name in NAMED.findall(file.read_text("utf-8"))}
    return {name for name in names if emoji_named(name)}


def test_every_face_of_a_seller_has_its_emoji_in_the_page() -> None:
    assert [sign for sign in SIGNS if sign.strip(":") not in shown()] == []


def test_every_emoji_that_the_bot_names_has_its_character_in_the_page() -> None:
    assert {"warning", "white_check_mark", "briefcase"} <= named_by_the_bot()
    assert sorted(named_by_the_bot() - set(shown())) == []
    assert {name for name in named_by_the_bot() if emoji_drawn(shown()[name]) != emoji_named(name)} == set()
