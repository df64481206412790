"""A start without keys pays nothing for the providers."""

import subprocess
import sys

import pytest

HEAVY = ("pydantic_ai", "anthropic", "openai", "genai_prices", "httpx2")

PORT = """
from engine.llm import adapter, breaker, budget, cost, naming, record_stores, recording, retrying, scripted
"""
ASKED_WITHOUT_A_KEY = (
    PORT
    + """
import asyncio
from engine.llm.troubles import NoKey
from tests.engine.llm.requests import REQUEST
try:
    asyncio.run(adapter.Providers({}).complete(REQUEST))
except NoKey:
    pass
"""
)
SCRIPTED = (
    PORT
    + """
import asyncio
from tests.engine.llm.requests import REQUEST
store = record_stores.MemoryRecords()
port = breaker.Breaker(retrying.Retrying(recording.Recorder(scripted.Scripted(["Good."]), store)))
assert asyncio.run(port.complete(REQUEST)).text == "Good."
assert asyncio.run(recording.Replayer(store).complete(REQUEST)).text == "Good."
"""
)


@pytest.mark.parametrize(
    ("provider", "other"), [("anthropic", "openai"), ("openai", "anthropic"), ("openrouter", "anthropic")]
)
def test_a_provider_loads_no_sdk_but_its_own(provider: str, other: str) -> None:
    code = f"""
from engine.llm import access, adapter, model_name
provider = model_name.Provider("{provider}")
adapter._open(provider, access.access_to(provider, "sk-1"), 1.0)
import sys
print("pydantic_ai" in sys.modules, "{other}" in sys.modules)
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - ours
    assert ran.stdout.split() == ["True", "False"]


@pytest.mark.parametrize(
    "code",
    [PORT, ASKED_WITHOUT_A_KEY, SCRIPTED, "import bot.__main__, bot.app.serving, bot.app.wiring"],
    ids=["imported", "no key", "scripted", "the bot"],
)
def test_no_sdk_is_loaded_before_a_provider_is_asked(code: str) -> None:
    listing = f"{code}\nimport sys\nprint([name for name in {HEAVY} if name in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", listing], capture_output=True, text=True, check=True)  # noqa: S603 - ours
    assert ran.stdout.strip() == "[]"
