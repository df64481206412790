"""Who saw or changed what, an act a line. Only whoever asked sees it, so the mentions call nobody."""

from collections.abc import Iterator, Mapping, Sequence

from bot.views.blocks import context, escape, header, section
from bot.views.dates import moment
from bot.views.message import Block, Message
from bot.views.naming import mention
from storage.audit import Act, Detail

PER_SECTION = 10
DID: Mapping[str, str] = {
    "made manager": "made {about} a manager",
    "removed manager": "took {about} off the managers",
    "assigned": "assigned practice, {about}",
    "edited": "changed the assignment {about}",
    "cancelled assignment": "cancelled the assignment {about}",
    "reminded": "reminded those who are not done with the assignment {about}",
    "excused": "excused {about}",
    "saw people": "looked at who is how far with the assignment {about}",
    "exported assignment": "had the results of the assignment {about} sent as a file",
    "compared lines": "looked at lines that two reps share, run {about}",
    "made seed pack": "made the seed pack {about}",
    "removed seed pack": "removed the seed pack {about}",
    "set up market": "set up the market {about}",
    "changed market": "changed the market {about}",
    "removed market": "removed the market {about}",
    "placed board": "placed the board",
    "took board down": "took the board down",
    "moved board's days": "moved the days of the board",
    "decided dispute": "decided a dispute of {about}",
    "saw disputes": "looked at the open disputes",
    "saw usage": "looked at the usage",
    "changed defaults": "changed how runs usually are held",
    "changed retention": "changed how long texts are kept",
    "exported own data": "had their own data sent as a file",
    "deleted own data": "had their own data deleted",
}
"""What an act is in words; one that is not here stands as it was written down."""


def audit_message(acts: Sequence[Act]) -> Message:
    """The acts, the last first."""
    if not acts:
        words = "Nobody has looked at or changed anything of anybody else’s yet."
        return Message(words, (section(words),))
    lines = [_line(act) for act in acts]
    some = [lines[start : start + PER_SECTION] for start in range(0, len(lines), PER_SECTION)]
    blocks: list[Block] = [header("Who saw or changed what"), *(section("\n".join(each)) for each in some)]
    foot = context(f"The latest {len(acts)}. Nobody’s words are kept here, and nobody can delete a line of it.")
    return Message(f"The latest {len(acts)} acts.", (*blocks, foot))


def _line(act: Act) -> str:
    did = DID.get(act.act, escape(act.act) + (" · {about}" if act.about else "")).format(about=_about(act.about))
    who = mention(act.who) if act.who else "somebody"
    return " · ".join((moment(act.at), f"{who[:1].upper()}{who[1:]} {did}", *_figures(act.details)))


def _about(about: str) -> str:
    """A person as a mention, anything else by its id."""
    is_person = about[:1] in ("U", "W") and about.isalnum() and about.isupper()
    return mention(about) if is_person or not about else f"`{escape(about)}`"


def _figures(details: Mapping[str, Detail]) -> Iterator[str]:
    for name, value in details.items():
        if value not in (None, ""):
            yield f"{escape(name)} {escape(str(value))}"
