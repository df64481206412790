"""The reference panel of verdicts: 48 reps, the twelve of the short panel in four tempers each."""

from dataclasses import replace

from engine.panel.panel import PANEL
from engine.panel.policy import Policy


def _bold(policy: Policy) -> Policy:
    return replace(policy, name=f"bold {policy.name}", opening=policy.opening + 12)


def _stubborn(policy: Policy) -> Policy:
    return replace(policy, name=f"stubborn {policy.name}", last=policy.last + 10, persists=policy.persists + 1)


def _hasty(policy: Policy) -> Policy:
    return replace(policy, name=f"hasty {policy.name}", moves=max(1, policy.moves // 2), persists=1)


REFERENCE: tuple[Policy, ...] = tuple(
    tempered for policy in PANEL for tempered in (policy, _bold(policy), _stubborn(policy), _hasty(policy))
)

NAIVE = next(policy for policy in REFERENCE if policy.name == "discounter")
"""The rep who only comes down: what it earns takes no skill."""
