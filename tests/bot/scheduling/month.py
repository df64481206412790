"""The month as it is lived: two processes, now and then killed and started again, and people who do things."""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random

from sqlalchemy import func, insert, select, update

from bot.flows.difficulties import DifficultyBook
from bot.flows.scheduling.members import members_of
from bot.flows.scheduling.planning import plan_window
from bot.flows.scheduling.reminding import mute, snooze
from bot.sandbox.clock import Clock, Setting
from storage import assignments, pinned_packs, runs
from storage.assignments import Attempt, Whom
from storage.tables import outbox, verdicts
from storage.tables import runs as run_table
from storage.team_tables import timetable
from storage.transaction import Transaction
from tests.bot.scheduling.given import order as assignment_of
from tests.bot.scheduling.mortal import Bot, bot_on
from tests.bot.scheduling.story import EXCUSED, LATECOMER, LEAVER, MOVER, MUTED, PASSING, SNOOZER, Month, Order
from tests.bot.world import World
from tests.storage.given import new_run

SEEDS = (18422, 1024)
TICK, WAITING = 10, timedelta(seconds=5)
_NEXT = select(func.min(timetable.c.next_at))
_UNSENT = select(outbox.c.id).where(outbox.c.status.in_(("pending", "sending"))).limit(1)


@dataclass
class Pair:
    """Two processes that look at the same instants; by chance one is stopped, or killed after so many steps."""

    world: World
    url: str
    chance: Random
    killed: int = 0
    restarted: int = 0
    bots: list[Bot] = field(default_factory=list)
    measured: DifficultyBook = field(default_factory=DifficultyBook)
    _stacks: list[AsyncExitStack] = field(default_factory=list)

    async def __aenter__(self) -> "Pair":
        for _ in range(2):
            await self._begin(AsyncExitStack())
        return self

    async def __aexit__(self, *_: object) -> None:
        for stack in self._stacks:
            await stack.aclose()

    async def tick(self) -> None:
        """Both look at the same instant."""
        if self.chance.random() < 0.1:
            self.bots[1].fuse.steps = self.chance.randrange(1, 60)
        alive = await asyncio.gather(*(bot.tick() for bot in self.bots))
        for bot, lives in zip(tuple(self.bots), alive, strict=True):
            if not lives or self.chance.random() < 0.02:
                self.killed += not lives
                self.restarted += 1
                await self._replace(bot)

    async def _replace(self, bot: Bot) -> None:
        index = self.bots.index(bot)
        del self.bots[index]
        bot.fuse.steps, bot.fuse.blown = None, False
        await self._stacks.pop(index).aclose()
        await self._begin(AsyncExitStack())

    async def _begin(self, stack: AsyncExitStack) -> None:
        bot = await stack.enter_async_context(bot_on(self.world, self.url, measured=self.measured))
        self.bots.append(bot)
        self._stacks.append(stack)


