"""What the posts of a run in a market say: as things stand when they are sent, the offers as they stood then."""

from bot.flows.assigned import NothingToPost
from bot.flows.house import House
from bot.flows.markets.taking import offered
from bot.flows.markets.talking import items_of, talk_at
from bot.views import market_brief, market_offers, market_verdict
from bot.views.links import Links
from bot.views.message import Message
from engine.errors import StaleRun
from engine.marketplace.market import Market
from engine.marketplace.trading import takeable
from storage import market_talks, markets, outbox
from storage.lanes import offers_oid
from storage.market_posts import Offers, OffersUpdate, TalkBrief, TalkVerdict
from storage.outbox import Outgoing
from storage.posts import Destination
from storage.runs import Run

MarketPost = TalkBrief | Offers | OffersUpdate | TalkVerdict


async def market_message(house: House, outgoing: Outgoing, post: MarketPost, workspace_url: str) -> Message:
    """The message; StaleRun where what it is about is lost."""
    run = run_of(outgoing)
    match post:
        case TalkBrief(talk=talk):
            _, room = await talk_at(house, run.team, talk)
            return market_brief.next_message(room.market, room.item)
        case Offers(talk=talk, after=after):
            _, room = await talk_at(house, run.team, talk, after)
            buttons = [(handle, offer, offered(talk, handle, offer)) for handle, offer in takeable(room)]
            return market_offers.offers_message(room, run.id, talk, buttons)
        case OffersUpdate(talk=talk, after=after):
            _, room = await talk_at(house, run.team, talk, after)
            return market_offers.past_offers_message(room)
        case TalkVerdict(talk=talk):
            return await _verdict(house, run, talk, workspace_url)


async def market_brief_message(house: House, run: Run) -> Message:
    """The brief of the run."""
    market = await _market_of(house, run)
    return market_brief.brief_message(run, market, items_of(run, market))


async def place_of_offers(house: House, outgoing: Outgoing, post: OffersUpdate) -> Destination:
    """Where the offers stand that are out of date; NothingToPost where they were never posted."""
    async with house.database.reading() as connection:
        place = await outbox.place_of(connection, offers_oid(outgoing.team, post.talk, post.after))
    if place is None:
        raise NothingToPost("the offers that it draws again were never posted")
    return place


async def _verdict(house: House, run: Run, talk_id: str, workspace_url: str) -> Message:
    _, room = await talk_at(house, run.team, talk_id)
    async with house.database.reading() as connection:
        verdict = await market_talks.verdict_of(connection, run.team, talk_id)
    if verdict is None:
        raise StaleRun(f"The talk {talk_id} has no verdict to show.")
    return market_verdict.verdict_message(
        run, room.item, verdict, Links(workspace_url, run.channel, run.thread_ts or "")
    )  # fmt: skip


async def _market_of(house: House, run: Run) -> Market:
    async with house.database.reading() as connection:
        market = await markets.session(connection, run.team, run.pack_hash)
    if market is None:
        raise StaleRun(f"The run {run.id} has lost its market.")
    return market


def run_of(outgoing: Outgoing) -> Run:
    """The run that the post belongs to."""
    if outgoing.run is None:
        raise StaleRun(f"The post {outgoing.oid} has lost its run.")
    return outgoing.run
