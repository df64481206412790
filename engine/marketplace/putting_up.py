"""Which prices a seller's own line puts up, as whoever hears it would understand it."""

from dataclasses import replace

from engine.marketplace.buyer_text import spelt_out
from engine.marketplace.listening import context_for, names_of
from engine.marketplace.room import Offer
from engine.marketplace.totals import Lot
from engine.marketplace.visibility import SellerView
from engine.reading.context import PRICE
from engine.reading.read import read_message
from engine.reading.reading import BINDING


def prices_put_up(message: str, view: SellerView, bid: Offer | None) -> frozenset[int]:
    """The prices that the line offers; those that it refuses, asks about or repeats are none. `bid` is the buyer's."""
    table = context_for(view.item, view.stock, view.currency, view.standing, bid)
    lot = Lot(names_of(view.item), bid.quantity if bid else view.needed, view.stock.selling)
    reading = read_message(spelt_out(message, view.currency, lot), replace(table, price_slope=1))
    meant = (offer for offer in reading.offers if offer.issue == PRICE and offer.modality in BINDING)
    return frozenset(offer.amount for offer in meant)
