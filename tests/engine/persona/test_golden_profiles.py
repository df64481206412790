from tests.engine.persona.golden import SEEDS, committed, current


def test_a_hundred_buyers_are_who_they_always_were():
    assert current() == committed()
    assert len(SEEDS) == 100
