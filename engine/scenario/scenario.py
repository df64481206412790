"""A scenario drawn from a pack by a seed: everything that a run needs, and nothing of Slack or SQL."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Literal, NamedTuple, NewType

from engine.interests import Interests
from engine.scenario.formula import Formula
from engine.scenario.manner import Detail, Hook, Phrases, Temper
from engine.scenario.product import Product
from engine.scenario.rules import Rules
from engine.scenario.share_code import format_share_code
from engine.terms.money import Currency
from engine.terms.terms import IssueId, Terms

PartyId = NewType("PartyId", str)
Topic = NewType("Topic", str)

Role = Literal["seller", "buyer"]


class Visibility(StrEnum):
    """Who may know a fact before the run is over (NEGOTIATION: V, O, Q, H)."""

    VISIBLE = "visible"
    VOLUNTEERED = "volunteered"
    ASKED = "asked"
    HIDDEN = "hidden"


class IssueKind(StrEnum):
    """How an issue's amount is to be read."""

    PRICE = "price"
    """The main price of the deal, in minor units. A scenario has exactly one."""
    MONEY = "money"
    """Another sum of money in the deal, such as a trade-in allowance."""
    COUNT = "count"
    """A number in units of its own: months, seats, days, percent."""
    FLAG = "flag"
    """1 when it is in the deal."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One way to say an issue's amount: "36 months", "net 45", "$390 a seat", "5 % uplift".

    `words` stand after the number, `before` right before it. One of the measure is `times` of the issue's own units
    (of the price: so many major units), and that for every piece of the count `per` where there is one: `pieces` of
    them unless the talk says otherwise. `over`, if not 0, is what the number goes on top of: of the price, a
    percentage of that sum, which `words` name anywhere near, `level` being wordings for none at all ("flat"); of a
    count, what "20 more" are more than.
    """

    words: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    times: int = 1
    over: int = 0
    per: IssueId | None = None
    pieces: int = 1
    level: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing that the parties may agree on.

    `said` reads after "with" and has the slot `{amount}`; empty where `phrase` alone will do. A count's amounts are
    whole numbers of 1/`scale` ("3.5 %" is 350 at a scale of 100). `measures` are the units that the amount may be said
    in. `words` are lower-case names under which people write of it ("mats", "floor mats"). `phrase` reads after "with"
    ("the all-weather mats"). `unlike` are wordings that hold one of the words and mean something else ("the maker's
    warranty"). Where it is `named_only`, a number in one of its measures counts only in a sentence that has one of the
    words, or while it is on the table: "60 months" of a loan, not of a guarantee. `low` and `high` bound a plausible
    amount, in minor units; both 0 for a flag.
    """

    id: IssueId
    kind: IssueKind
    label: str
    phrase: str
    words: tuple[str, ...] = ()
    low: int = 0
    high: int = 0
    unlike: tuple[str, ...] = ()
    said: str = ""
    scale: int = 1
    measures: tuple[Measure, ...] = ()
    named_only: bool = False

    @property
    def count_now(self) -> int:
        """What the parties have of a count without agreeing on anything; 0 where that is nothing."""
        counted = (measure.over for measure in self.measures if measure.over and self.kind is IssueKind.COUNT)
        return next(counted, 0)


OFFERED = "offered_"
"""What stands before an issue's id where a veto's formula names its amount in the terms."""


@dataclass(frozen=True)
class Veto:
    """Terms that a party takes at no price: those for which the formula, over its own figures and the amounts of the
    terms, comes to 1 or more. `issues` are to blame. `untrue` where such terms cannot be, and are doubted."""

    id: str
    issues: tuple[IssueId, ...]
    formula: Formula
    figures: Mapping[str, int] = field(hash=False, repr=False)
    untrue: bool = False

    def strikes(self, terms: Terms) -> bool:
        """Whether these terms are ruled out."""
        offered = {name: terms.amount(issue) for name, issue in self._offered}
        return self.formula.value({**self.figures, **offered}) > 0

    @cached_property
    def _offered(self) -> tuple[tuple[str, IssueId], ...]:
        names = [name for name in self.formula.names if name.startswith(OFFERED)]
        return tuple([(name, IssueId(name.removeprefix(OFFERED))) for name in names])


@dataclass(frozen=True, slots=True)
class Fact:
    """Something true of the counterpart, and how it may come out.

    An open question on `topic` earns `exact` at trust >= `min_trust` (0-100), else `vague`. `reveal` is the line of
    the reveal card. `weight` is its share in the discovery check; 0 for what nobody can ask.
    """

    id: str
    topic: Topic
    visibility: Visibility
    exact: str
    vague: str
    reveal: str
    min_trust: int = 0
    weight: int = 0
    holds: bool = True
    """Whether the honest answer to a closed question on the topic is yes."""
    yes_or_no: bool = True
    """Whether a plain yes or no is an honest answer however the question is put; if not, a closed one gets `vague`."""
    ask: str = ""
    """A question that would have earned it, in the rep's words."""
    then: str = ""
    """A question that takes what it tells further, in the rep's words."""
    further: tuple[str, ...] = ()
    """Other questions that do."""
    more: str = ""
    """What it says to whoever goes into what it told; empty where it has told all."""
    teaches: int = 0
    """How much there is to learn from it after the run, 0 (nothing) to 10: what the reveal card puts first."""
    in_other_words: str = ""
    """What `exact` says, said once more to whoever did not follow; empty where there are no other words for it."""
    covers: tuple[str, ...] = ()
    """Ids of facts that this one tells as well: they are not told beside it."""
    gives_away: tuple[str, ...] = ()
    """Ids of facts that whoever hears this one knows too, though they are told when they are asked for."""


NOTHING = Topic("nothing")
"""The topic of examples that are about nothing the counterpart could tell."""


class Examples(NamedTuple):
    """Questions on a topic as people put them, and the pack's plain wordings for it."""

    topic: Topic
    questions: tuple[str, ...]
    wordings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What can be asked of any counterpart of the trade: its topic, and a question of the rep that opens it.

    `weight` is the largest that a fact on the topic has for anyone: it tells nothing of the one who was drawn.
    """

    topic: Topic
    label: str
    ask: str
    weight: int


@dataclass(frozen=True, slots=True)
class Objection:
    """A doubt that the counterpart raises. `answered_by` names the topics (of product facts, questions or offers)
    that settle it; `severity` is 1 to 3; a severe one (3) that the rep passes over blocks signing. `helps` is the
    answer to what would ease it. `raised_on` names topics, issues and acts that it fits after; one that names an issue
    is not raised before that is on the table.
    """

    id: str
    topic: Topic
    severity: int
    raised: str
    settled: str
    answered_by: tuple[Topic, ...]
    helps: str = ""
    raised_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gate:
    """A reason why the counterpart cannot sign yet though the terms would do, such as an absent spouse."""

    id: str
    text: str
    opens_with: tuple[Topic, ...]
    """Topics that open it when the rep offers them, such as a call with the spouse or a dated next step."""
    agreed: str = ""
    """What it says once that has taken place, of terms that it would sign."""
    open_to: str = ""
    """What it says to whoever asks then, while there are no such terms; empty where that is the same."""
    topic: Topic | None = None
    """What a question about it names."""


@dataclass(frozen=True, slots=True)
class DealBreaker:
    """Conduct over which the counterpart breaks off: it warns of it once, and leaves when it comes again.

    `named` says what it is and reads after "over". `set_off_by` names topics that the rep tells of, issues that it puts
    into the deal, and acts.
    """

    id: str
    named: str
    set_off_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rival:
    """A competing offer that the counterpart holds. `quoted` (minor units) is the figure it may name out loud;
    `text` says it in words that read after "I have" ("$32,600 from Eastside Auto")."""

    text: str
    quoted: int


@dataclass(frozen=True, slots=True)
class Party:
    """One side of the table. `private` may be shown to nobody else before the run is over."""

    id: PartyId
    role: Role
    name: str
    icon: str
    public: str
    private: str
    goals: tuple[str, ...]
    interests: Interests


@dataclass(frozen=True, slots=True)
class Metric:
    """One figure that the round evaluation reports; `unit` is money, percent or count."""

    id: str
    label: str
    unit: Literal["money", "percent", "count"]


@dataclass(frozen=True)
class Scenario:
    """A negotiation ready to be held: who, over what, knowing what, under which rules.

    `topics` maps what people may ask about to the lower-case words that name it. `attributes` is the drawn profile
    (strings and integers, or tuples of them) that `profile_hash` covers.
    """

    pack: str
    pack_title: str
    pack_hash: str
    draw_epoch: int
    seed: int
    profile_hash: str
    attributes: tuple[tuple[str, str | int | tuple[str, ...]], ...]
    locale: str
    currency: Currency
    rules: Rules
    product: Product
    issues: tuple[Issue, ...]
    rep: Party
    counterpart: Party
    temper: Temper
    facts: tuple[Fact, ...]
    objections: tuple[Objection, ...]
    gates: tuple[Gate, ...]
    topics: tuple[tuple[Topic, tuple[str, ...]], ...]
    phrases: Phrases
    metrics: tuple[Metric, ...]
    vetoes: tuple[Veto, ...] = ()
    """What the counterpart takes at no price."""
    deal_breakers: tuple[DealBreaker, ...] = ()
    frowned_on: tuple[str, ...] = ()
    """What some counterparts of the trade break off over, this one or not: topics, issues and acts."""
    lexicon: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Wordings that the pack adds to those of an act of the rep: `call chris` is a `next_step`."""
    needs: tuple[tuple[Topic, int], ...] = ()
    """What the counterpart cares about among the product's facts: topic and share in percent, largest first."""
    rival: Rival | None = None
    hooks: tuple[Hook, ...] = ()
    """What its own words make a rep ask."""
    details: tuple[Detail, ...] = ()
    """What a rep asks of the facts."""
    details_asked: tuple[Examples, ...] = ()
    """The questions for each detail of the pack, this counterpart's or not; the detail's id stands for a topic."""
    examples: tuple[Examples, ...] = ()
    """Questions whose topic is known; empty where the pack gives none."""
    visible: tuple[tuple[str, str], ...] = ()
    """What anyone may see of the counterpart before a word is said: labels and words, in the pack's order."""
    called: tuple[tuple[Topic, str], ...] = ()
    """How the counterpart calls the topics that it does not call by the first of their words."""
    reasons: tuple[tuple[Topic, str], ...] = ()
    """Why it cares for what it needs, by topic, where the pack says so."""
    inquiries: tuple[Inquiry, ...] = ()
    """What there is to ask about, what weighs most first."""

    @property
    def share_code(self) -> str:
        """`car_sales@1#18422`: anyone who starts it meets the same counterpart."""
        return format_share_code(self.pack, self.draw_epoch, self.seed)

    @cached_property
    def price_issue(self) -> Issue:
        """The one issue of kind price."""
        for issue in self.issues:
            if issue.kind is IssueKind.PRICE:
                return issue
        raise LookupError("a scenario has a price")

    @cached_property
    def direction(self) -> int:
        """-1 where the counterpart wants the price low (it buys), 1 where it wants it high."""
        return -1 if self.counterpart.interests.stake(self.price_issue.id).slope < 0 else 1

    @cached_property
    def at_list(self) -> Terms:
        """The list price, and nothing with it."""
        return Terms.of({self.price_issue.id: self.product.list_price})

    @cached_property
    def value_at_list(self) -> int:
        """What the list price is worth to the counterpart, in minor units."""
        return self.counterpart.interests.value(self.at_list)

    def ruled_out(self, terms: Terms) -> tuple[IssueId, ...]:
        """The issues in the terms over which the counterpart takes them at no price."""
        for issue, _ in terms.amounts:
            if issue in self._in_vetoes:
                return self._blamed(terms, self.vetoes)
        return ()

    def untrue(self, terms: Terms) -> tuple[IssueId, ...]:
        """The issues whose amounts cannot be, given the rest of the terms: a payment that does not come out."""
        return self._blamed(terms, [veto for veto in self.vetoes if veto.untrue])

    def _blamed(self, terms: Terms, vetoes: Sequence[Veto]) -> tuple[IssueId, ...]:
        blamed: list[IssueId] = []
        for veto in vetoes:
            named = [issue for issue in veto.issues if terms.names(issue)]
            if named and veto.strikes(terms):
                blamed += named
        return tuple(dict.fromkeys(blamed))

    def earned_on(self, topic: Topic | None) -> tuple[Fact, ...]:
        """The facts on the topic that may come out in the talk, in their order."""
        return self._earned.get(topic, ())

    @cached_property
    def _earned(self) -> dict[Topic | None, tuple[Fact, ...]]:
        found: dict[Topic | None, tuple[Fact, ...]] = {}
        for fact in self.facts:
            if fact.visibility is not Visibility.HIDDEN:
                found[fact.topic] = (*found.get(fact.topic, ()), fact)
        return found

    def issue(self, issue_id: IssueId) -> Issue:
        """The issue of that id; KeyError where there is none."""
        return self._by_id[issue_id]

    @cached_property
    def _in_vetoes(self) -> frozenset[IssueId]:
        return frozenset(issue for veto in self.vetoes for issue in veto.issues)

    @cached_property
    def issue_ids(self) -> frozenset[IssueId]:
        """The ids of all issues."""
        return frozenset(self._by_id)

    @cached_property
    def _by_id(self) -> dict[IssueId, Issue]:
        return {issue.id: issue for issue in self.issues}
