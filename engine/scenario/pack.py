"""A pack as its author writes it: who is at the table, over what, drawn how, and in which words.

The engine knows no trade. What fills its places (limits, temper, style, needs) is named here by the pack, so that
another trade is another folder. Texts are templates with attributes as slots: `{household} of us`.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from engine.scenario.attributes import AnyAttribute
from engine.scenario.deal import (
    ClaimNote,
    ConstraintNote,
    CurrencyNote,
    IssueNote,
    MetricNote,
    PartyNote,
    ProductSheet,
    RulesNote,
    TemperNote,
    VetoNote,
)
from engine.scenario.disclosure import (
    DealBreakers,
    Details,
    Facts,
    Gates,
    Hooks,
    Objections,
    RivalNote,
    TopicWords,
    Words,
)
from engine.scenario.draw_order import draw_order
from engine.scenario.manner import Phrases
from engine.scenario.scenario import Examples, Inquiry, Topic
from engine.scenario.seed_pack import SeedPack, SeedPackNotes
from engine.scenario.written import Line, Name, Written
from engine.terms.money import Currency

ANY_STYLE = "any"


class Pack(Written):
    """One trade to practise. `product`, `needs`, `objections_drawn` and `deal_breakers_drawn` name the attributes that
    fill those places.

    `quantity` names the one that says how many pieces are sold, where the products' prices are those of one piece.

    `lexicon` adds wordings to acts of the rep. In it and in the words of topics a slot stands for what was drawn; a
    wording whose slot is empty for a profile is left out.
    """

    schema_version: Annotated[Literal[1], Field(alias="schema")]
    id: Name
    title: Line
    version: Annotated[int, Field(strict=True, ge=1)]
    draw_epoch: Annotated[int, Field(strict=True, ge=1)]
    locale: Line
    currency: CurrencyNote
    rules: RulesNote = RulesNote()
    latents: tuple[Name, ...] = ()
    product: Name
    quantity: Name | None = None
    needs: Name
    objections_drawn: Name
    deal_breakers_drawn: Name | None = None
    temper: TemperNote
    rep: PartyNote
    counterpart: PartyNote
    metrics: Mapping[Name, MetricNote]
    products: Annotated[Mapping[Name, ProductSheet], Field(min_length=1)]
    claims: Mapping[Name, ClaimNote] = Field(default_factory=dict)
    issues: Annotated[Mapping[Name, IssueNote], Field(min_length=1)]
    attributes: Mapping[Name, AnyAttribute]
    constraints: Mapping[Name, ConstraintNote] = Field(default_factory=dict)
    vetoes: Mapping[Name, VetoNote] = Field(default_factory=dict)
    topics: Mapping[Name, TopicWords]
    facts: Facts
    objections: Objections
    gates: Gates = Field(default_factory=dict)
    deal_breakers: DealBreakers = Field(default_factory=dict)
    rival: RivalNote | None = None
    hooks: Hooks = Field(default_factory=dict)
    details: Details = Field(default_factory=dict)
    questions: Mapping[Name, Annotated[tuple[Line, ...], Field(min_length=1)]] = Field(default_factory=dict)
    lexicon: Mapping[Name, Words] = Field(default_factory=dict)
    phrases: Mapping[Name, Mapping[str, tuple[Line, ...]]]
    seed_packs: SeedPackNotes = Field(default_factory=dict)

    @cached_property
    def money(self) -> Currency:
        """The pack's currency."""
        return Currency(self.currency.code, self.currency.sign, self.currency.minor, self.currency.grid)

    @cached_property
    def details_asked(self) -> tuple[Examples, ...]:
        """The questions for each detail, and the wordings of such a question."""
        return tuple(Examples(Topic(name), detail.questions, detail.asked) for name, detail in self.details.items())

    @cached_property
    def examples(self) -> tuple[Examples, ...]:
        """The questions on each topic, with its wordings that read the same for every counterpart."""
        words = {name: topic.words for name, topic in self.topics.items()}
        return tuple(
            Examples(
                Topic(name),
                (*questions, *(ask for ask in self._earning(name) if "{" not in ask)),
                tuple(word for word in words.get(name, ()) if "{" not in word),
            )
            for name, questions in self.questions.items()
        )

    def _earning(self, topic: str) -> Iterator[str]:
        """The questions of the rep that earn the facts on a topic, and that take them further."""
        for fact in self.facts.values():
            if fact.topic == topic:
                yield from filter(None, (fact.ask, fact.then))

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The attributes in the order they are drawn in; graphlib.CycleError where there is none."""
        return draw_order(self.attributes, self.product, self.quantity)

    @cached_property
    def untrue(self) -> tuple[str, ...]:
        """The vetoes on terms that cannot be."""
        return tuple(name for name, veto in self.vetoes.items() if veto.untrue)

    @cached_property
    def seed_lists(self) -> tuple[SeedPack, ...]:
        """The seed packs that its author gave it, in the order written."""
        return tuple(
            SeedPack(
                name,
                self.id,
                self.draw_epoch,
                note.title,
                note.description,
                note.skill,
                note.seeds,
                "pack",
                note.ranked,
            )
            for name, note in self.seed_packs.items()
        )

    @cached_property
    def inquiries(self) -> tuple[Inquiry, ...]:
        """Each topic with a fact that counts and a question for it, what weighs most first; slots are still open."""
        found: dict[str, Inquiry] = {}
        for fact in self.facts.values():
            if fact.ask and fact.weight:
                known = found.get(fact.topic)
                ask, weight = (known.ask, max(known.weight, fact.weight)) if known else (fact.ask, fact.weight)
                found[fact.topic] = Inquiry(Topic(fact.topic), self.topics[fact.topic].label, ask, weight)
        return tuple(sorted(found.values(), key=lambda inquiry: -inquiry.weight))

    @cached_property
    def lines(self) -> Phrases:
        """The phrases by act, then style; written the other way round, since a voice is written in one piece."""
        acts = dict.fromkeys(act for lines in self.phrases.values() for act in lines)
        return Phrases(
            tuple(
                (act, tuple((style, lines[act]) for style, lines in self.phrases.items() if act in lines))
                for act in acts
            )
        )


def read_pack(text: str) -> Pack:
    """The pack that this JSON text holds; pydantic's ValidationError names every field that is wrong."""
    return Pack.model_validate_json(text, context={"minor": _minor_digits(text)})


def _minor_digits(text: str) -> int:
    try:
        minor = json.loads(text)["currency"]["minor"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return 2
    return minor if minor in (0, 1, 2, 3) else 2
