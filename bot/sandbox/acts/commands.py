"""Slash commands: typed by a person, sent to the app, answered in its acknowledgement."""

from typing import NamedTuple

from bot.sandbox.acts.interaction import channel_name, response_url
from bot.sandbox.acts.membership import join
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
    if name == "/invite":
        return Ran(True, _invite(sandbox, person, channel, rest.strip()))
    command = sandbox.manifest.command(name)
    if command is None:
        return Ran(False, slackbot_says(sandbox, channel, person, f"`{name}` is not a valid command."))
    payload = _payload(sandbox, person, channel, command, rest.strip())
    _, said = await sandbox.dispatcher.ask("slash_commands", payload)
    if isinstance(said, Unanswered):
        return Ran(False, slackbot_says(sandbox, channel, person, _did_not_respond(name, said.told_as)))
    if not said.response:
        return Ran(True, None)
    return Ran(True, _shown(sandbox, person, channel, name, said.response))


def _did_not_respond(name: str, code: str) -> str:
    if code == "operation_timeout":
        return f"`{name}` failed because the app did not respond. (operation_timeout)"
    return f'`{name}` failed with the error "{code}".'


def _shown(sandbox: Sandbox, person: Person, channel: Channel, name: str, response: Json) -> Message:
    try:
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


def _invite(sandbox: Sandbox, person: Person, channel: Channel, who: str) -> Message | None:
    invited = sandbox.workspace.person(who.removeprefix("@").lower())
    if channel.kind == "im":
        return slackbot_says(sandbox, channel, person, "Nobody can be invited to a direct message.")
    if invited is None:
        return slackbot_says(sandbox, channel, person, f"There is nobody called {who or 'that'} here.")
    if invited.id in channel.members:
        return slackbot_says(sandbox, channel, person, f"{invited.real_name} is in this channel already.")
    join(sandbox, channel, invited, inviter=person.id)
    return None
