"""The job talks of the reading benchmark: what is on the table there, and the six labels of their acts."""

import re
from collections import Counter

from benchmarks.clock import Clock
from benchmarks.parts import Row
from engine.reading.context import FAREWELLS, PRICE, ReadingContext
from engine.reading.reading import Act, Modality, ReadAct, Reading, Span
from engine.scenario.scenario import Issue, IssueKind, Measure, Topic
from engine.terms.terms import IssueId

LABELS = ("Offer", "Accept", "Reject", "Query", "Greet", "Quit")

_OPTIONS = {
    "car": ("leased car", "company car", "car", "vehicle"),
    "track": ("(fast|slow|faster|slower|quick) ~ (promotion|promotions|track)", "fast track", "slow track"),
    "job": ("programmer", "programmers", "programming", "(project|team) (manager|manger|leader|lead)", "manager", "qa",
            "quality assurance", "pm"),
}  # fmt: skip
"""What the contract may hold, by the issue that it settles."""
_ISSUES = {
    "hours": ("hours", "hour", "work day", "workday", "hrs", "working hours", "shift"),
    "pension": ("pension", "pension fund", "fund"),
    "car": ("lease",),
    "track": ("promotion", "promotions", "promoted", "track", "promosions"),
    "job": ("position", "job", "role", "title"),
    "terms": ("benefits", "terms", "compensation", "conditions"),
}
_SALARY = ("salary", "pay", "usd", "wage")
_LEXICON = (
    (Act.WALK, FAREWELLS),
    (
        Act.REJECT,
        ("there (is|are|will be) no", "(i|we) have no", "do not have (that|a|an|any|one|the)", "unfortunately",
         "(very |the )high end", "as high as (i|we)", "no more than", "the highest (i|we)", "cap for"),
    ),
)  # fmt: skip
"""How an employer turns something down."""
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n")


def job_talk() -> ReadingContext:
    """The table of the job talks: a salary, hours and a pension in numbers, and what else the contract may hold."""
    salary = Issue(PRICE, IssueKind.PRICE, "Salary", "the salary", _SALARY, 2_000_000, 20_000_000)
    hours = _count("hours", Measure(("hours", "hour", "hrs", "working (hours|hour)")), low=6, high=12)
    pension = _count("pension", Measure(("percent", "%")), low=0, high=30)
    options = (Issue(IssueId(name), IssueKind.FLAG, name, name, words) for name, words in _OPTIONS.items())
    named = {**_ISSUES, "salary": _SALARY}
    topics = (
        *((Topic(name), words) for name, words in named.items()),
        *((Topic(f"{name} option"), words) for name, words in _OPTIONS.items()),
    )
    return ReadingContext(issues=(salary, hours, pension, *options), topics=topics, lexicon=_LEXICON)


def _count(name: str, measure: Measure, low: int, high: int) -> Issue:
    return Issue(IssueId(name), IssueKind.COUNT, name, name, _ISSUES[name], low, high, measures=(measure,))


def labels_of(turn: str, clock: Clock, context: ReadingContext) -> set[str]:
    """The labels of a turn: those of its sentences, a question counting only where nothing is proposed."""
    sentences = [part for part in _SENTENCE.split(turn) if part.strip()]
    labels = set().union(*(_labels_in(clock.read(sentence, context)) for sentence in sentences))
    return labels - {"Query"} if "Offer" in labels else labels


def _labels_in(reading: Reading) -> set[str]:
    """The labels of a sentence; a question for a yes or no asks nothing unless it names what the contract may hold."""
    plain = {"Greet": Act.GREET, "Accept": Act.ACCEPT, "Reject": Act.REJECT, "Quit": Act.WALK}
    labels = {label for label, act in plain.items() if reading.has(act)}
    if "Accept" not in labels and _proposes(reading, labels):
        labels.add("Offer")
    elif reading.has(Act.ASK_OPEN) or reading.topics(Act.ASK_CLOSED):
        labels.add("Query")
    return labels


def _proposes(reading: Reading, labels: set[str]) -> bool:
    """Whether an option is put forward: offered, or named in a statement that takes or refuses nothing else."""
    if any(offer.amount or "Reject" not in labels for offer in reading.binding()):
        return True
    if "Quit" in labels:
        return False
    answers = [act.span for act in reading.acts if act.act in (Act.ACCEPT, Act.REJECT) and _is_plain(act)]
    named = [act.span for act in reading.acts if act.act is Act.PRESENT and _is_option(act)]
    if any(not any(_holds(span, answer) for answer in answers) for span in named):
        return True
    probes = any(offer.modality is Modality.PROBE for offer in reading.offers)
    return probes or any(_requests(act) for act in reading.acts if _is_option(act))


def _is_option(act: ReadAct) -> bool:
    return act.topic is not None and act.topic.endswith("option")


def _requests(question: ReadAct) -> bool:
    """Whether a question asks the other side to take what it names: "can you be a programmer?", "what about QA?"."""
    words = question.span.text.lower()
    if question.act is Act.ASK_CLOSED:
        return not words.startswith(("are", "is", "do", "does", "would you like", "would you want", "would you prefer"))
    return question.act is Act.ASK_OPEN and words.startswith(("what about", "how about"))


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
        wanted, read = set(row["acts"]), labels_of(row["text"], clock, context)
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
