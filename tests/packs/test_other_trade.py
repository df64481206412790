import json
from datetime import UTC, datetime

from engine.director.replay import play, verify
from engine.negotiation.events import Said
from engine.persona.draw import draw_scenario
from packs.loading import load_pack
from tests.engine.persona.packs import read
from tests.packs.folders import complaints
from tests.packs.small_pack import small_pack

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def test_a_pack_from_another_trade_needs_no_change_in_the_engine(tmp_path):
    _write(tmp_path)
    assert complaints(tmp_path) == []
    loaded = load_pack(tmp_path)
    for seed in range(50):
        scenario = draw_scenario(loaded.pack, loaded.hash, seed)
        assert (scenario.rep.role, scenario.counterpart.role) == ("buyer", "seller")
        assert scenario.counterpart.interests.walk_away < scenario.product.list_price
        assert scenario.price_issue.id == "unit_price"


def test_amounts_with_cents_are_written_in_quotes():
    scenario = draw_scenario(read(small_pack()), "", 3)
    assert scenario.product.list_price in (850, 600)
    assert scenario.product.add_ons[0].cost == 60
    assert dict(scenario.attributes)["discount"] % 5 == 0


def test_another_trade_can_be_played_to_the_end_of_its_lines():
    scenario = draw_scenario(read(small_pack()), "", 3)
    events = play(
        scenario, ["Hello, how much stock do you have?", "I can pay $5.00 each.", "$5.50 each."], "strict", NOW
    )
    assert [event for event in events if isinstance(event, Said) and event.side == "counterpart"]
    assert verify(scenario, events) is None


def _write(folder):
    (folder / "pack.json").write_text(json.dumps(small_pack()), encoding="utf-8")
