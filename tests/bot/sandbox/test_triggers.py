"""Trigger ids live three seconds and work once."""

import asyncio

from bot.sandbox.config import Timing
from tests.bot.sandbox.place import Place, modal, open_place, refused, section


async def test_a_trigger_opens_one_modal(place: Place) -> None:
    trigger = place.running.sandbox.triggers.issue(place.person("ana"))
    await place.client.views_open(trigger_id=trigger, view=modal(section()))
    again = place.client.views_open(trigger_id=trigger, view=modal(section()))
    assert (await refused(again))["error"] == "exchanged_trigger_id"
    assert len(await place.modals("ana")) == 1


async def test_an_old_trigger_has_expired() -> None:
    async with open_place(timing=Timing(trigger=0.05)) as place:
        trigger = place.running.sandbox.triggers.issue(place.person("ana"))
        await asyncio.sleep(0.1)
        answer = await refused(place.client.views_open(trigger_id=trigger, view=modal(section())))
        assert answer["error"] == "expired_trigger_id"


async def test_a_made_up_trigger_is_invalid(place: Place) -> None:
    answer = await refused(place.client.views_open(trigger_id="1.2.3", view=modal(section())))
    assert answer["error"] == "invalid_trigger_id"


async def test_a_refused_view_does_not_spend_the_trigger(place: Place) -> None:
    trigger = place.running.sandbox.triggers.issue(place.person("ana"))
    long = modal(section(), title={"type": "plain_text", "text": "x" * 25})
    assert (await refused(place.client.views_open(trigger_id=trigger, view=long)))["error"] == "invalid_arguments"
    await place.client.views_open(trigger_id=trigger, view=modal(section()))


async def test_pushing_needs_an_open_modal(place: Place) -> None:
    trigger = place.running.sandbox.triggers.issue(place.person("ana"))
    answer = await refused(place.client.views_push(trigger_id=trigger, view=modal(section())))
    assert answer["error"] == "not_found"
