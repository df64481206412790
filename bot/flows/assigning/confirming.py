"""A manager confirms what they wrote: it is assigned, or the assignment that they edit is changed."""

from bot.flows.assigning.drafting import order_meant
from bot.flows.assigning.editing import change
from bot.flows.assigning.placing import Placed, place
from bot.flows.directory import Directory
from bot.flows.house import House
from bot.flows.managers import Managers


async def confirm(house: House, directory: Directory, roles: Managers, team: str, by: str, ref: str) -> Placed:
    """What came of the draft that the reference names, once. RuleViolation says why nothing did."""
    order = await order_meant(house, roles, team, by, ref)
    carry_out = change if order.changes else place
    return await carry_out(house, directory, roles, team, by, ref)
