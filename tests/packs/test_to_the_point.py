"""Counterparts answer what was said, as a person would: each class of line with what it must get."""

import pytest

from engine.director.director import Line
from engine.director.replay import say
from engine.negotiation.negotiation import Negotiation
from engine.scenario.scenario import Topic
from engine.terms.terms import IssueId
from tests.engine.scenarios import NOW
from tests.packs.buyers import talk

WITH_CHRIS = 18422
"""A car buyer without a trade-in, who decides with Chris and holds a quote; reliability comes fourth."""
CRISP, METHODICAL = 777, 12
"""Customers: to one a longer term is a burden, to the other it is welcome; neither needs more seats."""


def acts(run: Negotiation) -> set[str]:
    return {act for act, _ in run.mood.used_phrases}


@pytest.mark.parametrize(
    ("line", "fact"),
    [
        ("Is it just you or does someone else decide?", "decider"),
        ("cash or finance?", "credit"),
        ("new or used", "condition"),
        ("who decides", "decider"),
    ],
)
def test_a_choice_is_answered_with_the_fact(line: str, fact: str) -> None:
    run = talk("car_sales", WITH_CHRIS, "Hi there", line)
    topics = {known.topic for known in run.scenario.facts if known.id in (*run.mood.told, *run.mood.hinted)}
    assert topics == {fact}
    assert not acts(run) & {"CONFIRM", "DENY"}


@pytest.mark.parametrize(
    ("seed", "line", "act"),
    [
        (CRISP, "What if we did a 3 year term?", "WOULD_COST"),
        (METHODICAL, "What if we did a 3 year term with a 4% cap?", "WOULD_HELP"),
        (METHODICAL, "would a 2 year term help?", "WOULD_HELP"),
        (METHODICAL, "what if we added 40 seats?", "MORE_THAN_NEEDED"),
        (METHODICAL, "what if we took out 5 seats?", "TOO_FEW"),
        (METHODICAL, "could you live with a 12 month term?", "WOULD_DO"),
    ],
)
def test_what_is_only_asked_about_is_told_what_it_would_do(seed: int, line: str, act: str) -> None:
    run = talk("saas_renewal", seed, line)
    assert acts(run) & {"WOULD_HELP", "WOULD_COST", "WOULD_DO", "TOO_FEW", "MORE_THAN_NEEDED"} == {act}
    assert "$" not in run.last_heard
    assert run.rep_offers == ()


def test_an_extra_that_is_only_asked_about_is_told_what_it_would_do() -> None:
    assert "WOULD_HELP" in acts(talk("car_sales", WITH_CHRIS, "What if I threw in the mats?"))


def test_seats_beyond_the_need_are_not_taken_without_a_word() -> None:
    run = talk("saas_renewal", METHODICAL, "25,000 a year", "100 seats at that price")
    assert "MORE_THAN_NEEDED" in acts(run)
    assert "100 seats" in run.last_heard


def test_only_the_first_needs_are_said_to_matter() -> None:
    assert "NEED_MINOR" in acts(talk("car_sales", WITH_CHRIS, "How important is reliability to you?"))
    assert "NEED_MATTERS" in acts(talk("car_sales", WITH_CHRIS, "How important is safety to you?"))


def test_what_was_told_is_told_again_to_whoever_asks_again() -> None:
    run = talk("saas_renewal", CRISP, "Who signs?", "Who signs, did you say?")
    assert "TELL_AGAIN" in acts(run)
    assert "Devika" in run.last_heard


def test_a_bare_why_gets_nothing_out_that_was_kept_back() -> None:
    run = talk("car_sales", WITH_CHRIS, "Are you paying cash?", "what? why?")
    assert "percent" not in run.last_heard
    assert "credit" not in run.mood.told


def gives_a_reason(run: Negotiation) -> bool:
    """Whether the last line tells why the counterpart's price is what it is."""
    return any(fact.exact in run.last_heard for fact in run.scenario.earned_on(Topic("figure")))


def test_a_bare_why_after_a_price_is_about_the_price() -> None:
    run = talk("car_sales", 1, "How will you pay?", "It's at the list price, 29,880 out the door", "why?")
    assert gives_a_reason(run)
    before = talk("car_sales", 1, "How will you pay?").mood.told
    assert set(run.mood.told).difference(before) == {"figure_listings"}


def test_a_question_on_two_topics_gets_no_plain_yes() -> None:
    run = talk("car_sales", WITH_CHRIS, "What else have you looked at?", "Harbor's quote - does it include fees?")
    assert not acts(run) & {"CONFIRM", "DENY"}
    assert run.last_heard.startswith("There are some")


