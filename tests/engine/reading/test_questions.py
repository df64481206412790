"""What a line asks, and how: openly, as a choice, for a yes or no, with or without its mark."""

import pytest

from engine.reading.read import read_message
from engine.reading.reading import Act
from tests.engine.reading.table import table


def asked(text: str) -> list[tuple[str, str | None]]:
    acts = read_message(text, table()).acts
    return [(act.act.value, act.topic) for act in acts if act.act in (Act.ASK_OPEN, Act.ASK_CLOSED)]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Is it for the school run or something with more space?", "use"),
        ("Do you commute or is it for the weekends?", "use"),
        ("Is it your wife, or does somebody else sign?", "decider"),
        ("commute or school run", "use"),
        ("space or looks", "space"),
    ],
)
def test_a_choice_is_asked_openly(text: str, topic: str) -> None:
    assert ("ask_open", topic) in asked(text)
    assert not read_message(text, table()).has(Act.PRESENT)


@pytest.mark.parametrize(
    "text", ["Do you commute or not?", "Do you have kids or anything?", "Is your wife on board or what?"]
)
def test_an_or_that_leaves_no_choice_asks_for_a_yes_or_no(text: str) -> None:
    assert [act for act, _ in asked(text)] == ["ask_closed"]


@pytest.mark.parametrize("text", ["34,500 or 34,900?", "mats or delivery", "Take it today or tomorrow", "34 or I walk"])
def test_a_choice_between_offers_or_a_demand_is_no_open_question(text: str) -> None:
    assert not any(act == "ask_open" for act, _ in asked(text))


@pytest.mark.parametrize(
    "text", ["who else decides", "what seats", "which third row", "how many kids", "wat got u looking"]
)
def test_a_short_question_asks_without_its_mark(text: str) -> None:
    assert [act for act, _ in asked(text)] == ["ask_open"]


@pytest.mark.parametrize(
    "text", ["what I mean is the seats are new", "who knows", "when you sign we start", "how lovely", "what a car"]
)
def test_a_statement_that_begins_like_a_question_asks_nothing(text: str) -> None:
    assert asked(text) == []


@pytest.mark.parametrize(
    "text", ["Eastside's other quote - does it have the seats?", "The other quote: does it have seats?"]
)
def test_what_a_question_is_about_may_stand_before_it(text: str) -> None:
    assert asked(text) == [("ask_closed", "rival"), ("ask_closed", "space")]


def test_a_statement_before_a_question_stays_a_statement() -> None:
    assert asked("I love the third row, does it fit your kids?") == [("ask_closed", "use")]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("wat got u lookin", "what got you looking"),
        ("thx, thats a deel", "thanks, that is a deal"),
        ("34,500 is the prise with the warrenty", "34,500 is the price with the warranty"),
        ("whaddya need it for, the famly?", "what do you need it for, the family?"),
        ("pls, is ur husbend comin", "please, is your husband coming"),
    ],
)
def test_chat_spellings_and_slips_are_read_as_what_they_stand_for(text: str, plain: str) -> None:
    read, meant = read_message(text, table()), read_message(plain, table())
    assert [(act.act, act.topic) for act in read.acts] == [(act.act, act.topic) for act in meant.acts]
    assert [(offer.issue, offer.amount) for offer in read.offers] == [
        (offer.issue, offer.amount) for offer in meant.offers
    ]


def test_spans_of_slips_quote_the_words_as_they_were_written() -> None:
    read = read_message("34,500 with the warrenty, thx", table())
    assert [offer.span.text for offer in read.offers] == ["34,500", "warrenty"]
    assert [act.span.text for act in read.acts if act.act is Act.RAPPORT] == ["thx"]


def test_what_a_question_lets_choose_from_is_not_presented() -> None:
    assert not read_message("What is more important, space or delivery", table()).has(Act.PRESENT)


@pytest.mark.parametrize("text", ["is it your wife", "would she need the seats", "can it fit the third row"])
def test_a_verb_before_its_subject_asks_without_a_mark(text: str) -> None:
    assert [act for act, _ in asked(text)] == ["ask_closed"]


@pytest.mark.parametrize("text", ["can you do it by friday", "will she be here by tomorrow?"])
def test_a_day_that_is_only_asked_for_hangs_nothing_on_it(text: str) -> None:
    assert not read_message(text, table()).has(Act.CONDITIONAL_TODAY)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Kids?", "ask_closed"),
        ("When?", "ask_open"),
        ("since when", "ask_open"),
        ("like what", "ask_open"),
        ("And if we miss the date?", "ask_open"),
        ("What if nothing fits this month?", "ask_open"),
        ("Why not go back to her?", "ask_open"),
        ("Mostly around town then?", "ask_closed"),
        ("Steady job though?", "ask_closed"),
        ("So what should they have done instead?", "ask_closed"),
    ],
)
def test_conditions_lone_words_and_short_forms_ask(text: str, act: str) -> None:
    assert [found for found, _ in asked(text)] == [act]


@pytest.mark.parametrize(
    "text", ["Deal?", "ok?", "right?", "What if I throw in the mats?", "why not 34?", "If you sign today, 34,200?"]
)
def test_a_word_for_a_yes_or_something_put_forward_asks_nothing(text: str) -> None:
    assert asked(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "What I'm asking is how you'd have wanted us to handle that.",
        "I was wondering who else drives it.",
        "what monthly works 4 u",
        "How does that feel on your back?",
    ],
)
def test_a_question_put_round_about_is_one(text: str) -> None:
    assert [act for act, _ in asked(text)] == ["ask_open"]


def test_what_sets_the_scene_of_a_question_is_none_of_its_own() -> None:
    assert [act for act, _ in asked("So why now, after three weeks of keeping notes?")] == ["ask_open"]


def test_to_offer_to_explain_asks_for_leave() -> None:
    assert read_message("Shall I walk you through the numbers?", table()).has(Act.ASK_LEAVE)


def test_a_question_may_be_led_in_by_what_comes_before_it() -> None:
    assert asked("Before we talk numbers I'd love to hear how your people use it.")[0][0] == "ask_open"
    assert not asked("I told you what matters to us.")


@pytest.mark.parametrize("text", ["k who decides this besides u", "who else needs 2 see it"])
def test_a_question_in_chat_asks_without_its_mark(text: str) -> None:
    assert asked(text)[0][0] == "ask_open"


@pytest.mark.parametrize(
    "text",
    [
        "What will your wife want to know, do you think?",
        "What would that cost you on top, do you reckon?",
        "What happened that day, from your side?",
        "How have things been since we last spoke?",
        "What would you need from us so it doesn't happen again?",
    ],
)
def test_what_stands_beside_a_question_asks_nothing_more(text: str) -> None:
    assert [act for act, _ in asked(text)] == ["ask_open"]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("What do you think?", ["ask_open"]),
        ("How does that customer react?", ["ask_open"]),
        ("May I begin by asking what brings you here?", ["ask_open"]),
        ("I see, so you signed it alone?", ["ask_closed"]),
        ("What broke, and since when?", ["ask_open", "ask_open"]),
    ],
)
def test_what_asks_for_itself_stays_a_question(text: str, acts: list[str]) -> None:
    assert [act for act, _ in asked(text)] == acts
