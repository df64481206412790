"""What buyers and customers break off over, in the words of reps: done, denied, asked about."""

import pytest

from engine.negotiation.events import Reason
from engine.reading.context import context_of
from engine.reading.read import read_message
from engine.scenario.scenario import DealBreaker
from engine.strict.deal_breakers import sets_off
from packs.loading import load_installed
from tests.packs.buyers import buyer
from tests.packs.test_talk import talk

DONE = {
    "car_sales": {
        "hidden_fees": (
            "It's 34,900 plus a $495 doc fee.", "There is a $300 dealer fee on top of that.",
            "We do add a doc fee of $499.", "That's 24,300 plus tax and fees.", "There's also a prep fee.",
            "Fees are extra.", "Our doc fee is 299.",
        ),
        "hard_sell": ("You need to decide now.", "Sign now, there's another buyer."),
        "forced_extras": (
            "Every buyer gets the protection package.", "The mats are already installed, they can't be taken off.",
            "You have to take the warranty with this one.", "We only sell it with the protection plan.",
        ),
        "long_wait": (
            "It'll be here in about six weeks.", "Delivery takes four to six weeks.", "It's on backorder right now.",
            "I can have it for you in three weeks.", "You'd wait three months for that color.",
        ),
    },
    "saas_renewal": {
        "silent_renewal": ("The contract renews automatically.", "It auto-renews unless you give notice."),
        "surprise_fees": ("There's a $2,000 onboarding fee.", "Plus a setup fee of 900."),
        "forced_upgrade": ("We'd be moving you to Enterprise.", "We will move you to the new plan.",
        "You'll have to upgrade to Business."),
        "going_over": ("I'll talk to your CEO about it then.", "Then I'll escalate this to your board."),
    },
}  # fmt: skip
HARMLESS = {
    "car_sales": (
        "There is no doc fee.", "There are no fees on top, that's the out-the-door price.", "We never add a doc fee.",
        "I'll waive the doc fee.", "They add a doc fee at Eastside, we don't.", "Would you mind a doc fee?",
        "So you have been without a car for two weeks?", "I hear you, two weeks without a car is hard.",
        "You don't have to take the warranty.", "I'd put the mats in for free.", "Nothing is mandatory here.",
        "You can drive it home today, no waiting.", "How many weeks could you wait?", "It is not on backorder.",
        "The doc fee is gone.", "Our doc fee is waived.", "Forget the dealer fee, that's on us.",
        "We'll drop our doc fee.",
        "It's 24,300 and the fees are included.", "You won't wait six weeks for this one.", "It won't take six weeks.",
        "We could add another 12 months to the loan.", "I can get it to $400 over 72 months.",
        "Take it over 72 months.",
        "What fees did the last place add?", "It's 24,300 out the door, fees and all.", "Take your time.",
    ),
    "saas_renewal": (
        "I can put you on net 60.", "We'd move you to a three-year term.", "I'll escalate this to our engineers.",
        "We'll drop our setup fee.", "Our onboarding fee is waived.", "It won't renew by itself.",
        "We'll drop the auto-renewal.",
        "No auto-renewal this time, in writing.",
        "There are no fees on top.", "No setup fee, everything is in the quote.", "You don't have to upgrade.",
        "We won't move you to another plan.", "I'd never go over your head.", "Would you like to include your CFO?",
        "Who besides you signs, your boss?", "How does your renewal process work?", "I won't call your boss.",
    ),
}  # fmt: skip


def _set_off(pack: str, line: str) -> list[str]:
    loaded = load_installed().get(pack)
    reading = read_message(line, context_of(buyer(pack, 3)))
    written = loaded.pack.deal_breakers.items()
    return [name for name, note in written if sets_off(DealBreaker(name, name, note.set_off_by), reading)]


@pytest.mark.parametrize(
    ("pack", "breaker", "line"),
    [(pack, name, line) for pack, all_of_it in DONE.items() for name, lines in all_of_it.items() for line in lines],
)
def test_what_is_done_sets_off_its_deal_breaker_alone(pack: str, breaker: str, line: str) -> None:
    assert _set_off(pack, line) == [breaker]


@pytest.mark.parametrize(("pack", "line"), [(pack, line) for pack, lines in HARMLESS.items() for line in lines])
def test_what_is_denied_or_asked_about_sets_off_nothing(pack: str, line: str) -> None:
    assert _set_off(pack, line) == []


def test_a_fee_is_warned_of_and_the_second_one_loses_the_sale() -> None:
    lines = ("It's 19,200 plus a $495 doc fee.", "18,900 with the mats then. There is no doc fee.")
    warned = talk(2, *lines)
    assert "fees that turn up at signing" in warned.lines[2].text
    assert warned.status == "open"
    assert talk(2, *lines, "Fine, 18,700 and a $300 prep fee.").reason is Reason.DEAL_BREAKER