@pytest.mark.parametrize("line", ["I'll give you $3,000 for your trade", "24,900 and 2,000 for your old car"])
def test_a_sum_for_a_trade_in_that_there_is_none_of_is_put_right_each_time(line: str) -> None:
    run = talk("car_sales", WITH_CHRIS, line, "Hm", line)
    assert "Nothing to trade" in run.lines[2].text
    assert "nothing to trade" in run.last_heard


def test_a_price_beside_a_sum_for_no_trade_in_is_a_price() -> None:
    run = talk("car_sales", WITH_CHRIS, "24,900 and 2,000 for your old car")
    assert run.rep_terms is not None
    assert run.rep_terms.amount(run.scenario.price_issue.id) == 2_490_000


def test_the_same_discount_said_again_is_the_same_price() -> None:
    run = talk("car_sales", WITH_CHRIS, "25,000", "500 off", "500 off", "I'll take $500 off")
    assert [offer.terms.amount(run.scenario.price_issue.id) for offer in run.rep_offers] == [2_500_000, 2_450_000]
    assert "PRICE_STUCK" in acts(run)
    further = talk("car_sales", WITH_CHRIS, "25,000", "500 off", "another 500 off")
    assert further.rep_offers[-1].terms.amount(run.scenario.price_issue.id) == 2_400_000


ODD = ("The coffee is over there.", "My cousin is in the band.", "It was on the radio.", "They are by the window.")


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("pack", ["car_sales", "saas_renewal"])
def test_odd_lines_are_asked_about_and_led_back_to_what_is_open(pack: str, seed: int) -> None:
    run = talk(pack, seed, *ODD)
    answers = [said.text for said in run.lines if said.side == "counterpart"]
    assert len(set(answers)) == len(answers)
    assert "HEARD" not in acts(run)
    assert "ASK_BACK" in acts(run) or "REMIND" in acts(run)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("so whats the story, why are you shopping for a car?", "reason"),
        ("what was your last car and what didnt u like about it", "trade"),
        ("Anything it absolutely must have?", "must_haves"),
    ],
)
def test_a_question_in_everyday_words_is_answered_on_its_topic(line: str, told: str) -> None:
    run = talk("car_sales", 58, "Hi there", line)
    topics = [fact.topic for fact in run.scenario.facts if fact.id in (*run.mood.told, *run.mood.hinted)]
    assert told in topics


def test_a_detail_that_nobody_spoke_of_gets_no_random_fact() -> None:
    run = talk("saas_renewal", CRISP, "Good morning", "And what did they?")
    assert run.mood.told == ()


def test_a_why_about_a_price_in_other_words_is_about_the_price() -> None:
    assert gives_a_reason(talk("car_sales", 1, "How will you pay?", "It's 29,880 out the door", "why so low?"))


def test_something_of_the_customers_that_is_asked_about_is_told_what_it_would_do() -> None:
    run = talk("saas_renewal", METHODICAL, "What if you did a case study for us?")
    assert "WOULD_COST" in acts(run)


@pytest.mark.parametrize(
    "offered",
    [
        "Hi! Come on in out of the heat, can I get you a coffee or some water before we start?",
        "Would you like some water?",
        "Hi, welcome! Coffee, tea, water?",
        "Hi, welcome. Take a seat, there's coffee on.",
    ],
)
def test_a_drink_that_is_offered_is_taken_or_declined(offered: str) -> None:
    assert "DRINK" in acts(talk("car_sales", WITH_CHRIS, offered))


@pytest.mark.parametrize(
    "line",
    [
        "Does water get in when you drive?",
        "How much does it drink?",
        "There's no water damage on it.",
        "You want a car that keeps the water out.",
        "It has four drink holders.",
    ],
)
def test_whoever_only_speaks_of_water_offers_none(line: str) -> None:
    assert "DRINK" not in acts(talk("car_sales", WITH_CHRIS, line))


@pytest.mark.parametrize("line", ["Good morning! Please have a seat.", "Take a seat.", "Have a seat, coffee?"])
def test_a_seat_that_is_offered_is_no_question_about_comfort(line: str) -> None:
    assert "omfort" not in talk("car_sales", 31_337, line).last_heard


def test_a_coffee_is_thanked_for_where_the_pack_has_no_word_for_drinks() -> None:
    assert "KINDNESS" in acts(talk("saas_renewal", METHODICAL, "Hi there", "Can I get you a coffee?"))


def test_a_price_in_words_that_may_mean_a_trade_in_is_just_a_price() -> None:
    run = talk("car_sales", 3, "So, 30,500 is what we want for it.")
    assert "trade" not in run.last_heard
    assert len(run.rep_offers) == 1


def test_whoever_asks_for_its_number_gets_the_one_on_the_table() -> None:
    run = talk("car_sales", 3, "It's 30,500 out the door", "What number were you thinking then?")
    assert "HOLD" in acts(run)


