"""How a run reads in the terminal, from the brief to its last line."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.markup import escape
from rich.padding import Padding

from bot.console.rep_lines import Entry
from bot.flows.lines import said_as_posts
from bot.views.counterpart import unsaid_traits
from bot.views.sheet import scored_on, sheet_lists
from bot.visible import visible
from engine.hints.hint import NOTHING_NEW
from engine.negotiation.negotiation import Negotiation
from engine.scenario.scenario import Scenario
from engine.scoring.rubric import HINT_POINTS
from engine.terms.money import format_money
from storage.posts import Line, Notice

HELP = (
    f"[dim]Just type what you say. [bold]/hint[/] tells what would help most, for {HINT_POINTS} points; [bold]/end[/] "
    "(or Ctrl+D) ends the run and shows the verdict; [bold]/quit[/] (or Ctrl+C) leaves it unscored; [bold]/help[/] is "
    "this.[/]"
)


def brief_parts(scenario: Scenario, *, by_hand: bool = False) -> Iterator[RenderableType]:
    """What the rep knows before a word is said."""
    product, money = scenario.product, scenario.currency
    yield f"[bold]Practice run · {escape(scenario.share_code)}[/] · you play {scenario.rep.role}"
    traits = [f"{label}: {words}" for label, words in unsaid_traits(scenario)]
    yield escape(" ".join([scenario.counterpart.public, *(f"{trait}." for trait in traits)]))
    yield f"\n{escape(f'{scenario.rep.public} {product.summary}.')}"
    floor = f"{format_money(product.floor, money)} (below it the deal costs the house money)"
    yield f"List {format_money(product.list_price, money)} · your floor {floor}"
    for title, lines in sheet_lists(scenario).items():
        yield f"\n[bold]{title}[/]"
        yield from (_bullet(line) for line in lines)
    yield f"\n[dim]{escape(scored_on(scenario))}[/]"
    if by_hand:
        yield HELP


def _bullet(line: str) -> RenderableType:
    return Padding(f"• {escape(line)}", (0, 0, 0, 2))


def entry_parts(entry: Entry) -> Iterator[RenderableType]:
    """What the rep does, as it stands in the talk."""
    yield f"\n[bold]You[/] › {escape(visible(entry.text))}" if entry.command is None else f"\n[dim]/{entry.command}[/]"


def told_since(before: Negotiation | None, after: Negotiation) -> Iterator[RenderableType]:
    """What came of the rep's last act: the counterpart's lines and notices, or a hint."""
    events = after.events[len(before.events) if before else 0 :]
    is_hint = before is not None and (not events or after.hints != before.hints)
    if is_hint:
        yield _hint(after, is_new=bool(events))
        return
    for post in said_as_posts(after.scenario, events):
        match post:
            case Line(name=name, text=text):
                yield f"\n[bold cyan]{escape(name)}[/] › {escape(text)}"
            case Notice(text=text):
                yield f"\n[dim]{escape(text)}[/]"


def _hint(run: Negotiation, *, is_new: bool) -> str:
    """The hint that stands, with its price; or that there is none."""
    standing = run.standing_hint
    if standing is None:
        return f"[yellow]Hint[/] › {NOTHING_NEW}"
    price = f"−{standing.points} points" if is_new else "shown again, which costs nothing"
    taken = sum(hint.points for hint in run.hints)
    return f"[yellow]Hint[/] › {escape(standing.text)} [dim]({price}; so far −{taken})[/]"
