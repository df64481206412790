"""Who a line in a market is for: the sellers whose handles call them, or everybody where it calls nobody.

A handle calls its seller where a name would: at the beginning of a sentence, at its end, or between commas. Inside a
sentence it may only be talked about ("can you match @BudgetWires?"), and what is said then is not for that seller.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum, auto
from typing import NamedTuple

EVERYBODY = frozenset({"all", "everyone", "everybody", "sellers", "channel", "here"})
"""Handles that call everybody, whatever the sellers are called."""

READ_LIMIT = 4_000
"""Characters of a line that are looked at."""


class Unknown(NamedTuple):
    """A handle that is nobody's, as written, empty where a person of the workspace is called; `meant` are the sellers
    that it may stand for."""

    written: str
    meant: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Addressed:
    """Who a line is for. With an unknown handle, or where sellers are only talked about, that has to be asked.

    `to` are the handles in the order in which they are called, all of them where the line is for everybody.
    `about` are those that are talked about and not called.
    """

    to: tuple[str, ...]
    everybody: bool = False
    about: tuple[str, ...] = ()
    unknown: tuple[Unknown, ...] = ()

    @property
    def is_clear(self) -> bool:
        """Whether it can be sent to whom it names."""
        return bool(self.to) and not self.unknown


class _Part(Enum):
    WORD = auto()
    CALL = auto()
    ALL = auto()
    STRANGER = auto()
    COMMA = auto()
    STOP = auto()


class _Piece(NamedTuple):
    """A piece of a line; `bare` where it is a name without the @."""

    part: _Part
    text: str
    bare: bool = False


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NAME_GOES_ON = re.compile(r"[\w]|[.\-][\w]")
"""What makes a longer name of the handle before it: a letter or digit, also after one full stop or hyphen."""
_WRITTEN = re.compile(r"[\w](?:[\w]|[.\-](?=[\w]))*")
_PRICE = re.compile(r"\s*[$€£¥₹]?\s?\d")
_BRACKETED = re.compile(r"<[^<>]*>")
_MARKS = re.compile(r"[*~`]|(?<![^\W_])_+|_+(?![^\W_])")
"""What makes words bold, struck out, code or italic: `*@QuickTech*`; inside a name the underscore is part of it."""
_PERSON = r"<@\w+(?:\|[^<>]*)?>"
_CALLS_A_PERSON = re.compile(
    rf"^\W*(?:(?:hi|hello|hey|ok|okay|so|and|thanks|please|dear)\W+)?{_PERSON}(?!\s+and\s+(?:i|we)\b)"
    rf"|,\s*{_PERSON}|{_PERSON}\W*$",
    re.IGNORECASE,
)
"""A line to a person of the workspace, as Slack writes a name that was picked from its list."""
_WORD = re.compile(r"[^\s@,;:.!?()\n]+")
_OWNED = re.compile(r"['’]s?$")
_OPENERS = _words(
    "and & + or plus hi hello hey dear ok okay thanks thank you so then to for deal yes no sorry please well cc "
    "alright right good morning afternoon evening both also now again attn re"
)
"""Words that may stand before a name that begins a sentence, and between names."""
_TALKING_OF = _words(
    "than match matches matching beat beats beating from like against versus vs as with by of undercut undercuts what "
    "at about that because while where when if but offer offers says said wants has gave give undercutting meet "
    "meeting top topping below under over above near given unlike not"
)
"""Words after which a handle is talked about."""
_GOING = _words("go going went goes turn switch talk talking talked speak spoke")
"""Verbs with which one goes to a seller that is talked about: "or I'll go to @BudgetWires"."""
_THIRD_PERSON = _words(
    "offers says said quoted quotes charges wants gave sells asks asked told promised promises came went dropped "
    "lowered"
)
"""Words before which a handle is talked about: the verbs of somebody who is not spoken to."""
_BEING = _words("is was has isn't wasn't does did just already 's ’s ' ’")
"""What follows a name without the @ that stands behind another one, and is talked about."""
_MAY = _words("would could can will")
_NOT_OF_IT = _words("you we i")
"""What follows after those where the named seller is spoken to: "QuickTech BudgetWires can you do 6?"."""
_DOING = _words(
    "at do does did go goes sell sells take takes ask asking offer offering charge charging give gives let lets come "
    "want match matches down done offered quoted said asked gone dropped already selling willing cheaper lower"
)
"""What a seller that is talked about does or is, after a verb that may as well begin a question: "is at 6", "would do
6"."""
_OFFERED_BY = _words("from by at match matching meet beat")
"""Words before the name of whoever offered what is told."""


