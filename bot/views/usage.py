"""What a team's use of language models comes to, as its managers read it."""

from collections.abc import Callable, Mapping, Sequence

from bot.views.blocks import actions, button, context, divider, escape, header, section
from bot.views.history import CLOSE
from bot.views.message import Block, Message
from engine.llm.budget import ASSUMED_PRICE, Scope
from storage.team_usage import Kind, Period, Share, TeamUsage
from storage.usage import Figures

TITLE = "Language model · use and cost"
NO_MODEL = (
    "No language model is set up here: buyers speak by rules alone, which costs nothing. Whoever runs Haggle switches "
    "*freeplay* on by naming a model in `HAGGLE_MODEL` and giving its provider’s key; `haggle doctor` then says "
    "whether it answers."
)
NOT_USED = (
    "{model} is set up, and nobody has used it this month. `/haggle start freeplay` begins a run in which it words the "
    "buyer."
)
NO_MORE = "No language model is set up any more, so freeplay cannot be chosen."
HOW = (
    "Days and months are those of UTC. Costs are what the provider reports, or else by the price list that Haggle came "
    f"with. Budgets in money count tokens without a known price with ${ASSUMED_PRICE} a million."
)
PURPOSES: Mapping[str, str] = {
    "voice": "Buyers’ lines",
    "read": "Lines of reps, read along",
    "judge": "Comments on verdicts",
    "seller": "Sellers in markets",
    "market_buyer": "Buyers in markets",
}
"""What a call was for, in words; one that is not here is shown by its own name."""

MOST_KINDS = 8
"""Modes and models that are listed: Slack takes 3,000 characters in a paragraph."""

_BUDGETS = {
    Scope.RUN: "A run (today’s fullest)",
    Scope.PERSON: "A person and day (today’s fullest)",
    Scope.TEAM: "This workspace and day",
    Scope.DAY: "Everybody and day",
}
_MICRO = 1_000_000


def usage_message(use: TeamUsage, model: str) -> Message:
    """The team's use, for one manager; `model` is the one that is set up, empty where none is."""
    if not any(_is_used(period) for period in (use.week, use.month)):
        return _nothing_yet(use, model)
    blocks = (
        header(TITLE),
        _table(use),
        *_listed("By mode and model, this month", _kinds(use.kinds)),
        *_listed("Who used most, this month", [_person(*each) for each in use.people]),
        *_budgets(use),
        *(() if model else (section(NO_MORE),)),
        context(WHAT_IT_MEANS, HOW),
        _close(),
    )
    return Message(_in_words(use), blocks)


def dollars(micro: int) -> str:
    """`$1,204.50`; what is less than a dollar to a hundredth of a cent. Rounded up."""
    if 0 < micro <= _MICRO - 100:
        return f"$0.{-(-micro // 100):04}"
    return _cents(micro)


