"""The table of what the sandbox covers of Slack's Web API and events, made from its own declarations.

`python -m tests.bot.sandbox.coverage` writes docs/sandbox-coverage.md anew.
"""

from collections import defaultdict
from pathlib import Path

from bot.sandbox.subscriptions import LEFT_OUT, SENT, Sent
from bot.sandbox.webapi.method import ALWAYS, Method
from bot.sandbox.webapi.omissions import METHODS_LEFT_OUT, reason_for
from bot.sandbox.webapi.registry import METHODS

DOCUMENT = Path(__file__).parents[3] / "docs" / "sandbox-coverage.md"
_HEAD = """\
# What the sandbox covers of Slack

Made by `make golden` from the declarations that the sandbox itself runs on; a test holds the page to them, and every
refusal named here is provoked over the wire in `tests/bot/sandbox/refusals`.
"""


def document() -> str:
    """The whole page, in Markdown."""
    return "\n".join([_HEAD, *_methods(), *_always(), *_omissions(), *_left_out(), *_events()])


def _methods() -> list[str]:
    lines = [
        "## Methods",
        "",
        "Arguments: **required**, plain (acted on), *slanted* (checked, without effect).",
        "",
        "| method | a minute | scope (any of) | arguments | its own refusals |",
        "|---|---|---|---|---|",
    ]
    return [*lines, *(_row(name, METHODS[name]) for name in sorted(METHODS)), ""]


def _row(name: str, method: Method) -> str:
    limit = f"{method.tier.a_minute} ({method.tier.label})"
    scopes = _codes(method.scopes) or ("app token" if method.tokens == ("app",) else "none")
    taken = [f"**{each}**" if each in method.required else each for each in sorted(method.takes)]
    idle = [f"*{each}*" for each in sorted(method.idle)]
    cells = (f"`{name}`", limit, scopes, ", ".join(taken + idle) or "none", _codes(sorted(method.refuses)) or "none")
    return f"| {' | '.join(cells)} |"


def _always() -> list[str]:
    return ["Every method can also give " + _codes(ALWAYS) + ".", ""]


def _omissions() -> list[str]:
    by_reason: dict[str, set[str]] = defaultdict(set)
    for method in METHODS.values():
        for code in method.omits:
            by_reason[reason_for(code)].add(code)
    lines = ["## Refusals that cannot arise here", "", "| why | codes |", "|---|---|"]
    return [*lines, *(f"| {reason} | {_codes(sorted(by_reason[reason]))} |" for reason in sorted(by_reason)), ""]


def _left_out() -> list[str]:
    lines = ["## Methods left out", "", "| method | why |", "|---|---|"]
    return [*lines, *(f"| `{name}` | {reason} |" for name, reason in sorted(METHODS_LEFT_OUT.items())), ""]


def _events() -> list[str]:
    sent = ["", "## Events", "", "| event | scope | sent for |", "|---|---|---|"]
    left_out = ["", "## Events left out", "", "| why | events |", "|---|---|"]
    by_reason: dict[str, set[str]] = defaultdict(set)
    for name, reason in LEFT_OUT.items():
        by_reason[reason].add(name)
    return [
        *sent,
        *(f"| `{name}` | {_scopes_of(SENT[name])} | {SENT[name].by} |" for name in sorted(SENT)),
        *left_out,
        *(f"| {reason} | {_codes(sorted(by_reason[reason]))} |" for reason in sorted(by_reason)),
        "",
    ]


def _scopes_of(event: Sent) -> str:
    if isinstance(event.scopes, str):
        return f"`{event.scopes}`" if event.scopes else "none"
    return _codes(list(event.scopes.values()))


def _codes(names: list[str] | tuple[str, ...]) -> str:
    return " ".join(f"`{name}`" for name in names)


if __name__ == "__main__":
    DOCUMENT.write_text(document(), encoding="utf-8")
