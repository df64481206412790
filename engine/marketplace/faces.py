"""The faces of sellers: a sign for each, no two the same in a market, and always the same in the same market."""

from functools import lru_cache

from engine.marketplace.market import Handle, Market
from engine.seed import seed_key, shuffle

SIGNS = (
    ":electric_plug:", ":package:", ":shopping_trolley:", ":label:", ":convenience_store:", ":department_store:",
    ":factory:", ":truck:", ":toolbox:", ":moneybag:", ":receipt:", ":bellhop_bell:", ":card_index_dividers:",
    ":briefcase:", ":scales:",
)  # fmt: skip


def face_of(market: Market, handle: Handle) -> str:
    """The seller's sign, as Slack names it; KeyError for a handle that is nobody's there."""
    return dict(_faces(market.id, tuple(seller.handle for seller in market.sellers)))[handle]


@lru_cache(256)
def _faces(market: str, handles: tuple[Handle, ...]) -> tuple[tuple[Handle, str], ...]:
    return tuple(zip(handles, shuffle(seed_key(market, 1, 0), "faces", SIGNS), strict=False))
