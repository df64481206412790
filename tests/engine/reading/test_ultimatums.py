"""Threats press; deadlines, choices and conditions that a person may take or leave do not."""

import pytest

from engine.reading.context import price_talk
from engine.reading.read import read_message
from engine.reading.reading import Act
from tests.engine.reading.table import table

THREATS = (
    "Sign by Friday or we turn your access off",
    "You need to buy this today or it's gone",
    "Sign today or I sell it to the couple waiting outside",
    "Buy now or walk",
    "Don't be stupid, sign now",
    "sign now or the price doubles",
    "Sign by Friday, otherwise we turn your access off.",
    "Sign today. Otherwise I'm selling it to somebody else.",
    "Renew by Friday or lose your data",
    "You have to pay by Friday or we'll have to let it go",
    "I need you to decide today, or the deal is off",
    "Well, just pay up or we cut you off",
    "Decide today or I walk away",
    "Sign, or else",
    "Take it now or leave it",
    "If you don't sign by Friday we turn your access off",
    "If you don't buy today, it's gone",
    "Unless you sign today I'll sell it to someone else",
    "It's gone tomorrow if you won't take it",
    "We shut you down unless you renew",
    "You'd better take it, or we will have to cancel your account",
    "You've got until Friday to sign or we cut you off",
    "Otherwise, sign by Friday or your access ends",
    "I need an answer today or I move on",
    "Sign today. Otherwise, it goes to someone else.",
    "Buy now or leave",
    "Buy it today or go home",
    "24,000 or I walk",
    "$24,500 or nothing",
    "24,500, or no deal",
    "It's 24,500 or I sell it to the next guy",
    "Sign now or never",
    "last chance",
)

NO_THREATS = (
    "We can sign now or go over it again",
    "I can do 24,000, or you can leave it with us overnight",
    "Do you want to buy now or leave it for tomorrow?",
    "I can do 24,500, or 25,000 with the mats",
    "You can pay 24,000 or lease it",
    "if you sign today I can do 23,400",
    "if you sign now I can do 23,400",
    "I can hold it until Saturday",
    "can you decide this week?",
    "Can you sign now?",
    "You can sign now or come back tomorrow",
    "You don't have to decide today or tomorrow",
    "no need to decide now",
    "Would you rather decide today or sleep on it?",
    "Sign today and I'll throw in the mats",
    "Sign today or tomorrow, whichever suits you",
    "Take the mats or the warranty",
    "Do you drive to work or take the train?",
    "Is it cheaper to lease or buy? Either way we won't turn you away.",
    "Renew by Friday or later, we won't turn your access off",
    "If you don't sign by Friday, we won't turn your access off",
    "Even if you don't buy today, the offer is good until Saturday",
    "If you don't want the mats I can take 200 off",
    "Unless you sign this week, I can't do 23,400",
    "We have to decide or we lose the weekend",
    "There is no other buyer",
    "Sign now and we switch you on today",
    "Get the mats or the warranty, it's gone from the list either way",
    "Choose one year or three, it is over before you know",
    "If you can't decide today, someone else from my team can call you on Monday",
    "Let me know by Friday, otherwise I'll follow up next week",
)


@pytest.mark.parametrize("text", THREATS)
def test_a_demand_with_a_loss_behind_it_presses(text: str) -> None:
    assert read_message(text, table()).has(Act.PRESSURE)


@pytest.mark.parametrize("text", NO_THREATS)
def test_a_choice_a_deadline_or_a_condition_presses_nobody(text: str) -> None:
    assert not read_message(text, table()).has(Act.PRESSURE)


@pytest.mark.parametrize("text", ["Sign today or I walk away", "Last chance: sign now or I sell it to the next couple"])
def test_a_threat_to_leave_leaves_nothing_and_sets_no_condition(text: str) -> None:
    read = read_message(text, price_talk(2_500_000, 2_490_000, 2_250_000))
    assert not read.has(Act.WALK, Act.CONDITIONAL_TODAY, Act.ACCEPT, Act.ASK_SALE)


@pytest.mark.parametrize("text", ["Don't be stupid, sign now", "Sign, you idiot, or I walk", "don't be an idiot"])
def test_an_insult_beside_a_threat_is_one_too(text: str) -> None:
    assert read_message(text, table()).has(Act.INSULT)


def test_a_threat_rests_on_its_demand_and_its_loss() -> None:
    read = read_message("I hear you. Sign by Friday or we turn your access off, ok?", table())
    spans = [act.span.text for act in read.acts if act.act is Act.PRESSURE]
    assert spans == ["Sign by Friday or we turn your access off"]
