"""A small pack from another trade, as data: cables bought by the box, the rep buying, prices with cents."""

from typing import Any

from packs.acts import ACTS


def small_pack() -> dict[str, Any]:
    """Everything that a pack must have, and little more."""
    return {
        "schema": 1,
        "id": "cables",
        "title": "Cables",
        "version": 1,
        "draw_epoch": 1,
        "locale": "en-US",
        "currency": {"code": "USD", "sign": "$", "minor": 2, "grid": 25},
        "product": "cable",
        "needs": "cares",
        "objections_drawn": "worries",
        "temper": _temper(),
        "rep": _party("buyer", "You buy cables.", "list_price * 11 / 10", "0", "list_price / 2"),
        "counterpart": _party("seller", "{who} sells {product_name}.", "0", "least", "least + 300"),
        "metrics": {"spread": {"label": "Between you", "unit": "money"}},
        "products": {"braided": _product("8.50", "6.25"), "plain": _product("6.00", "4.75")},
        "issues": {
            "unit_price": _issue("price", "-1", "1", low="floor / 2", high="list_price * 2"),
            "spares": _issue("flag", "120", "-spares_cost"),
        },
        "attributes": _attributes(),
        "topics": {"stock": {"label": "Stock", "words": ["stock"]}, "length": {"label": "Length", "words": ["length"]}},
        "facts": {"stock": _fact("stock", ["stock"], "I have {stock} left."), "who": _fact("stock", ["who"], "{who}.")},
        "objections": {"too_few": _objection()},
        "phrases": {"any": {act: _lines(act) for act in ACTS}},
    }


def _temper() -> dict[str, Any]:
    numbers = dict.fromkeys(("time_weight", "reciprocity", "pressure_gain", "rapport_gain"), 50)
    return {"style": "manner", "conflict_mode": "manner", "curve": "curve", **numbers} | {
        "trust": 50,
        "patience": "stock / 10",
        "clock": 8,
    }


def _party(role: str, public: str, base: str, walk_away: str, aspiration: str) -> dict[str, Any]:
    texts = {
        "name": "Somebody",
        "icon": ":electric_plug:",
        "public": public,
        "private": "Nothing.",
        "goals": ["Agree."],
    }
    return {"role": role, **texts, "interests": {"base": base, "walk_away": walk_away, "aspiration": aspiration}}


def _product(list_price: str, floor: str) -> dict[str, Any]:
    return {
        "name": "USB-C cable",
        "summary": "A cable",
        "facts": {"length": "Two meters."},
        "forbidden_claims": ["It is three meters."],
        "list_price": list_price,
        "floor": floor,
        "add_ons": {"spares": {"cost": "0.60", "price": 1}},
    }


def _issue(kind: str, rep: str, counterpart: str, **bounds: str) -> dict[str, Any]:
    stakes = {"rep": {"slope": rep}, "counterpart": {"slope": counterpart}}
    return {"kind": kind, "label": "Issue", "phrase": "the issue", "words": ["issue"], **stakes, **bounds}


def _attributes() -> dict[str, Any]:
    return {
        "who": {
            "label": "Who",
            "visibility": "visible",
            "draw": "choice",
            "options": {"CableHouse": 1, "QuickTech": 1},
        },
        "cable": {"label": "Cable", "draw": "choice", "options": {"braided": 1, "plain": 2}},
        "manner": {"label": "Manner", "draw": "choice", "options": {"sweet": 1, "rude": 1}},
        "curve": {"label": "Curve", "draw": "choice", "options": {"1": 1}},
        "stock": {"label": "Stock", "visibility": "asked", "draw": "range", "low": 80, "high": 140},
        "discount": {"label": "Discount", "draw": "amount", "low": "0.05", "high": "0.95", "step": "0.05"},
        "least": {"label": "Least", "unit": "money", "draw": "formula", "formula": "list_price - discount"},
        "cares": {"label": "Cares", "draw": "shares", "options": {"stock": 1, "length": 1}},
        "worries": {"label": "Worries", "draw": "several", "fewest": 0, "most": 1, "options": {"too_few": 1}},
    }


def _fact(topic: str, about: list[str], exact: str) -> dict[str, Any]:
    vague, reveal = "Some.", f"Said: {exact}"
    return {
        "topic": topic,
        "visibility": "asked",
        "about": about,
        "exact": exact,
        "vague": vague,
        "reveal": reveal,
        "weight": 1,
    }


def _objection() -> dict[str, Any]:
    return {
        "topic": "stock",
        "severity": 1,
        "raised": "Is that all you take?",
        "settled": "Good.",
        "answered_by": ["stock"],
    }


def _lines(act: str) -> list[str]:
    slots = " ".join(f"{{{slot}}}" for slot in sorted(ACTS[act].slots))
    return [f"{act} {number} {slots}." for number in range(ACTS[act].fewest)]