def test_seats_that_are_taken_off_are_so_many_fewer() -> None:
    run = talk("saas_renewal", 22, "Take 5 seats off and it's 41,000")
    assert run.tabled.amount(IssueId("seats")) == int(str(dict(run.scenario.attributes)["seats"])) - 5


def test_a_word_that_asks_for_a_rough_figure_is_about_what_was_asked() -> None:
    run = talk("car_sales", 3, "Hi there", "do you have a budget?", "roughly?")
    assert "KEEPS_BACK" in acts(run)


@pytest.mark.parametrize(
    ("pack", "line", "fact"),
    [
        ("saas_renewal", "hows the product working for the team", "going"),
        ("saas_renewal", "how is the tool holding up?", "going"),
        ("saas_renewal", "do you sign or is there a cfo", "decider"),
        ("saas_renewal", "what are the other guys charging", "rival"),
        ("saas_renewal", "monthly or annual billing", "billing"),
        ("saas_renewal", "monthly or all at once?", "billing"),
        ("saas_renewal", "what would a 3 year deal be worth", "term"),
        ("saas_renewal", "so what do you want", "priorities"),
        ("saas_renewal", "can you do it by friday or do you need longer", "timeline"),
        ("saas_renewal", "what would make you leave us", "deal_breakers"),
        ("car_sales", "how come you're not buying from the other guys", "rival"),
        ("car_sales", "what's more important, price or delivery", "priorities"),
        ("car_sales", "is it your call", "decider"),
        ("car_sales", "what do you want to pay", "budget"),
    ],
)
def test_an_everyday_question_is_answered_with_the_fact_and_no_other(pack: str, line: str, fact: str) -> None:
    run = talk(pack, WITH_CHRIS, line)
    topics = {known.topic for known in run.scenario.facts if known.id in (*run.mood.told, *run.mood.hinted)}
    assert topics == {fact} or (not topics and "NEED_MATTERS" in acts(run))


def test_who_asks_to_shake_on_a_price_offers_it() -> None:
    run = talk("car_sales", WITH_CHRIS, "Hi there", "Can we shake on 23,700 with the warranty and delivery?")
    assert run.rep_offers[-1].terms.amount(IssueId("price")) == 2_370_000
    assert run.rep_offers[-1].terms.amount(IssueId("warranty")) == 1


@pytest.mark.parametrize(
    ("lines", "percent"),
    [
        (("list price minus 5%",), 95),
        (("let me knock 3% off the sticker",), 97),
        (("It's 25,200", "3 years at 5% off"), 95),
        (("5% off and the mats like i said",), 95),
    ],
)
def test_a_percentage_off_comes_off_the_list_price(lines: tuple[str, ...], percent: int) -> None:
    run = talk("car_sales", WITH_CHRIS, *lines)
    price = run.rep_offers[-1].terms.amount(IssueId("price"))
    assert price * 100 == run.scenario.product.list_price * percent


ASKED_FOR_A_PRICE = (
    "What price do you want?",
    "ok how much then",
    "What number would make you sign today?",
    "what's your offer",
    "And your figure?",
    "How much do you want to pay?",
    "what would you pay?",
)


@pytest.mark.parametrize("line", ASKED_FOR_A_PRICE)
def test_whoever_asks_for_a_price_hears_the_one_that_stands(line: str) -> None:
    run = talk("saas_renewal", 1401, "How about $30,000 a year?", line)
    assert "$22,150 a year" in run.last_heard
    assert not acts(run) & {"NO_ANSWER", "TELL"}


@pytest.mark.parametrize("line", ASKED_FOR_A_PRICE)
def test_terms_that_it_would_sign_but_for_a_gate_are_its_price(line: str) -> None:
    run = talk("car_sales", 303, "How about $16,100?", line)
    assert "$16,100" in run.last_heard
    assert "my dad" in run.last_heard


@pytest.mark.parametrize("line", ["What price do you want?", "what's your offer", "And your number?"])
def test_before_any_price_the_first_one_is_the_sellers(line: str) -> None:
    for pack in ("car_sales", "saas_renewal"):
        assert "YOURS_TO_NAME" in acts(talk(pack, 303, "Hi", line))


@pytest.mark.parametrize(
    ("line", "topic"),
    [
        ("how much would you pay a month?", "payment"),
        ("what number do you have from the other dealer?", "rival"),
    ],
)
def test_a_sum_of_another_kind_is_not_its_price(line: str, topic: str) -> None:
    run = talk("car_sales", 303, "Hi", "How about $18,000?", line)
    assert "HOLD" not in acts(run)
    assert topic in {fact.topic for fact in run.scenario.facts if fact.id in (*run.mood.told, *run.mood.hinted)}


