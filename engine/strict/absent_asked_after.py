"""Questions after somebody who is not there and has to be asked: "who's Mark?"."""

import re

from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act, ReadAct, Reading
from engine.scenario.scenario import Topic
from engine.strict.leave import names_them

_WHO_IS = re.compile(r"\W*(?:(?:and|so|sorry|ok)\W+)*who\W?(?:is|s)\b", re.IGNORECASE)
"""How a question begins that wants to know who somebody is."""


def absent_asked_after(negotiation: Negotiation, reading: Reading, read: ReadAct) -> Topic | None:
    """The topic of the gate whose person an open question names; None where it names nobody who must be asked."""
    if read.act is Act.ASK_CLOSED or reading.offers:
        return None
    return next((gate.topic for gate in negotiation.scenario.gates if names_them(gate, read.span.text)), None)


def asks_who_that_is(read: ReadAct) -> bool:
    """Whether the question wants to know who somebody is."""
    return _WHO_IS.match(read.span.text) is not None
