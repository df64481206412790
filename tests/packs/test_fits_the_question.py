"""What the buyer says fits what was asked: the detail of its own story, the reason, both halves, and nothing beside."""

import pytest

from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act
from engine.scenario.scenario import Scenario
from tests.packs.buyers import buyer, talk


def acts(run: Negotiation) -> set[str]:
    return set(dict(run.mood.used_phrases))


def test_both_halves_of_a_follow_up_on_its_own_story_are_answered() -> None:
    reports = "Which reports do you take to the board, and what do they ask you about them?"
    run = talk("saas_renewal", 5_376_491, "Good morning.", reports)
    assert "into the board meeting like a shield" in run.last_heard
    work = talk(
        "saas_renewal", 5_376_491, "Good morning.", reports, "Who does that work, and how long does it take them?"
    )
    assert "One of my people does" in work.last_heard
    assert "A day each month" in work.last_heard


def test_the_second_half_of_a_question_on_what_was_told_stays_on_that() -> None:
    told = (
        "Good morning.",
        "What matters most to you, and why?",
        "Who does that work, and how long does it take them?",
    )
    run = talk("saas_renewal", 5_376_491, *told, "What happened after that, and what did you change?")
    assert "two of us go over it first" in run.last_heard
    assert "product people" not in run.last_heard


def test_a_need_that_is_told_is_never_closed_off() -> None:
    asked = ("What matters most to you?", "Why is that?", "Why is that?", "Why is that?", "And why is reporting that?")
    run = talk("saas_renewal", 5_376_491, *asked)
    assert "NOTHING_TO_TELL" not in acts(run)


@pytest.mark.parametrize("line", ["What made you look at one with three rows then?", "Why three rows?"])
def test_whoever_asks_why_it_must_be_so_roomy_hears_what_has_to_go_in(line: str) -> None:
    run = talk("car_sales", 6_293_776, "Hello, what got you looking?", line)
    assert "my work bag and the shopping" in run.last_heard


def test_what_speaks_against_two_years_is_said_and_nothing_is_asked_for_it() -> None:
    offer = "80 seats, 24 months, 57,000 a year. How's that?"
    run = talk("saas_renewal", 4_619_708, offer, "What's wrong with two years for you?")
    assert "term" in run.mood.told
    assert "WOULD_COST" not in acts(run)


@pytest.mark.parametrize(
    "line",
    [
        "Three at home and just you on workdays.",
        "You said that you never buy anything big without sleeping on it.",
        "So fuel is the thing.",
        "Apart from being reliable, what matters most?",
    ],
)
def test_what_is_only_said_back_presents_nothing(line: str) -> None:
    told = ("Hello, what got you looking?", "Who will be riding in the new car on an ordinary week?")
    reading = talk("car_sales", 6_293_776, *told, line).readings[-1].reading
    assert not reading.has(Act.PRESENT)


@pytest.mark.parametrize(
    "line", ["No fees here, none at all.", "It has a home charger.", "All fees are in that price."]
)
def test_what_is_shown_in_few_words_is_still_shown(line: str) -> None:
    reading = talk("car_sales", 2_891_586, "What about fees worries you?", line).readings[-1].reading
    assert reading.has(Act.PRESENT)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("What do you drive at the moment, by the way?", "somebody else's"),
        ("Roughly how many miles to the gallon do you get in the old one?", "to the gallon"),
        ("How much are you spending at the pump right now?", "gallons and not the dollars"),
    ],
)
def test_a_question_on_the_old_car_is_answered_without_its_value(line: str, said: str) -> None:
    run = talk("car_sales", 7_600_827, "Good morning!", line)
    assert said in run.last_heard
    assert "trade" not in run.mood.told


def test_what_is_left_out_behind_what_else_is_not_told_again() -> None:
    run = talk("car_sales", 7_600_827, "Hi", "What matters most to you?", "And what else is on your list after safety?")
    assert "Behind safety" in run.last_heard


def test_a_no_with_nothing_on_the_table_asks_for_no_price() -> None:
    asked = "Oh no, I hope your neighbor is okay! Who would be riding along with you most days?"
    run = talk("car_sales", 7_600_827, "Hi", "What matters most to you?", asked)
    assert "ASK_PRICE" not in acts(run)


def test_own_words_taken_up_are_not_denied() -> None:
    asked = ("What do your people do all day in the tool?", "Who runs it, and when is it busiest?")
    taken_up = "Somebody in IT, beside three other tools? What do the mornings on Monday look like then?"
    assert "DENY" not in acts(talk("saas_renewal", 6_581_995, *asked, taken_up))


