"""What two parties may agree on: an amount for each issue."""

from collections.abc import Iterable, Mapping
from typing import NewType, Self

from engine.values import value

IssueId = NewType("IssueId", str)

NEXT_TO_NOTHING = 1
"""Stands in a count with parts, such as percent, for none: "a cap of 0 %". 0 says that a thing is not in the terms."""


@value
class Terms:
    """Amounts by issue, sorted by issue id. Money in minor units; a flag is 1 when it is in the deal.

    An issue that is not named is not part of the terms; `amount` reads it as 0.
    """

    amounts: tuple[tuple[IssueId, int], ...] = ()

    @classmethod
    def of(cls, amounts: Mapping[IssueId, int] | Iterable[tuple[IssueId, int]]) -> Self:
        """Terms with these amounts, whatever order they come in."""
        return cls(tuple(sorted(dict(amounts).items())))

    def amount(self, issue: IssueId) -> int:
        """The amount of one issue, 0 where it is not named."""
        for name, amount in self.amounts:
            if name == issue:
                return amount
        return 0

    def names(self, issue: IssueId) -> bool:
        """Whether the terms say anything about the issue."""
        return issue in dict(self.amounts)

    def put(self, issue: IssueId, amount: int) -> Self:
        """The same terms with one issue set."""
        if not self.amounts:
            return type(self)(((issue, amount),))
        others = self.beside(issue)
        return type(self)(tuple(sorted((*others, (issue, amount)))) if others else ((issue, amount),))

    def beside(self, issue: IssueId) -> tuple[tuple[IssueId, int], ...]:
        """The amounts of every other issue, sorted."""
        return tuple([pair for pair in self.amounts if pair[0] != issue])

    def with_extras_of(self, other: Self, price: IssueId) -> Self:
        """The same terms with everything but the price that the others hold in their deal (an amount of 0 is not)."""
        if len(other.amounts) == 1 and other.amounts[0][0] == price:
            return self
        extras = [pair for pair in other.amounts if pair[1] and pair[0] != price]
        return type(self).of({**dict(self.amounts), **dict(extras)}) if extras else self

    def without(self, issue: IssueId) -> Self:
        """The same terms with one issue left out."""
        return type(self)(self.beside(issue))
