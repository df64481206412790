import pytest

from packs.loading import load_pack
from packs.playing import play_seeds
from packs.scaffold import BadPackName, new_pack
from tests.packs.folders import complaints


def test_a_new_pack_has_no_problem_and_its_figures_are_as_they_should_be(tmp_path):
    made = new_pack("bike_shop", tmp_path)
    assert complaints(made) == []
    loaded = load_pack(made)
    assert (loaded.pack.id, loaded.pack.title) == ("bike_shop", "Bike shop")
    assert play_seeds(loaded, 200).wrong == ()


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("Bikes", "small letters"),
        ("9bikes", "begins with a letter"),
        ("b", "2 to 40"),
        ("../bikes", "small letters"),
        ("bikes" * 9, "2 to 40"),
        ("car_sales", "is taken"),
        ("loading", "is taken"),
        ("blank", "is taken"),
    ],
)
def test_a_name_that_cannot_be_is_refused_with_its_reason(tmp_path, name, complaint):
    with pytest.raises(BadPackName, match=complaint):
        new_pack(name, tmp_path)


def test_a_folder_that_is_there_is_left_alone(tmp_path):
    new_pack("bikes", tmp_path)
    with pytest.raises(BadPackName, match="is there already"):
        new_pack("bikes", tmp_path)
