"""The card that offers a buyer to a channel: what can be seen of it, how hard it is, and the button that starts it."""

from bot.views.blocks import actions, as_text, button, context, escape, fields, section
from bot.views.counterpart import profile_mark, unsaid_traits
from bot.views.message import Block, Message
from bot.views.start_buttons import START_SEED
from engine.panel.difficulty import Difficulty
from engine.scenario.scenario import Scenario
from storage.shares import Share


def share_message(share: Share, scenario: Scenario, difficulty: Difficulty, people: int) -> Message:
    """The card; `people` is how many of the team have begun a run on this seed."""
    role, public = scenario.counterpart.role, escape(scenario.counterpart.public)
    title = f"{as_text(share.sharer_name)} shared a {role} to practise on"
    blocks: tuple[Block, ...] = (
        section(f"*{title}*\n{scenario.counterpart.icon} {public}"),
        fields(
            _field("Pack", scenario.pack_title),
            _field("Difficulty", difficulty_words(difficulty)),
            *(_field(label, words) for label, words in unsaid_traits(scenario)),
            _field("Played by", _played_by(people)),
        ),
        *_score(share),
        actions("share", button(START_SEED, f"Start this {role}", scenario.share_code, style="primary")),
        context(
            f"Everyone who presses it meets the same {role}, in a thread of their own.",
            f"{scenario.share_code} · {profile_mark(scenario)}",
        ),
    )
    return Message(f"{title}. {public} Difficulty: {difficulty_words(difficulty)}.", blocks)


def _field(label: str, words: str) -> str:
    return f"*{escape(label)}*\n{escape(words[:1].upper() + words[1:])}"


def difficulty_words(difficulty: Difficulty) -> str:
    """`hard (87 of 100)`."""
    return f"{difficulty.word} ({difficulty.percent} of 100)"


def _played_by(people: int) -> str:
    return f"{people} {'person' if people == 1 else 'people'}" if people else "nobody yet"


def _score(share: Share) -> tuple[Block, ...]:
    if share.score is None:
        return ()
    return (section(f"{as_text(share.sharer_name)} scored *{share.score}* of 100."),)
