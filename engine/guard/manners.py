"""What no line of a model does, whoever it speaks for: markup, and speaking as something else than the person."""

import re

from engine.scenario.scenario import Role

_MARKUP = re.compile(r"https?:|www\.|[<>]|@\w|\*\*|```|^#|\bmailto:", re.IGNORECASE | re.MULTILINE)
_LABEL = re.compile(r"^\s*[\w’' .-]{1,40}:\s", re.MULTILINE)
_MODEL = re.compile(
    r"\b(?:as an? (?:ai|assistant|chat ?bot)|an ai\b|language model|system prompt|(?:my|the|these|your) instructions|"
    r"chat ?bot|role-?play|simulat(?:ion|ed)|in character|as instructed|the (?:prompt|persona|scenario))",
    re.IGNORECASE,
)
_OTHER_SIDE: dict[Role, re.Pattern[str]] = {
    "buyer": re.compile(
        r"\b(?:as (?:the|your|a) (?:seller|salesperson|sales ?man|rep)|our (?:dealership|showroom|lot)|"
        r"(?:i|we) can sell|thanks for coming in|how can i help you|let me (?:ask|check with) my manager)",
        re.IGNORECASE,
    ),
    "seller": re.compile(r"\b(?:as (?:the|your|a) (?:buyer|customer)|(?:i|we) want to buy)", re.IGNORECASE),
}


def has_markup(line: str) -> bool:
    """Whether there are links, mentions or markup in it."""
    return bool(_MARKUP.search(line))


def begins_with_a_label(line: str) -> bool:
    """Whether a speaker is named before what is said."""
    return bool(_LABEL.search(line))


def speaks_as_a_model(line: str) -> bool:
    """Whether it tells of a model, a prompt or an exercise."""
    return bool(_MODEL.search(line))


def speaks_as_the_other(role: Role, line: str) -> bool:
    """Whether somebody of that role speaks as the other side would."""
    return bool(_OTHER_SIDE[role].search(line))
