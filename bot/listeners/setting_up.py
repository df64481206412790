"""`/haggle markets`, and the form in which managers set up markets of their team's own: each press is checked anew."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.flows.house import House
from bot.flows.managers import Managers, only_managers
from bot.flows.markets.listing import own_here
from bot.flows.markets.setting_up import BLANK, copied, edited, looked_over, own_named, ready_one, remove, save
from bot.listeners.answering import told_at
from bot.listeners.asked import Answer, Asked
from bot.listeners.market_form import Came, Kept, came
from bot.listeners.opening import open_modal
from bot.listeners.pressed import pressed_by, team_of, value_of
from bot.views.assign_modal import refused_modal
from bot.views.blocks import escape
from bot.views.market_buttons import COPY, EDIT, MAKE, REMOVE
from bot.views.market_list import markets_message, removing_message
from bot.views.market_preview import mistakes_modal, preview_modal, removed_text, saved_message
from bot.views.market_setup import FROM, LOOK, MORE, NOTHING, SEED, SETUP_FORM, Filled, errors_of, setup_form
from bot.views.message import Message
from engine.errors import BadSeed, HaggleError, RuleViolation
from engine.marketplace.market import MOST_SELLERS
from engine.marketplace.sheet.mistakes import BadSheet

_CHANGES = {"edit": edited, "copy": copied}
_OPENS = {MAKE: "make", EDIT: "edit", COPY: "copy"}
_HOW = (
    "`/haggle markets` lists the markets; for managers, `/haggle markets make` sets one up, and `/haggle markets edit "
    "office_cables`, `copy` and `remove` change those that were set up here."
)


def register(app: AsyncApp, house: House, managers: Managers) -> None:
    """Listens to the list's buttons, to what is pressed in the form, and to it being sent."""
    _on_list(app, house, managers)
    _in_form(app, house, managers)

    @app.view(SETUP_FORM)
    async def on_save(ack: AsyncAck, body: dict[str, Any], view: dict[str, Any], client: AsyncWebClient) -> None:
        sent, user = came(view), pressed_by(body)
        try:
            saved = await save(house, managers, team_of(body), user, sent.wish, f"view:{view['id']}")
        except BadSheet as bad:
            await ack(response_action="errors", errors=errors_of(bad.mistakes, view["blocks"]))
        except HaggleError as refusal:
            await ack(response_action="push", view=refused_modal(escape(str(refusal))))
        else:
            await ack(response_action="clear")
            await told_at(client, user, sent.kept.card, saved_message(*saved, is_edit=bool(sent.wish.edits)))


def _on_list(app: AsyncApp, house: House, managers: Managers) -> None:
    async def on_open(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        which, card = _OPENS[body["actions"][0]["action_id"]], str(body.get("response_url") or "")
        form = await _form(house, managers, team_of(body), pressed_by(body), which, value_of(body), card)
        await open_modal(client, body, form)

    for action in _OPENS:
        app.action(action)(on_open)

    @app.action(REMOVE)
    async def on_remove(ack: AsyncAck, body: dict[str, Any], respond: AsyncRespond) -> None:
        await ack()
        gone = await remove(house, managers, team_of(body), pressed_by(body), value_of(body))
        await respond(removed_text(gone), response_type="ephemeral", replace_original=False)


def _in_form(app: AsyncApp, house: House, managers: Managers) -> None:
    async def on_start(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        await only_managers(managers, pressed_by(body))
        sent = came(body["view"])
        kept = sent.kept._replace(fresh=sent.kept.fresh + 1)
        await _show(client, body, setup_form(await _begun(house, team_of(body), sent, kept), _ready(house), str(kept)))

    for action in (FROM, SEED):
        app.action(action)(on_start)

    @app.action(MORE)
    async def on_more(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        await only_managers(managers, pressed_by(body))
        sent = came(body["view"])
        at, form = len(sent.wish.sheet.sellers), sent.with_another(MOST_SELLERS)
        await _show(client, body, setup_form(form, _ready(house), str(sent.kept), focus=at))

    @app.action(LOOK)
    async def on_look(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        await only_managers(managers, pressed_by(body))
        sent = came(body["view"])
        try:
            found = await looked_over(house, managers, team_of(body), pressed_by(body), sent.wish)
        except BadSheet as bad:
            await open_modal(client, body, mistakes_modal(bad.mistakes))
        else:
            await open_modal(client, body, preview_modal(*found))


async def _begun(house: House, team: str, sent: Came, kept: Kept) -> Filled:
    """The form as the chosen ready market fills it; as it stands where the seed is none."""
    if sent.started == NOTHING:
        return Filled(BLANK.sheet, fresh=kept.fresh)
    try:
        wish, seed = await ready_one(house, team, sent.started, sent.seed)
    except (BadSeed, RuleViolation) as bad:
        return sent.filled._replace(fresh=kept.fresh, trouble=escape(str(bad)))
    return Filled(wish.sheet, wish.name, fresh=kept.fresh, started=sent.started, seed=str(seed))


async def _form(
    house: House, managers: Managers, team: str, by: str, which: str, name: str, card: str
) -> dict[str, Any]:
    """The form for something new, an edit or a copy."""
    await only_managers(managers, by)
    wish = BLANK
    if which in _CHANGES:
        wish = await _CHANGES[which](house, managers, team, by, name)
    kept = Kept(wish.edits, wish.called, card=card)
    return setup_form(Filled(wish.sheet, wish.name, bool(wish.edits)), _ready(house), str(kept))


def _ready(house: House) -> dict[str, str]:
    return {name: note.title for name, note in house.markets.ready.items()}


async def _show(client: AsyncWebClient, body: dict[str, Any], form: dict[str, Any]) -> None:
    """The form in its place; one that was closed or changed meanwhile stays as it is."""
    try:
        await client.views_update(view_id=body["view"]["id"], hash=body["view"]["hash"], view=form)
    except SlackApiError as error:
        if error.response.get("error") not in {"hash_conflict", "not_found"}:
            raise


async def _markets(asked: Asked) -> Message:
    """The markets that there are; with a word, what managers do with their team's own."""
    word, *rest = [*asked.words, ""]
    if not word:
        return await _list(asked)
    if word.lower() == "remove" and len(rest) == 2:
        return removing_message(*await own_named(asked.house, asked.managers, asked.team, asked.user, rest[0]))
    needed = {"make": 1, "edit": 2, "copy": 2}.get(word.lower())
    if needed != len(rest):
        return Message(_HOW)
    form = await _form(asked.house, asked.managers, asked.team, asked.user, word.lower(), rest[0], "")
    await open_modal(asked.client, {"trigger_id": asked.trigger}, form)
    return Message("")


async def _list(asked: Asked) -> Message:
    house = asked.house
    own, is_manager = await own_here(house, asked.team), await asked.managers.includes(asked.user)
    return markets_message(house.markets.id, house.markets.ready, own, for_manager=is_manager)


ANSWERS: Mapping[str, Answer] = {"markets": _markets}
