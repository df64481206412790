"""What is valid is accepted, on every surface that takes it."""

import pytest

from tests.bot.sandbox.blocks.gallery import Example, shown_in
from tests.bot.sandbox.place import Place, modal


def _name(example: Example) -> str:
    return example.name


@pytest.mark.parametrize("example", shown_in("message"), ids=_name)
async def test_a_message_takes_it(place: Place, example: Example) -> None:
    posted = await place.client.chat_postMessage(channel=place.channel("practice"), text="x", blocks=[example.block])
    assert posted["message"]["blocks"][0]["type"] == example.block["type"]


@pytest.mark.parametrize("example", shown_in("modal"), ids=_name)
async def test_a_modal_takes_it(place: Place, example: Example) -> None:
    trigger = place.running.sandbox.triggers.issue(place.person("ana"))
    opened = await place.client.views_open(trigger_id=trigger, view=modal(example.block))
    assert opened["view"]["blocks"][0]["type"] == example.block["type"]


@pytest.mark.parametrize("example", shown_in("home"), ids=_name)
async def test_a_home_tab_takes_it(place: Place, example: Example) -> None:
    view = {"type": "home", "blocks": [example.block]}
    published = await place.client.views_publish(user_id=place.person("ana"), view=view)
    assert published["view"]["blocks"][0]["type"] == example.block["type"]
