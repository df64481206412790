"""A rep disputes a check, managers decide it with a reason, and both scores stay visible."""

import asyncio
import csv
import io
import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from engine.director.export import RunExport, read_export
from tests.bot.desk_of_disputes import (
    REASON,
    WORDS,
    card,
    cards,
    decide,
    dispute,
    ended,
    form,
    send,
    send_decision,
    told,
    top_modal,
    verdict_with,
)
from tests.bot.world import Json, World, eventually, ids_of, open_world


@pytest.fixture
async def two(tmp_path: Path) -> AsyncIterator[World]:
    """A sandbox in which Mei and Olu are the managers."""
    async with open_world(tmp_path, managers=("mei", "olu")) as world:
        yield world


def score(verdict: Json) -> int:
    """The judge's score."""
    return int(verdict["text"].split(" / 100")[0].split()[-1])


async def whispered(world: World, thread: str, words: str) -> str:
    """What Ana alone is told in the thread, once it holds the words."""

    async def said() -> str | None:
        return next((str(each) for each in await world.replies(thread) if words in str(each)), None)

    return await eventually(said)


async def test_a_dispute_goes_to_the_workspaces_admin_with_its_evidence(world: World) -> None:
    thread, verdict = await ended(world)
    assert (await dispute(world, verdict["ts"]))["closed"]
    assert "Noted: you dispute" in await whispered(world, thread, "Noted")
    shown = str(await card(world))
    for words in ("Good questions", WORDS, "“What got you looking?”", "car_sales@1#18422", "What the check asks"):
        assert words in shown
    assert thread.replace(".", "") in shown, "the words lead to the message"
    assert "disputed, waits for a manager" in str(await verdict_with(world, thread, "Disputes"))


async def test_a_change_shows_both_scores_to_the_rep_the_managers_and_in_the_thread(world: World) -> None:
    thread, verdict = await ended(world)
    before = score(verdict)
    await dispute(world, verdict["ts"], "discovery")
    assert (await decide(world, "mei", (await card(world))["ts"], 9))["closed"]
    after = await verdict_with(world, thread, "after dispute")
    assert score(after) == before
    assert f"*{before} / 100* by the judge" in str(after)
    assert "After dispute: " in after["text"]
    assert int(after["text"].split("After dispute: ")[1].split(" / 100")[0]) > before
    assert f"mei: “{REASON}”" in str(after)
    assert REASON in await told(world, "ana", "were changed")
    decided = await card(world, words="Dispute decided")
    assert "Changed from" in str(decided)
    assert "dispute_uphold" not in str(decided), "the buttons are gone"
    modal = await form(world, "ana", "run_checks", verdict["ts"])
    assert "*9 / 9* after dispute" in str(modal)
    assert f"mei: “{REASON}”" in str(modal), "with the manager's reason"


async def test_an_upheld_dispute_leaves_the_score_and_shows_the_reason(world: World) -> None:
    thread, verdict = await ended(world)
    await dispute(world, verdict["ts"])
    assert (await decide(world, "mei", (await card(world))["ts"]))["closed"]
    after = await verdict_with(world, thread, "disputed, points upheld")
    assert after["text"] == verdict["text"]
    assert REASON in str(after)
    assert "it stays at" in await told(world, "ana", "were upheld")
    assert "Upheld at" in str(await card(world, words="Dispute decided"))


async def test_only_the_rep_of_the_run_can_dispute(world: World) -> None:
    _, verdict = await ended(world)
    await world.press("ben", "dispute_run", verdict["ts"])
    assert await top_modal(world, "ben") is None
    await told(world, "ben", "Only the rep whose run it is", "practice")


async def test_the_form_lists_observed_checks_only_and_shows_the_evidence_of_the_choice(world: World) -> None:
    _, verdict = await ended(world)
    view = await form(world, "ana", "dispute_run", verdict["ts"])
    assert "Good questions · " in str(view)
    assert "“What got you looking?”" in str(view)
    assert "Whole payment terms" not in str(view), "it was not observed"
    choice = {"container": {"view_id": view["id"]}, "action_id": "dispute_check", "selected_option": "questions"}
    await world.ask("POST", "actions", **{"as": "ana"}, **choice)

    async def shown() -> Json | None:
        now = await top_modal(world, "ana")
        return now if now and "|↗>" in str(now) else None

    assert (await send(world, "ana", await eventually(shown), check="questions", words=WORDS))["closed"]


