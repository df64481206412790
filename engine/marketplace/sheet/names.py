"""What items are called: one of them, many of them, other words for them, and the word for it in a command."""

import re

from engine.marketplace.market import Item, ItemId
from engine.marketplace.sheet.mistakes import Unreadable, cut

LONGEST = 60
MOST_WORDS = 10
NONE = "none"
_AFTER_HEAD = re.compile(r"\s(?:of|for|at|with|in|from|on|to|by)\s", re.IGNORECASE)
_IRREGULAR = {"people": "person", "men": "man", "women": "woman", "children": "child", "shelves": "shelf",
              "knives": "knife"}  # fmt: skip
_REGULAR = {one: many for many, one in _IRREGULAR.items()}
_WRITTEN = re.compile(r"(?P<name>[^()]*)(?:\((?P<notes>[^()]*)\))?\s*")
_NOT_IN_NAMES = re.compile(r"[:;@()\n]")


def item_of(written: str, quantity: int) -> Item:
    """The item of `USB-C cables`, or of `boxes of paper (one: box of paper; also: box, boxes)`. Unreadable for none."""
    found = _WRITTEN.fullmatch(written)
    if found is None:
        raise Unreadable(
            f"Only (one: …; many: …; also: …) may stand in brackets, once, behind the name; {cut(written)} has others."
        )
    name, notes = " ".join(found["name"].split()), _notes(found["notes"])
    one, many = _one_and_many(name, quantity, notes)
    for each in (one, many):
        _check(each)
    words = _words(notes["also"]) if "also" in notes else other_words(one, many)
    return Item(item_id(one), one, many, words)


def item_text(item: Item, quantity: int) -> str:
    """The item's name as `item_of` reads it."""
    name, notes = (item.one, f"many: {item.many}") if quantity == 1 else (item.many, f"one: {item.one}")
    told = [notes] if _one_and_many(name, quantity, {}) != (item.one, item.many) else []
    if item.words != other_words(item.one, item.many):
        told.append(f"also: {', '.join(item.words) or NONE}")
    return f"{name} ({'; '.join(told)})" if told else name


def item_id(one: str) -> ItemId:
    """`usb_c_cable` of “USB-C cable”: what is typed in a command."""
    name = re.sub(r"[\W_]+", "_", one.casefold()).strip("_")[:40].rstrip("_")
    return ItemId(name if re.search(r"[^\W\d_]", name) else f"item_{name}".rstrip("_"))


def other_words(one: str, many: str) -> tuple[str, ...]:
    """Shorter words for it: “cable” and “cables” for USB-C cables."""
    found = dict.fromkeys(_head(each)[0].rsplit(" ", 1)[-1].lower() for each in (one, many))
    return tuple(word for word in found if word not in (one.lower(), many.lower()))


def _one_and_many(name: str, quantity: int, notes: dict[str, str]) -> tuple[str, str]:
    if "one" in notes or "many" in notes:
        return notes.get("one", name), notes.get("many", name)
    one = _singular(name)
    if one != name and _plural(one) == name:
        return one, name
    return (name, _plural(name)) if quantity == 1 else (name, name)


def _notes(text: str | None) -> dict[str, str]:
    found = {}
    for part in text.split(";") if text is not None else ():
        key, _, value = part.partition(":")
        if key.strip().lower() not in ("one", "many", "also") or not value.strip():
            raise Unreadable(f"{cut(f'({text})')} says nothing. Write (one: box of paper; also: box, boxes).")
        found[key.strip().lower()] = " ".join(value.split())
    return found


def _words(text: str) -> tuple[str, ...]:
    words = tuple(dict.fromkeys(word.strip() for word in text.split(",") if word.strip()))
    if len(words) > MOST_WORDS or any(len(word) > LONGEST for word in words):
        raise Unreadable(f"There may be {MOST_WORDS} other words of {LONGEST} characters.")
    return () if words == (NONE,) else words


def _check(name: str) -> None:
    if not re.search(r"[^\W\d_]", name):
        raise Unreadable("What is needed? Write its name behind the number, as in 3 USB-C cables.")
    if len(name) > LONGEST:
        raise Unreadable(f"{cut(name)} is too long; a name has {LONGEST} characters at most.")
    if _NOT_IN_NAMES.search(name):
        raise Unreadable(f"{cut(name)} has a colon, a semicolon or an @ in it. Leave it out of the name.")


def _head(name: str) -> tuple[str, str]:
    """What it is, and what is said of it: “boxes” and “ of copy paper”."""
    found = _AFTER_HEAD.search(name)
    return (name[: found.start()], name[found.start() :]) if found else (name, "")


def _singular(name: str) -> str:
    head, tail = _head(name)
    *before, last = head.split(" ")
    return " ".join([*before, _one_of(last)]) + tail


def _plural(name: str) -> str:
    head, tail = _head(name)
    *before, last = head.split(" ")
    return " ".join([*before, _many_of(last)]) + tail


def _one_of(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("ches", "shes", "xes", "sses", "zzes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 2 else word


def _many_of(word: str) -> str:
    if word in _REGULAR:
        return _REGULAR[word]
    if word.endswith("y") and len(word) > 1 and word[-2] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("ch", "sh", "x", "s", "zz")) else f"{word}s"
