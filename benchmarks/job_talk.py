"""The job talks of the reading benchmark: what is on the table there, and the six labels of their acts."""

from collections import Counter

from benchmarks.clock import Clock
from benchmarks.parts import Row
from engine.reading.context import PRICE, ReadingContext
from engine.reading.reading import Act, Modality, ReadAct, Reading, Span
from engine.scenario.scenario import Issue, IssueKind, Topic
from engine.terms.terms import IssueId

LABELS = ("Offer", "Accept", "Reject", "Query", "Greet", "Quit")

_CONDITIONS = {
    "hours": ("hours", "hour", "work day", "workday", "hrs", "working hours", "shift"),
    "car": ("car", "leased car", "company car", "vehicle", "lease"),
    "pension": ("pension", "pension fund", "fund", "%", "percent"),
    "track": ("promotion", "promotions", "promoted", "track", "fast track", "slow track"),
    "job": ("programmer", "programming", "project manager", "team manager", "manager", "manger", "qa", "position",
            "job", "role", "title", "pm"),
}  # fmt: skip
_SALARY = ("salary", "pay", "usd")


def job_talk() -> ReadingContext:
    """The table of the job talks: a salary, and conditions that are in the contract or not."""
    salary = Issue(PRICE, IssueKind.PRICE, "Salary", "the salary", _SALARY, 2_000_000, 20_000_000)
    conditions = (Issue(IssueId(name), IssueKind.FLAG, name, name, words) for name, words in _CONDITIONS.items())
    topics = ((Topic(name), words) for name, words in {**_CONDITIONS, "salary": _SALARY}.items())
    return ReadingContext(issues=(salary, *conditions), topics=tuple(topics))


def labels_of(reading: Reading) -> set[str]:
    """The labels that the reading amounts to: naming a condition proposes it, unless it is asked for or refused."""
    plain = {"Greet": Act.GREET, "Accept": Act.ACCEPT, "Reject": Act.REJECT, "Quit": Act.WALK}
    labels = {label for label, act in plain.items() if reading.has(act)}
    if _proposes(reading, labels):
        labels.add("Offer")
    elif reading.has(Act.ASK_OPEN, Act.ASK_CLOSED):
        labels.add("Query")
    return labels


def _proposes(reading: Reading, labels: set[str]) -> bool:
    if reading.has(Act.ADD_ON, Act.PACKAGE, Act.QUOTE, Act.COUNTER):
        return True
    if "Quit" in labels:
        return False
    answers = [act.span for act in reading.acts if act.act in (Act.ACCEPT, Act.REJECT) and _is_plain(act)]
    named = [act.span for act in reading.acts if act.act is Act.PRESENT]
    if any(not any(_holds(span, answer) for answer in answers) for span in named):
        return True
    probes = any(offer.modality is Modality.PROBE for offer in reading.offers)
    return "Accept" not in labels and (probes or bool(reading.topics(Act.ASK_CLOSED)))


def _is_plain(act: ReadAct) -> bool:
    """Whether an answer is more than a word such as "ok" in passing."""
    return not act.mild or " " in act.span.text


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start < outer.end


def report_acts(data: list[Row], clock: Clock, misses: int) -> None:
    """Print micro-F1 of the acts of the job talks, with counts by label; the turns with most wrong labels first."""
    context = job_talk()
    counts = {kind: Counter[str]() for kind in ("right", "extra", "absent")}
    taken_for: Counter[str] = Counter()
    missed: list[tuple[set[str], set[str], str]] = []
    for row in data:
        wanted, read = set(row["acts"]), labels_of(clock.read(row["text"], context))
        for kind, labels in (("right", wanted & read), ("extra", read - wanted), ("absent", wanted - read)):
            counts[kind].update(labels)
        if wanted != read:
            taken_for[f"{named(wanted - read)} for {named(read - wanted)}"] += 1
            missed.append((wanted, read, row["text"].strip()))
    total, wrong = counts["right"].total(), counts["extra"].total() + counts["absent"].total()
    print(f"acts: {len(data)} turns of job talks, micro-F1 {2 * total / max(1, 2 * total + wrong):.3f}")
    for label in LABELS:
        print(f"  {label:7}", *(f"{kind} {counts[kind][label]:4}" for kind in counts), sep="  ")
    print("  missed for read:", "; ".join(f"{pair} {count}" for pair, count in taken_for.most_common(8)))
    for wanted, read, text in sorted(missed, key=lambda miss: -len(miss[0] ^ miss[1]))[:misses]:
        print(f"  - {named(wanted)}, read as {named(read)}: {text}")


def named(labels: set[str]) -> str:
    """The labels in alphabetical order, or "none"."""
    return ", ".join(sorted(labels)) or "none"
