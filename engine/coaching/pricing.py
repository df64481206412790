"""Tips about the first price and what was shown before it."""

from collections.abc import Mapping

from engine.coaching.look import SHOWING, Found, Look
from engine.coaching.selling import selling_points
from engine.reading.reading import Act, ReadAct
from engine.scenario.scenario import Topic
from engine.scoring.record import LONGEST_QUOTE, Turn
from engine.scoring.showing import figures_in, share_a_word, shown
from engine.scoring.worth import has_shown
from engine.strict.caring import CARED_FOR, MUST_HAVES
from engine.terms.money import format_money

TELLING_FIGURE = 3
"""Characters of a figure from which it can be of one fact only: 99.95, not 25."""
SOFT = 5_000
"""The rep's utility (10,000 is all it hopes for) below which a first price leaves little room to move."""
MANY_REASONS = 4
"""Reasons in one line from which the weak ones water down the strong."""
ROUND_TO = 1_000
"""A price in whole thousands of the currency's unit looks like a guess."""
_NAMING = (Act.QUOTE, Act.COUNTER)


def soft_anchor(look: Look) -> Found | None:
    """A first price that gives most of the room away before a word of theirs."""
    first = look.first_price
    if first is None or first.offer is None or look.scenario.rep.interests.utility(first.offer) >= SOFT:
        return None
    why = "Your first price left little room to move, and nobody had asked you to give that room up."
    return Found(first, why, list_price_with_reason(look), _NAMING)


def no_rationale(look: Look) -> Found | None:
    """A first price without a word on what it is worth."""
    first = look.first_price
    if first is None or has_shown(look.scenario, look.turns[: first.number + 1]):
        return None
    return Found(first, "You had shown nothing yet of what this price buys them.", _with_reason(look, first), _NAMING)


def round_quote(look: Look) -> Found | None:
    """A first price in whole thousands where the list has an exact one."""
    first, scenario = look.first_price, look.scenario
    if first is None or first.offer is None:
        return None
    step = ROUND_TO * scenario.currency.unit
    price, listed = first.offer.amount(scenario.price_issue.id), scenario.product.list_price
    if scenario.rep.role != "seller" or price % step or not listed % step or price >= listed:
        return None
    exact = min(listed, price + 3 * scenario.currency.grid // 2)
    why = "A price in round thousands sounds like a guess, and guesses get haggled with. An exact one has a reason."
    better = f"Worked out on this one it is {format_money(exact, scenario.currency)}."
    return Found(first, why, better, _NAMING)


def features_nobody_needed(look: Look) -> Found | None:
    """A line that shows only what they care little for, while what they care for most was not shown.

    What they had spoken of or cannot do without is none of that, whatever else weighs more with them.
    """
    needs = dict(look.scenario.needs)
    spoken_of = {topic for turn in look.turns for topic in turn.reading.topics(*SHOWING)}
    sheet = dict(look.scenario.product.facts)
    first = next(((need, share) for need, share in needs.items() if need in sheet), None)
    points = selling_points(look.scenario)
    missed = [first[0]] if first is not None and first[0] not in spoken_of and first[1] >= CARED_FOR else []
    missed = [topic for topic in missed if topic in points]
    missed = [topic for topic in missed if not any(_gives_a_figure_of(turn, sheet[topic]) for turn in look.turns)]
    for turn in look.turns if missed else ():
        topics = dict(shown(look.scenario, turn))
        matters = any(needs.get(topic, 0) >= CARED_FOR or _is_theirs(look, turn, topic, sheet) for topic in topics)
        if topics and not matters:
            why = "You showed what matters little to them, and not what matters most."
            sentence = next(iter(topics.values())).strip()
            return Found(turn, why, points[missed[0]], SHOWING, sentence if len(sentence) <= LONGEST_QUOTE else "")
    return None


def _gives_a_figure_of(turn: Turn, fact: str) -> bool:
    """Whether the line has a figure by which the fact is known, without its name: "99.95 percent in the contract"."""
    shared = figures_in(fact) & figures_in(turn.said.text)
    return any(len(figure) >= TELLING_FIGURE for figure in shared)


def _is_theirs(look: Look, turn: Turn, topic: Topic, sheet: Mapping[str, str]) -> bool:
    """Whether they had raised a doubt on it, or had a word of it in what they said or in what they have to have."""
    raised = [doubt for doubt in look.scenario.objections if doubt.id in turn.before.raised]
    if any(topic in (doubt.topic, *doubt.answered_by) for doubt in raised):
        return True
    musts = [each.exact for each in look.scenario.facts if each.topic == MUST_HAVES]
    heard = [each.heard for each in look.turns[: turn.number + 1]]
    return any(share_a_word(sheet[topic], words) for words in (*musts, *heard))


def too_many_reasons(look: Look) -> Found | None:
    """So many reasons in one line that none of them is heard."""
    needs = dict(look.scenario.needs)
    sheet = selling_points(look.scenario)
    for turn in look.turns:
        on_the_table = {str(issue.id) for issue in look.scenario.issues}
        stated = [read for read in turn.reading.acts if _is_reason(read) and str(read.topic) not in on_the_table]
        given = {read.topic for read in stated}
        if len(given) >= MANY_REASONS:
            known = [read.topic for read in stated if read.topic in sheet]
            best = max(known, key=lambda topic: needs.get(topic, 0), default=None) if known else None
            why = f"You gave {len(given)} reasons in one breath; the weak ones water down the strong."
            return Found(turn, why, sheet[best] if best else "What matters most to you of all that?", SHOWING)
    return None


def _is_reason(read: ReadAct) -> bool:
    return read.act in SHOWING and read.topic is not None


def list_price_with_reason(look: Look) -> str:
    """The list price, after what speaks for the product on what they need most."""
    return _reasoned(look, look.scenario.product.list_price)


def _with_reason(look: Look, turn: Turn) -> str:
    """The price that was named, after the same."""
    price = turn.offer.amount(look.scenario.price_issue.id) if turn.offer else look.scenario.product.list_price
    return _reasoned(look, price)


def _reasoned(look: Look, amount: int) -> str:
    scenario = look.scenario
    price = format_money(amount, scenario.currency)
    points = selling_points(scenario)
    wanted = next((points[need] for need, _ in scenario.needs if need in points), next(iter(points.values()), ""))
    return f"{wanted} With all of that it is {price}." if wanted else f"It is {price}."
