"""Reading and moving the sandbox's clock."""

import time
from typing import NamedTuple

from aiohttp import web
from pydantic import AwareDatetime, Field, model_validator

from bot.sandbox.clock import LATEST, Clock
from bot.sandbox.control.request import SANDBOX, Order, done, read, without_query
from bot.sandbox.sandbox import Sandbox


class Move(Order):
    """One change of the clock: so many seconds on, to a moment, stopped or let go."""

    advance: float | None = Field(default=None, ge=0, le=LATEST)
    to: AwareDatetime | None = None
    frozen: bool | None = None

    @model_validator(mode="after")
    def _one_change(self) -> "Move":
        if sum(each is not None for each in (self.advance, self.to, self.frozen)) != 1:
            raise ValueError("give one of advance, to, frozen")
        return self


class Reading(NamedTuple):
    """The clock as a call shows it; `offset` is how far it is ahead of the machine's, in seconds."""

    now: float
    offset: float
    frozen: bool


async def show(request: web.Request) -> web.Response:
    """The moment it is in the sandbox."""
    without_query(request)
    return done(**_reading(request.app[SANDBOX].clock)._asdict())


async def move(request: web.Request) -> web.Response:
    """Moves the clock, stops it or lets it go; answers when all that fell due on the way has happened."""
    sandbox, order = request.app[SANDBOX], await read(request, Move)
    if order.advance is not None:
        await sandbox.clock.advance(order.advance)
    elif order.to is not None:
        await sandbox.clock.move_to(order.to.timestamp())
    elif order.frozen:
        sandbox.clock.freeze()
    else:
        sandbox.clock.release()
    return done(**announce(sandbox)._asdict())


def announce(sandbox: Sandbox) -> Reading:
    """How the clock is set now, which every page is told."""
    reading = _reading(sandbox.clock)
    sandbox.stream.publish("clock", **reading._asdict())
    return reading


def _reading(clock: Clock) -> Reading:
    now, setting = clock.now(), clock.setting
    return Reading(now, setting.offset if setting.frozen_at is None else now - time.time(), clock.frozen)


ROUTES = [web.get("/sandbox/clock", show), web.post("/sandbox/clock", move)]
