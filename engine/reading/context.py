"""What a line is read against: the issues on the table and where the talk stands."""

from dataclasses import field, replace
from typing import NamedTuple

from engine.reading.reading import Act, Doubt
from engine.reading.vocabulary import Lexicon, Topics, Vocabulary, once_for_each, vocabulary_of
from engine.scenario.scenario import Examples, Issue, IssueKind, Scenario, Topic
from engine.terms.money import Currency
from engine.terms.terms import IssueId, Terms
from engine.values import value

PRICE = IssueId("price")
FAREWELLS = (
    "i am done", "i will walk", "move on to", "other candidates", "can not hire you", "not (be able to )hire you",
    "keep looking", "if you change your mind", "have a good day", "good day sir", "go somewhere else", "look elsewhere",
    "find (another|someone|somebody) (else|candidate|buyer|seller|one)", "i will sell it to", "have to say no and",
    "look for (another|other|some other) (one|place|car|phone|deal|seller|buyer)",
)  # fmt: skip
"""Wordings with which most people end a talk; in a run, which they would end for good, they may mean other things."""
DOLLARS = Currency()


@value
class ReadingContext:
    """The table as the speaker sees it.

    `own_offer` and `other_offer` are the live offers of the speaker and of the other side. `last_issue` and
    `last_topic` are what was talked of last. `doubted` is the amount that the other side has just asked
    about: was it meant? `own_words` are those that the speaker's live price was said in, "500" where that was so
    much off; empty where they are not known. `other_words` are the other side's last lines. `price_slope` is above 0
    where the speaker gains by a higher price, below 0 where it loses, 0 where that is not known. `list_price` is in
    minor units, 0 where none is known. `lexicon` adds a pack's own wordings to what an act is read from. A locale
    whose numbers take a decimal comma sets `decimal_comma`.
    """

    issues: tuple[Issue, ...]
    topics: Topics = ()
    currency: Currency = DOLLARS
    list_price: int = 0
    own_offer: Terms | None = None
    other_offer: Terms | None = None
    last_issue: IssueId | None = None
    last_topic: Topic | None = None
    doubted: Doubt | None = None
    own_words: str = ""
    other_words: str = ""
    price_slope: int = 0
    lexicon: Lexicon = ()
    decimal_comma: bool = False
    gave_choice: bool = False
    """Whether the speaker has let the other side choose among packages, which it may speak of by name."""
    examples: tuple[Examples, ...] = ()
    """Questions whose topic is known, which tell what others are about."""
    any_money: bool = False
    """Whether nobody has said what money is paid in, so that a line's own sign or word for it is the table's."""

    table: "Table" = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "table", _table_of(self.issues, self.topics, self.lexicon, self.examples))

    @property
    def price(self) -> Issue:
        """The issue of kind price."""
        return self.table.price

    @property
    def flags(self) -> tuple[Issue, ...]:
        """The issues that are in the deal or not."""
        return self.table.flags

    @property
    def sums(self) -> tuple[Issue, ...]:
        """The issues of kind money."""
        return self.table.sums

    @property
    def has_measures(self) -> bool:
        """Whether any issue is said in measures of its own."""
        return self.table.has_measures

    @property
    def vocabulary(self) -> Vocabulary:
        """The names and wordings that lines are searched for."""
        return self.table.vocabulary

    @property
    def own_price(self) -> int:
        """The speaker's live price in minor units, 0 where there is none."""
        return self.own_offer.amount(self.price.id) if self.own_offer else 0

    @property
    def other_price(self) -> int:
        """The other side's live price in minor units, 0 where there is none."""
        return self.other_offer.amount(self.price.id) if self.other_offer else 0

    def is_ours(self, issue: IssueId, amount: int) -> bool:
        """Whether the speaker's live offer names this amount."""
        return _names(self.own_offer, issue, amount)

    def is_theirs(self, issue: IssueId, amount: int) -> bool:
        """Whether the other side's live offer names this amount."""
        return _names(self.other_offer, issue, amount)

    def priced_at(self, list_price: int) -> "ReadingContext":
        """The same table with this list price."""
        return replace(self, list_price=list_price)

    def issue(self, issue_id: IssueId) -> Issue | None:
        """The issue of that id, if the context has it."""
        return next((issue for issue in self.issues if issue.id == issue_id), None)


class Table(NamedTuple):
    """What stays the same from line to line: the issues by their kind, and the words for what is on the table."""

    price: Issue
    flags: tuple[Issue, ...]
    sums: tuple[Issue, ...]
    has_measures: bool
    vocabulary: Vocabulary


@once_for_each
def _table_of(issues: tuple[Issue, ...], topics: Topics, lexicon: Lexicon, examples: tuple[Examples, ...]) -> Table:
    return Table(
        next(issue for issue in issues if issue.kind is IssueKind.PRICE),
        tuple(issue for issue in issues if issue.kind is IssueKind.FLAG),
        tuple(issue for issue in issues if issue.kind is IssueKind.MONEY),
        any(issue.measures for issue in issues),
        vocabulary_of(issues, topics, lexicon, examples),
    )


def _names(offer: Terms | None, issue: IssueId, amount: int) -> bool:
    return offer is not None and offer.names(issue) and offer.amount(issue) == amount


def context_of(
    scenario: Scenario,
    own_offer: Terms | None = None,
    other_offer: Terms | None = None,
    last_issue: IssueId | None = None,
    last_topic: Topic | None = None,
    doubted: Doubt | None = None,
    own_words: str = "",
    other_words: str = "",
    *,
    gave_choice: bool = False,
) -> ReadingContext:
    """The context of a line said in a run of the scenario."""
    return ReadingContext(
        issues=scenario.issues,
        topics=scenario.topics,
        currency=scenario.currency,
        list_price=scenario.product.list_price,
        own_offer=own_offer,
        other_offer=other_offer,
        last_issue=last_issue,
        last_topic=last_topic,
        doubted=doubted,
        own_words=own_words,
        other_words=other_words,
        gave_choice=gave_choice,
        examples=scenario.examples,
        price_slope=scenario.rep.interests.stake(scenario.price_issue.id).slope,
        lexicon=_lexicon_of(scenario.lexicon),
        decimal_comma=scenario.locale[:2] in {"de", "fr", "es", "it", "nl", "pt", "pl", "sv", "da", "fi", "nb"},
    )


@once_for_each
def _lexicon_of(written: tuple[tuple[str, tuple[str, ...]], ...]) -> Lexicon:
    return tuple((Act(act), words) for act, words in written)


_ANY_ITEM = (Issue(PRICE, IssueKind.PRICE, "Price", "the price", words=("price", "out the door", "otd")),)


def price_talk(
    list_price: int = 0,
    own_price: int = 0,
    other_price: int = 0,
    currency: Currency | None = None,
) -> ReadingContext:
    """The context of plain price talk about any one item, without a pack; money in minor units, 0 for unknown.

    Without a currency minor units are hundredths, and any money that a line names is the table's.
    """
    return ReadingContext(
        issues=_ANY_ITEM,
        lexicon=((Act.WALK, FAREWELLS),),
        currency=currency or DOLLARS,
        any_money=currency is None,
        list_price=list_price,
        own_offer=Terms.of({PRICE: own_price}) if own_price else None,
        other_offer=Terms.of({PRICE: other_price}) if other_price else None,
    )
