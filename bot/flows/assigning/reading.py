"""The one-line form of an assignment: what each word of it says, in whatever order they come.

Every rule reads at least one token and looks at no more than a few, so that a line takes time in proportion to its
length. Nothing is looked up here but names that are known beforehand.
"""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import NamedTuple

from bot.flows.assigning.clauses import CLAUSES, LONGEST_TIME, MODEL, OTHERS
from bot.flows.assigning.scan import Known, Phrase, Scan, Written
from bot.flows.assigning.times import read_when
from bot.flows.assigning.tokens import MOST_TOKENS, Token, tokens_of
from bot.flows.modes import MODES
from bot.orders import Complaint
from engine.errors import BadSeed
from engine.scenario.seed_pack import SeedPack
from engine.scenario.share_code import parse_seed

LONGEST_NAME = 6
_FILLERS = {
    *(
        "on",
        "at",
        "to",
        "for",
        "with",
        "the",
        "of",
        "and",
        "please",
        "a",
        "an",
        "in",
        "assign",
        "seed",
        "seeds",
        "buyer",
    ),
    *("buyers", "&", "+", "-", "|", "each", "them", "let", "play", "give", "as", "is", "pack", "our", "my", "called"),
    *("named", "title", "titled", "difficulty", "mode", "then", "person", "own", "time", "its", "also", "channel"),
}
_EVERYBODY = {"everyone", "everybody", "all"}
_MYSELF = {"me", "myself", "@me"}
_CLOSE = 0.75
_SHORTEST_GUESS = 4


class Line(NamedTuple):
    """What a line says, and what in it says nothing that can be understood."""

    written: Written
    complaints: tuple[Complaint, ...]


def read_line(text: str, known: Known) -> Line:
    """What the text says. No text is too odd: what is not understood is complained of."""
    tokens = tokens_of(text)
    reader = _Reader(Scan(list(tokens[:MOST_TOKENS]), known))
    if len(tokens) > MOST_TOKENS:
        reader.scan.complain("line", f"{len(tokens)} words", f"That is too long. {MOST_TOKENS} words at most.")
    return reader.read()


