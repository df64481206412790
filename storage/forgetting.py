"""Deleting all that is kept of a person: what becomes of each table, in the order in which it is done.

Every table has to be named here, also one that holds nothing of anybody.
"""

from datetime import datetime

from sqlalchemy import bindparam, or_, select, update

from storage.board_tables import board_sums, board_totals, boards, panel_marks
from storage.forgotten_posts import draw_without, forget_posts, without
from storage.forgotten_spend import forget_lines, forget_open_calls, forget_spending
from storage.leaving import (
    THEIR_DISPUTES,
    THEIR_RUNS,
    WHO,
    Fate,
    Leaving,
    all_of,
    deleted,
    in_team,
    mentions,
    nothing,
    of_their_runs,
    of_their_talks,
    their_own,
    unnamed,
)
from storage.market_tables import (
    buyer_configs,
    messages,
    negotiation_runs,
    outcomes,
    seller_configs,
    seller_inventory,
    sessions,
)
from storage.privacy_tables import departures, homes, retention
from storage.tables import (
    comments,
    dispute_cards,
    disputes,
    excerpts,
    inbox,
    once_keys,
    open_calls,
    outbox,
    pinned_packs,
    preferences,
    run_events,
    runs,
    seed_excerpts,
    shares,
    spend,
    team_defaults,
    verdicts,
    worded_lines,
)
from storage.team_tables import (
    alike_runs,
    assignees,
    assignments,
    attempts,
    audit,
    compared_runs,
    drafts,
    firings,
    managers,
    people,
    seed_packs,
    timetable,
    windows,
)
from storage.totals import withdraw
from storage.transaction import Transaction

A_MANAGER = "A manager"
NO_REASON = "The reason was deleted with the data of the manager who gave it."

IN_THEIR_THREADS = (
    select(runs.c.id)
    .where(
        runs.c.team == inbox.c.team,
        runs.c.rep == WHO,
        runs.c.channel == inbox.c.channel,
        runs.c.thread_ts == inbox.c.thread_ts,
    )
    .exists()
)
_WHOM = select(assignments.c.id, assignments.c.whom).where(in_team(assignments), mentions(assignments.c.whom))
_CHANGE_WHOM = (
    update(assignments)
    .where(in_team(assignments), assignments.c.id == bindparam("this"))
    .values(whom=bindparam("others"))
)
_ACTS = select(audit.c.id, audit.c.who, audit.c.about, audit.c.details).where(
    in_team(audit),
    or_(
        audit.c.who == WHO,
        audit.c.about == WHO,
        audit.c.about.in_(THEIR_RUNS),
        audit.c.about.in_(THEIR_DISPUTES),
        mentions(audit.c.details),
    ),
)
_THEIR_IDS = select(runs.c.id).where(in_team(runs), runs.c.rep == WHO).union(THEIR_DISPUTES)
_CHANGE_ACT = (
    update(audit)
    .where(audit.c.id == bindparam("number"))
    .values(who=bindparam("by"), about=bindparam("of"), details=bindparam("figures"))
)


def _leave_assignments(transaction: Transaction, leaving: Leaving) -> None:
    """They are assigned nothing by name any more."""
    whose = {"in_team": leaving.team, "who": leaving.person}
    for assignment, whom in transaction.all(_WHOM, **whose):
        others = whom | {"people": [each for each in whom["people"] if each != leaving.person]}
        transaction.run(_CHANGE_WHOM, in_team=leaving.team, this=assignment, others=others)


def _leave_audit(transaction: Transaction, leaving: Leaving) -> None:
    """That something was done stays; who did it to whom does not, where either is the person."""
    whose = {"in_team": leaving.team, "who": leaving.person}
    theirs = {leaving.person, *(row[0] for row in transaction.all(_THEIR_IDS, **whose))}
    for number, who, about, details in transaction.all(_ACTS, **whose):
        transaction.run(
            _CHANGE_ACT,
            number=number,
            by="" if who == leaving.person else who,
            of="" if about in theirs else about,
            figures=without(details, leaving.person),
        )


def _leave_boards(transaction: Transaction, leaving: Leaving) -> None:
    """Their verdicts have gone."""
    withdraw(transaction, leaving.team, leaving.person)


