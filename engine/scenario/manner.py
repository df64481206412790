"""How a counterpart carries itself: its temper, the lines it has ready, and what its own words make a rep ask."""

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Temper:
    """How the counterpart behaves. Trust 0-100; the rest as named.

    patience: price or pressure moves it bears before leaving. clock: price moves until its deadline (K).
    curve: the concession curve class ("0.2", "0.5", "1", "2", "4"; below 1 is boulware, above is conceder).
    time_weight: percent of the demand that follows the clock; the rest follows the rep's moves.
    reciprocity, pressure_gain, rapport_gain: percent.
    """

    style: str
    conflict_mode: str
    trust: int
    patience: int
    clock: int
    curve: str
    time_weight: int
    reciprocity: int
    pressure_gain: int
    rapport_gain: int


@dataclass(frozen=True)
class Phrases:
    """Ready lines by act, then by style (or "any"), in the pack's order; slots in braces."""

    lines: tuple[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]], ...]

    def of(self, act: str, style: str) -> tuple[str, ...]:
        """The lines of the act in that style, then those that fit any style, each once; empty for an unknown act."""
        known = self._known.get((act, style))
        if known is None:
            by_style = dict(self._by_act.get(act, ()))
            known = tuple(dict.fromkeys((*by_style.get(style, ()), *by_style.get("any", ()))))
            self._known[act, style] = known
        return known

    @cached_property
    def _by_act(self) -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
        return dict(self.lines)

    @cached_property
    def _known(self) -> dict[tuple[str, str], tuple[str, ...]]:
        """The lines by act and style, as far as they have been asked for."""
        return {}


@dataclass(frozen=True, slots=True)
class Detail:
    """What a rep asks of a fact: the fact's id, and the answer; `alone` where that stands without the fact.

    `gives_away` are ids of facts that whoever hears the answer knows too.
    """

    id: str
    of: str
    answer: str
    alone: bool = False
    gives_away: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hook:
    """What the counterpart's own words make a rep ask. `said` are pieces of a line of its, `asked` words of the rep's
    question, any of which will do, `answer` what it says then, and `tells` the facts that this tells."""

    id: str
    said: tuple[str, ...]
    asked: tuple[str, ...]
    answer: str
    tells: tuple[str, ...] = ()
