"""A pack's texts, said of one profile: the right case chosen, every slot filled."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from engine.persona.conditions import Profile, Value
from engine.persona.profile import Drawn
from engine.scenario.attributes import AnyAttribute
from engine.scenario.pack import Pack
from engine.scenario.written import Text
from engine.terms.money import Currency, format_money

SLOT = re.compile(r"\{([a-z][a-z0-9_]*)\}")
PRODUCT_NAME = "product_name"


@dataclass(frozen=True, slots=True)
class Saying:
    """How to say things of one profile: its values, and the words for them."""

    profile: Profile
    words: Mapping[str, str]

    def wordings(self, wordings: tuple[str, ...]) -> tuple[str, ...]:
        """The wordings with their slots filled; without those that name what this profile has not."""
        return tuple([self.text(wording) for wording in wordings if "{" not in wording or self._fills(wording)])

    def _fills(self, wording: str) -> bool:
        return all(name in self.words for name in SLOT.findall(wording))

    def text(self, text: Text) -> str:
        """The text as it reads for this profile; KeyError where it has no case or slot for it."""
        while not isinstance(text, str):
            case = text.for_value(self.profile.get(text.by, ""))
            if case is None:
                raise KeyError(f"no line for {text.by} = {self.profile.get(text.by)}")
            text = case
        return SLOT.sub(lambda slot: self.words[slot[1]], text) if "{" in text else text


def saying_of(pack: Pack, drawn: Drawn) -> Saying:
    """The words for a drawn profile and its product."""
    words = {name: _word(value, pack.attributes[name], pack.money) for name, value in drawn.profile.items()}
    words[PRODUCT_NAME] = drawn.product.name
    for name, amount in drawn.figures.items():
        words.setdefault(name, format_money(amount, pack.money))
    return Saying(drawn.profile, words)


def _word(value: Value, attribute: AnyAttribute, currency: Currency) -> str:
    if isinstance(value, tuple):
        return _listed([_member(member, attribute) for member in value])
    if str(value) in attribute.labels:
        return attribute.labels[str(value)]
    return _number(value, attribute.unit, currency) if isinstance(value, int) else value.replace("_", " ")


def _member(member: str, attribute: AnyAttribute) -> str:
    """A member of a list in words; a share as "space 41"."""
    name, _, share = member.partition("=")
    return f"{attribute.labels.get(name, name.replace('_', ' '))} {share}".rstrip()


def _number(value: int, unit: str, currency: Currency) -> str:
    match unit:
        case "money":
            return format_money(value, currency)
        case "basis_points":
            return f"{value // 100}.{value % 100:02d}".rstrip("0").rstrip(".")
        case "year":
            return str(value)
        case _:
            return f"{value:,}"


def _listed(members: list[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return " and ".join(filter(None, (", ".join(members[:-1]), members[-1]))) if members else "nothing"
