"""How firmly an amount was put on the table."""

from collections.abc import Sequence

from engine.reading.clauses import Clause, Sentence
from engine.reading.cues import Cue
from engine.reading.phrases import Hit, within
from engine.reading.quantity import Quantity, Sense
from engine.reading.reading import Act, Modality
from engine.values import value

TAGS = frozenset({"ok", "right", "fair", "deal", "yes", "huh", "alright"})


_ASKING = frozenset({Cue.ASK, Cue.WHETHER})

_VOIDED = {
    Cue.HARMLESS: (Cue.NOT,),
    Cue.MIDDLE: (Cue.ELSEWHERE, Cue.HEDGE),
    Cue.UTMOST: (Cue.HEDGE,),
    Cue.TOO: (Cue.ELSEWHERE,),
    Cue.OF_DEAL: (Cue.ELSEWHERE, Cue.TOO),
    Cue.STATED: (Cue.COMMIT, Cue.ASK),
}
"""Cues whose wording takes the meaning of another that begins in it."""
_ASIDE = 2
"""Words that may stand between a "not" and the number that it sets against another: "not a cheap 15 dollar copy"."""
_VOIDING = frozenset(_VOIDED)


@value
class Setting:
    """A clause with its sentence and the cues and numbers in it: what an amount's meaning is judged by."""

    sentence: Sentence
    clause: Clause
    cues: tuple[Hit[Cue], ...]
    numbers: tuple[Quantity, ...]
    acts: tuple[Hit[Act], ...]
    """Wordings of acts."""
    labels: frozenset[Cue]
    """What its cues say."""
    is_tagged: bool = False
    """Whether it ends in a tag that only looks for assent: "34,900, ok?"."""

    def has(self, *wanted: Cue) -> bool:
        """Whether the clause has any of the cues."""
        return not self.labels.isdisjoint(wanted)

    def before(self, at: int, *wanted: Cue) -> list[Hit[Cue]]:
        """The cues of these kinds that begin before a token."""
        if self.labels.isdisjoint(wanted):
            return []
        return [hit for hit in self.cues if hit.label in wanted and hit.start < at]

    opens_asking: bool = False
    """Whether it begins as a question does, with or without its mark: "would you take 25"."""

    begins_inverted: bool = False
    """Whether it begins as "can labor" does, and asks."""
    seeks_yes: bool = False
    """Whether its "not" asks for a yes: "can't you do 800?", "you wouldn't take 800, would you?"."""

    def is_asked(self) -> bool:
        """Whether the question mark of the sentence belongs to this clause."""
        return self.sentence.question and self.sentence.clauses[-1].start == self.clause.start

    def is_put_in_question(self) -> bool:
        """Whether the question is about this clause: the last one or, before a closing condition, the last but one."""
        clauses = self.sentence.clauses
        about = clauses[-2] if len(clauses) > 1 and clauses[-1].supposing else clauses[-1]
        return self.is_asked() or (self.sentence.question and about.start == self.clause.start)


def setting_of(
    found: list[Hit[Act | Cue]],
    sentence: Sentence,
    clause: Clause,
    numbers: tuple[Quantity, ...],
    *,
    is_tagged: bool = False,
    opening: int = 0,
    begins_inverted: bool = False,
    seeks_yes: bool = False,
    asks_of_number: bool = False,
) -> Setting:
    """The setting of a clause with these wordings; cues inside a wording that takes their meaning are dropped.

    `opening` is its first token after words such as "hi" and "so".
    """
    acts: list[Hit[Act]] = []
    cues: list[Hit[Cue]] = []
    for hit in found:
        (acts if type(hit[0]) is Act else cues).append(hit)  # type: ignore[arg-type]  # the label tells the kind
    labels = frozenset([hit.label for hit in cues])
    if _VOIDING & labels:
        voided = {hit for cue in cues if cue.label in _VOIDED for hit in within(cues, *cue[1:]) if _voids(cue, hit)}
        cues = [hit for hit in cues if hit not in voided]
        labels = frozenset([hit.label for hit in cues])
    asks = asks_of_number or (
        not labels.isdisjoint(_ASKING) and any(hit.start == opening and _opens(hit, numbers) for hit in cues)
    )
    return Setting(
        sentence, clause, tuple(cues), numbers, tuple(acts), labels, is_tagged, asks, begins_inverted, seeks_yes
    )


