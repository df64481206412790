"""Why there is no reply, divided by who can act on it.

The text is what that person reads. It never holds a key, a prompt or what a provider wrote back: those may quote both.
"""

from datetime import datetime
from typing import ClassVar, NamedTuple

from engine.errors import HaggleError
from engine.llm.model_name import ModelName
from engine.llm.usage import FREE, Spent


class ModelTrouble(HaggleError):
    """There is no reply from the language model."""

    @property
    def is_lasting(self) -> bool:
        """Whether it stays until somebody who looks after Haggle has mended it."""
        return False

    @property
    def in_short(self) -> str:
        """What happened, without what to do about it and without a full stop."""
        return str(self).split(". ")[0].rstrip(".")


class SetUpTrouble(ModelTrouble):
    """Whoever runs Haggle has something to mend; trying again is of no use before."""

    @property
    def is_lasting(self) -> bool:
        """It does."""
        return True


class BadModelName(SetUpTrouble):
    """A model's name is not written as provider:name."""

    def __init__(self, text: str, why: str) -> None:
        super().__init__(
            f"“{text.strip()[:80]}” is not the name of a model. {why} A whole name looks like openai:gpt-5.2."
        )


class Trace(NamedTuple):
    """What a provider's support asks for, and when the provider wants to be asked again (in seconds)."""

    status: int | None = None
    code: str = ""
    request_id: str = ""
    retry_after: float | None = None


UNTRACED = Trace()


class CallTrouble(ModelTrouble):
    """A call to a provider failed. `spent` is what it took all the same."""

    words: ClassVar[str] = "{provider} gave no reply."

    def __init__(self, model: ModelName, trace: Trace = UNTRACED, spent: Spent = FREE, why: str = "") -> None:
        self.model = model
        self.trace = trace
        self.spent = spent
        self.attempts = 1
        provider = model.provider
        super().__init__(
            self.words.format(provider=provider.known_as, key=provider.key_variable, model=model.name, why=why)
        )


class NoKey(CallTrouble, SetUpTrouble):
    """No key is set for the provider."""

    words = "There is no key for {provider}. Put one into the environment as {key}."


class BadKey(CallTrouble, SetUpTrouble):
    """The provider does not accept the key, or not for this model."""

    words = (
        "{provider} does not accept the key in {key}, or does not let it use {model}. "
        "Check that it is copied whole and has not been withdrawn."
    )


class NoCredit(CallTrouble, SetUpTrouble):
    """The account is out of credit, or at its spending limit."""

    words = (
        "The {provider} account behind {key} has no credit left, or is at its spending limit. "
        "Add credit or raise the limit there; asking again does not help before."
    )


class UnknownModel(CallTrouble, SetUpTrouble):
    """The provider has no such model, or not for this account."""

    words = "{provider} has no model called {model}, or not for this account. Check how the name is written."


class PassingTrouble(CallTrouble):
    """The provider is in difficulty; it passes by itself."""


class Overloaded(PassingTrouble):
    """The provider is overloaded or out of service for the moment."""

    words = "{provider} is overloaded at the moment. Try again in a minute."


class RateLimited(PassingTrouble):
    """Too many requests in a short time."""

    words = "{provider} takes no more requests from this account for the moment: it is over its rate limit."


class ProviderFailed(PassingTrouble):
    """The provider reported an error of its own."""

    words = "{provider} had an error of its own. Try again in a minute."


class TimedOut(PassingTrouble):
    """No reply within the time allowed."""

    words = "{provider} took too long to answer."


class Unreachable(PassingTrouble):
    """There was no connection, or it broke."""

    words = "There is no connection to {provider}, or it broke off. Check the network if this goes on."


class Resting(PassingTrouble):
    """The provider failed several times in a row and is left alone for a while."""

    words = "{provider} failed {why} times in a row, so it is left alone for a short while."


class ReplyTrouble(CallTrouble):
    """The model answered, but not with what was asked for."""


class Refused(ReplyTrouble):
    """The model, or a filter in front of it, refuses to answer this."""

    words = "{model} refuses to answer this conversation, or {provider}'s content filter does."


class Malformed(ReplyTrouble):
    """The reply is empty, cut off, or not of the form that was asked for."""

    words = "{model} gave a reply that cannot be used: {why}."


class RequestTrouble(CallTrouble):
    """The request itself cannot be answered; sending it again unchanged is of no use."""


class TooLong(RequestTrouble):
    """The conversation is longer than the model can read."""

    words = "The conversation has become too long for {model}."


class Rejected(RequestTrouble):
    """The provider does not take the request as it is written."""

    words = "{provider} does not take this request for {model}; the model may not support what it asks for."

    @property
    def is_lasting(self) -> bool:
        """It does: the next request is like it."""
        return True


class OverBudget(ModelTrouble):
    """A budget has no room for another call; `free_at` is when it is there again, None where never.

    `held` says that what is left is set aside for calls under way, so that it may be free again in a moment; `shared`
    that it is the budget of more than one person.
    """

    def __init__(self, whose: str, free_at: datetime | None, held: bool = False, shared: bool = False) -> None:
        self.whose = whose
        self.free_at = free_at
        self.held = held
        self.shared = shared
        super().__init__(f"The language model's budget {whose} is used up. {_again(free_at, held)}")

    @property
    def in_short(self) -> str:
        """What happened, and until when it is so."""
        return str(self).rstrip(".")

    @property
    def is_lasting(self) -> bool:
        """Whether a budget is used up that somebody else than its one user has set and may raise."""
        return self.shared and not self.held


def _again(free_at: datetime | None, held: bool) -> str:
    if held:
        return "What is left of it is set aside for answers under way; try again in a moment."
    return f"It is there again from {free_at:%Y-%m-%d %H:%M} UTC." if free_at else "It does not come back."
