"""What a rep asks next about the words that the car's buyer has just said is answered by what they were about."""

import pytest

from tests.packs.buyers import buyer, talk

USE, WHY, NEED, WHO = (
    "What will you use it for mostly?",
    "What made you start looking now?",
    "What matters most to you in the next one?",
    "Who else is part of the decision?",
)
PACK = "car_sales"


def drawn(seed: int) -> dict[str, object]:
    """The drawn attributes of a seed."""
    return dict(buyer(PACK, seed).attributes)


def seeds(**wanted: str) -> list[int]:
    """Three seeds, of different manners, whose buyers have these attributes."""
    found: dict[object, int] = {}
    for seed in range(61_000, 62_500):
        attributes = drawn(seed)
        if all(attributes.get(name) == value for name, value in wanted.items()):
            found.setdefault(attributes["style"], seed)
        if len(found) == 3:
            break
    return list(found.values())


def told(seed: int, *lines: str) -> set[str]:
    """The details that the buyer's last line tells."""
    run = talk(PACK, seed, *lines)
    return {detail.id for detail in run.scenario.details if detail.answer in run.last_heard}


@pytest.mark.parametrize(
    ("wanted", "first", "question", "detail"),
    [
        ({"first_need": "comfort"}, NEED, "What's not comfortable about the one you drive now?", "car_uncomfortable"),
        ({"first_need": "comfort"}, NEED, "Where does it hurt?", "need_comfort"),
        ({"first_need": "comfort"}, NEED, "How long have you had that?", "comfort_how_long"),
        ({"use_case": "commute"}, USE, "How long are you in the car on a typical day?", "use_time_in_car"),
        ({"use_case": "leisure"}, USE, "How long are you in the car on a typical day?", "use_time_in_car"),
        ({"first_need": "space"}, NEED, "What stayed behind last time?", "need_left_behind"),
        ({"use_case": "teen"}, USE, "So it would be her car alone, or do you share it?", "teen_whose_car"),
        ({"deciders": "spouse"}, WHO, "Is that your wife or your husband?", "spouse_who"),
        ({"deciders": "parent"}, WHO, "What's he going to ask you first?", "parent_asks_first"),
        ({"trigger": "breakdown"}, WHY, "Had it ever let you down before?", "breakdown_before"),
        ({"trigger": "total_loss"}, WHY, "Are the rental costs covered?", "crash_rental_pays"),
    ],
)
def test_the_next_question_gets_what_it_asks(wanted: dict[str, str], first: str, question: str, detail: str) -> None:
    open_ones = [seed for seed in seeds(**wanted) if talk(PACK, seed, first).mood.told]
    assert open_ones
    for seed in open_ones:
        assert detail in told(seed, first, question)


@pytest.mark.parametrize("trigger", ["breakdown", "lease_end", "baby", "upgrade", "total_loss"])
def test_whether_the_car_ever_broke_down_agrees_with_what_was_drawn(trigger: str) -> None:
    expected = {
        "breakdown": "car_broke_down",
        "baby": "car_broke_down_once",
        "total_loss": "car_broke_down_once",
        "upgrade": "car_never_broke_down",
        "lease_end": "car_never_broke_down",
    }
    assert seeds(trigger=trigger)
    for seed in seeds(trigger=trigger):
        told_now = told(seed, "Hi there!", "Has your current car ever left you standing by the road?")
        assert told_now == {expected[trigger]}


def test_who_has_to_be_asked_is_named_with_what_they_are_to_the_buyer() -> None:
    for seed in seeds(deciders="spouse"):
        name = drawn(seed)["decider_name"]
        relation = "husband" if name in ("Mark", "Tom", "Sam", "Chris") else "wife"
        run = talk(PACK, seed, WHO)
        assert f"my {relation}" in run.scenario.gates[0].text
        assert str(name) in run.scenario.gates[0].text
        fact = next(fact for fact in run.scenario.facts if fact.id == "deciders")
        assert relation in fact.exact


def test_a_commuter_who_needs_space_has_something_in_the_trunk() -> None:
    for seed in seeds(use_case="commute", first_need="space"):
        run = talk(PACK, seed, USE, "What do you carry in it?")
        assert "empty" not in run.last_heard


@pytest.mark.parametrize("line", ["What made you start looking now?", "What are you looking for in the first place?"])
def test_a_question_on_a_topic_is_no_answer_to_an_opening(line: str) -> None:
    for seed in seeds(style="blunt"):
        assert "Two things. Is it any good" not in talk(PACK, seed, line).last_heard
