import pytest

from engine.scoring.claims import forbidden_sentence

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


def test_only_the_sentence_with_the_claim_is_quoted() -> None:
    line = "It's quiet. It has all-wheel drive. Shall we?"
    assert forbidden_sentence(line, CLAIMS) == "It has all-wheel drive."
