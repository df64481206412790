"""Whether a pack's texts can be said, and tell nobody what they may not."""

from collections.abc import Iterator, Sequence

from engine.persona.saying import PRODUCT_NAME, SLOT
from engine.reading.reading import Act
from engine.scenario.attributes import Choice, Several
from engine.scenario.disclosure import FactNote, Words
from engine.scenario.pack import Pack
from engine.scenario.scenario import NOTHING, Visibility
from engine.scenario.written import OTHER, Text, lines_of
from packs.check_attributes import figure_names, when_findings
from packs.finding import Finding, Place, unknown

OPEN = (Visibility.VISIBLE, Visibility.VOLUNTEERED, Visibility.ASKED)


def text_findings(pack: Pack) -> Iterator[Finding]:
    """Everything wrong with facts, objections, gates and the parties' texts."""
    for name, fact in pack.facts.items():
        yield from _fact(pack, ("facts", name), fact)
    for name, objection in pack.objections.items():
        place: Place = ("objections", name)
        yield from _topic(pack, place, objection.topic)
        yield from _known(pack, (*place, "answered_by"), objection.answered_by)
        yield from _known(pack, (*place, "raised_on"), objection.raised_on)
        for field, text in (("raised", objection.raised), ("settled", objection.settled), ("helps", objection.helps)):
            if text is not None:
                yield from _text(pack, (*place, field), text, OPEN)
    for name, gate in pack.gates.items():
        yield from when_findings(pack, ("gates", name, "when"), gate.when)
        yield from _known(pack, ("gates", name, "opens_with"), gate.opens_with)
        if gate.topic is not None:
            yield from _topic(pack, ("gates", name), gate.topic)
        for field, text in (("text", gate.text), ("agreed", gate.agreed), ("open_to", gate.open_to)):
            if text is not None:
                yield from _text(pack, ("gates", name, field), text, OPEN)
    yield from _hooks(pack)
    for name, topic in pack.topics.items():
        if topic.because is not None:
            yield from _text(pack, ("topics", name, "because"), topic.because, OPEN)
    yield from _details(pack)
    for name in pack.questions:
        if name not in (*pack.topics, NOTHING):
            yield unknown(("questions", name), "topic", name, (*pack.topics, NOTHING))
    for name, breaker in pack.deal_breakers.items():
        yield from _known(pack, ("deal_breakers", name, "set_off_by"), breaker.set_off_by)
    yield from _parties(pack)
    yield from _untold(pack)
    yield from _wordings(pack)


def _hooks(pack: Pack) -> Iterator[Finding]:
    """Hooks that no line could call for, and answers that give something away."""
    lines = [line for acts in pack.phrases.values() for spoken in acts.values() for line in spoken]
    told = [text for fact in pack.facts.values() if fact.visibility in OPEN for text in (fact.exact, fact.vague)]
    told += [doubt.raised for doubt in pack.objections.values()]
    told += [hook.answer for hook in pack.hooks.values()]
    lines += [line for text in told for line in lines_of(text)]
    for name, hook in pack.hooks.items():
        place: Place = ("hooks", name)
        yield from when_findings(pack, (*place, "when"), hook.when)
        yield from _text(pack, (*place, "answer"), hook.answer, OPEN)
        for fact in hook.tells:
            if fact not in pack.facts:
                yield unknown((*place, "tells"), "fact", fact, pack.facts)
        for said in hook.said:
            if not any(said in line for line in lines):
                yield Finding((*place, "said"), f"no phrase holds the words {said!r}")


def _details(pack: Pack) -> Iterator[Finding]:
    """Details of facts that there are not, and answers that give something away."""
    for name, detail in pack.details.items():
        place: Place = ("details", name)
        yield from when_findings(pack, (*place, "when"), detail.when)
        yield from _text(pack, (*place, "answer"), detail.answer, OPEN)
        yield from _given_away(pack, (*place, "gives_away"), detail.gives_away, (detail.of,))
        fact = pack.facts.get(detail.of)
        if fact is None:
            yield unknown((*place, "of"), "fact", detail.of, pack.facts)
        elif fact.visibility not in OPEN:
            yield Finding((*place, "of"), "a hidden fact is never told, so nobody could ask about it")


def _given_away(pack: Pack, place: Place, names: Sequence[str], told: Sequence[str]) -> Iterator[Finding]:
    """Facts that there are not, and those that it is pointless to give away; `told` are those told beside it anyway."""
    for at, name in enumerate(names):
        fact = pack.facts.get(name)
        if fact is None:
            yield unknown(place, "fact", name, pack.facts)
        elif name in names[:at]:
            yield Finding(place, f"names {name} twice; once is enough")
        elif name in told:
            yield Finding(place, f"{name} is told then anyway, so it need not be given away; take it out")
        elif fact.visibility is Visibility.HIDDEN:
            yield Finding(place, f"{name} is hidden and nobody can come to know it; take it out")
        elif not (fact.weight or fact.teaches):
            yield Finding(place, f"{name} has no weight and teaches nothing, so this comes to nothing; take it out")


