"""What is for sale: its facts and prices, what may be added to it, and what people claim of such things."""

from dataclasses import dataclass

from engine.terms.terms import IssueId


@dataclass(frozen=True, slots=True)
class AddOn:
    """A flag as the product sheet states it: what it costs the house, sells at, and brings in by itself."""

    issue: IssueId
    cost: int
    price: int
    brings: int = 0


@dataclass(frozen=True, slots=True)
class UsualClaim:
    """A claim that is often made in the trade, found by `words`, or by `figures` with a `{n}` for the number.

    The words hold where the sheet has one of `true_where`; with `false_where`, unless it has one of those. A figure
    holds that is no better than the sheet's by more than `within` percent. A clause with an `unlike` claims nothing.
    """

    words: tuple[str, ...] = ()
    true_where: tuple[str, ...] = ()
    false_where: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()
    fewer_is_better: bool = False
    within: int = 5


@dataclass(frozen=True, slots=True)
class Product:
    """What is on the table: the sheet the rep works from. `floor` and `list_price` in minor units."""

    id: str
    name: str
    summary: str
    facts: tuple[tuple[str, str], ...]
    forbidden_claims: tuple[str, ...]
    list_price: int
    floor: int
    add_ons: tuple[AddOn, ...]
    usual_claims: tuple[UsualClaim, ...] = ()
