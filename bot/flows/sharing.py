"""Somebody shares a buyer: a card in a channel, from which anyone starts the same one."""

from typing import NamedTuple

from bot.flows.assigned_buyers import Buyer, refuse_sharing
from bot.flows.house import House
from engine.errors import RuleViolation
from engine.panel.difficulty import Difficulty
from engine.scenario.scenario import Scenario
from engine.scenario.share_code import format_share_code
from packs.choosing import choose
from storage import outbox, pinned_packs, runs, shares, verdicts
from storage.connection import Connection
from storage.lanes import oid_for
from storage.posts import Destination, ShareCard, ShareCardUpdate
from storage.runs import Run
from storage.shares import Share

MOST_CARDS = 5
"""The latest cards of a seed that are kept up to date; older ones have scrolled away."""


class ShareRequest(NamedTuple):
    """Who shares what, where. `seed` and `pack` are as typed; with `run` the buyer of that run is shared.

    Without either it is the one of the sharer's last run in the channel. `name` is the sharer's, to be shown without
    a mention. `with_score` puts the sharer's own score in `run` on the card. `key` makes it happen once.
    """

    team: str
    channel: str
    sharer: str
    key: str
    name: str = ""
    seed: str = ""
    pack: str = ""
    run: str = ""
    with_score: bool = False


class CardView(NamedTuple):
    """What a share's card shows."""

    share: Share
    scenario: Scenario
    difficulty: Difficulty
    people: int


async def share_buyer(house: House, request: ShareRequest) -> None:
    """Posts the card, once for each key. BadSeed, UnknownPack or RuleViolation say what cannot be shared, and why."""
    async with house.database.reading() as connection:
        run = await _run(connection, request)
        score = await _score(connection, run, request) if request.with_score else None
    seed = format_share_code(run.pack, run.draw_epoch, run.seed) if run else request.seed
    loaded, number = choose(house.packs, seed, request.pack)
    now, cause = house.now(), f"share:{request.key}"
    await _refuse_hidden(house, Buyer(request.team, loaded.pack.id, loaded.pack.draw_epoch, number))
    share = Share(
        team=request.team,
        id=oid_for(request.team, cause),
        channel=request.channel,
        pack=loaded.pack.id,
        pack_hash=loaded.hash,
        draw_epoch=loaded.pack.draw_epoch,
        seed=number,
        sharer=request.sharer,
        sharer_name=request.name,
        score=score,
        at=now,
    )
    async with house.database.writing() as connection:
        card = ShareCard(share.id)
        if await outbox.enqueue(connection, request.team, cause, card, to=Destination(request.channel), now=now):
            await pinned_packs.pin(connection, loaded.pack.id, loaded.hash, loaded.source_json, now)
            await shares.add(connection, share)
    house.wake.posts.set()


async def _refuse_hidden(house: House, buyer: Buyer) -> None:
    async with house.database.reading() as connection:
        await refuse_sharing(connection, buyer, house.now())


async def _run(connection: Connection, request: ShareRequest) -> Run | None:
    """The run whose buyer is shared; None where a seed was named."""
    if request.run:
        run = await runs.get(connection, request.team, request.run)
        if run is None:
            raise RuleViolation("I can't find that run any more.")
        return run
    if request.seed:
        return None
    run = await runs.latest_here(connection, request.team, request.channel, request.sharer)
    if run is None:
        raise RuleViolation(
            "You have no run in this channel to share. Name a seed or a share code: /haggle share 18422."
        )
    return run


async def _score(connection: Connection, run: Run | None, request: ShareRequest) -> int:
    """The score of the sharer's own run: nobody else may tell it."""
    if run is None or run.rep != request.sharer:
        raise RuleViolation("Only the rep whose run it is can share its score. Share the buyer without it.")
    verdict = await verdicts.get(connection, run.team, run.id)
    if verdict is None:
        raise RuleViolation("This run has no score yet. Share the buyer without it.")
    return verdict.det_score


async def card_view(house: House, team: str, share_id: str) -> CardView:
    """What the card of this share shows now; RuleViolation where there is no such share."""
    async with house.database.reading() as connection:
        share = await shares.get(connection, team, share_id)
        if share is None:
            raise RuleViolation(f"There is no share {share_id}.")
        people = await runs.people_who_met(connection, team, share.pack, share.draw_epoch, share.seed)
    pack = await house.scenarios.pack(share.pack_hash)
    measured = await house.difficulties.of(pack, share.pack_hash, share.seed)
    return CardView(share, await house.scenarios.drawn(share.pack_hash, share.seed), measured, people)


async def refresh_cards(house: House, team: str, scenario: Scenario) -> None:
    """Has the cards of this buyer drawn again; to be called after a run on it was committed."""
    found = (team, scenario.pack, scenario.draw_epoch, scenario.seed)
    async with house.database.reading() as connection:
        cards = await shares.standing(connection, *found, MOST_CARDS)
    if not cards:
        return
    async with house.database.writing() as connection:
        for card in cards:
            post, place = ShareCardUpdate(card.share), Destination(card.channel, card.ts)
            await outbox.enqueue_update(connection, team, card.share, post, to=place, now=house.now())
