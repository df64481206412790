"""Which buyers an assignment has: seeds, a seed pack's, or so many to be drawn."""

from collections.abc import Sequence
from typing import NamedTuple

from bot.flows.assigning.drawing import MOST_DRAWN
from bot.flows.assigning.scan import Written
from bot.orders import NO_BUYERS, Complaint
from engine.errors import BadSeed, HaggleError
from engine.scenario.seed_pack import MOST_SEEDS
from engine.scenario.share_code import parse_seed
from packs.choosing import DEFAULT_PACK, choose
from packs.loading import Packs


class Buyers(NamedTuple):
    """The pack and its seeds, or how many of which difficulty are drawn; `seed_pack` names the list they are from."""

    pack: str
    seeds: tuple[int, ...] = ()
    drawn: int = 0
    difficulty: str = ""
    seed_pack: str = ""
    is_assumed: bool = False


def find_buyers(packs: Packs, written: Written, complaints: list[Complaint]) -> Buyers:
    """The buyers that are meant; what is wrong with them goes to the complaints."""
    _refuse_two_ways(written, complaints)
    if listed := written.seed_pack:
        return Buyers(listed.pack, listed.seeds, seed_pack=listed.ref)
    pack, is_assumed = _pack(packs, written, complaints)
    if not pack:
        return Buyers("")
    if written.drawn:
        _refuse_too_many(complaints, f"draw {written.drawn}", written.drawn, MOST_DRAWN)
        return Buyers(pack, drawn=written.drawn, difficulty=written.difficulty, is_assumed=is_assumed)
    seeds = _seeds(packs, pack, written.seeds, complaints)
    _refuse_too_many(complaints, f"{len(seeds)} seeds", len(seeds), MOST_SEEDS)
    if not seeds and not any(complaint.about in ("seeds", "pack") for complaint in complaints):
        told = "Name seeds such as 18422,1024, a seed pack such as `car_sales/first_week`, or write `draw 5`."
        complaints.append(Complaint("seeds", NO_BUYERS, told))
    return Buyers(pack, seeds, is_assumed=is_assumed)


def _refuse_two_ways(written: Written, complaints: list[Complaint]) -> None:
    named = [
        *([written.seed_pack.ref] if written.seed_pack else []),
        *([",".join(written.seeds[:3])] if written.seeds else []),
        *([f"draw {written.drawn}"] if written.drawn else []),
    ]
    if len(named) > 1:
        told = "A seed pack brings its own seeds, and seeds are either named or drawn. Keep one of them."
        complaints.append(Complaint("seeds", ", ".join(named), told))


def _refuse_too_many(complaints: list[Complaint], words: str, number: int, most: int) -> None:
    if number > most:
        complaints.append(Complaint("seeds", words, f"{most} buyers at most in one assignment."))


def _pack(packs: Packs, written: Written, complaints: list[Complaint]) -> tuple[str, bool]:
    """The pack, and whether nobody named one: then it is the share codes', or the usual one."""
    named = written.pack or next((pack for pack in map(_pack_in, written.seeds) if pack), "")
    pack = named or (DEFAULT_PACK if DEFAULT_PACK in packs.ids else next(iter(packs.ids), ""))
    try:
        packs.get(pack)
    except HaggleError as refusal:
        complaints.append(Complaint("pack", pack or "No pack", str(refusal)))
        return "", False
    return pack, not named


def _pack_in(word: str) -> str:
    try:
        return parse_seed(word).pack or ""
    except BadSeed:
        return ""


def _seeds(packs: Packs, pack: str, words: Sequence[str], complaints: list[Complaint]) -> tuple[int, ...]:
    found: list[int] = []
    for word in words:
        try:
            found.append(choose(packs, word, pack).seed)
        except HaggleError as refusal:
            complaints.append(Complaint("seeds", word, str(refusal)))
    return tuple(dict.fromkeys(found))
