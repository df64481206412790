"""A provider that takes its time, in a process of its own: it answers every request with the same seller's answer.

python -m benchmarks.slow_model 8099 --provider anthropic --seconds 1
"""

import argparse
import asyncio

from aiohttp import web

from engine.prompting.market_seller import SellerReply
from tests.engine.llm.dialects import DIALECTS, Dialect

ANSWER = SellerReply(
    reasoning="The buyer has named no price yet.", act="hold", offer=None, message="Let me see what can be done."
)


def app_for(dialect: Dialect, seconds: float) -> web.Application:
    """The provider's app; `seconds` is how long each answer takes."""
    says = dialect.says(ANSWER.model_dump_json())

    async def answer(request: web.Request) -> web.StreamResponse:
        await request.read()
        await asyncio.sleep(seconds)
        return await says(request)

    async def ready(_: web.Request) -> web.Response:
        return web.Response()

    app = web.Application()
    app.router.add_get("/ready", ready)
    app.router.add_post("/{path:.*}", answer)
    return app


def dialect_of(provider: str) -> Dialect:
    """How the provider words its answers."""
    return next(dialect for dialect in DIALECTS if dialect.provider == provider)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("port", type=int)
    parser.add_argument("--provider", choices=[dialect.provider.value for dialect in DIALECTS], default="anthropic")
    parser.add_argument("--seconds", type=float, default=1.0)
    given = parser.parse_args()
    app = app_for(dialect_of(given.provider), given.seconds)
    web.run_app(app, host="127.0.0.1", port=given.port, print=None)