FATES = (
    Fate(outbox, "Posts of theirs go, sent or not; in posts to others nobody stands in their place.", forget_posts,
         texts=("reason",)),
    Fate(audit, "That something was done stays, without them.", _leave_audit, ("who", "about")),
    Fate(dispute_cards, "Cards of their disputes go, and the cards that they had as a manager.",
         deleted(dispute_cards, dispute_cards.c.manager == WHO, dispute_cards.c.dispute_id.in_(THEIR_DISPUTES)),
         ("manager",)),
    Fate(disputes, "Their disputes go; of those that they decided the points stay, without name and reason.",
         all_of(
             of_their_runs(disputes, disputes.c.rep == WHO),
             unnamed(disputes, "decided_by", decider_name=A_MANAGER, reason=NO_REASON),
         ), ("rep", "decided_by", "decider_name"), ("words", "reason")),
    Fate(comments, "A model's comments on their runs go.", of_their_runs(comments)),
    Fate(verdicts, "Verdicts on their runs go.", of_their_runs(verdicts)),
    Fate(excerpts, "Excerpts of their runs go.", their_own(excerpts, "rep"), ("rep",), ("said", "answering")),
    Fate(compared_runs, "That their runs were compared with others goes.", of_their_runs(compared_runs)),
    Fate(alike_runs, "Whose lines were nearly theirs goes, and whose theirs were nearly.",
         of_their_runs(alike_runs, alike_runs.c.other_run.in_(THEIR_RUNS))),
    Fate(attempts, "Their attempts go: an assignment counts its people without them.",
         of_their_runs(attempts, attempts.c.person == WHO), ("person",)),
    Fate(run_events, "What happened in their runs goes.", of_their_runs(run_events)),
    Fate(inbox, "What they wrote goes, and what came in for their runs.",
         deleted(inbox, inbox.c.user == WHO, IN_THEIR_THREADS), ("user",), ("text", "reason")),
    Fate(spend, "What their runs cost stays as a sum of nobody's.", forget_spending, ("person",)),
    Fate(open_calls, "Calls under way count as lost, in that sum.", forget_open_calls, ("person",)),
    Fate(worded_lines, "How many lines were worded stays as a sum.", forget_lines),
    Fate(outcomes, "How their talks in markets ended goes.", of_their_talks(outcomes), texts=("summary",)),
    Fate(messages, "What was said in their talks in markets goes.", of_their_talks(messages),
         texts=("text", "reasoning")),
    Fate(negotiation_runs, "Their talks in markets go.", of_their_runs(negotiation_runs)),
    Fate(sessions, "Markets that they set up stay, without their name.",
         unnamed(sessions, "made_by"), ("made_by",)),
    Fate(buyer_configs, "Holds what is needed in a market.", nothing),
    Fate(seller_configs, "Holds made-up sellers.", nothing),
    Fate(seller_inventory, "Holds what made-up sellers have.", nothing),
    Fate(runs, "Their runs go.", their_own(runs, "rep"), ("rep",)),
    Fate(shares, "Buyers that they shared stay, without their name and score.",
         unnamed(shares, "sharer", sharer_name="Somebody", score=None), ("sharer", "sharer_name")),
    Fate(board_totals, "Their totals go, and boards come to so much less.", _leave_boards, ("rep",)),
    Fate(board_sums, "Holds nobody.", nothing),
    Fate(boards, "The board that they placed stays, without their name.",
         unnamed(boards, "placed_by"), ("placed_by",)),
    Fate(panel_marks, "Holds what reference reps score.", nothing),
    Fate(people, "What Slack told of them goes.", their_own(people, "person"), ("person", "name")),
    Fate(managers, "They are no manager any more; whom they made one stays one.",
         all_of(their_own(managers, "person"), unnamed(managers, "made_by")), ("person", "made_by")),
    Fate(seed_packs, "Seed packs that they made stay, without their name.",
         unnamed(seed_packs, "made_by"), ("made_by",)),
    Fate(assignments, "Assignments that they made stay, without their name; nothing is assigned to them by name.",
         all_of(unnamed(assignments, "manager"), _leave_assignments), ("manager",)),
    Fate(drafts, "What they had not confirmed goes, and what others had not that names them.",
         deleted(drafts, drafts.c.manager == WHO, mentions(drafts.c.order)), ("manager",)),
    Fate(windows, "Holds nobody.", nothing),
    Fate(assignees, "They are in no window any more; whom they excused stays excused.",
         all_of(their_own(assignees, "person"), unnamed(assignees, "excused_by")), ("person", "excused_by")),
    Fate(timetable, "Nothing falls due for them any more.",
         deleted(timetable, timetable.c.recipient == WHO, mentions(timetable.c.schedule)), ("recipient",)),
    Fate(firings, "What fell due for them goes.",
         deleted(firings, firings.c.recipient == WHO, mentions(firings.c.schedule)), ("recipient",)),
    Fate(preferences, "What they chose goes.", their_own(preferences, "person"), ("person",)),
    Fate(homes, "That they opened their Home goes.", their_own(homes, "person"), ("person",)),
    Fate(departures, "That they asked for this goes.", their_own(departures, "person"), ("person",)),
    Fate(retention, "How long texts are kept stays, without who said so.",
         unnamed(retention, "set_by"), ("set_by",)),
    Fate(once_keys, "Keys of presses that name them go.", deleted(once_keys, mentions(once_keys.c.key)), ("key",)),
    Fate(seed_excerpts, "Holds ids of excerpts, not of people.", nothing),
    Fate(team_defaults, "Holds nobody.", nothing),
    Fate(pinned_packs, "Holds packs.", nothing),
)  # fmt: skip
"""What refers to something else stands before it."""


def forget(transaction: Transaction, team: str, person: str, *, now: datetime, dm: str = "") -> None:
    """Deletes all that is kept of the person, and has their posts erased in Slack.

    `dm` is the channel of their direct messages with Haggle: without it what stands there stays in Slack.
    """
    leaving = Leaving(team, person, dm, now)
    draw_without(transaction, leaving)
    for fate in FATES:
        fate.act(transaction, leaving)