@dataclass
class Life:
    """A month in a sandbox."""

    month: Month
    world: World
    ids: dict[int, str] = field(default_factory=dict)
    managers: dict[str, str] = field(default_factory=dict)
    channels: dict[str, str] = field(default_factory=dict)
    group: str = ""

    @property
    def clock(self) -> Clock:
        """The sandbox's clock, by which everything goes."""
        return self.world.sandbox.sandbox.clock

    @property
    def now(self) -> datetime:
        """The present moment."""
        return datetime.fromtimestamp(self.clock.now(), UTC)

    @property
    def team(self) -> str:
        """The workspace's id."""
        return self.world.sandbox.sandbox.workspace.team_id

    async def settle_in(self) -> None:
        """People, a user group, channels; the clock stands at the beginning."""
        self.clock.set(Setting(frozen_at=self.month.begins.timestamp()))
        for rep in range(60):
            self.ids[rep] = await self._person(f"rep{rep}", self.month.zone(rep, self.month.begins))
        for order in self.month.orders:
            self.managers[order.id] = await self._person(f"boss-{order.id}", "Europe/London")
            made = await self.world.ask("POST", "channels", **{"as": f"rep{order.first_rep}"}, name=f"team-{order.id}")
            self.channels[order.id] = made["channel"]["id"]
            await self._join(order.id, "haggle")
        for rep in range(21, 40):
            await self._join("night", self.ids[rep])
        members = [self.ids[rep] for rep in range(20) if rep != LATECOMER]
        made = await self.world.ask("POST", "usergroups", **{"as": "mei"}, handle="crew", name="Crew", users=members)
        self.group = made["usergroup"]["id"]

    async def _person(self, name: str, zone: str) -> str:
        made = await self.world.ask("POST", "people", name=name, real_name=name.title(), tz=zone)
        return str(made["user"]["id"])

    async def _join(self, channel: str, user: str) -> None:
        await self.world.ask("POST", f"channels/team-{channel}/members", user=user)

    async def live(self, pair: Pair) -> None:
        """The whole month: whenever something is due, both processes look at the next tick."""
        acts = sorted(self.month.acts.items())
        for order in self.month.orders:
            await self._assign(pair.bots[0], order)
        while True:
            moment = min([await self._next(pair.bots[0]), *(at for at, _ in acts[:1])])
            if moment >= self.month.ends:
                return
            await self.clock.move_to(max(moment, self.now).timestamp())
            while acts and acts[0][0] <= self.now:
                await self._act(pair.bots[0], acts.pop(0)[1])
            await pair.tick()

    async def _next(self, bot: Bot) -> datetime:
        """The tick at which something is due by then; soon, while something waits to be sent."""

        def look(transaction: Transaction) -> tuple[datetime | None, bool]:
            due = transaction.first(_NEXT)
            return (due[0] if due else None, transaction.first(_UNSENT) is not None)

        due, is_unsent = await bot.database.read(look)
        if is_unsent:
            return self.now + WAITING
        late = (due or self.month.ends).timestamp()
        moment = datetime.fromtimestamp(-(-late // TICK) * TICK, UTC)
        return max(moment, self.now + WAITING)

    async def _assign(self, bot: Bot, order: Order) -> None:
        people = tuple(self.ids[rep] for rep in order.reps(1))
        whom = {
            "group": Whom(groups=(self.group,)),
            "night": Whom(channels=(self.channels["night"],)),
            "named": Whom(people=people),
        }
        loaded = bot.house.packs.get("car_sales")
        assignment = assignment_of(
            team=self.team,
            pack_hash=loaded.hash,
            id=order.id,
            manager=self.managers[order.id],
            whom=whom[order.id],
            starts_on=order.starts_on,
            due_on=order.due_on,
            made_at=self.now,
            seeds=SEEDS,
            repeats="weekly",
            channel=self.channels[order.id] if order.has_channel else "",
        )
        members = await members_of(bot.directory, assignment.whom, assignment.manager)
        assert set(members.people) == set(people)
        async with bot.database.writing() as connection:
            await pinned_packs.pin(connection, loaded.pack.id, loaded.hash, loaded.source_json, self.now)
            await assignments.add(connection, assignment)
            await plan_window(connection, assignment, 1, SEEDS, members.people, self.now)

    async def _act(self, bot: Bot, act: str) -> None:
        """Somebody does something."""
        match act.split():
            case ["snooze"]:
                assert await snooze(bot.house, self.team, "group", 1, self.ids[SNOOZER])
            case ["mute"]:
                await mute(bot.house, self.team, "group", 2, self.ids[MUTED])
            case ["join"]:
                members = [self.ids[rep] for rep in range(20)]
                await self.world.ask("PATCH", f"usergroups/{self.group}", users=members)
            case ["move"]:
                await self._change(bot, MOVER, tz="America/New_York")
            case ["leave"]:
                await self._change(bot, LEAVER, is_deactivated=True)
            case ["excuse"]:
                place = (self.team, "group", 2, self.ids[EXCUSED])
                async with bot.database.writing() as connection:
                    assert await assignments.excuse(connection, *place, self.managers["group"], self.now)
            case ["pass", order, number]:
                for rep in PASSING:
                    if order == next(each.id for each in self.month.orders if rep in each.reps(3)):
                        await self._pass(bot, order, int(number), self.ids[rep])

    async def _change(self, bot: Bot, rep: int, **changes: object) -> None:
        told = await self.world.ask("PATCH", "people", **{"as": self.ids[rep]}, **changes)
        await bot.directory.note(told["user"])

    async def _pass(self, bot: Bot, order: str, number: int, person: str) -> None:
        """The person has played every buyer of the window and passed."""
        async with bot.database.writing() as connection:
            for seed in SEEDS:
                known = {"pack_hash": bot.house.packs.get("car_sales").hash, "channel": f"D{person}"}
                start = new_run(team=self.team, rep=person, seed=seed, opened_at=self.now, **known)
                run = await runs.open_run(connection, start, [], ())
                await assignments.add_attempt(connection, Attempt(self.team, run.id, order, number, person, seed, 1))
                ended = update(run_table).where(run_table.c.id == run.id)
                await connection.run(ended.values(status="ended", ended_at=self.now))
                verdict = {"team": self.team, "run_id": run.id, "det_score": 90, "passed": True, "payload": {}}
                await connection.run(insert(verdicts).values(**verdict, rubric_hash="", at=self.now, complies=True))
