"""A board, for everybody: who leads, who has come far, and how the team does. Nobody else is named."""

from collections.abc import Iterator, Mapping, Sequence

from bot.views.blocks import actions, as_text, button, context, escape, section
from bot.views.message import Block, Message
from engine.board.places import Place
from engine.board.shown import Shared, Shown, Team
from engine.board.totals import MINIMUM
from engine.scoring.rubric import RUBRIC
from engine.timing.periods import Period

MY_PLACE, HIDE_NAME, SHOW_NAME = "board_place", "board_hide", "board_show"
"""The buttons: one sends whoever presses it their own place, the others hide and show their name."""
MOST_NAMES = 5
"""Names on one place; who else shares it is counted."""
_NOW = {"week": "this week", "month": "this month", "season": "this season", "all": "all time"}
_MEASURE = "Percentiles are among 48 reference reps with the same buyers; speed does not count."

Names = Mapping[str, str]


def standing_message(shown: Shown, names: Names) -> Message:
    """The message in which the board stands."""
    buttons = actions("board", button(MY_PLACE, "My place"), button(HIDE_NAME, "Hide my name"))
    foot = context(f"Your own place comes by DM. {_MEASURE}")
    return _message(title_of(shown, now_words(shown.period)), shown, names, (foot, buttons))


def week_message(shown: Shown, names: Names) -> Message:
    """What a channel reads of a week that is over."""
    title = title_of(shown, f"Week of {shown.period.first.day} {shown.period.first:%B}, final")
    return _message(title, shown, names, (context(_MEASURE),))


def gone_message(channel: str) -> Message:
    """What stands where the board stood; `channel` is where it is now, empty for nowhere."""
    where = f"It is in <#{channel}> now." if channel else "`/haggle leaderboard` still shows it to you."
    return Message(f"The board stood here. {where}")


def board_blocks(title: str, shown: Shown, names: Names) -> tuple[Block, ...]:
    """The board without anything to press."""
    return tuple(section(text) for text in (f"*{title}*\n{_leaders(shown, names)}", _rest(shown, names)) if text)


def title_of(shown: Shown, period: str) -> str:
    """`This week · car_sales · 5 buyers, first attempts`."""
    pack = escape(shown.pack) or "all packs"
    buyers = f"{_count(shown.buyers, 'buyer')}, " if shown.basis == "common" else ""
    return f"{period[:1].upper()}{period[1:]} · {pack} · {buyers}first attempts"


def now_words(period: Period) -> str:
    """`this week`."""
    return _NOW[period.kind]


def ordinal(number: int) -> str:
    """`1st`, `2nd`, `13th`, `84th`."""
    teen = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _message(title: str, shown: Shown, names: Names, foot: tuple[Block, ...]) -> Message:
    said = " ".join((f"{title}.", *_leaders(shown, names).splitlines(), *_rest(shown, names).splitlines()))
    return Message(said.replace("*", ""), (*board_blocks(title, shown, names), *foot))


def _leaders(shown: Shown, names: Names) -> str:
    if shown.places:
        return "\n".join(_place(place, names, is_first=place is shown.places[0]) for place in shown.places)
    if not shown.runs:
        return (
            f"Nobody has played {_in_words(shown.period)} yet. `/haggle start` begins a run; "
            f"{MINIMUM} first attempts give a place."
        )
    return "No names to show." if shown.ranked else f"No places yet: {MINIMUM} first attempts give one."


def _place(place: Place, names: Names, *, is_first: bool) -> str:
    unit = " percentile" if is_first else ""
    return f"{place.rank} · *{_named(place.people, names)}* · {ordinal(place.percent)}{unit}"


def _rest(shown: Shown, names: Names) -> str:
    return "\n".join(line for line in (*_strides(shown, names), _team(shown)) if line)


def _strides(shown: Shown, names: Names) -> Iterator[str]:
    if shown.improved:
        yield f"Most improved: {_named(shown.improved.people, names)} (+{shown.improved.figure})"
    if shown.widest:
        yield f"Widest coverage: {_named(shown.widest.people, names)} ({_coverage(shown.widest)})"


def _coverage(widest: Shared) -> str:
    return f"all points in {widest.figure} of {len(RUBRIC)} checks"


def _team(shown: Shown) -> str:
    if not shown.everybody:
        return ""
    parts = [_doing(shown.team)] if shown.team else []
    have = "has" if shown.ranked == 1 else "have"
    played = f"{shown.ranked} of {shown.everybody} {have} played the minimum of {MINIMUM}"
    return " · ".join((*parts, played))


def _doing(team: Team) -> str:
    at = f"Team: {ordinal(team.percent)} percentile"
    if team.rise is None:
        return at
    return f"{at}, {f'up {team.rise}' if team.rise > 0 else f'down {-team.rise}' if team.rise else 'as before'}"


def _named(people: Sequence[str], names: Names) -> str:
    """The names in the order of the alphabet; of who is not known by name, Slack shows it."""
    known = sorted((as_text(names[person]) for person in people if person in names), key=str.casefold)
    every = [*known, *(f"<@{person}>" for person in people if person not in names)]
    more = len(every) - MOST_NAMES
    return ", ".join(every[:MOST_NAMES]) + (f" and {more} more" if more > 0 else "")


def _in_words(period: Period) -> str:
    return "" if period.kind == "all" else now_words(period)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