def addressed(text: str, handles: Sequence[str]) -> Addressed:
    """Who the line is for, among the sellers of these handles (written without the @)."""
    sentences = list(_sentences(_pieces(_plain(text), handles)))
    unknown = tuple(
        dict.fromkeys(Unknown(p.text, _meant(p.text, handles)) for s in sentences for p in s if _strange(p))
    )
    called = tuple(dict.fromkeys(handle for sentence in sentences for handle in _called(sentence)))
    named = tuple(dict.fromkeys(piece.text for sentence in sentences for piece in sentence if piece.part is _Part.CALL))
    about = tuple(handle for handle in named if handle not in called)
    if any(piece.part is _Part.ALL for sentence in sentences for piece in sentence):
        return Addressed(tuple(handles), everybody=True, about=about, unknown=unknown)
    if not called and _CALLS_A_PERSON.search(text):
        unknown = (*unknown, Unknown("", ()))
    if called or named or unknown:
        return Addressed(called, about=about, unknown=unknown)
    return Addressed(tuple(handles), everybody=True)


def sources(text: str, handles: Sequence[str]) -> tuple[str, ...]:
    """The sellers of whom the line tells what they offer: "@BudgetWires offers me 6.50"."""
    sentences = _sentences(_pieces(_plain(text), handles))
    told = (piece.text for s in sentences for at, piece in enumerate(s) if _is_told_of(s, at))
    return tuple(dict.fromkeys(told))


def told_of(text: str, handles: Sequence[str]) -> str:
    """The line as it tells of others, whoever they are: "somebody offers me 6.50"."""
    folded = text.casefold()
    named = [name for handle in handles if (name := handle.casefold()) in folded]
    if not named or (len(named) == folded.count(named[0]) == 1 and folded.startswith(f"@{named[0]}")):
        return text
    called = addressed(text, handles).to
    for handle in sources(text, handles):
        if handle not in called:
            text = re.sub(rf"@?(?<!\w){re.escape(handle)}(?!\w)", "somebody", text, flags=re.IGNORECASE)
    return text


def _is_told_of(sentence: Sequence[_Piece], at: int) -> bool:
    if sentence[at].part is not _Part.CALL:
        return False
    return _does_something(sentence, at) or (at > 0 and sentence[at - 1].text in _OFFERED_BY)


def _plain(text: str) -> str:
    """The line with one kind of @, without what cannot be seen, without marks of formatting, and without links,
    addresses and mentions of people."""
    seen = "".join(c for c in unicodedata.normalize("NFKC", text[:READ_LIMIT]) if unicodedata.category(c) != "Cf")
    return _MARKS.sub("", _BRACKETED.sub(" somebody ", seen))


def _pieces(text: str, handles: Sequence[str]) -> Iterator[_Piece]:
    folded = sorted(((handle.casefold(), handle) for handle in handles), key=lambda pair: -len(pair[0]))
    named = {handle.casefold(): handle for handle in handles if _is_a_name(handle)}
    at, called = 0, -1
    while at < len(text):
        character = text[at]
        if character == "@":
            piece, at = _after_sign(text, at, folded, is_address=at - called > 1 and _goes_on_from(text, at))
            if piece:
                called = at
                yield piece
        elif character in ",;:()/+—–":
            yield _Piece(_Part.COMMA, character)
            at += 1
        elif character in ".!?\n":
            if character == "\n" or _ends_sentence(text, at):
                yield _Piece(_Part.STOP, character)
            at += 1
        elif found := _WORD.match(text, at):
            yield from _word(found.group().casefold(), named)
            at = found.end()
        else:
            at += 1


def _word(word: str, named: Mapping[str, str]) -> Iterator[_Piece]:
    """A word, or a name without the @; `BudgetWires's` is a name and an `'s`."""
    name = _OWNED.sub("", word)
    if name not in named:
        yield _Piece(_Part.WORD, word)
        return
    yield _Piece(_Part.CALL, named[name], bare=True)
    if name != word:
        yield _Piece(_Part.WORD, word[len(name) :])


def _is_a_name(handle: str) -> bool:
    """Whether the handle is no word of its own, so that it names its seller without the @ too: `BudgetWires`."""
    return any(character.isupper() or character.isdigit() for character in handle[1:])


def _ends_sentence(text: str, at: int) -> bool:
    """Whether the mark ends a sentence: not the point of "6.50"."""
    return at + 1 >= len(text) or not text[at + 1].isalnum()


def _goes_on_from(text: str, at: int) -> bool:
    """Whether a word runs on into the @, which is then part of an address."""
    return at > 0 and (text[at - 1].isalnum() or text[at - 1] in "._-+")


