import pytest

from engine.scoring.claims import forbidden_sentence
from packs.loading import load_installed

CLAIMS = (
    "It tows a 5,000-pound trailer.",
    "It gets 30 mpg.",
    "It has all-wheel drive.",
    "The battery never has to be replaced.",
    "The warranty covers tires and brakes.",
)


@pytest.mark.parametrize(
    "line",
    [
        "It tows a 5,000-pound trailer.",
        "Oh, it'll tow 5,000 pounds easily, a trailer, a boat, you name it.",
        "You get 30 mpg with this one",
        "This one has all-wheel drive!",
        "The battery never needs replacing.",
        "And the warranty covers your tires and the brakes too.",
    ],
)
def test_a_forbidden_claim_is_found_however_it_is_put(line: str) -> None:
    assert forbidden_sentence(line, CLAIMS) == line


@pytest.mark.parametrize(
    "line",
    [
        "It doesn't have all-wheel drive.",
        "Do you need all-wheel drive?",
        "It tows 3,500 pounds.",
        "We all drive there.",
        "It gets 24 mpg.",
        "The warranty doesn’t cover tires and brakes.",
        "The battery may have to be replaced one day.",
        "",
    ],
)
def test_what_is_asked_denied_or_different_is_no_claim(line: str) -> None:
    assert forbidden_sentence(line, CLAIMS) == ""


def test_two_denials_in_a_sentence_claim_neither() -> None:
    claims = ("The frame is carbon", "It can be ridden at a bike park")
    assert forbidden_sentence("The frame is not carbon, and it cannot be ridden at a bike park.", claims) == ""
    assert forbidden_sentence("It's no carbon frame and no bike park bike.", claims) == ""
    assert forbidden_sentence("It isn't steel, and the frame is carbon.", claims) != ""


def test_only_the_sentence_with_the_claim_is_quoted() -> None:
    line = "It's quiet. It has all-wheel drive. Shall we?"
    assert forbidden_sentence(line, CLAIMS) == "It has all-wheel drive."


PROMISES = (
    "There will never be an outage.",
    "There is zero downtime.",
    "The uptime is 100 percent.",
    "The data is kept in Europe; on Business it is kept in the United States.",
    "It will never break down.",
    "It never needs service.",
    "It has never been in an accident.",
    "It has had no previous owners.",
    "It is brand new; the tires are.",
    "It has zero miles on it; it has 31,000.",
)


@pytest.mark.parametrize(
    "line",
    [
        "we guarantee zero downtime, you'll never have an outage",
        "There won't be any downtime.",
        "No problem, there are no outages with us.",
        "we have 100% uptime guaranteed",
        "the data is kept in Europe",
        "We don't have the cheapest plan, but your data stays in the EU.",
        "this car has never been in an accident and will never break down",
        "Don't worry, it won't break down.",
        "It never needs service… no previous owners",
        "It's brand new with zero miles",
        "You want reliability, and it never breaks down.",
    ],
)
def test_a_promise_that_holds_a_denial_is_found_beside_other_denials(line: str) -> None:
    assert forbidden_sentence(line, PROMISES)


@pytest.mark.parametrize(
    "line",
    [
        "I can't promise that it never breaks down",
        "we don't guarantee 100% uptime",
        "We can't promise you zero downtime, and nobody can say that there will never be an outage.",
        "I'd be lying if I said it never needs service.",
        "You said you want a car that never breaks down.",
        "Nobody has 100 percent uptime.",
        "On Business the data is kept in the United States, not in Europe.",
        "It has 31,000 miles on it and brand new tires.",
        "A brand new one would cost you ten thousand more.",
        "One previous owner, and the book has no gaps.",
        "Is it brand new you are after?",
        "There's no service fee on top.",
        "Has it never been in an accident?",
        "It will need service like any car.",
    ],
)
def test_honest_words_about_what_nobody_can_promise_are_no_claim(line: str) -> None:
    assert forbidden_sentence(line, PROMISES) == ""


@pytest.mark.parametrize("pack", ["car_sales", "saas_renewal"])
def test_what_a_sheet_says_is_none_of_its_forbidden_claims(pack: str) -> None:
    for product in load_installed().get(pack).pack.products.values():
        claims = tuple(str(claim) for claim in product.forbidden_claims)
        for fact in (*product.facts.values(), product.summary):
            assert forbidden_sentence(str(fact), claims) == ""


@pytest.mark.parametrize("pack", ["car_sales", "saas_renewal"])
def test_every_forbidden_claim_of_a_sheet_is_found_as_it_stands(pack: str) -> None:
    for product in load_installed().get(pack).pack.products.values():
        for claim in map(str, product.forbidden_claims):
            said = claim.partition(";")[0]
            assert forbidden_sentence(said, (claim,)) == said