def test_the_words_of_one_question_ask_only_once() -> None:
    told = ("What's the most important job our tool does for you?", "Have you got another quote?")
    run = talk("saas_renewal", 8_800_104, *told, "So it has to be up. What else has to be right?")
    assert run.last_heard == "I need single sign-on, the API and an audit log."


def test_needs_put_to_choose_from_ask_what_counts() -> None:
    run = talk("car_sales", 7_700_104, "Hi there.", "What's it to be, space or fuel or something else?")
    assert {"priorities"} & {*run.mood.told, *run.mood.hinted}


def test_a_doubt_and_making_light_of_it_are_not_said_in_a_row() -> None:
    pump = "All right. How much does fuel matter to you?"
    run = talk("car_sales", 2_891_586, "Hi", "What worries you about this car?", pump)
    raised = [doubt for doubt in run.scenario.objections if doubt.id in run.mood.raised]
    if any(doubt.topic == "running_costs" for doubt in raised):
        assert "NEED_MINOR" not in acts(run)


@pytest.mark.parametrize(
    ("seed", "lines", "said"),
    [
        (5_549_224, ("You shouldn't pay for empty seats. How many of the 220 do you really need?",), "around 185"),
        (3_302_345, ("Besides the log, what has the team been struggling with this past year?",), "Finding things"),
        (5_416_314, ("How do they use it?", "are u hitting the times u want there?"), "four weeks of five"),
        (1_918_380, ("How do the crews use it?", "Where do the addresses come from?"), "Dispatch types them in"),
        (5_062_068, ("Hi.", "Did you have outages on your side?"), "went away and came back"),
        (6_194_580, ("What's a normal day in it?", "Which part of that takes longest?"), "Access"),
        (8_083_651, ("Hi.", "How long do you usually wait when you write to our support?"), "A few hours"),
    ],
)
def test_a_plain_question_is_answered(seed: int, lines: tuple[str, ...], said: str) -> None:
    assert said in talk("saas_renewal", seed, *lines).last_heard


@pytest.mark.parametrize(
    ("seed", "lines", "said"),
    [
        (
            3_302_345,
            ("How many seats are in use?", "Who are the rest?", "When do they come back, and do they need logins?"),
            ("In March",),
        ),
        (
            5_669_332,
            ("What annoys the team about it today?", "When did the last one happen, and what did it do to their work?"),
            ("two weeks ago", "an hour longer"),
        ),
        (
            5_062_068,
            ("What matters most to you?", "That half hour, when was it, and did our support tell you why?"),
            ("week before the holidays", "nobody ever said"),
        ),
    ],
)
def test_both_halves_stay_on_what_was_just_told(seed: int, lines: tuple[str, ...], said: tuple[str, ...]) -> None:
    heard = talk("saas_renewal", seed, *lines).last_heard
    assert all(piece in heard for piece in said), heard


def test_a_point_of_the_buyers_own_leads_to_that_point() -> None:
    line = "All right. Your second point was what happens to the price next year. What worries you there?"
    run = talk("saas_renewal", 5_062_068, "What are the three questions?", line)
    assert "3 percent" in run.last_heard
    assert not run.readings[-1].reading.has(Act.REJECT)


def test_whoever_comes_back_to_an_early_word_gets_what_was_meant_by_it() -> None:
    between = ("How many seats are in use?", "What do the others do instead?", "How does the team look next year?")
    run = talk("saas_renewal", 6_671_043, *between, "What did you mean by going broke?")
    assert "They took some of the money away" in run.last_heard


def test_the_figure_that_answers_how_many_is_told_again() -> None:
    run = talk(
        "saas_renewal", 3_302_345, "How does the team look next year?", "So how many seats do you expect to need?"
    )
    assert "150" in run.last_heard


def test_what_is_kept_back_is_not_told_in_the_same_breath() -> None:
    run = talk("saas_renewal", 7_205_691, "Hello. Are all your seats in use?", "Roughly how many aren't?")
    assert "71 of 90" not in run.last_heard


def test_a_doubt_that_is_only_named_is_not_settled() -> None:
    run = talk(
        "saas_renewal", 6_634_948, "Hi. Is security an issue for you?", "OK, the auditors. What do they object to?"
    )
    assert "security_review" not in run.mood.settled


@pytest.mark.parametrize(
    "line", ["Meet me in the middle: 61,500 for 94 seats?", "94 seats at 61,500. hows that sound?"]
)
def test_beside_a_price_put_up_nothing_of_the_story_is_told(line: str) -> None:
    told = talk("saas_renewal", 1_918_380, "How many logins are used?", "How many do you need next season?", line)
    before = talk("saas_renewal", 1_918_380, "How many logins are used?", "How many do you need next season?")
    assert told.mood.told == before.mood.told
    assert "91 of 145" not in told.last_heard


