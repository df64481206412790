"""What is wrong with a pack beyond its schema, all of it at once, so that an author mends it in one go."""

from collections.abc import Iterator

from engine.persona.draw import draw_scenario
from engine.scenario.pack import Pack
from packs.check_attributes import attribute_findings
from packs.check_deal import deal_findings
from packs.check_phrases import phrase_findings
from packs.check_texts import text_findings
from packs.finding import Finding

TRIAL_SEEDS = 20


def problems_of(pack: Pack) -> tuple[Finding, ...]:
    """Every problem found in the pack; empty for one that can be played."""
    found = (*attribute_findings(pack), *deal_findings(pack), *text_findings(pack), *phrase_findings(pack))
    return found or tuple(_trial(pack))


def _trial(pack: Pack) -> Iterator[Finding]:
    """What goes wrong when a few seeds are drawn: what no look at a single field can tell."""
    for seed in range(TRIAL_SEEDS):
        try:
            draw_scenario(pack, "", seed)
        except KeyError as error:
            yield Finding((), f"seed {seed} cannot be drawn: {error.args[0]} is needed there but absent")
            return
        except (ArithmeticError, ValueError) as error:
            yield Finding((), f"seed {seed} cannot be drawn: {error}")
            return
