"""What a model is told that plays a seller in a market: what that seller knows, from its own view, and nothing else."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, Field

from engine.marketplace.limits import Broken, Limit, SellerWish, firm_bid, taken, wanted
from engine.marketplace.listening import Ask
from engine.marketplace.market import Style
from engine.marketplace.room import Offer
from engine.marketplace.visibility import SellerView
from engine.prompting.template import PromptTemplate
from engine.terms.money import format_money, parse_money

REMEMBERED = 24
"""Lines of the talk that the model sees: more than most talks have."""
LONGEST = 1_000
"""Characters of a line that it is shown."""
MANNERS: Mapping[Style, str] = MappingProxyType(
    {
        "rude": "curt and impatient, with a sting, but never vulgar.",
        "neutral": "matter-of-fact and polite.",
        "sweet": "warm and obliging, glad about every customer.",
    }
)


def _written(value: object) -> object:
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


Price = Annotated[str, BeforeValidator(_written), Field(description="the price of one piece, such as 6.75")]


class OfferedBy(BaseModel):
    """So many pieces, at so much for one."""

    price: Price
    quantity: int


class SellerReply(BaseModel):
    """What the seller does."""

    reasoning: str
    act: Literal["offer", "hold", "accept", "leave"]
    offer: OfferedBy | None
    message: str


def wish_of(reply: SellerReply, view: SellerView) -> SellerWish | Broken:
    """What the reply wants; Broken where its price is none."""
    offer = None
    if reply.offer is not None and reply.act != "leave":
        price = parse_money(reply.offer.price, view.currency)
        if price is None:
            return Broken(Limit.FORM, "Write the price as a plain amount, such as 6.75.")
        offer = Offer(price, reply.offer.quantity)
    return SellerWish(reply.act, tidied(reply.message, view.seller.handle), offer)


def tidied(message: str, name: str) -> str:
    """The message without what models like to put around it: quotes, and the speaker's own name before it."""
    text = " ".join(message.split())
    label, colon, rest = text.partition(":")
    if colon and label.strip(" @*").casefold() == name.casefold():
        text = rest.strip()
    return text[1:-1].strip() if len(text) > 1 and text[0] in '"“' and text[-1] in '"”' else text


def instructions(template: PromptTemplate, view: SellerView) -> str:
    """The part that stays the same for a whole talk."""
    stock, seller = view.stock, view.seller
    bulk = f"\n- From {stock.bulk_from} pieces on you usually begin {_percent(stock.bulk_off)} lower."
    return template.filled(
        handle=seller.handle,
        item=view.item.many,
        cost=_money(view, stock.cost),
        least=_money(view, stock.least),
        selling=_money(view, stock.selling),
        pieces=view.item.named(stock.pieces),
        retention=str(seller.retention),
        profit=str(seller.profit),
        bulk=bulk if stock.bulk_from else "",
        facts="\n".join(f"- {topic}: {says}" for topic, says in stock.facts) or "- nothing in particular",
        manner=MANNERS[seller.style],
    )


def question(view: SellerView, ask: Ask, text: str, broken: Sequence[Broken] = ()) -> str:
    """The talk so far, the buyer's new line, and where the seller stands; `broken` are the limits of its last try."""
    talk = "\n".join(_talk(view))
    told = f"<talk>\n{talk}\n</talk>\n" if talk else ""
    table = "\n".join(_table(view, ask))
    return f"{told}<heard>{quoted(text)}</heard>\n<table>\n{table}\n</table>{again(broken)}"


def again(broken: Sequence[Broken]) -> str:
    """What is said where the last try could not be used."""
    told = "".join(f"\n{each.told}" for each in broken)
    return f"\n\nYour last answer could not be used.{told}" if broken else ""


def quoted(text: str) -> str:
    """Words of a talk, unable to end the place that they stand in."""
    return text[:LONGEST].replace("<", "‹").replace(">", "›")


def _talk(view: SellerView) -> Iterator[str]:
    for line in view.talk[-REMEMBERED:]:
        yield f"<you>{quoted(line.text)}</you>" if line.who else f"<buyer>{quoted(line.text)}</buyer>"


def _table(view: SellerView, ask: Ask) -> Iterator[str]:
    yield f"The buyer's request is for {view.item.named(view.needed)}. You have {view.item.named(view.left)} left."
    yield f"Your offer that stands: {_offer(view, view.standing)}." if view.standing else "You have made no offer yet."
    if own := taken(view, ask):
        yield f"The buyer takes your offer: {_offer(view, own)}. Accept: it is sold."
    elif ask.takes and view.standing and view.about(wanted(view, ask)) is not view:
        yield f"That offer was for many; for {view.item.named(wanted(view, ask))} you may name another price."
    elif bid := firm_bid(view, ask):
        yield f"The buyer offers {_offer(view, bid)}, and stands by it: you may accept, and it is sold."
    elif ask.bid:
        yield f"The buyer asks for {_money(view, ask.bid.price)} a piece, bound to nothing: you may offer that, or not."


def _offer(view: SellerView, offer: Offer) -> str:
    price, total = _money(view, offer.price), _money(view, offer.total)
    return f"{view.item.named(offer.quantity)} at {price} each, {total} in all"


def _percent(basis_points: int) -> str:
    whole, rest = divmod(basis_points, 100)
    return f"{whole}.{rest:02} %" if rest else f"{whole} %"


def _money(view: SellerView, amount: int) -> str:
    return format_money(amount, view.currency)
