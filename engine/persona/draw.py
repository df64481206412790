"""A scenario drawn from a pack by a seed."""

from engine.interests import Interests, Stake
from engine.persona.conditions import holds
from engine.persona.disclosure import (
    deal_breakers_of,
    details_of,
    facts_of,
    gates_of,
    hooks_of,
    inquiries_of,
    objections_of,
    rival_of,
)
from engine.persona.profile import Drawn, draw_profile, profile_hash
from engine.persona.saying import Saying, saying_of
from engine.scenario.deal import InterestsNote, MeasureNote, PartyNote, StakeNote
from engine.scenario.manner import Temper
from engine.scenario.pack import Pack
from engine.scenario.product import AddOn, Product, UsualClaim
from engine.scenario.rules import Rules
from engine.scenario.scenario import (
    Issue,
    IssueKind,
    Measure,
    Metric,
    Party,
    PartyId,
    Scenario,
    Topic,
    Veto,
    Visibility,
)
from engine.terms.terms import IssueId


def draw_scenario(pack: Pack, pack_hash: str, seed: int, rules: Rules | None = None) -> Scenario:
    """The scenario of a seed, ready to be held; `rules` override the pack's own."""
    return scenario_of(pack, pack_hash, draw_profile(pack, seed), rules)


def scenario_of(pack: Pack, pack_hash: str, drawn: Drawn, rules: Rules | None = None) -> Scenario:
    """The scenario of a profile drawn from the pack."""
    saying = saying_of(pack, drawn)
    issues = _issues(pack, drawn)
    return Scenario(
        pack=pack.id,
        pack_title=pack.title,
        pack_hash=pack_hash,
        draw_epoch=pack.draw_epoch,
        seed=drawn.seed,
        profile_hash=profile_hash(drawn.profile),
        attributes=tuple(sorted(drawn.profile.items())),
        locale=pack.locale,
        currency=pack.money,
        rules=rules or _rules(pack),
        product=_product(pack, drawn),
        issues=issues,
        rep=_party(pack, pack.rep, "rep", issues, drawn, saying),
        counterpart=_party(pack, pack.counterpart, "counterpart", issues, drawn, saying),
        temper=_temper(pack, drawn),
        facts=facts_of(pack, drawn.profile, saying),
        objections=objections_of(pack, drawn, saying),
        gates=gates_of(pack, drawn.profile, saying),
        topics=tuple((Topic(name), saying.wordings(topic.words)) for name, topic in pack.topics.items()),
        phrases=pack.lines,
        vetoes=_vetoes(pack, issues, drawn),
        deal_breakers=deal_breakers_of(pack, drawn.profile),
        frowned_on=tuple(name for breaker in pack.deal_breakers.values() for name in breaker.set_off_by),
        metrics=tuple(Metric(name, metric.label, metric.unit) for name, metric in pack.metrics.items()),
        lexicon=tuple((act, saying.wordings(words)) for act, words in pack.lexicon.items()),
        needs=_needs(pack, drawn),
        rival=rival_of(pack, drawn, saying),
        called=tuple((Topic(name), topic.called) for name, topic in pack.topics.items() if topic.called),
        reasons=tuple(
            (Topic(name), saying.text(topic.because)) for name, topic in pack.topics.items() if topic.because
        ),
        hooks=hooks_of(pack, drawn.profile, saying),
        details=details_of(pack, drawn.profile, saying),
        details_asked=pack.details_asked,
        examples=pack.examples,
        visible=_visible(pack, saying),
        inquiries=inquiries_of(pack, saying),
    )


def _visible(pack: Pack, saying: Saying) -> tuple[tuple[str, str], ...]:
    return tuple(
        (attribute.label, saying.words[name])
        for name, attribute in pack.attributes.items()
        if attribute.visibility is Visibility.VISIBLE and name in saying.profile
    )


def _rules(pack: Pack) -> Rules:
    return Rules(**pack.rules.model_dump())


def _product(pack: Pack, drawn: Drawn) -> Product:
    sheet = drawn.product
    return Product(
        id=drawn.product_id,
        name=sheet.name,
        summary=sheet.summary,
        facts=tuple(sheet.facts.items()),
        forbidden_claims=sheet.forbidden_claims,
        list_price=drawn.list_price,
        floor=drawn.floor,
        add_ons=tuple(
            AddOn(IssueId(name), add_on.cost, add_on.price, add_on.brings) for name, add_on in sheet.add_ons.items()
        ),
        usual_claims=tuple(UsualClaim(**claim.model_dump()) for claim in pack.claims.values()),
    )


