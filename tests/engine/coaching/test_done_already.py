"""Advice to those who had done it already: who saw to the call, who asked for the number, who told the figure."""

from engine.coaching.closing import no_deal_sought
from engine.coaching.look import Look
from engine.coaching.manners import irritators
from engine.coaching.pricing import features_nobody_needed
from engine.scoring.record import turns_of
from tests.engine.ended import ended, verdict_on

PICKUP = (
    "Morning Lucia. What do you need the truck for?",
    "Got it. The owner wants the car back. By when do you need the truck?",
    "This week works. It seats five, bed is five and a half feet with tie-downs, so the bikes ride fine. $44,500 "
    "and you drive it home this week.",
    "39,500 is below what I can do, Lucia. Heated seats, the hitch is on it, 375 horses. 43,200. What's holding you"
    " back?",
    "42,500 with the mats. This price is only good today, so let's sign now.",
    "Fair, no more pushing. The reason: it tows 9,200 pounds, it's new and has five years on the engine and "
    "gearbox. 42,000 with the mats and the longer warranty if you take it this week.",
    "No fees at signing. 41,700 with both, and we shake on it now?",
    "Meet me in the middle then, 41,500 with mats and the longer warranty, fees in. Deal?",
    "Sure. Want to call Alicia now? I'll put the numbers on one page for her: 41,500, mats, longer warranty, no "
    "fees on top.",
)
LUCIA = 6227383


def test_who_had_them_call_and_stopped_is_told_to_ask_what_came_of_it() -> None:
    fix = verdict_on("car_sales", LUCIA, *PICKUP).fixes[0]
    assert "had gone to ask" in fix.why
    assert fix.better == "Have you heard back? If it is a yes, shall we sign it today?"
    assert fix.quote in PICKUP[-1]
    assert "with this line after it" in fix.otherwise, "the line comes after the last one and signs what was agreed"


def test_who_proposed_no_step_is_shown_one_in_plain_words() -> None:
    fix = verdict_on("car_sales", LUCIA, *PICKUP[:-1]).fixes[0]
    assert fix.better == "You need to clear it with Alicia. Shall we do that together tomorrow at ten?"


def test_who_asked_where_they_have_to_be_is_not_told_to_find_that_out() -> None:
    asked = ("29,200 for you.", "27,900 with the mats and delivery. Where do you have to be?", "Ok. 27,500?")
    for lines, is_told in ((asked, False), ((asked[0], "27,900 with the mats and delivery.", asked[2]), True)):
        run = ended("car_sales", 4470738, *lines)
        assert (no_deal_sought(Look(run, turns_of(run))) is not None) is is_told


def test_features_beside_a_lower_price_are_no_reason_for_it_to_be_praised() -> None:
    keep = verdict_on("car_sales", LUCIA, *PICKUP).keep
    assert keep is None or "with a reason" not in keep.why


def test_how_does_that_sound_is_not_praised_as_asking_for_the_decision() -> None:
    lines = (
        "Before we talk numbers, I'd like to hear how you use the product day to day.",
        "80 seats for 50,000 a year, with a cap of 5 percent on the next increase. How does that sound?",
    )
    keep = verdict_on("saas_renewal", 1204676, *lines).keep
    assert keep is None or keep.check != "close"


def test_two_offers_to_choose_from_are_not_wanted_where_they_have_said_yes_to_one() -> None:
    lines = (
        "For 90 seats, 12 months, a cap of 3% in writing, and admin training thrown in, 39,900 a year.",
        "Who is Ottilie? So one page: 90 seats, 3% cap, training, 39,900.",
        "Last year 38,500, this year 39,900, with the 3% cap.",
        "If Ottilie says yes, do we have a deal at 39,900?",
    )
    assert "no_options" not in {fix.tip for fix in verdict_on("saas_renewal", 7319574, *lines).fixes}


def test_who_asked_in_vain_who_else_decides_is_not_told_to_ask() -> None:
    asked = ("145 seats, 66,000 a year.", "k who signs this besides u")
    for lines, is_told in ((asked, False), (asked[:1], True)):
        run = ended("saas_renewal", 9034417, *lines)
        found = no_deal_sought(Look(run, turns_of(run)))
        assert found is not None
        assert ("Asked what they wait for" in found.why) is is_told


def test_to_own_up_to_noise_is_candid_and_grates_on_nobody() -> None:
    run = ended("car_sales", 733154, "Honestly, there is road noise over 65; the cloth seats hold up well.")
    assert irritators(Look(run, turns_of(run))) is None


def test_a_fact_that_is_told_by_its_figure_was_shown() -> None:
    told = "The contract gives 99.95 percent, and there are dashboards by team. I have 99,500 a year."
    for line, is_shown in ((told, True), (told.replace("99.95 percent, and there", "a lot. There"), False)):
        run = ended("saas_renewal", 4410276, line)
        assert (features_nobody_needed(Look(run, turns_of(run))) is None) is is_shown
