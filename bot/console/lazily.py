"""Commands that are imported when they are called: `haggle read` does not wait for what a server needs."""

import ast
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, ClassVar

import typer
from typer.core import TyperCommand, TyperGroup


class Lazily(TyperGroup):
    """A group whose commands are named by the module and the attribute that hold each: `bot.console.read:read`.

    A command is a function, or an app of its own with commands in it. To list them all, none is imported.
    """

    where: ClassVar[dict[str, str]] = {}
    _is_listing = False

    def list_commands(self, ctx: Any) -> list[str]:
        """The commands, in the order in which they are written."""
        return list(self.where)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of that name, imported now; only its name and what it does where commands are listed."""
        if cmd_name not in self.where:
            return None
        module, _, attribute = self.where[cmd_name].partition(":")
        if self._is_listing:
            return TyperCommand(cmd_name, help=help_in(_source(module), attribute))
        return _command(cmd_name, getattr(import_module(module), attribute))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The list of commands."""
        self._is_listing = True
        try:
            super().format_help(ctx, formatter)
        finally:
            self._is_listing = False


def help_in(source: str, attribute: str) -> str:
    """What a module says that its function, or its Typer app, of that name does; empty where it says nothing."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name == attribute:
            return ast.get_docstring(node) or ""
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and attribute in map(_name, node.targets):
            told = (word.value for word in node.value.keywords if word.arg == "help")
            return next((str(one.value) for one in told if isinstance(one, ast.Constant)), "")
    return ""


def _name(target: ast.expr) -> str:
    return target.id if isinstance(target, ast.Name) else ""


def _source(module: str) -> str:
    found = find_spec(module)
    return Path(found.origin).read_text(encoding="utf-8") if found is not None and found.origin else ""


def _command(name: str, found: Any) -> Any:
    if isinstance(found, typer.Typer):
        command = typer.main.get_command(found)
    else:
        app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
        app.command(name)(found)
        command = typer.main.get_command(app)
    command.name = name
    return command
