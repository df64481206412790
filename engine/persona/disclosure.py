"""What the drawn counterpart knows, doubts and waits for, in words."""

from dataclasses import replace

from engine.persona.conditions import Profile, holds
from engine.persona.profile import Drawn
from engine.persona.saying import Saying
from engine.scenario.attributes import Choice
from engine.scenario.disclosure import FactNote
from engine.scenario.manner import Detail, Hook
from engine.scenario.pack import Pack
from engine.scenario.scenario import DealBreaker, Fact, Gate, Inquiry, Objection, Rival, Topic, Visibility
from engine.scenario.written import names_in


def facts_of(pack: Pack, profile: Profile, saying: Saying) -> tuple[Fact, ...]:
    """The facts that are true of this profile, in the pack's order."""
    return tuple(
        Fact(
            id=name,
            topic=Topic(note.topic),
            visibility=note.visibility,
            exact=saying.text(note.exact),
            vague=saying.text(note.vague),
            reveal=saying.text(note.reveal),
            min_trust=note.min_trust,
            weight=note.weight,
            holds=holds(note.holds_when, profile),
            yes_or_no=bool(note.holds_when),
            ask=saying.text(note.ask or ""),
            then=saying.text(note.then or ""),
            further=note.further,
            more=saying.text(note.more) if note.more is not None else "",
            teaches=note.teaches,
            in_other_words=_in_other_words(pack, note, saying),
            covers=note.covers,
            gives_away=note.gives_away,
        )
        for name, note in pack.facts.items()
        if holds(note.when, profile)
    )


def _in_other_words(pack: Pack, note: FactNote, saying: Saying) -> str:
    """The fact as somebody of another manner would put it, at its fullest; empty where all put it alike."""
    style = pack.temper.style
    drawn = pack.attributes[style]
    is_told = note.visibility is not Visibility.HIDDEN
    if not (is_told and isinstance(drawn, Choice) and style in names_in(note.exact)):
        return ""
    said = saying.text(note.exact)
    others = {replace(saying, profile={**saying.profile, style: other}).text(note.exact) for other in drawn.options}
    return max(others - {said}, key=lambda text: (len(text), text), default="")


def hooks_of(pack: Pack, profile: Profile, saying: Saying) -> tuple[Hook, ...]:
    """What the words of this counterpart make a rep ask."""
    return tuple(
        Hook(
            name,
            note.said,
            note.asked,
            saying.text(note.answer),
            tuple(fact for fact in note.tells if holds(pack.facts[fact].when, profile)),
        )
        for name, note in pack.hooks.items()
        if holds(note.when, profile)
    )


def details_of(pack: Pack, profile: Profile, saying: Saying) -> tuple[Detail, ...]:
    """What a rep may ask of the facts that are true of this profile."""
    true = {name for name, fact in pack.facts.items() if holds(fact.when, profile)}
    return tuple(
        Detail(name, note.of, saying.text(note.answer), note.alone, note.gives_away)
        for name, note in pack.details.items()
        if note.of in true and holds(note.when, profile)
    )


def inquiries_of(pack: Pack, saying: Saying) -> tuple[Inquiry, ...]:
    """What there is to ask about in the trade, whoever was drawn; what weighs most first, then in the pack's order."""
    return tuple(replace(inquiry, ask=saying.text(inquiry.ask)) for inquiry in pack.inquiries)


def objections_of(pack: Pack, drawn: Drawn, saying: Saying) -> tuple[Objection, ...]:
    """The objections drawn, in drawn order."""
    names = drawn.profile[pack.objections_drawn]
    return tuple(_objection(pack, name, drawn, saying) for name in names) if isinstance(names, tuple) else ()


def _objection(pack: Pack, name: str, drawn: Drawn, saying: Saying) -> Objection:
    note = pack.objections[name]
    return Objection(
        id=name,
        topic=Topic(note.topic),
        severity=note.severity.value(drawn.figures),
        raised=saying.text(note.raised),
        settled=saying.text(note.settled),
        answered_by=tuple(Topic(topic) for topic in note.answered_by),
        helps=saying.text(note.helps) if note.helps is not None else "",
        raised_on=note.raised_on,
    )


def gates_of(pack: Pack, profile: Profile, saying: Saying) -> tuple[Gate, ...]:
    """What has to happen before this counterpart can sign."""
    return tuple(
        Gate(
            id=name,
            text=saying.text(note.text),
            opens_with=tuple(Topic(topic) for topic in note.opens_with),
            agreed=saying.text(note.agreed or ""),
            open_to=saying.text(note.open_to or note.agreed or ""),
            topic=Topic(note.topic) if note.topic else None,
        )
        for name, note in pack.gates.items()
        if holds(note.when, profile)
    )


def deal_breakers_of(pack: Pack, profile: Profile) -> tuple[DealBreaker, ...]:
    """What this counterpart breaks off over, in drawn order; nothing where the pack draws none."""
    drawn = pack.deal_breakers_drawn
    names = profile.get(drawn, ()) if drawn else ()
    if drawn is None or not isinstance(names, tuple):
        return ()
    labels = pack.attributes[drawn].labels
    return tuple(
        DealBreaker(name, labels.get(name, name.replace("_", " ")), pack.deal_breakers[name].set_off_by)
        for name in names
    )


def rival_of(pack: Pack, drawn: Drawn, saying: Saying) -> Rival | None:
    """The competing offer, where there is one."""
    note = pack.rival
    if note is None or not holds(note.when, drawn.profile):
        return None
    return Rival(text=saying.text(note.text), quoted=note.quoted.value(drawn.figures))