def _issues(pack: Pack, drawn: Drawn) -> tuple[Issue, ...]:
    """The issues on the table for this profile: those whose condition holds, and flags that the product offers."""
    return tuple(
        Issue(
            id=IssueId(name),
            kind=issue.kind,
            label=issue.label,
            phrase=issue.phrase,
            words=issue.words,
            unlike=issue.unlike,
            low=issue.low.value(drawn.figures) if issue.low else 0,
            high=issue.high.value(drawn.figures) if issue.high else 0,
            said=issue.said or "",
            scale=issue.scale,
            measures=tuple(_measure(measure, drawn) for measure in issue.measures.values()),
            named_only=issue.named_only,
        )
        for name, issue in pack.issues.items()
        if holds(issue.when, drawn.profile) and (issue.kind is not IssueKind.FLAG or name in drawn.product.add_ons)
    )


def _measure(note: MeasureNote, drawn: Drawn) -> Measure:
    return Measure(
        words=note.words,
        before=note.before,
        times=note.times.value(drawn.figures),
        over=note.over.value(drawn.figures) if note.over else 0,
        per=IssueId(note.per) if note.per else None,
        pieces=note.pieces.value(drawn.figures),
        level=note.level,
    )


def _party(
    pack: Pack, note: PartyNote, party_id: str, issues: tuple[Issue, ...], drawn: Drawn, saying: Saying
) -> Party:
    stakes = {issue.id: pack.issues[issue.id] for issue in issues}
    return Party(
        id=PartyId(party_id),
        role=note.role,
        name=saying.text(note.name),
        icon=saying.text(note.icon),
        public=saying.text(note.public),
        private=saying.text(note.private),
        goals=tuple(saying.text(goal) for goal in note.goals),
        interests=_interests(
            note.interests,
            {name: issue.rep if party_id == "rep" else issue.counterpart for name, issue in stakes.items()},
            drawn,
        ),
    )


def _interests(note: InterestsNote, stakes: dict[IssueId, StakeNote], drawn: Drawn) -> Interests:
    return Interests.of(
        base=note.base.value(drawn.figures),
        stakes={name: _stake(stake, drawn) for name, stake in stakes.items()},
        walk_away=note.walk_away.value(drawn.figures),
        aspiration=note.aspiration.value(drawn.figures),
    )


def _stake(note: StakeNote, drawn: Drawn) -> Stake:
    return Stake(
        note.slope.value(drawn.figures),
        note.once.value(drawn.figures) if note.once else 0,
        note.up_to.value(drawn.figures) if note.up_to else None,
    )


def _vetoes(pack: Pack, issues: tuple[Issue, ...], drawn: Drawn) -> tuple[Veto, ...]:
    """The vetoes on what is on the table for this profile."""
    on_table = {issue.id for issue in issues}
    return tuple(
        Veto(name, tuple(IssueId(issue) for issue in note.on), note.formula, drawn.figures, note.untrue)
        for name, note in pack.vetoes.items()
        if on_table.issuperset(note.on)
    )


def _temper(pack: Pack, drawn: Drawn) -> Temper:
    note, profile, figures = pack.temper, drawn.profile, drawn.figures
    return Temper(
        style=str(profile[note.style]),
        conflict_mode=str(profile[note.conflict_mode]),
        trust=note.trust.value(figures),
        patience=note.patience.value(figures),
        clock=note.clock.value(figures),
        curve=str(profile[note.curve]),
        time_weight=note.time_weight.value(figures),
        reciprocity=note.reciprocity.value(figures),
        pressure_gain=note.pressure_gain.value(figures),
        rapport_gain=note.rapport_gain.value(figures),
    )


def _needs(pack: Pack, drawn: Drawn) -> tuple[tuple[Topic, int], ...]:
    shares = drawn.profile[pack.needs]
    pairs = (share.partition("=") for share in shares) if isinstance(shares, tuple) else ()
    return tuple((Topic(topic), int(percent)) for topic, _, percent in pairs)