def _wordings(pack: Pack) -> Iterator[Finding]:
    """Wordings that name an act or an attribute which there is not."""
    acts = [act.value for act in Act]
    for act in pack.lexicon:
        if act not in acts:
            yield unknown(("lexicon", act), "act", act, acts)
    found: list[tuple[Place, Words]] = [(("topics", name, "words"), topic.words) for name, topic in pack.topics.items()]
    found += [(("lexicon", act), words) for act, words in pack.lexicon.items()]
    for place, words in found:
        for slot in sorted({slot for wording in words for slot in SLOT.findall(wording)} - set(pack.attributes)):
            yield unknown(place, "attribute for the slot", slot, pack.attributes)


def _fact(pack: Pack, place: Place, fact: FactNote) -> Iterator[Finding]:
    yield from _topic(pack, place, fact.topic)
    yield from when_findings(pack, (*place, "when"), fact.when)
    yield from when_findings(pack, (*place, "holds_when"), fact.holds_when)
    for name in fact.covers:
        if name not in pack.facts:
            yield unknown((*place, "covers"), "fact", name, pack.facts)
    yield from _given_away(pack, (*place, "gives_away"), fact.gives_away, (str(place[-1]), *fact.covers))
    for name in fact.about:
        if name not in pack.attributes:
            yield unknown((*place, "about"), "attribute", name, pack.attributes)
    seen = OPEN if fact.visibility in OPEN else tuple(Visibility)
    for field, text, visibilities in (
        ("exact", fact.exact, seen),
        ("vague", fact.vague, seen),
        ("reveal", fact.reveal, tuple(Visibility)),
    ):
        yield from _text(pack, (*place, field), text, visibilities)
    if fact.more is not None:
        yield from _text(pack, (*place, "more"), fact.more, seen)
    for field, question in (("ask", fact.ask), ("then", fact.then)):
        if question is not None:
            yield from _text(pack, (*place, field), question, (Visibility.VISIBLE,))
    if fact.visibility is Visibility.HIDDEN and fact.weight:
        yield Finding((*place, "weight"), "nobody can ask for a hidden fact; its weight must be 0")


def _text(pack: Pack, place: Place, text: Text, visibilities: tuple[Visibility, ...]) -> Iterator[Finding]:
    yield from _cases(pack, place, text)
    known = figure_names(pack) | {PRODUCT_NAME}
    for slot in sorted({slot for line in lines_of(text) for slot in SLOT.findall(line)}):
        attribute = pack.attributes.get(slot)
        if slot not in known:
            yield unknown(place, "attribute for the slot", slot, known)
        elif attribute and attribute.visibility not in visibilities:
            yield Finding(place, f"{{{slot}}} is {attribute.visibility} and would be given away here")
        elif not attribute and slot != PRODUCT_NAME and place[0] != "rep":
            yield Finding(place, f"{{{slot}}} stands on the rep's sheet, which the counterpart does not know")


def _cases(pack: Pack, place: Place, text: Text) -> Iterator[Finding]:
    if isinstance(text, str):
        return
    attribute = pack.attributes.get(text.by)
    if attribute is None:
        yield unknown((*place, "by"), "attribute", text.by, pack.attributes)
    options = list(attribute.options) if isinstance(attribute, Choice | Several) else []
    for value in text.lines:
        if options and value not in (*options, OTHER):
            yield unknown((*place, "lines", value), f"option of {text.by} called", value, options)
    missing = [option for option in options if text.for_value(option) is None]
    if missing:
        yield Finding((*place, "lines"), f"there is no line for {', '.join(missing)}, and none under other")
    for value, inner in text.lines.items():
        yield from _cases(pack, (*place, "lines", value), inner)


def _topic(pack: Pack, place: Place, topic: str) -> Iterator[Finding]:
    if topic not in pack.topics:
        yield unknown((*place, "topic"), "topic", topic, pack.topics)


def _known(pack: Pack, place: Place, names: tuple[str, ...]) -> Iterator[Finding]:
    known = {*pack.topics, *pack.issues, *(act.value for act in Act)}
    for name in names:
        if name not in known:
            yield unknown(place, "topic, issue or act", name, known)


def _parties(pack: Pack) -> Iterator[Finding]:
    for side, party in (("rep", pack.rep), ("counterpart", pack.counterpart)):
        for field, text in (("name", party.name), ("icon", party.icon), ("public", party.public)):
            yield from _text(pack, (side, field), text, (Visibility.VISIBLE,))
        may_know = (Visibility.VISIBLE,) if side == "rep" else tuple(Visibility)
        for field, text in (("private", party.private), *(("goals", goal) for goal in party.goals)):
            yield from _text(pack, (side, field), text, may_know)
    if pack.rival:
        yield from when_findings(pack, ("rival", "when"), pack.rival.when)
        yield from _text(pack, ("rival", "text"), pack.rival.text, OPEN)


def _untold(pack: Pack) -> Iterator[Finding]:
    """Attributes that a rep should be able to learn, and no fact tells."""
    told = {name for fact in pack.facts.values() if fact.visibility in OPEN for name in fact.about}
    for name, attribute in pack.attributes.items():
        if attribute.visibility in (Visibility.VOLUNTEERED, Visibility.ASKED) and name not in told:
            message = f"it is {attribute.visibility}, but no fact is about it, so nobody could learn it"
            yield Finding(("attributes", name), message)
