"""Taking the app out of the workspace, and putting it back."""

from bot.sandbox import events
from bot.sandbox.acts.membership import publish
from bot.sandbox.acts.telling import tell
from bot.sandbox.sandbox import Sandbox


def uninstall(sandbox: Sandbox) -> list[str]:
    """The ids of the last events sent; the app is in no channel and its token is good no more."""
    workspace = sandbox.workspace
    sent = tell(sandbox, events.tokens_revoked(workspace)) + tell(sandbox, events.app_uninstalled(workspace))
    workspace.is_installed = False
    for channel in workspace.channels.values():
        if workspace.app_is_in(channel) and channel.kind != "im":
            channel.members.remove(workspace.app.bot_user_id)
            publish(sandbox, channel)
    workspace.modals.clear()
    workspace.homes.clear()
    return sent


def install(sandbox: Sandbox) -> None:
    """Makes the app's token good again; people bring it back into their channels."""
    sandbox.workspace.is_installed = True