async def test_a_check_is_disputed_once_and_the_form_says_so(world: World) -> None:
    thread, verdict = await ended(world)
    await dispute(world, verdict["ts"])
    answer = await dispute(world, verdict["ts"])
    assert "waits for a manager" in answer["errors"]["dispute_check"]
    await decide(world, "mei", (await card(world))["ts"])
    await verdict_with(world, thread, "disputed, points upheld")
    answer = await dispute(world, verdict["ts"])
    assert "ended with the points upheld" in answer["errors"]["dispute_check"]
    assert (await dispute(world, verdict["ts"], "trust"))["closed"], "another check may be"
    await card(world, number=2)


async def test_a_sentence_of_blanks_is_refused_in_the_form(world: World) -> None:
    _, verdict = await ended(world)
    answer = await dispute(world, verdict["ts"], words="   ")
    assert "Say in a sentence" in answer["errors"]["dispute_words"]
    assert await cards(world) == []


async def test_a_form_sent_twice_files_one_dispute(world: World) -> None:
    _, verdict = await ended(world)
    view = await form(world, "ana", "dispute_run", verdict["ts"])
    await asyncio.gather(*(send(world, "ana", view, check="trust", words=WORDS) for _ in range(3)))
    deliveries = (await world.ask("GET", "deliveries"))["deliveries"]
    sent = [each for each in deliveries if each["kind"] == "interactive"][-1]
    await world.ask("POST", "redeliver", id=sent["id"], times=2)
    await card(world)
    await asyncio.sleep(0.4)
    assert len(await cards(world)) == 1


async def test_points_outside_the_check_and_the_judges_own_are_refused_in_the_form(world: World) -> None:
    _, verdict = await ended(world)
    await dispute(world, verdict["ts"], "trust")
    posted = await card(world)
    given = int(str(posted).split(" of 7 by the judge")[0].split("\\n")[-1].split()[-1])
    view = await form(world, "mei", "dispute_change", posted["ts"], "dm")
    for points in (-1, 8, given):
        assert "dispute_points" in (await send_decision(world, "mei", view, points))["errors"]
    assert "dispute_reason" in (await send_decision(world, "mei", view, 7 - given, " "))["errors"]
    assert (await send_decision(world, "mei", view, 7 if given < 7 else 0))["closed"]


async def test_of_two_managers_who_decide_at_once_one_does_and_the_other_is_told(two: World) -> None:
    thread, verdict = await ended(two)
    await dispute(two, verdict["ts"], "discovery")
    places = {who: (await card(two, who))["ts"] for who in ("mei", "olu")}
    views = {who: await form(two, who, "dispute_change", ts, "dm") for who, ts in places.items()}
    answers = await asyncio.gather(*(send_decision(two, who, views[who], 9, f"{who} says so.") for who in views))
    assert sorted(bool(answer.get("errors")) for answer in answers) == [False, True]
    refused = next(answer["errors"]["dispute_reason"] for answer in answers if answer.get("errors"))
    winner = "mei" if "mei has decided" in refused else "olu"
    assert f"{winner} has decided this dispute already: changed to 9 of 9" in refused
    assert f"{winner} says so." in str(await verdict_with(two, thread, "after dispute"))
    (decider,) = ids_of(two.sandbox, (winner,))
    for who in views:
        assert f"by <@{decider}>" in str(await card(two, who, "Dispute decided"))
    await told(two, "ana", "were changed")
    await asyncio.sleep(0.3)
    assert str(await two.messages("ana", "dm")).count("'text': 'Your dispute is decided") == 1


async def test_a_manager_who_presses_an_old_button_is_told_that_it_is_decided(two: World) -> None:
    thread, verdict = await ended(two)
    await dispute(two, verdict["ts"])
    shown = (await two.command("olu", "/haggle disputes", "general"))["response"]
    assert "Disputes · 1 open" in str(shown)
    await decide(two, "mei", (await card(two))["ts"])
    await verdict_with(two, thread, "disputed, points upheld")
    await two.press("olu", "dispute_uphold", shown["ts"], "general")
    await told(two, "olu", "mei has decided this dispute already", "general")
    assert await top_modal(two, "olu") is None
    assert "No dispute waits" in str((await two.command("olu", "/haggle disputes", "general"))["response"])


async def test_nobody_but_managers_sees_the_list_or_decides(world: World) -> None:
    assert "Only managers" in str((await world.command("ben", "/haggle disputes"))["response"])
    _, verdict = await ended(world)
    await dispute(world, verdict["ts"])
    await card(world)
    assert await cards(world, "ben") == []
    listed = (await world.command("mei", "/haggle disputes"))["response"]
    assert WORDS in str(listed)
    assert (await decide(world, "mei", listed["ts"], channel="practice"))["closed"]


