"""Seeds as people pass them on: `18422`, or with its pack and draw epoch `car_sales@1#18422`."""

from typing import NamedTuple

from engine.errors import BadSeed

LARGEST_SEED = 10**15


class SeedRef(NamedTuple):
    """A seed, with the pack and draw epoch where the writer named them."""

    pack: str | None
    draw_epoch: int | None
    seed: int


def format_share_code(pack: str, draw_epoch: int, seed: int) -> str:
    """`car_sales@1#18422`."""
    return f"{pack}@{draw_epoch}#{seed}"


def parse_seed(text: str) -> SeedRef:
    """What a whole number or a share code names; the epoch may be left out (`car_sales#18422`). BadSeed otherwise."""
    written = text.strip().strip("`")
    if "#" not in written:
        return SeedRef(None, None, _seed(written, written))
    head, _, tail = written.rpartition("#")
    pack, at, epoch = head.partition("@")
    if not _is_pack_id(pack) or (at and not _is_number(epoch)):
        raise _bad(written)
    return SeedRef(pack, int(epoch) if at else None, _seed(tail, written))


def _seed(digits: str, written: str) -> int:
    if not _is_number(digits):
        raise _bad(written)
    if len(digits) > len(str(LARGEST_SEED)) or int(digits) > LARGEST_SEED:
        raise BadSeed(f"The seed {_short(written)} is too large. Seeds go from 0 to {LARGEST_SEED:,}.")
    return int(digits)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _is_pack_id(text: str) -> bool:
    return text.isascii() and text.replace("_", "a").isalnum()


def _bad(written: str) -> BadSeed:
    shown = _short(written) or "Nothing"
    return BadSeed(f"{shown} is not a seed. Seeds are whole numbers or share codes such as car_sales@1#18422.")


def _short(written: str) -> str:
    return written if len(written) <= 40 else f"{written[:39]}…"
