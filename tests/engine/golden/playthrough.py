"""A playthrough as two stories: what the rep saw, and what the counterpart knew and thought."""

from collections.abc import Iterator
from pathlib import Path

from engine.coaching.final import final_verdict
from engine.director.director import open_run
from engine.negotiation.events import Ended, Event, Moved, Offered, Read, Said
from engine.negotiation.negotiation import Negotiation, fold
from engine.persona.draw import draw_scenario
from engine.scenario.scenario import Scenario
from engine.scoring.verdict import Verdict
from engine.strict.wording import terms_in_words
from engine.terms.money import format_money
from packs.loading import load_installed
from tests.engine.golden.renewals import SEEDS, holding
from tests.engine.reps import REPS, lasting
from tests.engine.scenarios import NOW

FOLDER = Path(__file__).parent

PLAYTHROUGHS: tuple[tuple[str, int, str], ...] = (
    ("car_sales", 9, "expert"),
    ("car_sales", 14, "expert"),
    ("car_sales", 18422, "expert"),
    ("car_sales", 1024, "naive"),
    ("car_sales", 3, "generous"),
    ("car_sales", 7, "pushy"),
    ("car_sales", 11, "stubborn"),
    ("car_sales", 9001, "bisecting"),
    ("car_sales", 4, "insulting"),
    ("car_sales", 22, "rambling"),
    *(("saas_renewal", seed, story) for story, seed in SEEDS.items()),
)
"""Pack, seed and rep of each golden playthrough."""


def path_of(pack: str, seed: int, rep: str) -> Path:
    """Where the playthrough is kept."""
    return FOLDER / f"{pack}_{seed}_{rep}.txt"


def tell(pack: str, seed: int, rep: str) -> str:
    """The whole playthrough as text: the rep's view, the counterpart's view, the verdict."""
    loaded = load_installed().get(pack)
    scenario = draw_scenario(loaded.pack, loaded.hash, seed)
    played = lasting(fold(scenario, open_run(scenario, "strict", NOW)), REPS[rep] if rep in REPS else holding(rep))
    parts = (_rep_view(played, rep), _counterpart_view(played), _verdict(scenario, final_verdict(played)))
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _rep_view(played: Negotiation, rep: str) -> Iterator[str]:
    scenario = played.scenario
    product, currency = scenario.product, scenario.currency
    yield f"WHAT THE REP SEES ({rep}, {scenario.share_code})"
    yield product.name
    yield f"list {format_money(product.list_price, currency)}, floor {format_money(product.floor, currency)}"
    yield f"{scenario.counterpart.name}: {scenario.counterpart.public}"
    for said in played.lines:
        yield f"  {said.round:>2} {'Rep' if said.side == 'rep' else scenario.counterpart.name}: {said.text}"


def _counterpart_view(played: Negotiation) -> Iterator[str]:
    scenario = played.scenario
    interests = scenario.counterpart.interests
    yield f"WHAT {scenario.counterpart.name.upper()} KNOWS"
    yield f"style {scenario.temper.style}, curve {scenario.temper.curve}, profile {scenario.profile_hash[:12]}"
    most, hoped = interests.base - interests.walk_away, interests.base - interests.aspiration
    currency = scenario.currency
    yield f"would pay up to {format_money(most, currency)}, hopes for {format_money(hoped, currency)}"
    for event in played.events:
        line = _thought(scenario, event)
        if line:
            yield line


def _thought(scenario: Scenario, event: Event) -> str:
    match event:
        case Said(side="rep"):
            return f"  {event.round:>2} heard: {event.text}"
        case Read():
            acts = ", ".join(
                read.act if read.topic is None else f"{read.act}({read.topic})" for read in event.reading.acts
            )
            return f"     read: {acts or 'nothing'}"
        case Offered():
            gain = format_money(scenario.counterpart.interests.surplus(event.terms), scenario.currency)
            return f"     {event.side} offers {terms_in_words(scenario, event.terms)}: {gain} better than no deal"
        case Moved():
            mood = event.mood
            return (
                f"     {event.move}: trust {mood.trust}, patience {mood.patience}, clock {mood.clock},"
                f" demand {mood.demand}"
            )
        case Ended():
            return f"  {event.round:>2} ended: {event.outcome}, {event.reason}"
        case _:
            return ""


def _verdict(scenario: Scenario, verdict: Verdict) -> Iterator[str]:
    yield f"VERDICT {verdict.total} of 100, {'passed' if verdict.passed else 'not passed'}"
    if verdict.terms is not None:
        yield f"agreed on {terms_in_words(scenario, verdict.terms)}"
    for cap in verdict.caps:
        yield f"capped at {cap.at}: {cap.why}"
    for check in verdict.checks:
        won = "not seen" if check.won is None else f"{check.won}/{check.of}"
        yield f"  {check.area:<12} {check.title:<24} {won:>8}  {check.note}"
    if verdict.keep is not None:
        yield f"keep: {verdict.keep.why} “{verdict.keep.quote}”"
    for fix in verdict.fixes:
        yield f"mend ({fix.tip}): {fix.why} “{fix.quote}” → “{fix.better}” {fix.otherwise}".rstrip()
    for line in verdict.reveal:
        yield f"  hidden: {line}"
