"""The job talks of the reading benchmark: what is on the table there, and the six labels of their acts."""

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
