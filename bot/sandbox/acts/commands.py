"""Slash commands: typed by a person, sent to the app, answered in its acknowledgement."""

from typing import NamedTuple

from bot.sandbox.acts import builtin
from bot.sandbox.acts.interaction import channel_name, response_url
from bot.sandbox.acts.messages import slackbot_says
from bot.sandbox.acts.responses import answer
from bot.sandbox.channels import Channel
from bot.sandbox.delivery.envelope import Unanswered
from bot.sandbox.errors import SlackError
from bot.sandbox.manifest import SlashCommand
from bot.sandbox.records import Message, Person
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.typed import command_text
from bot.sandbox.wire import Json


class Ran(NamedTuple):
    """Whether the app took the command, and what the person now sees of it, if anything."""

    acknowledged: bool
    response: Message | None


async def run(sandbox: Sandbox, person: Person, channel: Channel, typed: str) -> Ran:
    """What came of a typed line such as `/haggle start 18422`."""
    name, _, rest = typed.strip().partition(" ")
    if name in builtin.BUILT_IN:
        return Ran(True, builtin.run(sandbox, person, channel, name, rest.strip()))
    command = sandbox.manifest.command(name) if sandbox.workspace.is_installed else None
    if command is None:
        return Ran(False, slackbot_says(sandbox, channel, person, f"`{name}` is not a valid command."))
    payload = _payload(sandbox, person, channel, command, rest.strip())
    _, said = await sandbox.dispatcher.ask("slash_commands", payload)
    if isinstance(said, Unanswered):
        return Ran(False, slackbot_says(sandbox, channel, person, _did_not_respond(name, said.told_as)))
    if said.response is None:
        return Ran(True, None)
    return Ran(True, _shown(sandbox, person, channel, name, said.response))


def _did_not_respond(name: str, code: str) -> str:
    if code == "operation_timeout":
        return f"`{name}` failed because the app did not respond. (operation_timeout)"
    return f'`{name}` failed with the error "{code}".'


def _shown(sandbox: Sandbox, person: Person, channel: Channel, name: str, response: object) -> Message:
    try:
        if not isinstance(response, dict):
            raise SlackError("invalid_payload")
        return answer(sandbox, channel, person.id, response)
    except SlackError as error:
        return slackbot_says(sandbox, channel, person, f'`{name}` failed with the error "{error.code}".')


def _payload(sandbox: Sandbox, person: Person, channel: Channel, command: SlashCommand, text: str) -> Json:
    workspace = sandbox.workspace
    return {
        "token": "sandbox",
        "team_id": workspace.team_id,
        "team_domain": workspace.domain,
        "channel_id": channel.id,
        "channel_name": channel_name(channel),
        "user_id": person.id,
        "user_name": person.handle,
        "command": command.command,
        "text": command_text(workspace, text) if command.should_escape else text,
        "api_app_id": workspace.app.app_id,
        "is_enterprise_install": "false",
        "response_url": response_url(sandbox, channel, person),
        "trigger_id": sandbox.triggers.issue(person.id, channel=channel.id),
    }
