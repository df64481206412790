"""What the posts say that are read from what is stored: as it is when they are sent."""

from bot.delivery.assigned_posts import AssignedPost, assigned_message
from bot.delivery.boards import BoardPost, board_message
from bot.delivery.market_posts import MarketPost, market_brief_message, market_message
from bot.flows.house import House
from bot.flows.lookup import (
    DisputeView,
    RunView,
    comments_follow,
    comments_of,
    counting_of,
    dispute_view,
    disputes_of,
    run_by_id,
    run_view,
)
from bot.flows.ranked import is_withheld
from bot.flows.sharing import card_view
from bot.views import brief, dispute_card, hint, notice, share_card, verdict
from bot.views.deletion import farewell_message
from bot.views.links import Links
from bot.views.message import Message
from bot.views.start_buttons import Started
from engine.errors import StaleRun
from storage.market_posts import Offers, OffersUpdate, TalkBrief, TalkVerdict
from storage.outbox import Outgoing
from storage.posts import (
    BoardCard,
    BoardPlace,
    BoardUpdate,
    BoardWeek,
    BoardWeekUpdate,
    Brief,
    BriefRedraw,
    BriefUpdate,
    DisputeCard,
    DisputeCardUpdate,
    DisputeOutcome,
    Farewell,
    Hint,
    Notice,
    Reveal,
    ShareCard,
    ShareCardUpdate,
    VerdictCard,
    VerdictCardUpdate,
)

RunPost = Brief | BriefUpdate | BriefRedraw | VerdictCard | VerdictCardUpdate | Reveal
DisputePost = DisputeCard | DisputeCardUpdate | DisputeOutcome
Said = (
    Notice
    | Hint
    | Farewell
    | ShareCard
    | ShareCardUpdate
    | RunPost
    | DisputePost
    | AssignedPost
    | BoardPost
    | MarketPost
)
"""Posts that are a message by Haggle, for everybody who is there."""


async def message_of(house: House, outgoing: Outgoing, post: Said, workspace_url: str) -> Message:
    """The message; StaleRun where what it is about is lost."""
    match post:
        case Notice(text=text):
            return notice.notice_message(text)
        case Hint():
            return hint.hint_message(post, workspace_url)
        case Farewell():
            return farewell_message()
        case ShareCard(share=share) | ShareCardUpdate(share=share):
            return share_card.share_message(*await card_view(house, outgoing.team, share))
        case TalkBrief() | Offers() | OffersUpdate() | TalkVerdict():
            return await market_message(house, outgoing, post, workspace_url)
        case Brief() | BriefUpdate() if outgoing.run and outgoing.run.kind == "market":
            return await market_brief_message(house, outgoing.run)
        case Brief() | BriefUpdate() | BriefRedraw() | VerdictCard() | VerdictCardUpdate() | Reveal():
            return await _of_run(house, outgoing, post, workspace_url)
        case DisputeCard() | DisputeCardUpdate() | DisputeOutcome():
            return await _of_dispute(house, outgoing, post, workspace_url)
        case BoardCard() | BoardUpdate() | BoardWeek() | BoardWeekUpdate() | BoardPlace():
            return await board_message(house, outgoing, post)
        case _:
            return await assigned_message(house, outgoing.team, post)


async def _of_run(house: House, outgoing: Outgoing, post: RunPost, workspace_url: str) -> Message:
    match post:
        case Brief() | BriefUpdate():
            return await _brief(house, await _viewed(house, outgoing))
        case BriefRedraw(run=run):
            return await _brief(house, await _named(house, outgoing, run))
        case VerdictCard():
            return await _verdict(house, await _viewed(house, outgoing), workspace_url)
        case VerdictCardUpdate(run=run):
            return await _verdict(house, await _named(house, outgoing, run), workspace_url)
        case Reveal(run=run):
            return await _reveal(house, outgoing, run, workspace_url)


async def _of_dispute(house: House, outgoing: Outgoing, post: DisputePost, workspace_url: str) -> Message:
    found = await _disputed(house, outgoing, post.dispute)
    match post:
        case DisputeCard(user=user):
            is_own = user == found.dispute.rep
            return dispute_card.manager_message(*found, workspace_url, is_own=is_own)
        case DisputeCardUpdate():
            return dispute_card.manager_message(*found, workspace_url)
        case DisputeOutcome():
            return dispute_card.outcome_message(*found, workspace_url)


async def _brief(house: House, view: RunView) -> Message:
    return brief.brief_message(view.run, view.scenario, await counting_of(house, view.run))


async def _verdict(house: House, view: RunView, workspace_url: str) -> Message:
    if view.verdict is None:
        raise StaleRun(f"The run {view.run.id} has no verdict to show.")
    links = Links(workspace_url, view.run.channel, view.run.thread_ts or "")
    disputes = await disputes_of(house, view.run)
    until = view.run.withheld_until if is_withheld(view.run, house.now()) else None
    played = Started(mode=view.run.mode, model=view.run.model)
    comments = await comments_of(house, view.run)
    follow = await comments_follow(house, view.run)
    return verdict.verdict_message(
        view.scenario, view.verdict, view.run.id, links, disputes, until, played, comments, follow
    )


async def _reveal(house: House, outgoing: Outgoing, run_id: str, workspace_url: str) -> Message:
    view = await _named(house, outgoing, run_id)
    if view.verdict is None:
        raise StaleRun(f"The run {run_id} has no verdict to tell of.")
    links = Links(workspace_url, view.run.channel, view.run.thread_ts or "")
    return verdict.reveal_message(view.scenario, view.verdict, links)


async def _named(house: House, outgoing: Outgoing, run_id: str) -> RunView:
    view = await run_by_id(house, outgoing.team, run_id)
    if view is None:
        raise StaleRun(f"The post {outgoing.oid} has lost its run.")
    return view


async def _disputed(house: House, outgoing: Outgoing, dispute: str) -> DisputeView:
    view = await dispute_view(house, outgoing.team, dispute)
    if view is None:
        raise StaleRun(f"The post {outgoing.oid} has lost its dispute.")
    return view


async def _viewed(house: House, outgoing: Outgoing) -> RunView:
    if outgoing.run is None:
        raise StaleRun(f"The post {outgoing.oid} has lost its run.")
    return await run_view(house, outgoing.run)