async def test_a_manager_does_not_decide_their_own_dispute_while_there_is_another(two: World) -> None:
    thread, verdict = await ended(two, "mei")
    await dispute(two, verdict["ts"], who="mei")
    await card(two, "olu")
    assert await cards(two, "mei") == []
    listed = (await two.command("mei", "/haggle disputes"))["response"]
    await two.press("mei", "dispute_uphold", listed["ts"])
    await told(two, "mei", "another manager has to decide", "practice")
    assert await top_modal(two, "mei") is None
    assert (await decide(two, "olu", (await card(two, "olu"))["ts"]))["closed"]
    await verdict_with(two, thread, "disputed, points upheld")


async def test_the_only_manager_may_decide_their_own_and_is_told_so(world: World) -> None:
    thread, verdict = await ended(world, "mei")
    await dispute(world, verdict["ts"], who="mei")
    posted = await card(world)
    assert "You are the only manager" in str(posted)
    assert (await decide(world, "mei", posted["ts"]))["closed"]
    await verdict_with(world, thread, "disputed, points upheld")


async def test_with_nobody_to_send_it_to_the_rep_is_told_and_a_later_manager_finds_it(tmp_path: Path) -> None:
    async with open_world(tmp_path, bot=False) as world:
        world.managers = ("U0NOBODY00",)
        async with world.joined(tmp_path):
            thread, verdict = await ended(world)
            await dispute(world, verdict["ts"])
            await told(world, "ana", "I know of no manager")
        world.managers = ()
        async with world.joined(tmp_path):
            listed = (await world.command("mei", "/haggle disputes"))["response"]
            assert (await decide(world, "mei", listed["ts"], channel="practice"))["closed"]
            await verdict_with(world, thread, "disputed, points upheld")


async def test_a_run_in_direct_messages_can_be_disputed_and_its_link_is_said_to_be_private(world: World) -> None:
    thread, verdict = await ended(world, channel="dm")
    await dispute(world, verdict["ts"], channel="dm")
    assert "the link leads only them" in str(await card(world))
    await decide(world, "mei", (await card(world))["ts"])
    await verdict_with(world, thread, "disputed, points upheld", "dm")


async def test_a_sentence_with_marks_in_it_pings_nobody(world: World) -> None:
    thread, verdict = await ended(world)
    await dispute(world, verdict["ts"], words="<!channel> *look* <https://x.example|here> & <@U1>")
    shown = str(await card(world))
    assert "<!channel>" not in shown
    assert "<https://x.example|here>" not in shown
    assert "<@U1>" not in shown
    await decide(world, "mei", (await card(world))["ts"], reason="<!here> no")
    assert "<!here>" not in str(await verdict_with(world, thread, "disputed, points upheld"))


TURNING = frozenset("\u202a\u202c\u202e\u200f\u2066\u2067\u2069")


async def test_what_turns_the_direction_of_text_is_shown_nowhere_and_the_quote_keeps_its_link(world: World) -> None:
    turned = "\u202eeno\u202c \u2067it\u2069\u200b"
    thread = await world.start("18422")
    await world.turn(thread, f"What got you {turned} looking?")
    await world.press("ana", "run_end", thread)
    verdict = await world.verdict(thread)
    view = await form(world, "ana", "dispute_run", verdict["ts"])
    assert (await send(world, "ana", view, check="questions", words="Not \u202eright\u202c.\u200f"))["closed"]
    posted = await card(world, words="Not right.")
    await decide(world, "mei", posted["ts"], reason="It \u2066is.\u2069")
    after = await verdict_with(world, thread, "“It is.”")
    listed = await form(world, "ana", "run_checks", verdict["ts"])
    for shown in (verdict, view, posted, after, listed):
        assert not TURNING & set(json.dumps(shown, ensure_ascii=False))
        assert "What got you eno it looking?" in str(shown)
    said = next(each["ts"] for each in await world.replies(thread) if "What got you" in each["text"])
    assert "“What got you eno it looking?” <http" in str(listed)
    assert said.replace(".", "") in str(listed)


async def test_a_sentence_of_nothing_that_can_be_seen_is_refused(world: World) -> None:
    _, verdict = await ended(world)
    answer = await dispute(world, verdict["ts"], words="\u202e\u200b\u2066")
    assert "Say in a sentence" in answer["errors"]["dispute_words"]


