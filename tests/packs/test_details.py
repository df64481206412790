"""A rep who asks the second question, on what it was told, is answered: once more if need be, never before the fact."""

from engine.director.director import Line
from engine.director.replay import say
from engine.scenario.manner import Detail
from engine.scenario.scenario import Scenario
from packs.loading import load_installed
from tests.engine.scenarios import NOW
from tests.packs.buyers import buyer, talk

PACKS = ("car_sales", "saas_renewal")


def detail(scenario: Scenario, name: str) -> Detail:
    return next(detail for detail in scenario.details if detail.id == name)


def test_a_detail_comes_after_its_fact_and_is_said_again_when_asked_again() -> None:
    run = talk("car_sales", 919, "How many of you are there at home?", "How old are the kids?")
    answer = next(one.answer for one in run.scenario.details if one.of == "household" and one.answer in run.last_heard)
    again = say(run, Line("Sorry, how old are the kids?"), NOW).last_heard
    assert answer[1:] in again
    assert again != run.last_heard


def test_a_detail_of_a_fact_not_told_yet_comes_with_the_fact() -> None:
    run = talk("car_sales", 919, "How old are your kids?")
    household = next(fact for fact in run.scenario.facts if fact.id == "household")
    assert run.last_heard.startswith(household.exact)
    assert household.id in run.mood.told


def test_a_question_on_a_fact_that_takes_trust_gets_no_detail_before_it() -> None:
    for pack in PACKS:
        for seed in range(400, 412):
            run = talk(pack, seed, "Hello.")
            guarded = {fact.id for fact in run.scenario.facts if run.mood.trust < fact.min_trust}
            for one in (one for one in run.scenario.details if one.of in guarded):
                asked = (
                    next(each for each in run.scenario.details_asked if each.topic == one.id)
                    .wordings[0]
                    .replace("~ ", "")
                )
                if "(" not in asked:
                    assert one.answer not in say(run, Line(f"{asked}?"), NOW).last_heard


def test_every_detail_belongs_to_a_fact_of_the_same_buyer_and_says_something_of_its_own() -> None:
    for pack in PACKS:
        for seed in range(300, 340):
            scenario = buyer(pack, seed)
            facts = {fact.id: fact for fact in scenario.facts}
            told = [text for fact in scenario.facts for text in (fact.exact, fact.vague, fact.more)]
            for one in scenario.details:
                assert one.of in facts
                assert one.answer not in told
                assert "{" not in one.answer
                assert len(one.answer) <= 140


def test_a_pack_has_answers_to_the_second_question_on_most_of_what_it_tells() -> None:
    for pack in PACKS:
        loaded = load_installed().get(pack).pack
        weighty = {name for name, fact in loaded.facts.items() if fact.weight >= 4}
        assert weighty <= {one.of for one in loaded.details.values()}


HANNAH = 7_618_153
TO_HANNAH = (
    "Hello, I'm Martin. What are you driving at the moment, and what made you start looking?",
    "Ok, time for a change then. What would you use it for mostly, and how many people will be riding along?",
    "Two bikes and only you, nice. The third row folds flat, so they'd go in. What kind of trails do you get to, and "
    "how long is the drive to the lake?",
    "Dirty gear, got it, all-weather mats might help there. What matters most to you in the next one, and what did you "
    "dislike about the Tamsin?",
    "A good seat and quiet. It's quiet on the highway. Would you like to sit in it now, and how soon do you need one?",
)


def test_both_answers_come_before_praise_where_there_is_room_for_one_of_them() -> None:
    assert "An hour or two." in talk("car_sales", HANNAH, *TO_HANNAH[:3]).last_heard


def test_what_happens_with_it_is_asked_of_what_was_told_last() -> None:
    before = ("What are you driving at the moment?", "A good seat and quiet. What is it with your back?")
    line = "Your lower back, I see. What happens with it on a long drive, and what do you want to spend?"
    assert "My sister" not in talk("car_sales", HANNAH, *before, line).last_heard


def test_whoever_proposes_something_asks_for_no_detail() -> None:
    heard = talk("car_sales", HANNAH, *TO_HANNAH).last_heard
    assert "Lower back" not in heard
    assert "Today, if it's right." in heard


def test_a_day_in_a_question_for_a_person_is_no_appointment() -> None:
    line = "So tell me, who am I talking to and what's got you out here on a Sunday?"
    assert "Sunday would be good" not in talk("car_sales", 4_851_482, line).last_heard
