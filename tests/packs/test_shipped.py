"""Packs that Haggle comes with are checked here, and not at every start; any other is checked when it is read."""

from pathlib import Path
from shutil import copytree

import pytest

from engine.errors import PackError
from packs.loading import INSTALLED, load_pack
from packs.shipped import LIST
from tests.packs.shipping import listed


def test_the_list_of_checked_packs_is_that_of_the_packs_as_they_are() -> None:
    assert LIST.read_text(encoding="utf-8") == listed(), "`make golden` writes it anew"


def test_a_pack_that_differs_by_a_word_is_checked(tmp_path: Path) -> None:
    mine = copytree(INSTALLED / "car_sales", tmp_path / "car_sales")
    phrases = mine / "phrases" / "terse.yaml"
    said = phrases.read_text(encoding="utf-8")
    assert "{terms}. Deal." in said
    phrases.write_text(said.replace("{terms}. Deal.", "Deal."), encoding="utf-8")
    with pytest.raises(PackError, match="terms"):
        load_pack(mine)
