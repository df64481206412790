"""What the questions of a pack's runs are looked up in, made before the first one is asked."""

from engine.persona.draw import draw_scenario
from engine.reading.act_questions import act_classifier
from engine.reading.context import context_of
from engine.reading.resemblance import counted_in
from engine.reading.topic_classifier import classifier_of
from engine.reading.weights import learned
from engine.scenario.pack import Pack
from engine.strict.details import book_of
from engine.strict.recollection import centroids_of


def make_ready(pack: Pack) -> None:
    """Make what is made once for each pack, or for all of them, so that nobody waits for it."""
    learned()
    act_classifier()
    classifier_of(pack.examples)
    context_of(draw_scenario(pack, "", 0)).vocabulary.read()
    book_of(pack.details_asked).read()
    centroids_of(pack.examples, pack.details_asked)
    for example in pack.details_asked:
        counted_in(example)
