"""Streamed messages: begun, added to, and ended by the app, by a person, or by the time."""

from dataclasses import replace
from typing import Literal

from bot.sandbox.acts.messages import edit, post
from bot.sandbox.acts.sessions import STOPPED, session_in, set_state, tell_stopped
from bot.sandbox.acts.showing import show
from bot.sandbox.blocks.filling import fill_ids
from bot.sandbox.channels import Channel
from bot.sandbox.errors import Refusal
from bot.sandbox.records import Message, Person, Streaming, StreamingState
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.shapes import message_json
from bot.sandbox.streaming import fold, text_of
from bot.sandbox.subscriptions import is_sent
from bot.sandbox.wire import Json

Form = Literal["", "markdown_text", "chunks"]


def begin(sandbox: Sandbox, channel: Channel, message: Message, *, as_plan: bool) -> Message:
    """The message, streaming from now on; the app is told of it while it is still empty."""
    until = sandbox.clock.now() + sandbox.timing.streaming
    message = replace(message, streaming=Streaming("in_progress", until, as_plan))
    post(sandbox, channel, message)
    set_state(sandbox, channel, message.thread_ts or "", "processing")
    watch(sandbox, channel, message)
    return message


def watch(sandbox: Sandbox, channel: Channel, message: Message) -> None:
    """Ends the message's stream when its time has come."""
    workspace = sandbox.workspace

    def run_out() -> None:
        if sandbox.workspace is workspace:
            end_if_due(sandbox, channel, message.ts)

    sandbox.clock.at(_streaming(message).until, run_out)


def grown(sandbox: Sandbox, message: Message, chunks: list[Json], form: Form) -> Message:
    """The message with the chunks added."""
    streaming = _streaming(message)
    blocks = fill_ids(sandbox.ids, fold(message.blocks or [], chunks, as_plan=streaming.shows_plan))
    takes = streaming.takes or form
    return replace(message, text=text_of(blocks), blocks=blocks or None, streaming=replace(streaming, takes=takes))


def show_grown(sandbox: Sandbox, channel: Channel, message: Message) -> None:
    """Shows a streamed message as it has grown. The app hears of it at the end."""
    channel.history.put(message)
    show(sandbox, channel, "message_changed", message, message_json(sandbox.workspace, channel, message, metadata=True))


def end(sandbox: Sandbox, channel: Channel, message: Message, state: StreamingState, stopped_by: str = "") -> Message:
    """The message, which streams no more; the app, told of an empty one, hears at once all that has come since."""
    told = replace(message, text="", blocks=None, metadata=None)
    streaming = replace(_streaming(message), state=state, stopped_by=stopped_by or None)
    whole = replace(message, streaming=streaming)
    edit(sandbox, channel, told, whole)
    return whole


def end_if_due(sandbox: Sandbox, channel: Channel, ts: str) -> None:
    """Ends the stream at `ts` when it has had all its time."""
    message = channel.history.find(ts)
    if message and is_open(message) and _streaming(message).until <= sandbox.clock.now():
        end(sandbox, channel, message, "errored")


def is_open(message: Message) -> bool:
    """Whether the message is streaming."""
    return message.streaming is not None and message.streaming.state == "in_progress"


def stop(sandbox: Sandbox, person: Person, channel: Channel, thread_ts: str) -> str:
    """The id of the event that tells the app of the person's Stop, which ends the streams in the thread."""
    session = session_in(sandbox, channel, thread_ts)
    if session is None or session.state != "processing":
        raise Refusal(409, "not_processing", "The app is not at work in this thread; there is nothing to stop.")
    if not is_sent(sandbox.manifest, STOPPED):
        raise Refusal(409, "not_stoppable", f"The manifest does not subscribe to {STOPPED}; Slack shows no Stop.")
    streams = [each for each in channel.history.conversation(thread_ts) if is_open(each)]
    for message in streams:
        end(sandbox, channel, message, "completed", person.id)
    return tell_stopped(sandbox, person, session, [each.ts for each in streams])


def _streaming(message: Message) -> Streaming:
    if message.streaming is None:
        raise ValueError("the message was never streamed")
    return message.streaming
