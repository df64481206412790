import pytest

from tests.engine.golden.playthrough import FOLDER, PLAYTHROUGHS, path_of, tell


@pytest.mark.parametrize(("pack", "seed", "rep"), PLAYTHROUGHS)
def test_a_playthrough_reads_as_it_did(pack: str, seed: int, rep: str) -> None:
    """When it should read differently: `python -m tests.engine.golden`, and read the difference."""
    assert tell(pack, seed, rep) == path_of(pack, seed, rep).read_text(encoding="utf-8")


def test_no_playthrough_is_left_over() -> None:
    assert {path.name for path in FOLDER.glob("*.txt")} == {path_of(*one).name for one in PLAYTHROUGHS}
