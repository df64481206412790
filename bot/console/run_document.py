"""A run as one JSON document: what was known, said and done, and what came of it. docs/play.md tells of its fields."""

import json
from dataclasses import asdict
from typing import Any

from bot.console.table_talk import lines_said
from engine.coaching.final import final_verdict
from engine.negotiation.events import encode
from engine.negotiation.negotiation import Negotiation
from engine.scenario.scenario import Scenario
from engine.scoring.rubric import HINT_POINTS, RUBRIC
from engine.scoring.verdict import encode as encode_verdict
from engine.terms.terms import Terms
from packs.loading import LoadedPack

FORMAT = 1
"""Version of the JSON document: raised when a field changes its meaning or goes."""


def run_as_json(loaded: LoadedPack, run: Negotiation, unsaid: int) -> str:
    """The document of a run that has ended; `unsaid` is how many entries were left when it was over."""
    scenario, pack = run.scenario, loaded.pack
    document = {
        "format": FORMAT,
        "share_code": scenario.share_code,
        "seed": scenario.seed,
        "pack": {
            "id": pack.id,
            "title": pack.title,
            "version": pack.version,
            "draw_epoch": pack.draw_epoch,
            "hash": loaded.hash,
        },
        "profile_hash": scenario.profile_hash,
        "mode": run.opened.mode,
        "engine": run.opened.engine,
        "currency": {"code": scenario.currency.code, "minor": scenario.currency.minor},
        "brief": _brief(scenario),
        "lines": {"said": lines_said(run), "unsaid": unsaid},
        "transcript": [{"round": said.round, "side": said.side, "text": said.text} for said in run.lines],
        "terms": {
            "rep": _terms(run.rep_terms),
            "counterpart": _terms(run.counterpart_terms),
            "agreed": _terms(run.agreed),
        },
        "verdict": encode_verdict(final_verdict(run, pack)),
        "events": [encode(event) for event in run.events],
    }
    return json.dumps(document, indent=2, ensure_ascii=False)


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
