"""The coverage page says what the declarations say, and the declarations hold all that Slack's reference holds."""

import json
from pathlib import Path
from typing import Any

from bot.sandbox.webapi.method import ALWAYS
from bot.sandbox.webapi.omissions import METHODS_LEFT_OUT, reason_for
from bot.sandbox.webapi.registry import METHODS
from tests.bot.sandbox.coverage import DOCUMENT, document
from tests.bot.sandbox.reference import REFERENCE, needs_reference


def reference() -> dict[str, Any]:
    """Slack's reference of each method, by name."""
    return {path.stem: json.loads(path.read_text()) for path in Path(REFERENCE, "slack-methods").glob("*.json")}


def test_the_page_is_what_the_declarations_give() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == document(), "run `make golden` and read the difference"


def test_every_omitted_refusal_has_a_reason() -> None:
    for method in METHODS.values():
        for code in method.omits:
            assert reason_for(code)


def test_nothing_is_declared_twice() -> None:
    for name, method in METHODS.items():
        assert not set(method.takes) & set(method.idle), name
        assert not set(method.refuses) & set(method.omits), name
        assert set(method.required) <= set(method.takes), name
        assert len(set(method.refuses)) == len(method.refuses), name


@needs_reference
def test_every_method_of_the_reference_is_answered_or_left_out_with_a_reason() -> None:
    assert set(reference()) - set(METHODS) == set(METHODS_LEFT_OUT)


@needs_reference
def test_every_argument_of_the_reference_is_taken() -> None:
    lacking = {
        name: missing
        for name, told in reference().items()
        if name in METHODS and (missing := set(told["args"]["properties"]) - {"token", "team_id"} - _arguments(name))
    }
    assert not lacking


@needs_reference
def test_no_argument_is_taken_that_the_reference_lacks() -> None:
    invented = {
        name: extra
        for name, told in reference().items()
        if name in METHODS and (extra := _arguments(name) - set(told["args"]["properties"]))
    }
    assert invented == BEYOND_THE_REFERENCE


BEYOND_THE_REFERENCE = {"chat.stopStream": {"session_status"}}


def _arguments(name: str) -> set[str]:
    return {*METHODS[name].takes, *METHODS[name].idle}


def _errors(name: str) -> set[str]:
    return {*ALWAYS, *METHODS[name].refuses, *METHODS[name].omits}


@needs_reference
def test_every_error_of_the_reference_is_given_or_omitted_with_a_reason() -> None:
    lacking = {
        name: missing
        for name, told in reference().items()
        if name in METHODS and (missing := set(told["errors"]) - _errors(name))
    }
    assert not lacking


@needs_reference
def test_no_error_is_omitted_that_the_reference_lacks() -> None:
    invented = {
        name: extra
        for name, told in reference().items()
        if name in METHODS and (extra := set(METHODS[name].omits) - set(told["errors"]))
    }
    assert not invented


@needs_reference
def test_scopes_and_tiers_are_those_of_the_reference() -> None:
    for name, told in reference().items():
        if name in METHODS:
            method = METHODS[name]
            assert set(method.scopes) <= set((told.get("scope") or {}).get("bot") or ()), name
            tier = told.get("rate_limits")
            assert tier in (None, f"t{method.tier.label[-1]}", "t5" if method.tier.label == "special" else None), name
