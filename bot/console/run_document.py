"""A run of the terminal as one JSON document: its export, and what was known and said in a form that is easy to read.

docs/export.md and docs/play.md tell of its fields.
"""

from dataclasses import asdict
from typing import Any

from bot.console.table_talk import lines_said
from engine.coaching.final import final_verdict
from engine.director.export import as_json, document_of, export_run
from engine.negotiation.negotiation import Negotiation
from engine.scenario.scenario import Scenario
from engine.scoring.rubric import HINT_POINTS, RUBRIC
from engine.terms.terms import Terms
from packs.loading import LoadedPack


def run_as_json(loaded: LoadedPack, run: Negotiation, unsaid: int, *, with_pack: bool = True) -> str:
    """The document of a run that has ended; `unsaid` is how many entries were left when it was over.

    `with_pack` puts the pack's content in, so that a replay needs nothing else.
    """
    scenario = run.scenario
    source, verdict = loaded.source_json if with_pack else None, final_verdict(run, loaded.pack)
    export = document_of(export_run(run, verdict, loaded.pack, source))
    document = {
        **export,
        "currency": {"code": scenario.currency.code, "minor": scenario.currency.minor},
        "brief": _brief(scenario),
        "lines": {"said": lines_said(run), "unsaid": unsaid},
        "transcript": [{"round": said.round, "side": said.side, "text": said.text} for said in run.lines],
        "terms": {
            "rep": _terms(run.rep_terms),
            "counterpart": _terms(run.counterpart_terms),
            "agreed": _terms(run.agreed),
        },
    }
    return as_json(document)


def _brief(scenario: Scenario) -> dict[str, Any]:
    """What the rep knew before a word was said."""
    product, counterpart = scenario.product, scenario.counterpart
    return {
        "role": scenario.rep.role,
        "introduction": scenario.rep.public,
        "product": {
            "name": product.name,
            "summary": product.summary,
            "list_price": product.list_price,
            "floor": product.floor,
            "facts": dict(product.facts),
            "add_ons": [asdict(add_on) for add_on in product.add_ons],
        },
        "issues": [{"id": issue.id, "kind": issue.kind, "label": issue.label} for issue in scenario.issues],
        "counterpart": {"name": counterpart.name, "role": counterpart.role, "introduction": counterpart.public},
        "max_rounds": scenario.rules.max_rounds,
        "pass_mark": scenario.rules.pass_mark,
        "checks": [asdict(check) for check in RUBRIC],
        "hint_points": HINT_POINTS,
    }


def _terms(terms: Terms | None) -> dict[str, int] | None:
    return {str(issue): amount for issue, amount in terms.amounts} if terms is not None else None
