"""What a pack puts on the table: products, issues, the parties and what terms are worth to them."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from engine.scenario.disclosure import Words
from engine.scenario.formula import parse_formula
from engine.scenario.scenario import IssueKind, Role
from engine.scenario.written import Amount, Calculated, Line, Name, Percent, Text, When, Written

Sayings = tuple[Annotated[str, Field(min_length=1, max_length=160)], ...]
Count = Annotated[int, Field(strict=True, ge=1, le=100_000)]


class CurrencyNote(Written):
    """The pack's money. `grid` is the step of offers, in minor units."""

    code: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    sign: Annotated[str, Field(min_length=1, max_length=4)]
    minor: Annotated[int, Field(strict=True, ge=0, le=3)] = 2
    grid: Annotated[int, Field(strict=True, ge=1)]


class AddOnSheet(Written):
    """What an add-on costs the house and sells at, or brings it where the customer is the one to give it."""

    cost: Annotated[Amount, Field(ge=0)] = 0
    price: Annotated[Amount, Field(ge=0)] = 0
    brings: Annotated[Amount, Field(ge=0)] = 0


class ProductSheet(Written):
    """One product as the rep knows it. `facts` by topic.

    Prices are those of the whole deal, nothing on top; where the pack names a `quantity`, list price and floor are
    those of one piece.
    """

    name: Line
    summary: Line
    facts: Mapping[Name, Line]
    forbidden_claims: tuple[Line, ...]
    list_price: Annotated[Amount, Field(gt=0)]
    floor: Annotated[Amount, Field(gt=0)]
    add_ons: Mapping[Name, AddOnSheet] = Field(default_factory=dict)


class ClaimNote(Written):
    """A claim that is often made in the trade, as `UsualClaim` has it, and what a sheet must say for it to be true."""

    words: Sayings = ()
    true_where: Sayings = ()
    false_where: Sayings = ()
    figures: Sayings = ()
    unlike: Sayings = ()
    fewer_is_better: bool = False
    within: Annotated[int, Field(strict=True, ge=0, le=50)] = 5


class StakeNote(Written):
    """What one unit of an issue is worth to a party, and what it is worth once if it is in the deal at all.

    Units beyond `up_to` are worth nothing more.
    """

    slope: Calculated
    once: Calculated | None = None
    up_to: Calculated | None = None


class MeasureNote(Written):
    """One way to say an issue's amount, as `Measure` has it: words after the number, or right before it."""

    words: Words = ()
    before: Words = ()
    times: Calculated = parse_formula(1)
    over: Calculated | None = None
    per: Name | None = None
    pieces: Calculated = parse_formula(1)
    level: Words = ()


class IssueNote(Written):
    """One thing to agree on. A flag is on the table only where the product has the add-on of that id.

    `said` reads after "with" and names the `{amount}`; without it `phrase` does. A count's bounds and amounts are
    in 1/`scale`. `named_only` is for a measure that many other things have: it counts beside one of the words alone.
    """

    kind: IssueKind
    label: Line
    phrase: Line
    words: Words
    unlike: Words = ()
    said: Line | None = None
    scale: Annotated[int, Field(strict=True, ge=1, le=1_000)] = 1
    measures: Mapping[Name, MeasureNote] = Field(default_factory=dict)
    named_only: bool = False
    low: Calculated | None = None
    high: Calculated | None = None
    when: When = Field(default_factory=dict)
    rep: StakeNote
    counterpart: StakeNote


class InterestsNote(Written):
    """A party's worth of a deal at all, of no deal, and of a deal to be delighted with."""

    base: Calculated
    walk_away: Calculated
    aspiration: Calculated


class PartyNote(Written):
    """One side of the table. `public` may name visible attributes only."""

    role: Role
    name: Text
    icon: Text
    public: Text
    private: Text
    goals: tuple[Text, ...]
    interests: InterestsNote


class TemperNote(Written):
    """Which attributes make the counterpart's temper: names for the words, formulas for the numbers."""

    style: Name
    conflict_mode: Name
    curve: Name
    trust: Calculated
    patience: Calculated
    clock: Calculated
    time_weight: Calculated
    reciprocity: Calculated
    pressure_gain: Calculated
    rapport_gain: Calculated


class RulesNote(Written):
    """The rules that runs of this pack are held under, unless a workspace sets its own."""

    max_rounds: Annotated[int, Field(strict=True, ge=2, le=200)] = 24
    idle_minutes: Count = 24 * 60
    allow_partial_agreements: bool = False
    require_unanimous_agreement: bool = True
    pass_mark: Percent = 70


class MetricNote(Written):
    """One figure of the round evaluation."""

    label: Line
    unit: Literal["money", "percent", "count"]


class VetoNote(Written):
    """What the counterpart takes at no price: terms for which `formula` comes to 1 or more.

    The formula may name the amounts of the terms: `offered_price`, 0 for what is not in them. `on` are the issues that
    are to blame, which it then wants out of the deal. `untrue` says that such terms cannot be: their sum does not come
    out.
    """

    on: Annotated[tuple[Name, ...], Field(min_length=1)]
    formula: Calculated
    untrue: bool = False


class ConstraintNote(Written):
    """What must be true of every profile for which `when` holds: `formula` comes to 1 or more, and `never` fails.

    `says` tells the author, in words, what would be wrong otherwise.
    """

    says: Line
    when: When = Field(default_factory=dict)
    formula: Calculated | None = None
    never: When = Field(default_factory=dict)
