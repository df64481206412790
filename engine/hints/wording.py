"""The words of hints: the same for every trade, filled with the pack's own names for things."""

from collections.abc import Mapping
from types import MappingProxyType

from engine.hints.found import Found
from engine.strict.wording import fill

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "clarify": "They asked what you meant by an amount. Say it in full, with what it is for. That answer costs you "
        "no round.",
        "warned": "They told you that they leave over {what}. The next time is the last: say sorry in a few words, and "
        "go on with what matters to them.",
        "apologise": "Your last line cost you trust. Say sorry in a few words, then ask what would help them.",
        "gate": "They told you what they wait for: “I need to {gate}.” Offer a next step that makes it possible, with "
        "a day and an hour.",
        "take": "The end is near, and what they offer is within your limit: {terms}. Take it, or ask for one small "
        "thing in return for your yes.",
        "leave": "The end is near, and what they offer is beyond your limit. Ask once what it would take. If it stays "
        "there, no deal is better than a bad one.",
        "doubt": "A doubt of theirs stands: “{doubt}” Acknowledge it and ask what is behind it before you go on.",
        "doubt_eased": "A doubt of theirs stands: “{doubt}” They told you what would help: “{helps}” Acknowledge it, "
        "then answer it.{brief}",
        "answer_doubt": "You took up their doubt, and it still stands: “{doubt}” Your brief has an answer: “{fact}”",
        "ease": "You took up their doubt, and it still stands: “{doubt}” Ask what they would need to see, and offer "
        "exactly that.",
        "close": "You are {gap} apart. Give the last step for something in return, and ask for the decision in the "
        "same line.",
        "their_move": "The last price is yours. Ask for theirs before you move again.",
        "your_move": "They have answered with a number of their own, so it is your turn. Give less than in your last "
        "step, and only for something in return.",
        "your_first_step": "They have answered with a number of their own. Ask how they came to it before you move; "
        "then come down a little, and only for something in return.",
        "beyond_limit": "What you offer now is worse for you than the limit in your brief, with everything in it paid "
        "for, and they may take it.{fewer} Say that you went too far, name what you can keep to, and ask "
        "what it is worth to them.",
        "price_asked": "They have asked for your price more than once. Show what speaks to their needs, then name one "
        "that leaves you room to move.",
        "price": "No price has been named yet. Show what speaks to their needs, then name one that leaves you room to "
        "move.",
        "explore": "You have not asked about this yet: {topic}. An open question earns what nobody says unasked: "
        "“{ask}”",
        "come_back": "They were vague about this when you asked: {topic}. They trust you more by now, so ask again, "
        "openly: “{ask}”",
        "reason": "Your last price stands there without a reason. Say why it is what it is, or tie it to something in "
        "return, such as a decision this week.",
        "extra_told": "They told you what {extra} would mean to them, and your offer does not hold it. Put it in, for "
        "something in return.",
        "extra": "Your offers are about the price alone. Ask what {extra} would be worth to them: it may cost you less "
        "than a lower price does.",
        "question": "They asked you something: “{question}” Answer that first.",
        "say_back": "Say back in one sentence what matters to them, and ask whether you got it right.",
        "invite_doubt": "Ask what would keep them from saying yes. A doubt that is spoken can be answered.",
        "decide": "Both of you have named your terms. Ask for the decision in plain words.",
    }
)
"""By kind of hint."""


def worded(found: Found) -> str:
    """The hint in words, every slot filled."""
    return fill(WORDS[found.kind], dict(found.slots))
