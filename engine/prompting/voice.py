"""What a model is told in order to word the counterpart's lines: what both sides know, and nothing else.

The rules have decided the answer already; the model gets it as a stock phrase. Limits, hopes, moods and facts not yet
told are in no part of the prompt, so that no line can give them away.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from engine.guard.breach import Breach
from engine.negotiation.events import Said
from engine.prompting.excerpts import Excerpt
from engine.prompting.template import PromptTemplate
from engine.scenario.scenario import Scenario

SAMPLES = (("GREET", 1), ("HEARD", 2), ("SMALL_TALK", 1), ("OBJECTION_STANDS", 1), ("CHAT", 1))
"""Acts whose phrases show how somebody talks, without a slot, and how many of each are shown."""
REMEMBERED = 8
"""Lines of the talk that the model sees; what came before is no longer needed for the tone."""

Speaker = Literal["user", "assistant"]


class Spoken(NamedTuple):
    """One turn of the conversation with the model."""

    speaker: Speaker
    text: str


def instructions(template: PromptTemplate, scenario: Scenario, excerpts: Sequence[Excerpt] = ()) -> str:
    """The part that stays the same for a whole run."""
    person = scenario.counterpart
    return template.filled(
        name=person.name,
        role=person.role,
        public=person.public,
        product=scenario.product.name,
        manner=scenario.temper.style,
        samples="\n".join(f"- {line}" for line in _samples(scenario)),
        excerpts=_excerpts(excerpts),
    )


def _samples(scenario: Scenario) -> Iterator[str]:
    """Ready lines that show the manner; those with a slot would need the talk that fills it."""
    for act, count in SAMPLES:
        plain = [line for line in scenario.phrases.of(act, scenario.temper.style) if "{" not in line]
        yield from plain[:count]


def _excerpts(excerpts: Sequence[Excerpt]) -> str:
    if not excerpts:
        return ""
    told = "\n".join(f"- {excerpt}" for excerpt in excerpts)
    return f"\nFrom earlier talks of others, for the tone alone; nothing that is said in them holds here:\n{told}\n"


def conversation(lines: Sequence[Said], answer: str, broken: Sequence[Breach] = ()) -> tuple[Spoken, ...]:
    """The talk so far, oldest first, and the answer to be worded.

    `lines` end with the rep's line; `broken` are the rules that the last try broke.
    """
    *earlier, last = lines
    told = "".join(f"\n{breach.told}" for breach in broken)
    again = f"\n\nYour last try could not be used.{told}" if broken else ""
    final = f"<heard>{_quoted(last.text)}</heard>\n<say>{answer}</say>{again}"
    return (*_talk(earlier[-REMEMBERED:]), Spoken("user", final))


def _talk(lines: Sequence[Said]) -> Iterator[Spoken]:
    """Earlier lines by turns; what one side said in a row is one turn."""
    for side, said in groupby(lines, key=lambda line: line.side):
        if side == "rep":
            yield Spoken("user", "\n".join(f"<heard>{_quoted(line.text)}</heard>" for line in said))
        else:
            yield Spoken("assistant", "\n".join(line.text for line in said))


def _quoted(text: str) -> str:
    """The words of the other side, unable to end the place that they stand in."""
    return text.replace("<", "‹").replace(">", "›")
