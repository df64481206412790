"""What the rep works from, as plain lines: what may be added and traded, what may be said, what is scored."""

from engine.scenario.scenario import Issue, IssueKind, Scenario
from engine.scoring.fewer import Pieces, pieces_of
from engine.scoring.rubric import AREA_POINTS, HINT_POINTS
from engine.strict.wording import amount_in_words
from engine.terms.money import format_money
from engine.terms.terms import Terms


def sheet_lists(scenario: Scenario) -> dict[str, list[str]]:
    """The lists of the sheet under their titles, those that have anything in them."""
    lists = {
        "You may add": _add_ons(scenario),
        "You may also trade": _counts(scenario),
        "What you can say of it": [fact for _, fact in scenario.product.facts],
    }
    return {title: lines for title, lines in lists.items() if lines}


def _add_ons(scenario: Scenario) -> list[str]:
    money = scenario.currency
    return [
        f"{scenario.issue(add_on.issue).label}: brings you {format_money(add_on.brings, money)}"
        if add_on.brings
        else f"{scenario.issue(add_on.issue).label}: costs you {format_money(add_on.cost, money)}, "
        f"sells at {format_money(add_on.price, money)}"
        for add_on in scenario.product.add_ons
    ]


def _counts(scenario: Scenario) -> list[str]:
    """What each step of the months, seats or percent on the table is worth to the rep."""
    counts = (issue for issue in scenario.issues if issue.kind is IssueKind.COUNT)
    telling = (issue for issue in counts if scenario.rep.interests.stake(issue.id).slope)
    return [f"{issue.label}: {_by_step(scenario, issue)}" for issue in telling]


def _by_step(scenario: Scenario, issue: Issue) -> str:
    """`each more than 12 brings you $62`, counted from where it neither brings nor costs anything."""
    stake = scenario.rep.interests.stake(issue.id)
    neutral = -stake.once // stake.slope
    way = "more" if issue.high > neutral else "less"
    verb = "brings" if (stake.slope > 0) == (way == "more") else "costs"
    worth = format_money(abs(stake.slope) * issue.scale, scenario.currency)
    told = f"each {way} than {amount_in_words(scenario, issue, neutral)} {verb} you {worth}"
    pieces = pieces_of(scenario)
    return told + (f", {_fewer(scenario, pieces)}" if pieces is not None and pieces.issue == issue else "")


def _fewer(scenario: Scenario, pieces: Pieces) -> str:
    """`each fewer saves you only $76: fewer than 78 at list are below your floor`."""
    saved = format_money(pieces.saved, scenario.currency)
    least = next((count for count in range(pieces.now, 0, -1) if not _covers(scenario, pieces, count - 1)), 0)
    return f"each fewer saves you only {saved}: fewer than {least} at list are below your floor"


def _covers(scenario: Scenario, pieces: Pieces, count: int) -> bool:
    """Whether so many at the list price of each leave the rep no worse off than no deal."""
    at_list = scenario.product.list_price * count // pieces.now
    terms = Terms.of({scenario.price_issue.id: at_list, pieces.issue.id: count})
    return count > 0 and scenario.rep.interests.surplus(terms) >= 0


def scored_on(scenario: Scenario) -> str:
    """What the run is scored on, and how long it may be."""
    areas = ", ".join(f"{area} {points}" for area, points in AREA_POINTS.items())
    return (
        f"Scored: {areas}; each hint takes {HINT_POINTS}. At most {scenario.rules.max_rounds} rounds, each a "
        "line of yours and its answer; where they only ask what you meant, it does not count."
    )
