"""The reference panel: reps from hopeless to expert, against whom a seed and a score are measured.

Their figures are chosen, not fitted. A longer panel is more rows, not more code.
"""

from engine.panel.policy import Policy

PANEL: tuple[Policy, ...] = (
    Policy("giveaway", "naive", opening=0, last=0, moves=1, extras=3, finds_ways=True),
    Policy("discounter", "naive", opening=100, last=0, moves=4, curve="2", finds_ways=True),
    Policy("quick quoter", "naive", opening=80, last=5, moves=4, finds_ways=True),
    Policy("presser", "naive", opening=100, last=25, moves=6, presses=True, settles=False, heeds=False, persists=1),
    Policy("small talker", "fair", opening=90, last=5, moves=5, curve="2", questions=4, finds_ways=True),
    Policy("lecturer", "fair", opening=95, last=15, moves=5, facts=6, finds_ways=True),
    Policy("hardliner", "fair", opening=115, last=45, moves=9, curve="0.5", finds_ways=True, heeds=False),
    Policy("interviewer", "fair", opening=95, last=12, moves=6, questions=9, takes_up=1, finds_ways=True),
    Policy("trader", "fair", opening=100, last=8, moves=7, questions=3, facts=2, extras=3, takes_up=1, finds_ways=True),
    Policy(
        "closer", "good", opening=105, last=12, moves=8, questions=3, facts=4, extras=2, takes_up=1, finds_ways=True
    ),
    Policy(
        "listener", "good", opening=105, last=8, moves=8, curve="0.5", questions=4, facts=4, extras=3, takes_up=2,
        finds_ways=True,
    ),
    Policy(
        "expert", "good", opening=110, last=4, moves=9, curve="0.5", questions=3, facts=4, extras=3, takes_up=2,
        finds_ways=True,
    ),
)  # fmt: skip
