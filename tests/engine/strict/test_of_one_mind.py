"""The parts of a reply go together as one person's words would."""

from engine.strict.composing import Line, of_one_mind
from engine.strict.part import Part, Place
from engine.strict.speech_acts import Does, acts_that
from packs.acts import ACTS


def acts(*parts: Part, line: Line | None = None) -> list[str]:
    return [part.act or part.text for part in of_one_mind(parts, line)]


def test_a_nod_is_left_out_beside_an_answer() -> None:
    assert acts(Part(Place.ANSWER, "TELL"), Part(Place.REACTION, "HEARD")) == ["TELL"]
    assert acts(Part(Place.REACTION, "HEARD")) == ["HEARD"]


def test_praise_is_left_out_beside_an_answer_that_tells_nothing() -> None:
    assert acts(Part(Place.ANSWER, "NEED_MINOR"), Part(Place.REACTION, "HEARD_NEED")) == ["NEED_MINOR"]
    assert acts(Part(Place.ANSWER, "TELL"), Part(Place.REACTION, "HEARD_NEED")) == ["TELL", "HEARD_NEED"]


def test_not_knowing_is_left_out_beside_what_is_known() -> None:
    assert acts(Part(Place.ANSWER, "TELL"), Part(Place.ANSWER, "NO_DOUBTS")) == ["TELL"]
    assert acts(Part(Place.ANSWER, "UNKNOWN")) == ["UNKNOWN"]


def test_not_knowing_is_left_out_where_a_doubt_is_settled() -> None:
    settled = Part(Place.TAKEN_UP, text="Good, that's settled.")
    assert acts(Part(Place.ANSWER, "UNKNOWN"), settled) == ["Good, that's settled."]


def test_what_is_refused_is_not_offered_in_the_same_breath() -> None:
    refused = Part(Place.REACTION, "BURDEN", (("add_on", "a 24-month term"),))
    holding = Part(Place.MOVE, "COUNTER", (("terms", "$59,250 a year with a 24-month term"),))
    leaving_out = Part(Place.MOVE, "COUNTER", (("terms", "$59,250 a year without a 24-month term"),))
    assert acts(refused, holding) == ["COUNTER"]
    assert acts(refused, leaving_out) == ["BURDEN", "COUNTER"]


def test_a_trade_in_that_is_called_too_low_is_not_part_of_the_counter_offer() -> None:
    low = Part(Place.REACTION, "TRADE_LOW", (("trade_in", "$4,000"),))
    taken = Part(Place.MOVE, "COUNTER", (("terms", "$39,700 with the trade-in at $4,000 and the mats"),))
    other = Part(Place.MOVE, "COUNTER", (("terms", "$39,700 with the trade-in at $4,800"),))
    assert acts(low, taken) == ["COUNTER"]
    assert acts(low, other) == ["TRADE_LOW", "COUNTER"]


def test_a_fact_told_before_stands_before_terms_only_where_it_was_asked_for() -> None:
    told, held = Part(Place.ANSWER, "TELL_AGAIN"), Part(Place.MOVE, "HOLD", (("terms", "$20,000"),))
    assert acts(told, held) == ["HOLD"]
    assert acts(told, held, line=Line(asks=True)) == ["TELL_AGAIN", "HOLD"]


def test_nothing_shown_is_praised_before_a_price_far_below() -> None:
    praise, counter = Part(Place.TAKEN_UP, "HEARD_NEED"), Part(Place.MOVE, "COUNTER", (("terms", "$20,000"),))
    assert acts(praise, counter, line=Line(is_far=True)) == ["COUNTER"]
    assert acts(praise, counter) == ["HEARD_NEED", "COUNTER"]


def test_a_reply_is_pleased_once() -> None:
    thanks = Part(Place.REACTION, "THANKS_ADD_ON", (("add_on", "the mats"),))
    assert acts(Part(Place.TAKEN_UP, "HEARD_NEED"), thanks) == ["THANKS_ADD_ON"]
    assert acts(Part(Place.TAKEN_UP, text="That's settled."), Part(Place.TAKEN_UP, "HEARD")) == ["That's settled."]


def test_no_thanks_are_said_for_what_the_same_reply_leaves_out() -> None:
    thanks = Part(Place.REACTION, "THANKS_ADD_ON", (("add_on", "the mats"),))
    assert acts(thanks, Part(Place.MOVE, "COUNTER", (("terms", "$20,000 without the mats"),))) == ["COUNTER"]
    assert acts(thanks, Part(Place.MOVE, "COUNTER", (("terms", "$20,000 with the mats"),))) == [
        "THANKS_ADD_ON",
        "COUNTER",
    ]


def test_yes_and_no_are_not_said_in_one_breath() -> None:
    assert acts(Part(Place.ANSWER, "CONFIRM"), Part(Place.ANSWER, "DENY")) == ["CONFIRM"]


def test_whoever_agrees_to_ask_somebody_neither_rebukes_nor_says_so_twice() -> None:
    arranged = Part(Place.ANSWER, "DEFER", (("gate", "ask Kim"),))
    beside = Part(Place.REACTION, "PRESSURE"), Part(Place.CLOSING, "GATE", (("gate", "ask Kim"),))
    assert acts(arranged, *beside) == ["DEFER"]


def test_every_act_of_a_pack_does_one_thing() -> None:
    endings = {"CLARIFY", "OPENING", "LEAVE_OVER", "WALK_AWAY", "REP_WALKED", "ONLY_ENGLISH"}
    known = [act for one in Does for act in acts_that(one)]
    assert set(ACTS) - endings - {act for act in ACTS if act.endswith("_FIRM")} <= set(known)
    assert len(known) == len(set(known))
