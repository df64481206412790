"""What a counterpart promises in every run, whoever the rep is; `broken` names what a run did not keep."""

import re
from collections.abc import Iterator
from itertools import pairwise

from engine.negotiation.events import Moved, Reason
from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act
from engine.scenario.scenario import IssueKind, Visibility
from engine.strict.deal_breakers import left_over
from engine.strict.wording import MOST_SENTENCES, sentences

_OPEN_SLOT = re.compile(r"[{}]|\s[.,?]|[^.]\.\.(?!\.)")
_AMOUNT = re.compile(r"\$(\d[\d,]*(?:\.\d+)?)")


def broken(run: Negotiation) -> tuple[str, ...]:
    """Every promise that the run breaks, by name; none in a run that went as it should."""
    return tuple(name for name, breaks in PROMISES.items() if any(True for _ in breaks(run)))


def _lines(run: Negotiation) -> list[str]:
    return [said.text for said in run.lines if said.side == "counterpart"]


def signs_below_its_limit(run: Negotiation) -> Iterator[object]:
    """It agrees to terms that are worth less to it than walking away, or that it has ruled out."""
    agreed, scenario = run.agreed, run.scenario
    if agreed and (scenario.counterpart.interests.surplus(agreed) < 0 or scenario.ruled_out(agreed)):
        yield agreed


def offers_what_it_would_not_sign(run: Negotiation) -> Iterator[object]:
    """An offer of its own is a loss to it, or ruled out."""
    for offer in run.counterpart_offers:
        if run.scenario.counterpart.interests.surplus(offer.terms) < 0 or run.scenario.ruled_out(offer.terms):
            yield offer


def takes_an_offer_back(run: Negotiation) -> Iterator[object]:
    """Its price goes back on an earlier one, or a later offer is worth more to it."""
    price, interests = run.scenario.price_issue.id, run.scenario.counterpart.interests
    way = -1 if interests.stake(price).slope < 0 else 1
    for before, after in pairwise(offer.terms for offer in run.counterpart_offers):
        if way * (after.amount(price) - before.amount(price)) > 0 or interests.value(after) > interests.value(before):
            yield before, after


def never_ends(run: Negotiation) -> Iterator[object]:
    """The run is still open after the last line."""
    if run.status != "ended":
        yield run.status


def leaves_a_slot_open(run: Negotiation) -> Iterator[object]:
    """A line has an unfilled slot, a stray mark, or begins small."""
    for text in _lines(run):
        if _OPEN_SLOT.search(text) or not (text[0].isupper() or not text[0].isalpha()):
            yield text


def talks_too_long(run: Negotiation) -> Iterator[object]:
    """A reply has more sentences than a person would say."""
    for text in _lines(run):
        if sentences(text) > MOST_SENTENCES:
            yield text


def repeats_itself(run: Negotiation) -> Iterator[object]:
    """A line comes a second time though its acts have lines left."""
    style, phrases = run.scenario.temper.style, run.scenario.phrases
    if all(count <= len(set(phrases.of(act, style))) for act, count in run.mood.used_phrases):
        lines = _lines(run)
        yield from (text for number, text in enumerate(lines) if text in lines[:number])


def names_an_amount_it_keeps_back(run: Negotiation) -> Iterator[object]:
    """A sum in its lines was put up by neither side, and stands in nothing that it told."""
    yield from _spoken(run) - _put_up(run) - _told(run)


def tells_what_is_hidden(run: Negotiation) -> Iterator[object]:
    """A hidden fact comes out before the end."""
    text = " ".join(_lines(run))
    for fact in run.scenario.facts:
        if fact.visibility is Visibility.HIDDEN and fact.reveal in text:
            yield fact


