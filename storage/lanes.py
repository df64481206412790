"""Lanes of the outbox: posts of one lane go out one after the other; a run is a lane, every other post has its own."""

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any, NewType
from uuid import uuid4

from storage.market_posts import Offers
from storage.posts import Brief, Destination, Post, VerdictCard, encode

Oid = NewType("Oid", str)
"""The opaque id of a post; it travels in the message's metadata, so that a post can be found again."""


def oid_for(team: str, cause: str) -> Oid:
    """The one oid of a cause within a team: what has the same cause is posted once."""
    return Oid(sha256(f"{team}\n{cause}".encode()).hexdigest()[:32])


def lane_rows(
    team: str, run_id: str, channel: str, first_seq: int, posts: Sequence[Post], now: datetime
) -> list[dict[str, Any]]:
    """Rows for a run's posts, in order, numbered from `first_seq`. A run has one brief and one verdict card, ever."""
    return [
        _row(team, run_id, _run_oid(team, run_id, post), post, now)
        | {"run_id": run_id, "seq": seq, "channel": channel, "thread_ts": None}
        for seq, post in enumerate(posts, first_seq)
    ]


def single_row(team: str, oid: Oid, to: Destination, post: Post, now: datetime) -> dict[str, Any]:
    """The row for a post outside any run, in a lane of its own."""
    return _row(team, oid, oid, post, now) | {"run_id": None, "seq": 0, "channel": to.channel, "thread_ts": to.thread}


def follower_row(team: str, first: Oid, seq: int, to: Destination, post: Post, now: datetime) -> dict[str, Any]:
    """The row for a post behind the one outside any run whose oid is `first`, in its lane."""
    row = _row(team, first, Oid(uuid4().hex), post, now)
    return row | {"run_id": None, "seq": seq, "channel": to.channel, "thread_ts": to.thread}


def root_oid(team: str, run_id: str) -> Oid:
    """The oid of the run's brief."""
    return oid_for(team, f"brief:{run_id}")


def verdict_oid(team: str, run_id: str) -> Oid:
    """The oid of the run's verdict card."""
    return oid_for(team, f"verdict:{run_id}")


def offers_oid(team: str, talk: str, after: int) -> Oid:
    """The oid of the post with what was on the table in the talk after so many events."""
    return oid_for(team, f"offers:{talk}:{after}")


def _run_oid(team: str, run_id: str, post: Post) -> Oid:
    match post:
        case Brief():
            return root_oid(team, run_id)
        case VerdictCard():
            return verdict_oid(team, run_id)
        case Offers(talk=talk, after=after):
            return offers_oid(team, talk, after)
        case _:
            return Oid(uuid4().hex)


def _row(team: str, lane: str, oid: Oid, post: Post, now: datetime) -> dict[str, Any]:
    return {
        "team": team,
        "lane": lane,
        "oid": oid,
        "op": post.kind,
        "payload": encode(post),
        "status": "pending",
        "not_before": now,
        "attempt_at": None,
        "attempts": 0,
        "lease_until": None,
        "sender": None,
        "created_at": now,
    }
