"""Commands that are imported when they are called: `haggle read` does not wait for what a server needs."""

from importlib import import_module
from typing import Any, ClassVar

import typer
from typer.core import TyperGroup


class Lazily(TyperGroup):
    """A group whose commands are named by the module and the attribute that hold each: `bot.console.read:read`.

    A command is a function, or an app of its own with commands in it.
    """

    where: ClassVar[dict[str, str]] = {}

    def list_commands(self, ctx: Any) -> list[str]:
        """The commands, in the order in which they are written."""
        return list(self.where)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of that name, imported now."""
        if cmd_name not in self.where:
            return None
        module, _, attribute = self.where[cmd_name].partition(":")
        return _command(cmd_name, getattr(import_module(module), attribute))


def _command(name: str, found: Any) -> Any:
    if isinstance(found, typer.Typer):
        command = typer.main.get_command(found)
    else:
        app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
        app.command(name)(found)
        command = typer.main.get_command(app)
    command.name = name
    return command