def contradicts_its_profile(run: Negotiation) -> Iterator[object]:
    """It says no to what is so, or yes to what is not."""
    scenario = run.scenario
    yes, no = (scenario.phrases.of(act, scenario.temper.style) for act in ("CONFIRM", "DENY"))
    plain = {fact.topic: fact.holds for fact in scenario.facts if fact.yes_or_no}
    for read, answer in zip(run.readings, _lines(run)[1:], strict=False):
        asked = [plain[topic] for topic in read.reading.topics(Act.ASK_CLOSED) if topic in plain]
        if len(asked) == 1 and answer in (no if asked[0] else yes):
            yield answer


def tells_what_was_not_earned(run: Negotiation) -> Iterator[object]:
    """A fact was told exactly though the rep had too little trust for it."""
    needed = {fact.id: fact.min_trust for fact in run.scenario.facts}
    told: set[str] = set()
    for event in run.events:
        if isinstance(event, Moved):
            yield from (fact for fact in event.mood.told if fact not in told and event.mood.trust < needed[fact])
            told.update(event.mood.told)


def leaves_over_what_it_did_not_warn_of(run: Negotiation) -> Iterator[object]:
    """It leaves over a deal-breaker that none of its earlier lines named."""
    if run.reason is Reason.DEAL_BREAKER:
        breaker = left_over(run.scenario, run.mood)
        if breaker is None or not any(breaker.named in text for text in _lines(run)[:-1]):
            yield breaker


def stays_though_it_said_it_would_leave(run: Negotiation) -> Iterator[object]:
    """A deal-breaker was set off a second time, and it talks on or signs."""
    for breaker in run.scenario.deal_breakers:
        times = run.mood.crossed.count(breaker.id)
        if times > 2 or (times == 2 and run.reason not in (Reason.DEAL_BREAKER, Reason.COUNTERPART_WALKED)):
            yield breaker


PROMISES = {
    each.__name__: each
    for each in (
        signs_below_its_limit, offers_what_it_would_not_sign, takes_an_offer_back, never_ends, leaves_a_slot_open,
        talks_too_long, repeats_itself, names_an_amount_it_keeps_back, tells_what_is_hidden, contradicts_its_profile,
        tells_what_was_not_earned, leaves_over_what_it_did_not_warn_of, stays_though_it_said_it_would_leave,
    )
}  # fmt: skip


def _spoken(run: Negotiation) -> set[str]:
    return set().union(*(_amounts(text) for text in _lines(run)))


def _amounts(text: str) -> set[str]:
    return {amount.replace(",", "") for amount in _AMOUNT.findall(text)}


def _put_up(run: Negotiation) -> set[str]:
    """Sums that a side offered, asked about or named, as they are written."""
    named = set().union(*(_amounts(said.text) for said in run.lines if said.side == "rep"))
    amounts = [pair for side in (run.rep_offers, run.counterpart_offers) for one in side for pair in one.terms.amounts]
    for read in run.readings:
        amounts += [(offer.issue, offer.amount) for offer in read.reading.offers]
        amounts += [(doubt.issue, doubt.amount) for doubt in read.reading.doubts]
    return named | {text for issue, amount in amounts for text in _written(run, issue, amount)}


def _written(run: Negotiation, issue: str, amount: int) -> tuple[str, ...]:
    kinds = {each.id: each.kind for each in run.scenario.issues}
    if any(name == issue and kind is IssueKind.COUNT for name, kind in kinds.items()):
        return (str(amount),)
    whole, rest = divmod(amount, run.scenario.currency.unit)
    return (f"{whole}.{rest:02d}" if rest else str(whole),)


def _told(run: Negotiation) -> set[str]:
    scenario, mood = run.scenario, run.mood
    texts = [fact.exact for fact in scenario.facts if fact.id in mood.told]
    texts += [fact.vague for fact in scenario.facts if fact.id in mood.hinted]
    texts += [doubt.raised + doubt.settled + doubt.helps for doubt in scenario.objections if doubt.id in mood.raised]
    texts += [scenario.rival.text] if scenario.rival else []
    return set().union(*(_amounts(text) for text in texts))
