"""What is wrong with a pack beyond its schema, all of it at once, so that an author mends it in one go."""

from collections.abc import Iterator

from engine.persona.constraints import broken_constraints
from engine.persona.draw import scenario_of
from engine.persona.profile import draw_profile
from engine.scenario.formula import DividesByNothing
from engine.scenario.pack import Pack
from engine.scenario.scenario import Scenario
from engine.terms.terms import Terms
from packs.check_attributes import attribute_findings
from packs.check_constraints import constraint_findings
from packs.check_deal import deal_findings
from packs.check_lengths import length_findings
from packs.check_phrases import phrase_findings
from packs.check_reach import reach_findings
from packs.check_texts import text_findings
from packs.finding import Finding, Place
from packs.formulas import formulas_that_read

TRIAL_SEEDS = 20


def problems_of(pack: Pack) -> tuple[Finding, ...]:
    """Every problem found in the pack; empty for one that can be played."""
    found = (
        *attribute_findings(pack),
        *deal_findings(pack),
        *text_findings(pack),
        *length_findings(pack),
        *phrase_findings(pack),
        *constraint_findings(pack),
    )
    return found or tuple(_trial(pack)) or tuple(reach_findings(pack))


def _trial(pack: Pack) -> Iterator[Finding]:
    """What goes wrong when a few seeds are drawn: what no look at a single field can tell."""
    broken: dict[str, int] = {}
    for seed in range(TRIAL_SEEDS):
        try:
            drawn = draw_profile(pack, seed)
            scenario = scenario_of(pack, "", drawn)
            for name in broken_constraints(pack, drawn):
                broken.setdefault(name, seed)
        except KeyError as error:
            yield Finding((), f"seed {seed} cannot be drawn: {error.args[0]} is needed there but absent")
            return
        except DividesByNothing as error:
            places = formulas_that_read(pack, error.formula)
            yield from (Finding(place, f"divides by 0 for seed {seed}") for place in places)
            return
        except (ArithmeticError, ValueError) as error:
            yield Finding((), f"seed {seed} cannot be drawn: {error}")
            return
        if (problem := _against_its_side(scenario) or _fails_in_a_run(scenario)) is not None:
            yield problem
            return
    for name, seed in broken.items():
        yield Finding(("constraints", name), f"does not hold for seed {seed}: {pack.constraints[name].says}")


def _fails_in_a_run(scenario: Scenario) -> Finding | None:
    """A veto that cannot be worked out once an issue that it blames is named, with nothing else in the deal."""
    bounds = {issue.id: (issue.low, issue.high) for issue in scenario.issues}
    for veto in scenario.vetoes:
        for terms in (Terms.of({issue: amount}) for issue in veto.issues for amount in bounds[issue]):
            try:
                veto.strikes(terms)
            except ArithmeticError as error:
                place: Place = ("vetoes", veto.id, "formula")
                return Finding(place, f"cannot be worked out for seed {scenario.seed}: {error}")
    return None


def _against_its_side(scenario: Scenario) -> Finding | None:
    """What is wrong where a seller loses by a higher price, or a buyer gains by it."""
    price = scenario.price_issue.id
    for side, party in (("rep", scenario.rep), ("counterpart", scenario.counterpart)):
        slope, wanted = party.interests.stake(price).slope, "above" if party.role == "seller" else "below"
        if slope == 0 or (slope > 0) != (wanted == "above"):
            at: Place = ("issues", str(price), side, "slope")
            return Finding(at, f"the {side} is the {party.role}, so this must be {wanted} 0; it comes to {slope}")
        if party.interests.aspiration <= party.interests.walk_away:
            return Finding(
                (side, "interests", "aspiration"), f"it must lie above walk_away; for seed {scenario.seed} it does not"
            )
    return None
