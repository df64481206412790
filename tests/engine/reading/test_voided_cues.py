"""A cue inside a wording that takes its meaning says nothing, wherever both stand."""

from hypothesis import given
from hypothesis import strategies as st

from engine.reading.clauses import Clause, Sentence
from engine.reading.cues import Cue
from engine.reading.modality import setting_of
from engine.reading.phrases import Hit
from engine.reading.reading import Act

VOIDED = {
    Cue.HARMLESS: {Cue.NOT},
    Cue.MIDDLE: {Cue.ELSEWHERE, Cue.HEDGE},
    Cue.UTMOST: {Cue.HEDGE},
    Cue.TOO: {Cue.ELSEWHERE},
    Cue.OF_DEAL: {Cue.ELSEWHERE, Cue.TOO},
    Cue.STATED: {Cue.COMMIT, Cue.ASK},
}
PLACES = st.tuples(st.sampled_from(list(Cue)), st.integers(0, 12), st.integers(1, 5))
CLAUSE = Clause(0, 20, supposing=False)


@given(places=st.lists(PLACES, max_size=14, unique_by=lambda place: place[:2]))
def test_what_a_clause_keeps_of_its_cues_is_what_no_other_one_covers_and_voids(
    places: list[tuple[Cue, int, int]],
) -> None:
    cues: list[Hit[Act | Cue]] = sorted(
        (Hit(label, start, start + length) for label, start, length in places), key=lambda hit: hit.start
    )
    kept = [hit for hit in cues if not any(_voids(other, hit) for other in cues)]
    assert list(setting_of(cues, Sentence((CLAUSE,), False, False), CLAUSE, ()).cues) == kept


def _voids(cue: Hit[Act | Cue], other: Hit[Act | Cue]) -> bool:
    covers = cue.start <= other.start and other.end <= cue.end
    return covers and isinstance(cue.label, Cue) and other.label in VOIDED.get(cue.label, ())