def _opens(cue: Hit[Cue], numbers: Sequence[Quantity]) -> bool:
    """Whether a clause that begins with the cue asks: "would you", "is 300 ok"."""
    return cue.label is Cue.ASK or (cue.label is Cue.WHETHER and any(number.start == cue.end for number in numbers))


def _voids(cue: Hit[Cue], begun: Hit[Cue]) -> bool:
    """Whether a cue takes the meaning of one that begins in it: one that also ends in it."""
    return begun.label in _VOIDED[cue.label] and begun.end <= cue.end


def modality_of(setting: Setting, at: int, *, is_theirs: bool, is_vague: bool = False) -> Modality:
    """The modality of an amount at token `at`.

    `is_theirs` when it is the other side's live offer; `is_vague` when it is one end of a range, as in "33-34k", or
    said roughly, as in "low 30s".
    """
    if is_theirs and _is_outdone(setting, at):
        return Modality.REJECTED
    if is_refused(setting, at) and not (is_theirs and _doubts_the_rest(setting, at)):
        return Modality.REJECTED
    if is_theirs and setting.is_asked() and not setting.before(at, Cue.COMMIT, Cue.ASK, Cue.SUPPOSE):
        return Modality.ECHO
    if _is_probe(setting, at, is_vague=is_vague):
        is_compared = any(at - hit.end <= 1 for hit in setting.before(at, Cue.LIMIT))
        is_new = is_vague or (setting.before(at, Cue.ASK, Cue.SUPPOSE) and not is_compared)
        return Modality.ECHO if is_theirs and not is_new else Modality.PROBE
    is_assumed = setting.clause.supposing and not is_theirs
    if (_is_stated(setting, at) and not is_assumed) or (is_theirs and not _commits(setting, at)):
        return Modality.ECHO
    if (setting.sentence.supposes and not setting.clause.unbound) or setting.has(Cue.BOUND):
        return Modality.CONDITIONAL
    return Modality.FIRM


def _is_outdone(setting: Setting, at: int) -> bool:
    """Whether the speaker wants something else than the amount: "I need more than 250"."""
    is_limit = any(at - hit.end <= 1 for hit in setting.before(at, Cue.LIMIT))
    return is_limit and not (setting.has(Cue.NOT, Cue.HARMLESS) or setting.is_asked() or setting.opens_asking)


def _is_stated(setting: Setting, at: int) -> bool:
    """Whether "you said" governs the token, and no word of the speaker's own comes between."""
    said = [hit.start for hit in setting.cues if hit.label is Cue.STATED and _may_govern(setting, hit, at)]
    own = [hit.start for hit in setting.before(at, Cue.COMMIT)]
    return bool(said) and (min(said) > at or max(said) > max(own, default=-1))


def _commits(setting: Setting, at: int) -> bool:
    """Whether the speaker's word in the clause is for the token, not for another number next to it."""
    return any(
        hit.label is Cue.COMMIT
        and _may_govern(setting, hit, at)
        and not any(hit.end <= number.start and number.end <= at for number in setting.numbers)
        for hit in setting.cues
    )


def _may_govern(setting: Setting, hit: Hit[Cue], at: int) -> bool:
    """Whether a cue after the token may be said of it, and leads in no other number."""
    return hit.start < at or not any(0 <= number.start - hit.end <= 1 for number in setting.numbers)


