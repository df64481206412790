"""Whoever goes one level deeper into what the buyer said learns more; what nobody knows is said plainly."""

import re

import pytest

from engine.director.director import Line
from engine.director.replay import say
from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act
from engine.scenario.scenario import Fact, Visibility
from packs.loading import load_installed
from tests.engine.scenarios import NOW
from tests.packs.buyers import buyer, talk

DEEPER = (
    "What makes you say that?", "Why is that?", "How come?", "What do you mean by that exactly?",
)  # fmt: skip


def told_facts(run: Negotiation) -> list[Fact]:
    return [fact for fact in run.scenario.facts if fact.id in run.mood.told and fact.exact in run.last_heard]


@pytest.mark.parametrize("pack", ["car_sales", "saas_renewal"])
def test_every_fact_that_a_rep_is_told_to_go_into_holds_something_more(pack: str) -> None:
    facts = load_installed().get(pack).pack.facts
    assert [name for name, fact in facts.items() if fact.then and fact.more is None] == []


@pytest.mark.parametrize("line", DEEPER[:3])
@pytest.mark.parametrize(("pack", "seed"), [("car_sales", 106), ("saas_renewal", 203), ("saas_renewal", 523)])
def test_a_question_on_what_was_just_told_gets_more_of_it(pack: str, seed: int, line: str) -> None:
    run = talk(pack, seed, "What matters most to you, and why?")
    (fact,) = told_facts(run)
    assert say(run, Line(line), NOW).last_heard.startswith(fact.more)


@pytest.mark.parametrize("pack", ["car_sales", "saas_renewal"])
def test_what_goes_beyond_a_fact_is_said_once_and_never_before_it(pack: str) -> None:
    for seed in range(300, 320):
        run = talk(pack, seed, "What matters most to you?", "Why is that?", "Why is that?", "Why is that?")
        said = " ".join(line.text for line in run.lines if line.side == "counterpart")
        for fact in run.scenario.facts:
            if fact.more and fact.visibility is not Visibility.HIDDEN:
                assert said.count(fact.more) <= 1
                assert fact.more not in said or fact.id in run.mood.told


def test_whoever_has_heard_more_is_not_told_the_first_part_again() -> None:
    run = talk("car_sales", 11, "What brings you here?", "What happened then?", "Tell me more about that.")
    assert "TELL_AGAIN" not in dict(run.mood.used_phrases)


@pytest.mark.parametrize("line", ["Who signs, did you say?", "Who signs?", "Sorry, who signs again?"])
def test_whoever_asks_the_same_again_hears_the_same_again(line: str) -> None:
    run = talk("saas_renewal", 104, "Who signs?", line)
    fact = next(fact for fact in run.scenario.facts if fact.id == "deciders")
    assert fact.more not in run.last_heard


def test_what_is_only_hinted_at_is_kept_back_and_not_denied() -> None:
    run = talk("car_sales", 419, "What monthly payment do you have in mind?", "Then tell me that number.")
    payment = next(fact for fact in run.scenario.facts if fact.id == "payment")
    assert payment.id in run.mood.hinted
    assert "KEEPS_BACK" in dict(run.mood.used_phrases)


@pytest.mark.parametrize(
    ("pack", "line"),
    [
        ("car_sales", "What does decide it then?"),
        ("car_sales", "What will make you pick one over the other?"),
        ("saas_renewal", "OK. What decides it?"),
        ("saas_renewal", "What would your ideal renewal look like?"),
    ],
)
def test_whoever_asks_what_decides_hears_what_counts(pack: str, line: str) -> None:
    run = talk(pack, 203, line)
    fact = next(fact for fact in run.scenario.facts if fact.id == "priorities")
    assert fact.exact in run.last_heard or fact.vague in run.last_heard


@pytest.mark.parametrize("line", ["So what's still missing for you?", "What is it that you'd need to think about?"])
def test_whoever_asks_what_is_missing_hears_what_stands_in_the_way(line: str) -> None:
    run = talk("car_sales", 106, "44,000", line)
    assert {"NEEDS_PRICE", "REMIND"} & dict(run.mood.used_phrases).keys() or run.mood.raised