class _Reader:
    """Reads one line; what can be decided only at its end is kept until then."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self._titles = _by_title(scan.known.seed_packs)
        self._refs = {listed.ref: listed for listed in scan.known.seed_packs}
        self._names = _by_name(scan.known.seed_packs)
        self._listed: list[tuple[str, tuple[SeedPack, ...]]] = []
        self._times: list[Phrase] = []
        self._packs: list[str] = []
        self._unknown_until = -1

    def read(self) -> Line:
        """What the whole line says."""
        while self.scan.at < len(self.scan.tokens):
            token = self.scan.tokens[self.scan.at]
            if token.kind == "word":
                self._word(token)
            else:
                self._marked(token)
        self._settle_times()
        self._settle_packs()
        return Line(self.scan.written, tuple(self.scan.complaints))

    def _marked(self, token: Token) -> None:
        written, shown = self.scan.written, self.scan.taken(1)
        match token.kind:
            case "person":
                written.people.append(token.text)
            case "group":
                written.groups.append(token.text)
            case "channel":
                written.channels.append(token.text)
            case "everyone" if token.text != "here":
                written.here = True
            case "quoted":
                self._quoted(token.text, shown)
            case "everyone":
                self.scan.complain("who", shown, "Who is here changes by the minute. Write @channel for everybody.")
            case _:
                self.scan.complain("line", shown, "I don't know what to do with a link.")

    def _quoted(self, title: str, shown: str) -> None:
        if self.scan.written.title:
            self.scan.complain("title", shown, "There are two titles. Leave one out.")
        self.scan.written.title = title

    def _word(self, token: Token) -> None:
        scan, word = self.scan, token.text
        clause = CLAUSES.get(word)
        read = (
            self._titled(2)
            or (clause is not None and clause(scan))
            or self._somebody(word)
            or any(other(scan) for other in OTHERS)
            or self._titled(1)
            or self._named(word)
            or self._stray_time()
            or self._seed(token)
            or (":" in word and MODEL(scan))
        )
        if not read and word in _FILLERS:
            scan.taken(1)
        elif not read:
            self._guess(token)

    def _titled(self, least: int) -> bool:
        """The title of a seed pack, word for word."""
        words = self.scan.ahead(LONGEST_NAME)
        for length in range(len(words), least - 1, -1):
            if found := self._titles.get(tuple(words[:length])):
                self._listed.append((self.scan.taken(length), found))
                return True
        return False

    def _somebody(self, word: str) -> bool:
        """Whoever is named by something else than a mention."""
        scan = self.scan
        if word in _MYSELF:
            scan.taken(1)
            scan.written.myself = True
        elif word == "here" or (word == "this" and scan.word(1) == "channel"):
            scan.taken(1 + (word == "this"))
            scan.written.here = True
        elif word in _EVERYBODY:
            self._everybody()
        elif word.startswith("@") and len(word) > 1:
            scan.written.handles.append(scan.taken(1).lstrip("@"))
        elif word.startswith("#") and not word[1:].isdigit() and len(word) > 1:
            scan.complain("who", scan.taken(1), "There is no such channel, or none that I can see. Choose it from "
                          "the list that Slack offers after a #.")  # fmt: skip
        else:
            return False
        return True

    def _everybody(self) -> None:
        """`everyone in #sales`, `everybody here`; alone it says too little."""
        scan, offset = self.scan, 1
        while scan.word(offset) in {"in", "of", "from", "at", "who", "is", "the", "members"}:
            offset += 1
        after = scan.at + offset
        is_marked = after < len(scan.tokens) and scan.tokens[after].kind in ("channel", "group")
        if is_marked or scan.word(offset) in {"here", "this"}:
            scan.taken(offset)
        else:
            words = scan.taken(1)
            scan.complain("who", words, "Name the channel: `everyone in #sales`, or `everyone here`.")

    def _named(self, word: str) -> bool:
        """A pack or a seed pack by its id."""
        if word in self.scan.known.packs:
            self._packs.append(word)
            self.scan.taken(1)
        elif word in self._refs:
            self._listed.append((self.scan.taken(1), (self._refs[word],)))
        elif word in self._names:
            self._listed.append((self.scan.taken(1), self._names[word]))
        elif "/" in word:
            self._no_such_pack(word, self.scan.taken(1))
        else:
            return False
        return True

    def _no_such_pack(self, word: str, shown: str) -> None:
        near = get_close_matches(word, self._refs, n=1)
        there_are = ", ".join(self._refs) or "none"
        meant = f"Did you mean {near[0]}?" if near else f"There are: {there_are}."
        self.scan.complain("pack", shown, f"There is no such seed pack. {meant}")
        if near:
            self._listed.append((shown, (self._refs[near[0]],)))

    def _stray_time(self) -> bool:
        """A time that does not say what happens then; the end of the line may tell."""
        read = read_when(self.scan.ahead(LONGEST_TIME))
        if read is None:
            return False
        words = self.scan.taken_time(read)
        if read.wrong:
            self.scan.complain("line", words, read.wrong)
        else:
            self._times.append(Phrase(read.when, words))
        return True

    def _seed(self, token: Token) -> bool:
        """A number or a share code; a word that stands between commas with one was meant as one."""
        word = token.text.lstrip("#") if token.text[1:2].isdigit() else token.text
        is_among_seeds = "," in token.whole and any(part.strip().isdigit() for part in token.whole.split(","))
        if not (word[:1].isdigit() or "#" in word or (word[:1] == "-" and word[1:2].isdigit()) or is_among_seeds):
            return False
        if word in _FILLERS:
            return False
        is_hour = self.scan.hour_may_follow == self.scan.at and len(word) <= 2
        self.scan.taken(1)
        if is_hour:
            told = f"An hour or a seed? Write `{word}:00` or `seeds {word}`."
            self.scan.complain("line", token.shown, told)
            return True
        try:
            parse_seed(word)
        except BadSeed as bad:
            self.scan.complain("seeds", token.whole, str(bad).replace(word, f"*{token.shown}*", 1))
        else:
            self.scan.written.seeds.append(word)
        return True

    def _guess(self, token: Token) -> None:
        """Tells of a word that says nothing here, and goes on with the one that was probably meant."""
        scan, word = self.scan, token.text
        meant = _nearest(word, (*CLAUSES, *MODES, *scan.known.packs, *self._refs, *self._names))
        if not meant:
            self._say_unknown()
            return
        scan.complain("line", token.shown, f"Did you mean `{meant}`?")
        scan.tokens[scan.at] = token._replace(text=meant)
        self._word(scan.tokens[scan.at])

    def _say_unknown(self) -> None:
        """One complaint for words that stand together."""
        scan = self.scan
        follows = self._unknown_until == scan.at and scan.complaints
        shown = scan.taken(1)
        if follows:
            last = scan.complaints.pop()
            shown = f"{last.words} {shown}"
        scan.complain("line", shown if len(shown) <= 200 else f"{shown[:199]}…", _UNKNOWN)
        self._unknown_until = scan.at

    def _settle_times(self) -> None:
        """Of two times without a word the first is the start; one alone is whichever of the two is still missing."""
        written, times = self.scan.written, list(self._times)
        if len(times) == 2 and not written.start and not written.due:
            written.start, written.due = times
            return
        if len(times) == 1 and bool(written.start) != bool(written.due):
            written.start, written.due = written.start or times[0], written.due or times[0]
            return
        for time in times:
            told = f"Say what happens then: `start {time.words}` or `due {time.words}`."
            self.scan.complain("line", time.words, told)

    def _settle_packs(self) -> None:
        written, packs = self.scan.written, list(dict.fromkeys(self._packs))
        if len(packs) > 1:
            self.scan.complain("pack", ", ".join(packs), "One pack at a time. Assign the other by itself.")
        written.pack = packs[0] if packs else ""
        named = self._titles.get(tuple(written.title.lower().split()))
        if named and not (written.seeds or written.drawn or self._listed):
            self._listed.append((written.title, named))
        for words, found in self._listed:
            self._choose(words, found)

    def _choose(self, words: str, found: tuple[SeedPack, ...]) -> None:
        """The seed pack that is meant, by the pack if one is named."""
        written = self.scan.written
        fitting = [listed for listed in found if written.pack in ("", listed.pack)]
        if not fitting:
            told = f"That seed pack is of {found[0].pack}, not of {written.pack}. Name one of them."
            self.scan.complain("pack", words, told)
        elif len(fitting) > 1:
            told = f"That can be {' or '.join(listed.ref for listed in fitting)}. Write it like that."
            self.scan.complain("pack", words, told)
        elif written.seed_pack not in (None, fitting[0]):
            self.scan.complain("pack", words, "One seed pack at a time. Assign the other by itself.")
        else:
            written.seed_pack = fitting[0]


_UNKNOWN = "I don't know what this says here. `/haggle assign help` shows what can be written."


def _nearest(word: str, known: Iterable[str]) -> str:
    if len(word) < _SHORTEST_GUESS or not word.isascii():
        return ""
    # Only what can be near is compared: words of other lengths cannot reach the mark.
    fitting = [name for name in known if abs(len(name) - len(word)) <= len(name) // 2]
    near = get_close_matches(word, fitting, n=1, cutoff=_CLOSE)
    return near[0] if near and near[0] != word else ""


def _by_title(lists: Iterable[SeedPack]) -> dict[tuple[str, ...], tuple[SeedPack, ...]]:
    found: dict[tuple[str, ...], tuple[SeedPack, ...]] = {}
    for listed in lists:
        title = tuple(listed.title.lower().split())
        found[title] = (*found.get(title, ()), listed)
    return found


def _by_name(lists: Iterable[SeedPack]) -> dict[str, tuple[SeedPack, ...]]:
    found: dict[str, tuple[SeedPack, ...]] = {}
    for listed in lists:
        found[listed.id] = (*found.get(listed.id, ()), listed)
    return found
