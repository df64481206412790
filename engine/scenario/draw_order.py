"""Which attribute must be drawn before which."""

from collections.abc import Mapping
from graphlib import TopologicalSorter

from engine.scenario.attributes import (
    AmountRange,
    AnyAttribute,
    Calculation,
    Choice,
    First,
    Range,
    Several,
    Shares,
    Table,
)
from engine.scenario.deal import ProductSheet

UNIT = "unit"
"""Name of the figure that gives the minor units in one whole unit of money."""


def product_figures(product: ProductSheet, unit: int, pieces: int = 1) -> dict[str, int]:
    """The figures that so many pieces of a product bring to formulas.

    `list_price`, `floor`, `unit`, and for each add-on `mats_cost`, `mats_price` and `mats_brings`.
    """
    figures = {"list_price": product.list_price * pieces, "floor": product.floor * pieces, UNIT: unit}
    for name, add_on in product.add_ons.items():
        figures[f"{name}_cost"] = add_on.cost
        figures[f"{name}_price"] = add_on.price
        figures[f"{name}_brings"] = add_on.brings
    return figures


def needed_by(attribute: AnyAttribute) -> frozenset[str]:
    """The names that an attribute's own draw looks at."""
    names = set(attribute.when)
    match attribute:
        case Choice() | Several() | Shares():
            names.update(name for tilt in attribute.tilts for name in tilt.when)
        case Range() | AmountRange():
            names.update(name for case in attribute.cases for name in case.when)
        case Calculation():
            names.update(attribute.formula.names)
        case Table():
            names.update(attribute.by)
        case First():
            names.add(attribute.of)
    return frozenset(names)


def draw_order(attributes: Mapping[str, AnyAttribute], product: str, quantity: str | None = None) -> tuple[str, ...]:
    """The attributes in an order in which each can be drawn. graphlib.CycleError where they wait for one another.

    A name that is no attribute is a figure of the product, so it waits for the attribute that names the product; that
    one waits for the quantity, if the pack has one.
    """
    waits = {
        name: {other if other in attributes else product for other in needed_by(attribute)}
        for name, attribute in attributes.items()
    }
    if quantity is not None:
        waits.setdefault(product, set()).add(quantity)
    return tuple(name for name in TopologicalSorter(waits).static_order() if name in attributes)
