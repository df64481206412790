"""A small scenario written by hand, for tables of tests that should not shift when a pack does."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from engine.interests import Interests, Stake
from engine.scenario.manner import Phrases, Temper
from engine.scenario.product import AddOn, Product
from engine.scenario.rules import Rules
from engine.scenario.scenario import (
    Fact,
    Gate,
    Issue,
    IssueKind,
    Metric,
    Objection,
    Party,
    PartyId,
    Rival,
    Scenario,
    Topic,
    Visibility,
)
from engine.terms.money import Currency
from engine.terms.terms import IssueId, Terms

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)

PRICE, TRADE_IN, MATS, WARRANTY = (IssueId(name) for name in ("price", "trade_in", "mats", "warranty"))

RESERVATION = 3_415_000
TARGET = 3_180_000
LIST_PRICE = 3_641_000
FLOOR = 3_120_000


def dollars(price: int, **extras: int) -> Terms:
    """Terms at a price in whole dollars, with other issues in their own units."""
    return Terms.of({PRICE: price * 100, **{IssueId(name): amount for name, amount in extras.items()}})


SLOTS = {
    "OPENING": "{product}", "GREET": "", "SMALL_TALK": "", "TELL": "{fact}", "NOTHING_TO_TELL": "{topic}",
    "CONFIRM": "", "DENY": "", "OBJECTION_SETTLED": "", "OBJECTION_STANDS": "", "HEARD": "", "HEARD_NEED": "",
    "ASK_PRICE": "", "FIRST_PRICE": "{their_price}", "PRICE_CLOSER": "{their_price}", "PRICE_STUCK": "{their_price}",
    "PRICE_WORSE": "{their_price}", "QUOTE_RIVAL": "{quote}", "COUNTER_FIRST": "{terms}", "COUNTER": "{terms}",
    "HOLD": "{terms}", "PROBE": "{their_price}", "ACCEPT": "{terms}", "ACCEPT_IF": "{terms} once I {gate}",
    "ACCEPTED": "{terms}", "GATE": "{gate}", "DEFER": "{gate}", "CLARIFY": "{text} as {price}", "UNSURE": "",
    "THANKS_ADD_ON": "{add_on}", "PRESSURE": "", "APOLOGY_TAKEN": "", "INSULT_WARNING": "", "WARN": "",
    "WALK_AWAY": "", "REP_WALKED": "", "OFF_TOPIC": "", "ODD_INSTRUCTION": "", "NOTHING_LIVE": "",
    "TRADE_HEARD": "{trade_in}", "CHECK_DEAL": "{terms}", "CHAT": "", "TRADE_LOW": "{trade_in}",
    "SURELY_NOT": "{price}", "KINDNESS": "", "DENIGRATED": "", "NO_ANSWER": "", "NO_DOUBTS": "",
    "NEED_MATTERS": "{topic}", "NEED_MINOR": "{topic}", "RAISE": "{doubt}", "PLAN": "", "GO_ON": "", "WAIT": "",
    "DEAL_BREAKER": "{deal_breaker}", "LEAVE_OVER": "{deal_breaker}", "SUITS": "{offer}", "RULED_OUT": "{offer}",
    "BURDEN": "{add_on}", "TELL_AGAIN": "{fact}", "WOULD_HELP": "{offer}", "WOULD_COST": "{offer}",
    "WOULD_DO": "{offer}", "NOT_NEEDED": "{offer}", "DOUBTS_SUM": "{offer}", "MORE_THAN_NEEDED": "{offer}",
    "BECAUSE": "", "ASK_BACK": "", "REMIND": "{topic}", "YOURS_TO_NAME": "", "ONLY_ENGLISH": "",
    "CHOOSE": "{option}",
}  # fmt: skip


def _lines(act: str) -> tuple[str, ...]:
    """Four lines that name their act and number: `Price closer 2 $33,900.`"""
    name = act.replace("_", " ").capitalize()
    return tuple(f"{name} {number} {SLOTS[act]}".strip() + "." for number in range(1, 5))


PHRASES = Phrases(tuple((act, (("any", _lines(act)),)) for act in SLOTS))

ISSUES = (
    Issue(PRICE, IssueKind.PRICE, "Price", "the price", ("price", "out the door"), 1_500_000, 5_500_000),
    Issue(TRADE_IN, IssueKind.MONEY, "Trade-in", "the old car", ("trade", "trade-in", "old car"), 50_000, 2_500_000),
    Issue(MATS, IssueKind.FLAG, "Mats", "the mats", ("mats", "floor mats")),
    Issue(WARRANTY, IssueKind.FLAG, "Warranty", "the warranty", ("warranty",)),
)

FACTS = (
    Fact("week", Topic("use"), Visibility.VOLUNTEERED, "School runs and soccer.", "Family.", "Used it daily.", 0, 3),
    Fact("row", Topic("seats"), Visibility.ASKED, "I need seven seats.", "Room matters.", "Seven.", 30, 4, teaches=7),
    Fact("quote", Topic("rival"), Visibility.ASKED, "Eastside said $32,600.", "I looked around.", "A quote.", 60, 3),
    Fact("limit", Topic("budget"), Visibility.HIDDEN, "-", "-", "Would have paid up to $34,150.", teaches=10),
)  # fmt: skip

OBJECTIONS = (
    Objection("fuel", Topic("fuel"), 2, "I worry about fuel.", "Good to know about the fuel.", (Topic("mileage"),)),
    Objection("repair", Topic("repairs"), 3, "Repairs scare me.", "That settles repairs.", (Topic("warranty"),)),
)

MARK = Gate("mark", "talk to Mark", (Topic("call_mark"), Topic("next_step")))

BUYER = Party(
    PartyId("buyer"), "buyer", "Dana", ":woman:", "A buyer.", "Pays up to a limit.", ("Pay little",),
    Interests.of(
        RESERVATION,
        {PRICE: Stake(-1), MATS: Stake(30_000), WARRANTY: Stake(60_000), TRADE_IN: Stake(1, -400_000)},
        walk_away=0,
        aspiration=RESERVATION - TARGET,
    ),
)  # fmt: skip

REP = Party(
    PartyId("rep"), "seller", "The rep", ":necktie:", "A seller.", "", ("Sell well",),
    Interests.of(
        -FLOOR,
        {PRICE: Stake(1), MATS: Stake(-9_000), WARRANTY: Stake(-70_000), TRADE_IN: Stake(-1, 450_000)},
        walk_away=0,
        aspiration=LIST_PRICE - FLOOR,
    ),
)  # fmt: skip

TEMPER = Temper(
    style="terse", conflict_mode="compromising", trust=50, patience=12, clock=10, curve="1", time_weight=60,
    reciprocity=50, pressure_gain=100, rapport_gain=100,
)  # fmt: skip

METRICS = tuple(
    Metric(name, name.replace("_", " "), "money")
    for name in ("best_offer_rep", "best_offer_counterpart", "spread", "concession_rep", "concession_counterpart")
)

SCENARIO = Scenario(
    pack="test_cars",
    pack_title="Test cars",
    pack_hash="0" * 64,
    draw_epoch=1,
    seed=1,
    profile_hash="1" * 64,
    attributes=(),
    locale="en_US",
    currency=Currency(),
    rules=Rules(),
    product=Product(
        "aria", "Aria Touring", "A family car.", (("mileage", "32 mpg."), ("seats", "Seven seats.")),
        ("never breaks down",), LIST_PRICE, FLOOR, (AddOn(MATS, 9_000, 24_000), AddOn(WARRANTY, 70_000, 190_000)),
    ),
    issues=ISSUES,
    rep=REP,
    counterpart=BUYER,
    temper=TEMPER,
    facts=FACTS,
    objections=(),
    gates=(),
    topics=(
        (Topic("use"), ("week", "use")), (Topic("seats"), ("seats", "row")), (Topic("rival"), ("quotes", "dealers")),
        (Topic("budget"), ("budget",)), (Topic("fuel"), ("fuel",)), (Topic("repairs"), ("repairs",)),
        (Topic("mileage"), ("mpg", "mileage")), (Topic("call_mark"), ("mark", "husband")),
    ),
    phrases=PHRASES,
    metrics=METRICS,
    needs=((Topic("seats"), 40), (Topic("mileage"), 20)),
    rival=Rival("$32,600 from Eastside", 3_260_000),
)  # fmt: skip
"""One buyer of a car: would pay up to $34,150, hopes for $31,800; no objection and no gate unless a test adds one."""


def with_temper(**changes: Any) -> Scenario:
    """The scenario with another temper."""
    return replace(SCENARIO, temper=replace(TEMPER, **changes))
