"""A dispute as managers read it, with its evidence, and as the rep hears of its end."""

from collections.abc import Sequence

from bot.views.blocks import as_text, context, divider, escape, fields, header, quoted, section
from bot.views.dates import moment
from bot.views.dispute_buttons import deciding_buttons
from bot.views.dispute_words import AFTER, after_disputes, passes, set_off
from bot.views.links import Links
from bot.views.message import Block, Message
from engine.scenario.scenario import Scenario
from engine.scoring.rubric import RUBRIC
from engine.scoring.verdict import Checked, Verdict
from storage.disputes import Dispute
from storage.runs import Run

Viewed = tuple[Dispute, Run, Scenario, Verdict, tuple[Dispute, ...]]
"""A dispute, the run that it belongs to, its scenario and the judge's verdict, and all disputes of that run."""
_ONCE = "A dispute is decided once. Both scores stay visible, with your reason."
_OWN = "This is your own run. You are the only manager, so it is yours to decide."


def manager_message(
    dispute: Dispute,
    run: Run,
    scenario: Scenario,
    verdict: Verdict,
    every: tuple[Dispute, ...],
    workspace_url: str,
    *,
    is_own: bool = False,
) -> Message:
    """The card in a manager's messages: who disputes what, on which words, and the way to decide it or who has."""
    check = verdict.check(dispute.check_id)
    is_open = dispute.status == "open"
    title = f"Dispute{'' if is_open else ' decided'} · {check.title}"
    blocks = (
        header(title),
        section(f"<@{dispute.rep}> disputes *{escape(check.title)}* in {_run_named(run, scenario, workspace_url)}."),
        section(f"*Why it is wrong, in the rep’s words*\n{set_off(dispute.words)}"),
        section(f"*What the judge found*\n{_evidence(check, _links(run, workspace_url))}"),
        fields(f"*Points*\n{_points(dispute)}", f"*Score of the run*\n{_scores(verdict, every)}"),
        *_asked(check),
        *((deciding_buttons(dispute.id), context(_OWN if is_own else _ONCE)) if is_open else _ruled(dispute)),
    )
    told = f"{dispute.given} of {dispute.of}. {as_text(dispute.words)}" if is_open else _ruling(dispute)
    return Message(f"{title}: {told}", blocks)


def waiting_message(shown: Sequence[Viewed], total: int, workspace_url: str, viewer: str) -> Message:
    """The open disputes for a manager, each with its buttons."""
    if not total:
        words = "No dispute waits for a manager."
        return Message(words, (section(words),))
    blocks = [header(f"Disputes · {total} open")]
    for viewed in shown:
        blocks += [divider(), *_row(viewed, workspace_url, viewer)]
    if total > len(shown):
        blocks.append(context(f"The {len(shown)} oldest are shown; decide some of them to see the rest."))
    return Message(f"{total} {'dispute waits' if total == 1 else 'disputes wait'} for a manager.", tuple(blocks))


def outcome_message(
    dispute: Dispute, run: Run, scenario: Scenario, verdict: Verdict, every: tuple[Dispute, ...], workspace_url: str
) -> Message:
    """What the rep is told once their dispute is decided."""
    title = escape(verdict.check(dispute.check_id).title)
    who = _decider(dispute)
    given = f"{dispute.given} of {dispute.of}"
    if dispute.status == "changed":
        told = (
            f"The points for *{title}* were changed: *{dispute.points} of {dispute.of}*, where the judge gave {given}."
        )
    else:
        told = f"The points for *{title}* were upheld: it stays at {given}."
    blocks = (
        section(f"{told} {who} writes:\n{set_off(dispute.reason or '')}"),
        context(f"{_run_named(run, scenario, workspace_url)}\n{_scores(verdict, every)}"),
    )
    return Message(f"Your dispute is decided. {told.replace('*', '')} {as_text(dispute.reason or '')}", blocks)


def evidence_of(check: Checked, links: Links) -> str:
    """One check with its points, what it found, and the words that it rests on."""
    return f"*{escape(check.title)}* · {check.won} / {check.of}\n{_evidence(check, links)}"


def _evidence(check: Checked, links: Links) -> str:
    words = f"\n{quoted(check.quote)}{links.arrow(check.ref)}" if check.quote else ""
    return f"{escape(check.note)}{words}"


def _row(viewed: Viewed, workspace_url: str, viewer: str) -> tuple[Block, ...]:
    dispute, run, scenario, verdict, _ = viewed
    check = verdict.check(dispute.check_id)
    head = f"*{escape(check.title)}* · {dispute.given} of {dispute.of} · <@{dispute.rep}> in "
    head += f"{_run_named(run, scenario, workspace_url)} · {moment(dispute.filed_at)}"
    own = (context("Your own run: another manager decides it, unless you are the only one."),)
    return (
        section(f"{head}\n{set_off(dispute.words)}\n{_evidence(check, _links(run, workspace_url))}"),
        deciding_buttons(dispute.id),
        *(own if dispute.rep == viewer else ()),
    )


def _run_named(run: Run, scenario: Scenario, workspace_url: str) -> str:
    """The run as a link to its thread; one in a person's own messages opens for nobody else."""
    name = f"{escape(scenario.counterpart.name)} · {scenario.share_code}"
    if not run.thread_ts:
        return name
    private = " (held in the rep’s own messages, where the link leads only them)" if run.channel[:1] == "D" else ""
    return f"<{_links(run, workspace_url).to(run.thread_ts)}|{name}>{private}"


def _links(run: Run, workspace_url: str) -> Links:
    return Links(workspace_url, run.channel, run.thread_ts or "")


def _points(dispute: Dispute) -> str:
    given = f"{dispute.given} of {dispute.of} by the judge"
    return given if dispute.points is None else f"{given}\n*{dispute.points} of {dispute.of}* {AFTER}"


def _scores(verdict: Verdict, every: Sequence[Dispute]) -> str:
    after = after_disputes(verdict, every)
    if after is None:
        return f"{verdict.total} / 100, {passes(verdict)}"
    return f"{verdict.total} / 100 by the judge, {passes(verdict)}\n*{after.total} / 100* {AFTER}, {passes(after)}"


def _asked(check: Checked) -> tuple[Block, ...]:
    """What the check asks of a rep; nothing for one of an earlier rubric."""
    asked = next((each.asks for each in RUBRIC if each.id == check.id), "")
    return (context(f"What the check asks: {escape(asked)}"),) if asked else ()


def _decider(dispute: Dispute) -> str:
    """Who decided, as a mention: in direct messages it calls nobody."""
    return f"<@{dispute.decided_by}>" if dispute.decided_by else "a manager"


def _ruled(dispute: Dispute) -> tuple[Block, ...]:
    when = f" · {moment(dispute.decided_at)}" if dispute.decided_at else ""
    return (divider(), section(f"*{_ruling(dispute)}*{when}\n{set_off(dispute.reason or '')}"))


def _ruling(dispute: Dispute) -> str:
    who = _decider(dispute)
    if dispute.status == "changed":
        return f"Changed from {dispute.given} to {dispute.points} of {dispute.of} by {who}"
    return f"Upheld at {dispute.given} of {dispute.of} by {who}"
