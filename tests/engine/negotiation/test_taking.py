"""A rep who closes at the counterpart's own live offer gets that offer, not what the rep asked for before."""

import pytest

from engine.director.director import Line, open_run
from engine.director.replay import say
from engine.negotiation.events import Reason
from engine.negotiation.negotiation import Negotiation, fold
from engine.terms.terms import Terms
from tests.engine.scenarios import NOW, PRICE, SCENARIO


def _talk(*lines: str) -> Negotiation:
    run = fold(SCENARIO, open_run(SCENARIO, "strict", NOW))
    for line in lines:
        run = say(run, Line(line), NOW)
    return run


HAGGLED = _talk("34,900 with the mats", "34,500 with the mats", "34,200")


def _theirs() -> Terms:
    assert HAGGLED.counterpart_terms is not None
    return HAGGLED.counterpart_terms


def _price() -> int:
    return _theirs().amount(PRICE) // 100


CLOSINGS = (
    "{price:,} with the mats it is",
    "{short} with mats deal?",
    "{price:,} and the mats. Shall we sign?",
    "{price:,} with mats, deal.",
    "{price:,} it is",
)


@pytest.mark.parametrize("closing", CLOSINGS)
def test_closing_at_their_own_offer_signs_that_offer(closing: str) -> None:
    line = closing.format(price=_price(), short=_price() / 1_000)
    played = say(HAGGLED, Line(line), NOW)
    assert (played.reason, played.agreed) == (Reason.REP_ACCEPTED, _theirs())


@pytest.mark.parametrize("line", ["So {price:,} with the mats?", "You are at {price:,} with the mats, I heard that."])
def test_their_offer_said_back_signs_nothing_and_moves_nothing(line: str) -> None:
    played = say(HAGGLED, Line(line.format(price=_price())), NOW)
    assert (played.status, played.rep_terms) == ("open", HAGGLED.rep_terms)


def test_a_deal_after_a_price_in_doubt_signs_what_the_buyer_offers_and_not_the_slip() -> None:
    slipped = say(HAGGLED, Line(f"{_price() - 400:,}"), NOW)
    assert slipped.rep_terms == HAGGLED.rep_terms
    played = say(slipped, Line("Deal"), NOW)
    assert (played.reason, played.agreed) == (Reason.REP_ACCEPTED, _theirs())


def test_an_ok_after_a_price_in_doubt_signs_neither_price_and_is_asked_about_once_more() -> None:
    slipped = say(HAGGLED, Line(f"{_price() - 400:,}"), NOW)
    played = say(slipped, Line("ok"), NOW)
    assert (played.status, played.rep_terms) == ("open", HAGGLED.rep_terms)
    assert say(played, Line("deal"), NOW).agreed == _theirs()


def test_a_yes_to_a_price_in_doubt_offers_that_price() -> None:
    slipped = say(HAGGLED, Line(f"{_price() - 400:,}"), NOW)
    played = say(slipped, Line("Yes, that's right."), NOW)
    assert played.rep_terms is not None
    assert played.rep_terms.amount(PRICE) == (_price() - 400) * 100