def test_the_reason_for_its_figure_is_told_however_it_is_put() -> None:
    offer = "For 94 seats of Field I'd be at 66,000 a year."
    run = talk("saas_renewal", 1_918_380, offer, "I can't get there. What's your figure built on?")
    assert any(fact in run.mood.told for fact in ("figure_rival", "figure_last_year", "figure_use"))


def _says(scenario: Scenario) -> set[str]:
    """All that a buyer may say of its story."""
    facts = {text for fact in scenario.facts for text in (fact.exact, fact.vague, fact.more)}
    return facts | {detail.answer for detail in scenario.details} | {hook.answer for hook in scenario.hooks}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("I'm to come back with something I can show", "There's no they in it"),
        ("I'm to come back with something I can show", "Nobody waits for a paper on it"),
        ("There are two complaints on file", "none of which anybody has put in writing"),
        ("Everybody holds their breath", "People get used to things faster"),
        ("Data typed twice", "There are no plans for it. It does what it's there for."),
        ("They said yes to everything", "so I didn't ask"),
        ("Something was deleted once", "Nobody here has ever deleted anything"),
        ("I counted three this year", "I logged four incidents"),
        ("We once waited for an answer", "Nothing broke that I know of"),
        ("There's hardly a gap", "The rest are ghosts"),
        ("I don't lose sleep over it", "I'd rather not be surprised."),
    ],
)
def test_no_buyer_has_two_texts_that_cannot_both_be_said(one: str, other: str) -> None:
    for seed in range(150):
        said = _says(buyer("saas_renewal", seed))
        holding = [piece for piece in (one, other) if any(piece in text for text in said)]
        assert len(holding) <= 1, seed


def test_a_question_that_names_the_need_finds_what_was_told_of_it() -> None:
    told = ("What's the one thing this has to do for you?", "Who builds those reports, and how much time goes into it?")
    run = talk("saas_renewal", 4_040_671, *told)
    assert "One of my people does" in run.last_heard
    assert "A day each month" in run.last_heard


def test_after_a_yes_a_question_goes_into_what_was_said_yes_to() -> None:
    run = talk("saas_renewal", 9_902_214, "Hi. Have you looked at anybody else?", "What do you like about them?")
    assert "Their number" in run.last_heard


def test_a_question_what_others_want_proposes_no_step() -> None:
    told = ("Hi. Why is this contract being looked at now?", "What do they want you to come back with?")
    run = talk("saas_renewal", 5_757_575, *told)
    assert run.last_heard == "Whether ours is the one to keep, and what speaks for it."
    assert not run.mood.opened_gates


@pytest.mark.parametrize("line", ["OK, running costs. Whose rental?", "Price, gas, comfort? Give me one."])
def test_what_is_only_named_or_put_to_choose_from_is_not_praised(line: str) -> None:
    run = talk("car_sales", 7_475_282, "Hello, I'm Tom. What are you after?", line)
    assert {"HEARD", "HEARD_NEED"}.isdisjoint(acts(run))


def test_sympathy_is_no_apology() -> None:
    run = talk("car_sales", 7_044_104, "Hi, what got you looking?", "I'm so sorry, that's scary. Was anyone with you?")
    assert "APOLOGY_TAKEN" not in acts(run)
    pressed = talk(
        "car_sales", 7_044_104, "Sign now or it's gone in an hour.", "Sorry about that, I was rude. What for?"
    )
    assert "APOLOGY_TAKEN" in acts(pressed)


def test_a_question_how_many_ride_along_proposes_to_ask_nobody() -> None:
    run = talk("car_sales", 3_536_070, "How many kids are usually in there, and how bad is the gas on the leased one?")
    assert run.mood.arranged == ()
    assert "DEFER" not in acts(run)


def test_what_is_in_its_own_offer_is_not_asked_for_again() -> None:
    run = talk(
        "car_sales", 3_536_070, "23,900 with the mats.", "If I meet you at 22,900 with the mats, would you sign?"
    )
    assert "WOULD_HELP" not in acts(run)


@pytest.mark.parametrize(
    "asked",
    ["How does that compare with what you had in mind?", "Does that fit your budget?", "Would the family like that?"],
)
def test_whether_an_offer_fits_is_answered_with_a_price(asked: str) -> None:
    run = talk("car_sales", 5_318_807, "Hi.", f"I could do 24,700 for you. {asked}")
    assert "keep my number" not in run.last_heard
    assert run.counterpart_terms is not None