@pytest.mark.parametrize(
    ("pack", "seed", "line", "word"),
    [
        ("saas_renewal", 104, "What else do you need from us so that you can sign?", "quote"),
        ("saas_renewal", 104, "When was the last time it didn't work?", "renewal"),
        ("car_sales", 385, "And if you don't take it today the price goes back up to sticker.", "lease"),
        ("car_sales", 351, "So what do you do with it on a weekend?", "letter"),
    ],
)
def test_a_word_that_a_topic_shares_is_no_question_on_it(pack: str, seed: int, line: str, word: str) -> None:
    assert word not in talk(pack, seed, line).last_heard


def test_a_topic_left_out_of_a_question_is_not_its_answer() -> None:
    run = talk("saas_renewal", 104, "What matters to you besides the budget?")
    budget = {fact.id for fact in run.scenario.facts if fact.topic == "budget"}
    assert not budget & {*run.mood.told, *run.mood.hinted}


@pytest.mark.parametrize(("pack", "line"), [("car_sales", "The list price is {}."), ("saas_renewal", "List is {}.")])
def test_a_price_that_was_given_is_not_asked_for(pack: str, line: str) -> None:
    for seed in range(300, 312):
        scenario = buyer(pack, seed)
        listed = f"{scenario.product.list_price // scenario.currency.unit:,}"
        run = talk(pack, seed, line.format(listed), "And we have a good team.", "It is nice here.", "Hm", "Well")
        assert "ASK_PRICE" not in dict(run.mood.used_phrases)


def test_the_list_price_gets_a_reaction() -> None:
    run = talk("car_sales", 351, "It's $31,400 on the sticker. How does that sit with what you had planned for?")
    assert "$31,400" in run.last_heard


def test_somebody_absent_has_not_agreed_before_the_time_that_was_set() -> None:
    run = talk(
        "saas_renewal", 753, "For 150 seats and 24 months it's 74,900. Can we sign?",
        "I send the paper to legal today and sit with them tomorrow at ten. OK?",
        "I'll be on the line tomorrow at ten. If they're fine with it, do we have your signature?",
    )  # fmt: skip
    assert run.status != "ended"
    assert "no objections" not in run.last_heard


def test_somebody_absent_who_agrees_at_once_was_reached_in_the_meantime() -> None:
    run = talk(
        "saas_renewal", 753, "For 150 seats and 24 months it's 74,900. Can we sign?", "Let's call legal.", "Good."
    )
    assert run.status == "ended"
    assert "REACHED" in dict(run.mood.used_phrases)


def test_a_plain_no_to_fees_sets_off_no_warning_of_them() -> None:
    run = talk("saas_renewal", 623, "There's no fee that isn't in the quote: $66,000 a year, all in.")
    assert not run.mood.crossed


@pytest.mark.parametrize("pack", ["car_sales", "saas_renewal"])
def test_nobody_refuses_and_offers_the_same_thing_in_one_breath(pack: str) -> None:
    for seed in range(600, 640):
        said = talk(pack, seed, "70,000 a year for 24 months", "65,000 for 24 months").last_heard
        without = re.sub(r"without [^.]*", "", said)
        assert without.count("24-month term") < 2 or "trouble" not in said


EXCLUDING = (
    (
        r"\bOnly me\b|mine alone|I decide\. Nobody|Just me\b|Nobody to ask",
        r"ask (?:about )?(?:that |it )?at home|decision is made elsewhere",
    ),
    (
        r"haven't asked anybody for a quote|I hold no quote|first place I've been",
        r"quoted me|in writing from|said \$[\d,]+, before fees",
    ),
)
"""Words that no buyer may have lines with both of."""


@pytest.mark.parametrize("pack", ["car_sales", "saas_renewal"])
def test_no_line_of_a_profile_excludes_another(pack: str) -> None:
    for seed in range(80):
        scenario = buyer(pack, seed)
        style = scenario.temper.style
        lines = [fact.exact + " " + fact.more for fact in scenario.facts if fact.visibility is not Visibility.HIDDEN]
        lines += [doubt.raised for doubt in scenario.objections] + [hook.answer for hook in scenario.hooks]
        lines += [line for act, _ in scenario.phrases.lines for line in scenario.phrases.of(act, style)]
        for one, other in EXCLUDING:
            assert not (any(re.search(one, text) for text in lines) and any(re.search(other, text) for text in lines))


def test_a_doubt_that_the_line_answers_is_not_raised_by_it() -> None:
    run = talk("car_sales", 470, "You said you're scared of breaking down. Well, this is new with a 3 year warranty.")
    warranty = [doubt.raised for doubt in run.scenario.objections if "warranty" in doubt.answered_by]
    assert not any(raised in run.last_heard for raised in warranty)


