"""Moments as each reader's own Slack shows them."""

from datetime import UTC, datetime


def moment(at: datetime) -> str:
    """The day and the hour in the reader's own time zone."""
    return f"<!date^{int(at.timestamp())}^{{date_short_pretty}}, {{time}}|{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC>"


def on_the_wall(wall: datetime) -> str:
    """`Fri 6 Mar, 17:00`, as the clocks of many places show it at a time of their own."""
    return f"{wall:%a} {wall.day} {wall:%b}, {wall:%H:%M}"
