"""A table that lines are read against: a car at $36,410, the speaker's last price 34,900, the other side's 31,800."""

from engine.reading.context import ReadingContext
from engine.reading.read import read_message
from engine.scenario.scenario import Issue, IssueKind, Topic
from engine.terms.terms import IssueId, Terms

PRICE, TRADE_IN, MATS = IssueId("price"), IssueId("trade_in"), IssueId("mats")
WARRANTY, DELIVERY = IssueId("warranty"), IssueId("delivery")
LIST_PRICE, OWN_PRICE, OTHER_PRICE = 36_410, 34_900, 31_800

ISSUES = (
    Issue(PRICE, IssueKind.PRICE, "Price", "the price", ("price", "out the door")),
    Issue(TRADE_IN, IssueKind.MONEY, "Trade-in", "a trade-in", ("trade", "trade-in", "old car"), 100_000, 2_000_000),
    Issue(MATS, IssueKind.FLAG, "Mats", "the all-weather mats", ("mats", "floor mats")),
    Issue(WARRANTY, IssueKind.FLAG, "Warranty", "the 5-year warranty", ("warranty", "extended warranty")),
    Issue(DELIVERY, IssueKind.FLAG, "Delivery", "home delivery", ("delivery", "deliver")),
)

TOPICS = (
    (Topic("use"), ("week", "school run", "commute", "use it for", "kids")),
    (Topic("trigger"), ("got you looking", "brings you in", "happens to the")),
    (Topic("rival"), ("eastside", "other quote", "other offers")),
    (Topic("space"), ("third row", "seats", "space")),
    (Topic("decider"), ("your wife", "your husband", "mark", "who else decides")),
)


def dollars(amount: float) -> int:
    """Cents for whole dollars."""
    return round(amount * 100)


def table(
    own: int = OWN_PRICE, other: int = OTHER_PRICE, list_price: int = LIST_PRICE, last_issue: IssueId | None = None
) -> ReadingContext:
    """The table, all amounts in dollars; 0 for an offer not made yet."""
    return ReadingContext(
        issues=ISSUES,
        topics=TOPICS,
        list_price=dollars(list_price),
        own_offer=Terms.of({PRICE: dollars(own)}) if own else None,
        other_offer=Terms.of({PRICE: dollars(other)}) if other else None,
        last_issue=last_issue,
    )


def offers_in(text: str, context: ReadingContext | None = None) -> list[tuple[str, float, str]]:
    """What the line offers: issue, dollars (or 1 and 0 for an add-on), modality."""
    flags = {issue.id for issue in ISSUES if issue.kind is IssueKind.FLAG}
    return [
        (offer.issue, offer.amount if offer.issue in flags else offer.amount / 100, offer.modality.value)
        for offer in read_message(text, context or table()).offers
    ]
