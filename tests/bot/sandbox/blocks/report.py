"""What the sandbox says of a block, as Slack words it."""

from bot.sandbox.blocks.problems import under
from bot.sandbox.blocks.surface import Surface
from bot.sandbox.blocks.surfaces import block_problems, view_problems
from tests.bot.sandbox.blocks.pieces import Json


def said_of(block: Json, surface: Surface = "message") -> list[str]:
    """Everything that is wrong with the block on the surface; pointers start at the block."""
    return [str(problem).replace("[json-pointer:/0", "[json-pointer:") for problem in block_problems([block], surface)]


def said_of_view(view: Json) -> list[str]:
    """Everything that is wrong with the view, as views.* say it."""
    return [str(problem) for problem in under("/view", view_problems(view))]