def _cents(micro: int) -> str:
    cents = -(-micro // 10_000)
    return f"${cents // 100:,}.{cents % 100:02}" if micro else "$0"


def cost(figures: Figures) -> str:
    """`$1.20, unknown for 3 calls`: a cost that is not known is no cost of nothing."""
    if not figures.unpriced:
        return dollars(figures.micro_dollars)
    unknown = f"unknown for {_calls(figures.unpriced)}"
    return f"{dollars(figures.micro_dollars)}, {unknown}" if figures.micro_dollars else f"cost {unknown}"


def short(number: int) -> str:
    """`9,999`, `187k`, `12.4M`: what is longer is cut, so that figures compare at a glance."""
    if number < 10_000:
        return f"{number:,}"
    name, size = next((name, size) for name, size in (("G", 10**9), ("M", 10**6), ("k", 10**3)) if number >= size)
    whole, tenth = divmod(number * 10 // size, 10)
    return f"{whole:,}{name}" if whole >= 100 or not tenth else f"{whole}.{tenth}{name}"


def _is_used(period: Period) -> bool:
    return bool(period.lines or period.figures.calls or period.figures.refused)


def _nothing_yet(use: TeamUsage, model: str) -> Message:
    words = NOT_USED.format(model=f"`{escape(model)}`") if model else NO_MODEL
    return Message(words, (header(TITLE), section(words), *(_budgets(use) if model else ()), _close()))


def _close() -> Block:
    return actions("usage", button(CLOSE, "Close"))


def _known_cost(period: Period) -> str:
    """To the cent, rounded up."""
    figures = period.figures
    return "unknown" if figures.unpriced and not figures.micro_dollars else _cents(figures.micro_dollars)


_ROWS: tuple[tuple[str, Callable[[Period], str]], ...] = (
    ("Calls", lambda period: short(period.figures.calls)),
    ("– no reply", lambda period: short(period.figures.calls - period.figures.answered)),
    ("– sent again", lambda period: short(period.figures.attempts - period.figures.calls)),
    ("Tokens in", lambda period: short(period.figures.input_tokens)),
    ("– cached", lambda period: short(period.figures.cached_tokens)),
    ("Tokens out", lambda period: short(period.figures.output_tokens)),
    ("Cost", _known_cost),
    ("– unknown for", lambda period: short(period.figures.unpriced)),
    ("Buyers’ lines", lambda period: short(period.lines)),
    ("– stock phrases", lambda period: _percent(period.stock, period.lines)),
    ("– asked again", lambda period: short(period.asked_again)),
    ("Over budget", lambda period: short(period.figures.refused)),
)
_NONE = {"0", "$0", "0%"}
WHAT_IT_MEANS = (
    "*Sent again*: after a fault of the provider. *Cost*: of all calls but those that it is *unknown for*. *Stock "
    "phrases*: lines not said in the model’s words. *Asked again*: its first words broke a rule. *Over budget*: calls "
    "that were not made."
)


def _table(use: TeamUsage) -> Block:
    """One row for each figure, without those that are nothing throughout."""
    periods = (use.today, use.week, use.month)
    rows = [[title, *(show(period) for period in periods)] for title, show in _ROWS]
    told = [row for row in rows if set(row[1:]) - _NONE]
    head = ["Use", "Today", "7 days", f"{use.day:%b}"]
    return {
        "type": "table",
        "column_settings": [{"align": "left"}, *({"align": "right"} for _ in periods)],
        "rows": [[{"type": "raw_text", "text": cell} for cell in row] for row in (head, *told)],
    }


def _listed(title: str, lines: list[str]) -> tuple[Block, ...]:
    return (divider(), section("\n".join([f"*{title}*", *lines]))) if lines else ()


def _kinds(kinds: Sequence[Kind]) -> list[str]:
    more = len(kinds) - MOST_KINDS
    return [*(_kind(kind) for kind in kinds[:MOST_KINDS]), *([f"• and {more} more"] if more > 0 else [])]


def _kind(kind: Kind) -> str:
    where = f"in {kind.mode}" if kind.mode else "in runs that are gone"
    purpose = PURPOSES.get(kind.purpose, kind.purpose)
    return f"• {escape(purpose)} {escape(where)} by `{escape(kind.model)}`: {_came_to(kind.figures)}"


def _person(person: str, figures: Figures) -> str:
    who = f"<@{person}>" if person[:1] in "UW" else "Somebody who has left"
    return f"• {who}: {_came_to(figures)}"


def _came_to(figures: Figures) -> str:
    """`12 calls, 34,000 tokens, $0.02`."""
    if not figures.calls:
        return f"no call, {_calls(figures.refused)} not made since a budget was used up"
    return f"{_calls(figures.calls)}, {figures.tokens:,} tokens, {cost(figures)}"


def _budgets(use: TeamUsage) -> tuple[Block, ...]:
    if not use.shares:
        return _listed("Budgets", ["None is set: the model may be used without a limit."])
    return _listed("Budgets, used today", [f"• {_share(share)}" for share in use.shares])


def _share(share: Share) -> str:
    """`This workspace and day: 34% of 200,000 tokens, 8% of $25.00`."""
    used, cap = share.used, share.cap
    in_tokens = [f"{_part(used.tokens, cap.tokens)} of {cap.tokens:,} tokens"] if cap.tokens else []
    in_money = (
        [f"{_part(used.micro_dollars, cap.micro_dollars)} of {dollars(cap.micro_dollars)}"] if cap.micro_dollars else []
    )
    return f"{_BUDGETS[share.scope]}: {', '.join([*in_tokens, *in_money])}"


def _part(part: int, whole: int) -> str:
    """`34%`; a budget that is used up is said so."""
    return f"*used up*, {_percent(part, whole)}" if part >= whole else _percent(part, whole)


def _percent(part: int, whole: int) -> str:
    """Whole percent, rounded down; a little is more than nothing."""
    return "under 1%" if 0 < part * 100 < whole else f"{part * 100 // whole if whole else 0}%"


def _in_words(use: TeamUsage) -> str:
    """The whole of it for those who see no blocks."""
    periods = {"Today": use.today, "Last 7 days": use.week, f"{use.day:%B}": use.month}
    told = [f"{title}: {_period_in_words(period)}." for title, period in periods.items()]
    budgets = [f"{_share(share).replace('*', '')}." for share in use.shares]
    return " ".join(["Use of the language model.", *told, *budgets])


def _period_in_words(period: Period) -> str:
    if not _is_used(period):
        return "no calls"
    stock = f"; {period.stock} of {period.lines} lines were stock phrases" if period.lines else ""
    return f"{_came_to(period.figures)}{stock}"


def _calls(number: int) -> str:
    return f"{number:,} call{'' if number == 1 else 's'}"