def test_who_must_be_asked_is_no_secret_once_named() -> None:
    told = ("18,500 all in and I throw in the mats, deal?", "18,200 with the mats, nothing on top.")
    run = talk("car_sales", 1_106_928, *told, "17,500 with the mats. Call dad and let's sign?")
    assert "somebody I'd talk it over with" not in run.last_heard


def test_what_comes_before_a_thing_that_matters_little_is_what_matters_most() -> None:
    run = talk("car_sales", 2_899_643, "Do you tow anything?", "OK, what comes before towing then?")
    assert "Safety" in run.last_heard


def test_the_price_that_it_has_named_is_signed_however_it_is_hurried() -> None:
    pressed = ("42,500 with mats, and you sign now.", "41,500 with the mats, that's my best.")
    run = talk("car_sales", 2_899_643, "It's 43,900.", *pressed)
    theirs = run.counterpart_terms
    assert theirs is not None
    price = theirs.amount(run.scenario.price_issue.id) // 100
    taken = talk(
        "car_sales", 2_899_643, "It's 43,900.", *pressed, f"{price:,} with the mats and you sign right now, deal."
    )
    assert taken.agreed is not None or taken.mood.pending is not None


def test_whether_they_tow_is_told_after_what_they_need_it_for_too() -> None:
    run = talk("car_sales", 2_899_643, "What do you need it for?", "Do you tow anything?")
    assert run.last_heard == "Hardly ever."


def test_whoever_had_to_be_asked_has_a_word_before_it_is_signed() -> None:
    bargained = (
        "18,500 all in and the mats, deal?",
        "Sure, call him now.",
        "What does your dad say?",
        "17,500, mats in.",
    )
    run = talk("car_sales", 1_106_928, *bargained)
    assert run.counterpart_terms is not None
    price = run.counterpart_terms.amount(run.scenario.price_issue.id) // 100
    signed = talk("car_sales", 1_106_928, *bargained, f"{price:,} with the mats, deal.")
    assert signed.agreed is not None
    assert "My dad's fine with it." in signed.last_heard


def test_what_the_absent_one_would_say_is_answered_with_how_they_decide() -> None:
    run = talk("car_sales", 3_536_070, "Who else decides?", "It has five stars. What would Alicia say to that?")
    assert "safety" not in run.last_heard.lower()


def test_a_doubt_on_one_thing_does_not_stand_in_for_what_an_offer_is_compared_to() -> None:
    asked = "Here's a number: $24,900 out the door. What would you compare that to?"
    run = talk("car_sales", 3_536_070, "How much do you drive?", "What do you need it for?", asked)
    assert run.counterpart_terms is not None
    assert "real mileage" not in run.last_heard


@pytest.mark.parametrize("seed", [11, 110, 114, 107, 111])
def test_who_drives_it_is_told_in_one_way(seed: int) -> None:
    details = {detail.id: detail.answer for detail in talk("car_sales", seed).scenario.details}
    stays = "seat stays where" in details.get("solo_drivers", "")
    assert not (stays and "never where I left it" in details["household_drivers"])
    assert not ("other seats empty" in details["miles_who"] and "children_count" in details)


def test_a_topic_named_by_chance_gives_way_to_what_is_plainly_asked() -> None:
    merged = talk(
        "saas_renewal",
        61_850_277,
        "Let's be straight with each other. What would stop you renewing?",
        "We'll get to the number, promise. Ease of use first: where exactly do people get stuck?",
        "Merging cases, got it. And when somebody merges it wrong, what does that cost you?",
    )
    assert merged.last_heard == "An hour every day, in slices of five minutes."
    mechanic = talk(
        "car_sales",
        25_918_830,
        "Welcome in. I'd just like to understand your situation first. What made you start looking?",
        "Weeks of that must have been nerve-racking. Had you taken it to a mechanic at all, and what did they say?",
    )
    assert "metal in the oil" in mechanic.last_heard


def test_what_a_wording_finds_gives_way_to_what_is_plainly_asked() -> None:
    right = talk(
        "saas_renewal",
        7_730_152,
        "hiya! thx for jumping on :) so hows it going w the tool day to day?",
        "haha glad the dog's good! when you say on the whole, whats the bit thats not so great?",
        "ah ok the permissions. who has to dig through that and how often does it come up?",
        "lol fair, so what would be the dealbreaker? like what has to be right for you to sign again?",
    )
    assert "uptime in the contract" in right.last_heard
