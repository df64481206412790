"""What a model is asked where the reader is not sure of a line, and its answer as labels."""

from collections.abc import Container, Iterator
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from engine.negotiation.negotiation import Negotiation
from engine.prompting.template import PromptTemplate
from engine.reading.labels import ACTS, MOST, NOT_BINDING, ActLabel, AmountLabel, Labels
from engine.reading.reading import Act, Modality, Reading
from engine.scenario.scenario import Scenario, Topic

WORDS_OF_A_TOPIC = 4
LONGEST = 1_000
"""Characters of a line that a model is shown; only short lines leave the reader in doubt."""
NO_AMOUNTS = "There are no amounts to be judged: leave that list empty."
AMOUNTS = (
    "The answer may hold amounts that were not meant as offers. They are listed in <amounts>, by number. Say of each "
    "how it was meant: probe for a price that is only asked about, echo for one that is repeated, rejected for one "
    "that is refused. Leave out those that may well be offers."
)

ActName = Annotated[str, Field(json_schema_extra={"enum": [act.value for act in ACTS]})]


class LabelledAct(BaseModel):
    """An act in the line."""

    act: ActName
    topic: str = Field(description="the id of a topic, or empty")
    words: str = Field(description="the words of the answer that the act rests on, copied exactly")


class LabelledAmount(BaseModel):
    """How an amount was meant."""

    number: int = Field(description="the number of the amount in the list")
    meant: Literal["probe", "echo", "rejected"]


class LineLabels(BaseModel):
    """What the line holds."""

    acts: list[LabelledAct]
    amounts: list[LabelledAmount]


def instructions(template: PromptTemplate, scenario: Scenario) -> str:
    """The part that is the same for every line of a run."""
    person = scenario.counterpart
    return template.filled(
        name=person.name,
        role=person.role,
        product=scenario.product.name,
        topics="\n".join(_topics(scenario)),
        amounts=AMOUNTS,
    )


def _topics(scenario: Scenario) -> Iterator[str]:
    for topic, words in scenario.topics:
        yield f"- {topic}: {', '.join(words[:WORDS_OF_A_TOPIC])}"


def question(run: Negotiation, text: str, reading: Reading) -> str:
    """The line to be labelled, with the counterpart's words before it and the amounts that are in doubt."""
    before = run.lines[-1].text if run.lines else ""
    amounts = "\n".join(f"{number}. {_quoted(doubt.span.text)}" for number, doubt in enumerate(reading.doubts, 1))
    listed = f"\n<amounts>\n{amounts}\n</amounts>" if amounts else f"\n{NO_AMOUNTS}"
    return f"<before>{_quoted(before)}</before>\n<heard>{_quoted(text[:LONGEST])}</heard>{listed}"


def labels_of(answer: LineLabels, text: str, reading: Reading, scenario: Scenario) -> Labels:
    """The answer as labels; what is not in the message, or of no topic of the pack's, is left out."""
    return Labels(tuple(_acts(answer, text, dict(scenario.topics))), tuple(_amounts(answer, reading)))


def _acts(answer: LineLabels, text: str, topics: Container[str]) -> Iterator[ActLabel]:
    for each in answer.acts[:MOST]:
        if each.act in ACTS and each.words and each.words in text:
            topic = Topic(each.topic) if each.topic in topics else None
            yield ActLabel(Act(each.act), topic, each.words)


def _amounts(answer: LineLabels, reading: Reading) -> Iterator[AmountLabel]:
    for each in answer.amounts[:MOST]:
        if 1 <= each.number <= len(reading.doubts) and Modality(each.meant) in NOT_BINDING:
            doubt = reading.doubts[each.number - 1]
            yield AmountLabel(doubt.issue, doubt.amount, Modality(each.meant))


def _quoted(text: str) -> str:
    """Words of a talk, unable to end the place that they stand in."""
    return text.replace("<", "‹").replace(">", "›")
