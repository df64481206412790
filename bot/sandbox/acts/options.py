"""Options that the app loads while a person types in an external select."""

from bot.sandbox.acts.choosing import offer
from bot.sandbox.acts.interaction import ask, interaction
from bot.sandbox.acts.surface import Surface, element_on, place_of
from bot.sandbox.blocks.choices import options_of
from bot.sandbox.blocks.offered import offer_problems
from bot.sandbox.delivery.envelope import Unanswered
from bot.sandbox.errors import Refusal
from bot.sandbox.records import Person
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.wire import Json, as_object

LEAST_TYPED = 3


async def suggest(
    sandbox: Sandbox, person: Person, surface: Surface, action_id: str, block_id: str | None, typed: str
) -> Json:
    """The `options` or `option_groups` that the app offers for what was typed; Refusal when it offers none in time."""
    placed = element_on(surface, action_id, block_id)
    _check_asked(placed.element, typed)
    payload: Json = {
        **interaction(sandbox, person, "block_suggestion"),
        **place_of(sandbox, surface, placed),
        "action_id": action_id,
        "block_id": placed.block_id,
        "value": typed,
    }
    _, answer = await ask(sandbox, payload)
    if isinstance(answer, Unanswered):
        raise Refusal(504, answer.told_as, "The app offered no options in time.")
    offered = as_object(answer.response)
    problems = offer_problems(offered)
    if problems:
        raise Refusal(502, "invalid_options", f"The app offered options that Slack refuses: {'; '.join(problems)}")
    offer(sandbox, person, surface, placed, options_of(offered))
    kind = "options" if "options" in offered else "option_groups"
    return {kind: offered[kind]}


def _check_asked(element: Json, typed: str) -> None:
    if element.get("type") not in ("external_select", "multi_external_select"):
        raise Refusal(400, "not_external", "Only external selects ask the app for options.")
    least = element.get("min_query_length")
    needed = least if isinstance(least, int) else LEAST_TYPED
    if len(typed) < needed:
        raise Refusal(400, "query_too_short", f"The app is asked once {needed} characters are typed.")