@pytest.mark.parametrize("seed", [77, 1401, 88])
def test_how_many_seats_it_needs_is_said_against_what_it_has(seed: int) -> None:
    run = talk("saas_renewal", seed, "How many seats next year?")
    profile = dict(run.scenario.attributes)
    assert "No change" not in run.last_heard
    assert str(profile["seats"]) in run.last_heard or "number yet" in run.last_heard


def test_a_counter_that_leaves_out_an_unwelcome_term_says_so() -> None:
    asked = ("80,000", "78,000", "76,500 for 24 months", "Yes, 76,500 for 24 months")
    run = talk("saas_renewal", 55, *asked)
    assert "$77,600 a year without a 24-month term" in run.last_heard


def test_a_counter_on_the_same_package_never_lies_above_the_ask() -> None:
    run = talk("saas_renewal", 55, "76,500 for 24 months")
    price = IssueId("price")
    assert run.rep_terms is not None
    assert run.counterpart_terms is not None
    assert run.counterpart_terms.amount(price) < run.rep_terms.amount(price)
    assert run.counterpart_terms.amount(IssueId("term")) == 0
    assert "without a 24-month term" in run.last_heard


def test_what_would_ease_a_doubt_is_said_once() -> None:
    asked = ("What would help you?", "Any other questions?", "what worries you?", "Any concerns at all?")
    run = talk("saas_renewal", 1003, "Hi", "Any concerns?", *asked)
    answers = [said.text for said in run.lines if said.side == "counterpart"]
    assert len(set(answers)) == len(answers)
    assert "REMIND" in acts(run)


def test_what_matters_is_told_while_a_doubt_is_open() -> None:
    line = "what is it that matters to you most in the next one"
    run = talk("car_sales", 202, "It's 27,500", line, line)
    assert run.lines[-1].text != run.lines[-3].text
    assert "priorities" in {fact.topic for fact in run.scenario.facts if fact.id in (*run.mood.told, *run.mood.hinted)}


def test_a_price_out_the_door_leaves_no_doubt_about_fees() -> None:
    run = talk("car_sales", WITH_CHRIS, "It's 25,200 out the door")
    assert "hidden_fees" not in run.mood.raised
    assert "hidden_fees" in talk("car_sales", WITH_CHRIS, "It's 25,200").mood.raised
    assert "hidden_fees" in talk("car_sales", WITH_CHRIS, "It's 25,200", "25,200 out the door").mood.settled


def test_whether_a_doubt_is_settled_is_answered_with_yes_or_what_is_missing() -> None:
    concerned = ("Hi", "Any concerns?")
    answer = "On your auditors' questions, we answer all of them in writing. Does that settle it?"
    assert "NO_ANSWER" not in acts(talk("saas_renewal", 90, *concerned, answer))
    assert "CONFIRM" in acts(talk("saas_renewal", 90, *concerned, answer, "Does that settle it?"))
    open_still = talk("saas_renewal", 90, *concerned, "Does that settle it?")
    assert "OBJECTION_STANDS" in acts(open_still)
    assert "how the data is kept" in open_still.last_heard


def test_nobody_asks_for_a_price_that_was_just_named() -> None:
    named = talk("saas_renewal", 500, "I heard $50,000?", "45,000 because you have been with us for years")
    assert "ASK_PRICE" not in acts(say(named, Line("Good to talk."), NOW))


def test_what_has_to_be_different_is_answered_with_what_matters() -> None:
    assert "TELL" in acts(talk("car_sales", 101, "Hi", "what has to be different from the minivan?"))


def test_whoever_asks_to_have_acceptance_confirmed_hears_where_it_stands() -> None:
    assert "HOLD" in acts(talk("saas_renewal", 88, "70,000 a year", "Kindly confirm acceptance."))


@pytest.mark.parametrize("line", ["Buenos días, ¿qué busca usted hoy?", "Guten Tag, was suchen Sie denn heute?"])
@pytest.mark.parametrize("pack", ["car_sales", "saas_renewal"])
def test_another_language_is_said_not_to_be_understood_once_and_free_of_charge(pack: str, line: str) -> None:
    run = talk(pack, 3, line)
    assert "English" in run.last_heard
    assert run.round == talk(pack, 3).round
    assert "English" not in say(run, Line(line), NOW).last_heard


@pytest.mark.parametrize(
    "line", ["Bananas are cheap", "great stuff mate honestly", "Roadworthy vehicle, spotless interior, serviced"]
)
def test_english_in_odd_words_is_taken_for_english(line: str) -> None:
    assert "ONLY_ENGLISH" not in acts(talk("car_sales", 3, line))