async def test_two_disputes_of_one_run_are_reckoned_together(two: World) -> None:
    thread, verdict = await ended(two)
    for check in ("discovery", "heard"):
        await dispute(two, verdict["ts"], check)
    found = {"mei": await card(two, "mei", "Found out", 2), "olu": await card(two, "olu", "They felt heard", 2)}
    views = {who: await form(two, who, "dispute_change", each["ts"], "dm") for who, each in found.items()}
    await asyncio.gather(send_decision(two, "mei", views["mei"], 9), send_decision(two, "olu", views["olu"], 4))

    async def both() -> Json | None:
        now = await two.verdict(thread)
        return now if str(now).count("* after dispute —") >= 2 else None

    after = await eventually(both)
    assert "After dispute" in after["text"]


@pytest.mark.parametrize("fault", ["server_error_after", "drop_after", "rate_limited"])
async def test_a_card_whose_post_goes_wrong_is_there_once_and_is_still_drawn_again(world: World, fault: str) -> None:
    thread, verdict = await ended(world)
    answer = await world.ask("POST", "faults", kind=fault, match={"method": "chat.postMessage"})
    assert answer["ok"], answer
    await dispute(world, verdict["ts"])
    listed = (await world.command("mei", "/haggle disputes"))["response"]
    assert (await decide(world, "mei", listed["ts"], channel="practice"))["closed"]
    await verdict_with(world, thread, "disputed, points upheld")
    for _ in range(3):
        await world.later()
        await asyncio.sleep(0.4)
    await card(world, words="Dispute decided")
    assert len(await cards(world)) == 1


async def test_both_scores_stand_in_home_in_the_history_and_in_its_table(world: World) -> None:
    thread, verdict = await ended(world)
    await dispute(world, verdict["ts"], "discovery")
    await decide(world, "mei", (await card(world))["ts"], 9)
    after = (await verdict_with(world, thread, "after dispute"))["text"]
    adjusted = after.split("After dispute: ")[1].split(" / 100")[0]
    both = f"({adjusted} after dispute, not passed)"
    shown = str((await world.command("ana", "/haggle history"))["response"])
    assert f"*{score(verdict)} / 100*" in shown
    assert both in shown
    await world.ask("POST", "home/open", **{"as": "ana"})

    async def home() -> bool | None:
        seen = str(await world.ask("GET", "home?as=ana"))
        return True if f"{score(verdict)} / 100 {both}" in seen else None

    await eventually(home)
    await world.command("ana", "/haggle history csv")
    [row] = await table_of(world)
    assert (row["total"], row["passed"]) == (str(score(verdict)), "no")
    assert (row["after_disputes"], row["passed_after_disputes"]) == (adjusted, "no")


async def table_of(world: World) -> list[dict[str, str]]:
    """The rows of the table in Ana's messages, once it is there."""

    async def sent() -> Json | None:
        return next((each["files"][0] for each in await world.messages("ana", "dm") if each.get("files")), None)

    file = await eventually(sent)
    text = world.sandbox.sandbox.workspace.files[file["id"]].content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


async def test_compare_shows_the_judges_points_and_the_managers(world: World) -> None:
    thread, verdict = await ended(world)
    await ended(world)
    await dispute(world, verdict["ts"], "discovery")
    posted = await card(world)
    given = str(posted).split(" of 9 by the judge")[0].split("\\n")[-1].split()[-1]
    await decide(world, "mei", posted["ts"], 9)
    await verdict_with(world, thread, "after dispute")
    shown = str((await world.command("ana", "/haggle compare 1 2"))["response"])
    assert f"Found out what matters: {given} (9 after dispute) and {given} of 9" in shown
    assert "after dispute, not passed)" in shown
    assert "They never part" in shown


async def test_a_dispute_is_part_of_the_export_and_after_each_step_there_is_a_new_one(world: World) -> None:
    thread, verdict = await ended(world)

    async def exported(count: int) -> RunExport:
        await world.press("ana", "run_export", verdict["ts"])

        async def there() -> Json | None:
            files = [file for reply in await world.replies(thread) for file in reply.get("files") or ()]
            return files[-1] if len(files) == count else None

        file = await eventually(there)
        return read_export(world.sandbox.sandbox.workspace.files[file["id"]].content.decode())

    assert (await exported(1)).disputes == ()
    await dispute(world, verdict["ts"], "discovery")
    posted = await card(world)
    filed = (await exported(2)).disputes[0]
    assert (filed.check, filed.words, filed.status, filed.points) == ("discovery", WORDS, "open", None)
    await decide(world, "mei", posted["ts"], 9)
    decided = await exported(3)
    assert (decided.disputes[0].status, decided.disputes[0].points, decided.disputes[0].reason) == (
        "changed",
        9,
        REASON,
    )
    assert decided.verdict.total == score(verdict)
    await world.press("ana", "run_export", verdict["ts"])
    await whispered(world, thread, "nothing has changed since")