def test_a_time_up_to_which_a_price_holds_is_not_the_time_of_a_call() -> None:
    run = talk(
        "car_sales", 453, "23,600 with the mats and delivery", "Clear it with Jordan. Price stands till tonight."
    )
    assert "onight" not in run.last_heard


def test_a_must_have_is_not_made_light_of() -> None:
    run = talk("saas_renewal", 569, "What would the uptime have to be for you?")
    assert "NEED_MINOR" not in dict(run.mood.used_phrases)


@pytest.mark.parametrize(
    ("pack", "seed", "question"),
    [
        ("car_sales", 907, "Would a giraffe get out that stiff?"),
        ("saas_renewal", 991, "Would everybody look at a giraffe?"),
    ],
)
def test_a_buyer_who_is_asked_about_its_own_words_and_knows_no_more_does_not_deny_them(
    pack: str, seed: int, question: str
) -> None:
    run = talk(pack, seed, "Hi. What matters most to you?", "Why is that?", question)
    assert not {"NO_ANSWER", "UNKNOWN", "DEPENDS", "NEED_MINOR"} & set(dict(run.mood.used_phrases))
    assert {"ALL_TOLD", "NOTHING_TO_TELL"} & set(dict(run.mood.used_phrases))


def test_a_question_about_something_else_gets_no_more_than_that_nothing_is_known() -> None:
    run = talk("car_sales", 907, "Hi. What matters most to you?", "Which garden gnome would you paint first?")
    assert not any(line in run.last_heard for line in run.scenario.phrases.of("ALL_TOLD", run.scenario.temper.style))


def test_what_leads_in_a_question_is_none_of_its_own() -> None:
    line = "Fair enough. Before I throw numbers at you, help me understand: what makes it feel too expensive?"
    heard = talk("saas_renewal", 858_534, line).last_heard
    assert "Compared with Brightqueue" in heard
    assert "Laptops" not in heard


@pytest.mark.parametrize(
    ("line", "topic"),
    [
        ("How many people will be using it next year?", "growth"),
        ("What do you use the desk for?", "use"),
        ("How has the last year with the desk been for your team?", "going"),
    ],
)
def test_a_plain_question_is_placed_though_each_of_its_words_may_stand_in_any(line: str, topic: str) -> None:
    assert [read.topic for read in talk("saas_renewal", 23_417, line).readings[-1].reading.acts] == [topic]


def test_whoever_only_says_what_was_not_mentioned_answers_no_doubt() -> None:
    doubted = ("What makes it feel too expensive?", "And who decides?")
    asked = "The auditors, you hadn't mentioned them. What do they want to see, and by when?"
    run = talk("saas_renewal", 858_534, *doubted, "So it's your call. What would make you keep ours?", asked)
    assert run.mood.raised
    assert not run.mood.settled


@pytest.mark.parametrize("seed", [164_024, 603_622])
def test_a_customer_that_hires_and_wants_fewer_seats_says_why(seed: int) -> None:
    run = talk(
        "saas_renewal", seed, "How many seats will you need next year?", "Hiring and still fewer seats, how come?"
    )
    assert "used today" in run.last_heard


def test_whoever_introduces_itself_shows_nothing_and_photos_that_come_back_are_no_appointment() -> None:
    hello = (
        "Hello, my name is Tom, I'm the new account manager for you. I only started last month, so please bear with me."
    )
    asked = "What do your crews use the app for day to day?"
    photos = "Ah, so the photos come back with the job. Does that work well, or do the crews complain about something?"
    assert "glad you said it" not in talk("saas_renewal", 3_692_545, hello).last_heard
    run = talk("saas_renewal", 3_692_545, hello, asked, photos)
    assert not run.mood.arranged
    assert "white screen" in run.last_heard


def test_a_question_after_a_kind_word_is_answered_too() -> None:
    line = "Oh, thank you, tea sounds lovely. Is there something in it that you were not happy with?"
    assert "going" in talk("saas_renewal", 3_692_545, line).mood.hinted


def test_what_is_covered_is_shown_and_what_matters_is_said_back() -> None:
    shown = talk("saas_renewal", 858_534, "We have single sign-on, so that's covered.").readings[-1].reading
    said_back = talk("saas_renewal", 858_534, "Auditors, so that's what matters.").readings[-1].reading
    assert shown.has(Act.PRESENT)
    assert not said_back.has(Act.PRESENT)
