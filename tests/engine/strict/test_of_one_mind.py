"""The parts of a reply go together as one person's words would."""

from engine.strict.part import Part, Place, of_one_mind


def acts(*parts: Part) -> list[str]:
    return [part.act or part.text for part in of_one_mind(parts)]


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
    settled = Part(Place.REACTION, text="Good, that's settled.")
    assert acts(Part(Place.ANSWER, "UNKNOWN"), settled) == ["Good, that's settled."]


def test_what_is_refused_is_not_offered_in_the_same_breath() -> None:
    refused = Part(Place.REACTION, "BURDEN", (("add_on", "a 24-month term"),))
    holding = Part(Place.MOVE, "COUNTER", (("terms", "$59,250 a year with a 24-month term"),))
    leaving_out = Part(Place.MOVE, "COUNTER", (("terms", "$59,250 a year without a 24-month term"),))
    assert acts(refused, holding) == ["COUNTER"]
    assert acts(refused, leaving_out) == ["BURDEN", "COUNTER"]