def is_refused(setting: Setting, at: int) -> bool:
    """Whether a "not" or a "too low" governs the token; "not less than" is a limit and refuses nothing."""
    if not setting.has(Cue.NOT, Cue.TOO):
        return False
    asked = setting.is_asked() or setting.opens_asking
    negations = [hit for hit in setting.cues if hit.label is Cue.NOT and not _refuses_another(setting, hit, at)]
    if (setting.begins_inverted or setting.clause.wondering) and setting.is_asked():
        negations = [hit for hit in negations if hit.start < at]
    limits = [hit for hit in setting.before(at, Cue.LIMIT) if at - hit.end <= 3]
    limited = bool(limits) and any(hit.start <= limits[0].start or hit.start > at for hit in negations)
    if not (asked or limited) and any(_finds_too_much(hit, at) for hit in setting.cues):
        return True
    return bool(negations) and not limited and not setting.seeks_yes and not setting.clause.supposing


def _finds_too_much(hit: Hit[Cue], at: int) -> bool:
    return hit.label is Cue.TOO and (hit.start > at or at - hit.end <= 1)


def _refuses_another(setting: Setting, negation: Hit[Cue], at: int) -> bool:
    """Whether the negation stands right before a later number and so takes nothing from this one: "950, not 900"."""
    sums = (number for number in setting.numbers if number.sense is not Sense.OTHER)
    return negation.start >= at and any(0 <= number.start - negation.end <= _ASIDE for number in sums)


def is_traded(settings: Sequence[Setting], setting: Setting) -> bool:
    """Whether the clause asks something in return for what another clause of its sentence puts on the table."""
    others = (one for one in settings if one.sentence is setting.sentence and one is not setting)
    return setting.clause.supposing and any(one.has(Cue.COMMIT) for one in others)


def _doubts_the_rest(setting: Setting, at: int) -> bool:
    """Whether a question only doubts what comes after the token: "your 31,800 doesn't include the mats?"."""
    return setting.is_asked() and not setting.before(at, Cue.NOT)


def _is_probe(setting: Setting, at: int, *, is_vague: bool) -> bool:
    if setting.before(at, Cue.SEAL) and not setting.before(at, Cue.SUPPOSE, Cue.HEDGE):
        return False
    if (
        setting.clause.wondering
        or setting.seeks_yes
        or setting.before(at, Cue.SUPPOSE, Cue.HEDGE)
        or setting.has(Cue.UNREAL)
        or is_vague
    ):
        return True
    if setting.sentence.question and setting.clause.supposing:
        return True
    if any(hit.label is Cue.HEDGE and hit.start == at + 1 and hit.end == setting.clause.end for hit in setting.cues):
        return True
    if not setting.is_put_in_question():
        return setting.opens_asking or _asks_at_last(setting, at) or _asks_right_before(setting, at)
    if _asks(setting, at):
        return True
    if setting.begins_inverted:
        return True
    if setting.has(Cue.STATED):
        return not _is_stated(setting, at)
    return not setting.is_tagged and not setting.has(Cue.COMMIT)


def _asks_right_before(setting: Setting, at: int) -> bool:
    """Whether the clause turns to asking for the token, its mark left out: "is the title clean and would you do 9"."""
    if setting.has(Cue.COMMIT, Cue.STATED):
        return False
    return any(hit.label is Cue.ASK and hit.end - hit.start > 1 and 0 <= at - hit.end <= 1 for hit in setting.cues)


def _asks_at_last(setting: Setting, at: int) -> bool:
    """Whether the clause turns to asking after the token, and commits to nothing: "2,400 each will you give"."""
    if not setting.has(Cue.ASK) or setting.has(Cue.COMMIT, Cue.STATED):
        return False
    return any(hit.label is Cue.ASK and hit.start > at and hit.end - hit.start > 1 for hit in setting.cues)


def _asks(setting: Setting, at: int) -> list[Hit[Cue]]:
    """Cues that ask, unless the speaker's own commitment comes first: "I can do 34, is that ok"."""
    commits = setting.before(at, Cue.COMMIT)
    first = min((hit.start for hit in commits), default=at)
    return [hit for hit in setting.before(at, Cue.ASK, Cue.WHETHER) if hit.start <= first]
