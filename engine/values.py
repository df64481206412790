"""Values that a turn makes by the dozen: frozen to the type checker, and quick to make.

Freezing at run time makes each of them three times as dear, and would only catch what no checked code can do.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, NamedTuple, TypeVar, dataclass_transform

_ValueT = TypeVar("_ValueT")
_OwnerT = TypeVar("_OwnerT")
_TupleT = TypeVar("_TupleT", bound=NamedTuple)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(kind: type[_ValueT]) -> type[_ValueT]:
    """A data class that nothing may be assigned to; it compares and hashes by what it holds."""
    return dataclass(slots=True, unsafe_hash=True)(kind)


def quickly_replaced(kind: type[_TupleT]) -> type[_TupleT]:
    """The named tuple, with a `_replace` that takes as long as what changes and not as all that stays."""
    places = {name: place for place, name in enumerate(kind._fields)}
    setattr(kind, "_replace", _replacing(places, kind))  # noqa: B010 - a named tuple's own cannot be assigned to
    return kind


def _replacing(places: dict[str, int], kind: type[_TupleT]) -> Callable[..., _TupleT]:
    make: Callable[[Any, list[Any]], _TupleT] = tuple.__new__

    def replaced(self: _TupleT, /, **changed: Any) -> _TupleT:
        parts = [*self]
        for name in changed:
            parts[places[name]] = changed[name]
        return make(kind, parts)

    return replaced


class Same(Generic[_ValueT]):
    """A value as itself: two that are equal need not be compared to be told apart."""

    __slots__ = ("it",)

    def __init__(self, it: _ValueT) -> None:
        self.it = it

    def __hash__(self) -> int:
        return id(self.it)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.it is self.it


class kept(Generic[_OwnerT, _ValueT]):  # noqa: N801 - a decorator
    """What is made of a value once and kept with it, as `functools.cached_property` has it, but without its lock."""

    def __init__(self, make: Callable[[_OwnerT], _ValueT]) -> None:
        self._make = make
        self._name = make.__name__
        self.__doc__ = make.__doc__

    def __get__(self, owner: _OwnerT, kind: type[_OwnerT]) -> _ValueT:
        made = owner.__dict__[self._name] = self._make(owner)
        return made
