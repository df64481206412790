"""What a person may choose in an element: what stands there, what the app offered, whom and what they can see."""

from bot.sandbox.acts.files import own_files
from bot.sandbox.acts.surface import SeenMessage, Surface, element_on, state_on
from bot.sandbox.blocks.choices import Placed, chosen
from bot.sandbox.errors import Refusal
from bot.sandbox.records import Person, State
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.wire import Json, as_object, as_objects, as_texts, text_at

MOST_OFFERS = 500
Values = dict[str, dict[str, object]]
"""What is filled in, in plain values: block id, then action id."""


def fill(sandbox: Sandbox, person: Person, surface: Surface, values: Values) -> State:
    """What the surface holds once the person has filled in `values`; Refusal when one does not stand there or fit."""
    state: State = {block_id: dict(held) for block_id, held in state_on(person, surface).items()}
    for block_id, given in values.items():
        for action_id, plain in given.items():
            placed = element_on(surface, action_id, block_id)
            state.setdefault(block_id, {})[action_id] = choose(sandbox, person, surface, placed, plain)
    return state


def choose(sandbox: Sandbox, person: Person, surface: Surface, placed: Placed, plain: object) -> Json:
    """The state of the element once `plain` is chosen in it; Refusal when it is not there to be chosen."""
    element = placed.element
    if text_at(element, "type").endswith("external_select"):
        element = {**element, "options": _known_options(sandbox, person, surface, placed)}
    held = chosen(element, plain)
    _check_people(sandbox, held)
    _check_conversations(sandbox, person, held)
    if text_at(element, "type") == "file_input":
        return {**held, "files": own_files(sandbox, person, element, as_texts(held["files"]))}
    return held


def offer(sandbox: Sandbox, person: Person, surface: Surface, placed: Placed, options: list[Json]) -> None:
    """Remembers what the app offered last in the element, so that it can be chosen by its value."""
    offers = sandbox.workspace.offers
    offers[_key(person, surface, placed)] = options
    while len(offers) > MOST_OFFERS:
        del offers[next(iter(offers))]


def _known_options(sandbox: Sandbox, person: Person, surface: Surface, placed: Placed) -> list[Json]:
    """The options last offered, and those chosen already."""
    offered = sandbox.workspace.offers.get(_key(person, surface, placed), [])
    held = state_on(person, surface).get(placed.block_id, {}).get(text_at(placed.element, "action_id"), {})
    return [*offered, as_object(held.get("selected_option")), *as_objects(held.get("selected_options"))]


def _key(person: Person, surface: Surface, placed: Placed) -> str:
    place = f"{surface.channel.id}/{surface.message.ts}" if isinstance(surface, SeenMessage) else surface.id
    return "/".join((person.id, place, placed.block_id, text_at(placed.element, "action_id")))


def _check_people(sandbox: Sandbox, held: Json) -> None:
    for ref in (text_at(held, "selected_user"), *as_texts(held.get("selected_users"))):
        if ref and ref not in sandbox.workspace.people:
            raise Refusal(400, "unknown_option", f"There is nobody with the id {ref!r} to choose.")


def _check_conversations(sandbox: Sandbox, person: Person, held: Json) -> None:
    one = [text_at(held, key) for key in ("selected_conversation", "selected_channel")]
    several = [*as_texts(held.get("selected_conversations")), *as_texts(held.get("selected_channels"))]
    for ref in (*one, *several):
        channel = sandbox.workspace.channels.get(ref)
        if ref and (channel is None or not sandbox.workspace.may_see(person, channel)):
            raise Refusal(400, "unknown_option", f"{person.real_name} sees no conversation with the id {ref!r}.")
