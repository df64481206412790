"""What a rep alone is asked about a line in a market before anybody hears it: whom it is for, whether it buys."""

from bot.views.blocks import actions, button, escape, section
from bot.views.market_buttons import DISCARD, SEND, TAKE
from bot.views.message import Block, Message
from storage.market_posts import AS_IT_IS, EVERYONE, AskTake, AskWhom

UNHEARD = "Nobody has heard your line."


def ask_whom_message(post: AskWhom) -> Message:
    """The question whom the line is for."""
    choices = [
        button(f"{SEND}:{handle}", f"Send to @{handle}", f"{post.ref} {handle} {post.talk}") for handle in post.to
    ]
    if post.everyone:
        choices.append(button(f"{SEND}:{EVERYONE}", "Send to everyone", f"{post.ref} {EVERYONE} {post.talk}"))
    return _asked(f"{escape(post.why)} {UNHEARD}", "whom", *choices)


def ask_take_message(post: AskTake) -> Message:
    """The question whether the line takes the offer."""
    take = button(f"{TAKE}:{post.seller}", f"Accept {post.seller}", post.take, style="primary")
    send = button(f"{SEND}:{post.seller}", "Send as it is", f"{post.ref} {post.seller} {post.talk} {AS_IT_IS}")
    return _asked(f"Do you take @{escape(post.seller)}'s offer, {escape(post.says)}? {UNHEARD}", "take", take, send)


def _asked(text: str, block: str, *choices: Block) -> Message:
    return Message(text, (section(text), actions(block, *choices, button(DISCARD, "Don't send"))))
