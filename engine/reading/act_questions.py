"""How people ask, in any trade, what is answered at the table: for a price, a doubt, a step, a signature.

The lists are learned from, so that what asks for a price in words that no wording has is not taken for a question on
the topic that it is most like. The last one is of what asks for nothing there: questions that go into things, and
statements.
"""

import json
from functools import lru_cache
from importlib.resources import files

from engine.reading.reading import Act
from engine.reading.topic_classifier import TopicClassifier
from engine.scenario.scenario import NOTHING, Examples, Topic

_NONE = "none"
_LISTS: dict[str, list[str]] = json.loads(files(__package__).joinpath("act_questions.json").read_text(encoding="utf-8"))
OWN: dict[Topic, Act] = {Topic(f"act:{name}"): Act(name) for name in _LISTS if name != _NONE}
"""The topics that no pack declares, with the act that each is."""
ACT_EXAMPLES = tuple(
    Examples(NOTHING if name == _NONE else Topic(f"act:{name}"), tuple(lines)) for name, lines in _LISTS.items()
)


@lru_cache(maxsize=1)
def act_classifier() -> TopicClassifier:
    """The classifier of these acts, which learns when it is first asked for."""
    return TopicClassifier(ACT_EXAMPLES)