def _after_sign(
    text: str, at: int, folded: Sequence[tuple[str, str]], *, is_address: bool
) -> tuple[_Piece | None, int]:
    """What an @ begins, and where that ends; before a price it is a preposition."""
    start = at + 1
    if is_address:
        found = _WRITTEN.match(text, start)
        return None, found.end() if found else start
    rest = text[start : start + 80].casefold()
    for name, handle in folded:
        if rest.startswith(name) and not _NAME_GOES_ON.match(rest, len(name)):
            return _Piece(_Part.CALL, handle), start + len(name)
    if _PRICE.match(text, start):
        return _Piece(_Part.WORD, "@"), start
    found = _WRITTEN.match(text, start)
    if found is None:
        return None, start
    everybody = found.group().casefold() in EVERYBODY
    return _Piece(_Part.ALL if everybody else _Part.STRANGER, found.group()), found.end()


def _sentences(pieces: Iterable[_Piece]) -> Iterator[list[_Piece]]:
    sentence: list[_Piece] = []
    for piece in pieces:
        if piece.part is _Part.STOP:
            yield sentence
            sentence = []
        else:
            sentence.append(piece)
    yield sentence


def _called(sentence: Sequence[_Piece]) -> Iterator[str]:
    """The handles of a sentence that call their sellers."""
    leading = True
    for at, piece in enumerate(sentence):
        if piece.part is _Part.CALL:
            if not _does_something(sentence, at) and (
                leading or _is_vocative(sentence, at) or _buys_from(sentence, at)
            ):
                yield piece.text
        elif piece.part is _Part.WORD and piece.text not in _OPENERS:
            leading = False


_BEGINNING = _words("can could would will do what how please take give i I'd i'd i'll you your")
"""Words that begin what is said to somebody whose name comes before them."""
_BUYING = _words("take buy order get deal go going buying taking")
"""Verbs with which a line that speaks of one seller is for that one: "I'll take 5 from @CableHouse"."""


def _buys_from(sentence: Sequence[_Piece], at: int) -> bool:
    """Whether the sentence buys from that seller."""
    if not at or sentence[at - 1].text not in {"from", "of", "with"} or sentence[0].part is _Part.CALL:
        return False
    words = [piece.text for piece in sentence[:at] if piece.part is _Part.WORD]
    return any(map(str.isdigit, words[-2:-1])) or not _BUYING.isdisjoint(words)


def _does_something(sentence: Sequence[_Piece], at: int) -> bool:
    """Whether what follows says what that seller does or is, so that somebody else is told of it."""
    verb, then = ([piece.text for piece in sentence[at + 1 : at + 3]] + ["", ""])[:2]
    if verb in _THIRD_PERSON or (verb in _BEING | _MAY and then in _DOING):
        return True
    if not (sentence[at].bare and at > 0):
        return False
    is_asked_of = sentence[at - 1].part is _Part.CALL and not sentence[at - 1].bare and _PRICE.match(verb)
    return bool(is_asked_of) or verb in _BEING or (verb in _MAY and then not in _NOT_OF_IT)


def _is_vocative(sentence: Sequence[_Piece], at: int) -> bool:
    """Whether the handle inside a sentence stands apart from it, or ends it without being talked about."""
    before, after = sentence[at - 1], sentence[at + 1] if at + 1 < len(sentence) else None
    ends = after is None or after.part in (_Part.COMMA, _Part.CALL) or after.text in ("and", "&")
    is_told = before.part is _Part.COMMA and not sentence[at].bare and after is not None and _begins(after.text)
    if not (ends or is_told):
        return False
    if before.part is _Part.COMMA:
        return True
    if sentence[at].bare and before.part is _Part.WORD:
        return False
    if before.part is _Part.CALL or before.text in ("and", "&"):
        return _is_vocative(sentence, _begin_of_row(sentence, at))
    goes_to = before.text == "to" and at > 1 and sentence[at - 2].text in _GOING
    is_talked_of = before.text in _TALKING_OF and not (before.text == "that" and after is None)
    return before.part is _Part.WORD and not is_talked_of and not goes_to


def _begins(word: str) -> bool:
    """Whether the word may begin what is said to somebody: a number, a question, a wish."""
    return bool(_PRICE.match(word)) or word in _BEGINNING


def _begin_of_row(sentence: Sequence[_Piece], at: int) -> int:
    """Where the row of handles that this one is in begins: "@A, @B and @C"."""
    while at and (sentence[at - 1].part is _Part.CALL or sentence[at - 1].text in ("and", "&")):
        at -= 1
    return at


def _strange(piece: _Piece) -> bool:
    return piece.part is _Part.STRANGER


def _meant(written: str, handles: Sequence[str]) -> tuple[str, ...]:
    """The sellers whom a handle may stand for: those that it begins, else the one that it is nearly."""
    folded = {handle.casefold(): handle for handle in handles}
    name = written.casefold()
    begun = tuple(handle for key, handle in folded.items() if key.startswith(name) or name.startswith(key))
    return begun or tuple(folded[key] for key in get_close_matches(name, list(folded), n=1, cutoff=0.6))
