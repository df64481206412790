"""What a worded line did that it may not do."""

from enum import StrEnum
from typing import NamedTuple


class Rule(StrEnum):
    """A rule that every line of a model keeps."""

    WORDS = "words"
    """It says something, and no more than a person would say in one turn."""
    PLAIN = "plain"
    """No links, no mentions, no markup, no label before it."""
    PERSON = "person"
    """It speaks as the person, not as a model, a narrator or the other side."""
    FIGURE = "figure"
    """No number that was not there before."""
    OFFER = "offer"
    """The offer of this turn, whole and no other."""
    AGREEMENT = "agreement"
    """It agrees where the person agrees, and nowhere else."""
    LEAVING = "leaving"
    """It leaves where the person leaves, and nowhere else."""
    FACT = "fact"
    """Everything that is told, and nothing turned round."""
    PROMISE = "promise"
    """No promise beyond the deal."""
    NAME = "name"
    """Nobody and nothing by a name that was not there before."""


class Breach(NamedTuple):
    """A rule that a line broke, and what to write instead, in a sentence for whoever words it again."""

    rule: Rule
    told: str
