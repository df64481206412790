"""The app's manifest: the one list of scopes, events and commands that the sandbox grants."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class Display(_Part):
    """How the app is shown."""

    name: str
    description: str = ""
    background_color: str = "#2c2d30"


class AppHome(_Part):
    """Which tabs the app's home has."""

    home_tab_enabled: bool = False
    messages_tab_enabled: bool = True
    messages_tab_read_only_enabled: bool = False


class BotUser(_Part):
    """The app's own user."""

    display_name: str


class SlashCommand(_Part):
    """One registered command."""

    command: str
    description: str = ""
    usage_hint: str = ""
    should_escape: bool = False


class Shortcut(_Part):
    """One registered shortcut."""

    name: str
    type: Literal["global", "message"]
    callback_id: str
    description: str = ""


class SuggestedPrompt(_Part):
    """A message that the app proposes to begin with."""

    title: str
    message: str


class AgentView(_Part):
    """The app as an agent: `agent_view`, or `assistant_view`, which it replaces."""

    suggested_prompts: tuple[SuggestedPrompt, ...] = ()


class _Features(_Part):
    app_home: AppHome = AppHome()
    bot_user: BotUser | None = None
    slash_commands: tuple[SlashCommand, ...] = ()
    shortcuts: tuple[Shortcut, ...] = ()
    agent_view: AgentView | None = None
    assistant_view: AgentView | None = None


class _Scopes(_Part):
    bot: tuple[str, ...] = ()


class _OAuth(_Part):
    scopes: _Scopes = _Scopes()


class _Events(_Part):
    bot_events: tuple[str, ...] = ()


class _Interactivity(_Part):
    is_enabled: bool = False


class _Settings(_Part):
    event_subscriptions: _Events = _Events()
    interactivity: _Interactivity = _Interactivity()
    socket_mode_enabled: bool = False


class Manifest(_Part):
    """An app manifest, as far as the sandbox heeds it."""

    display: Display = Field(alias="display_information")
    features: _Features = _Features()
    oauth_config: _OAuth = _OAuth()
    settings: _Settings = _Settings()

    @property
    def bot_name(self) -> str:
        """The bot's display name."""
        return self.features.bot_user.display_name if self.features.bot_user else self.display.name

    @property
    def scopes(self) -> tuple[str, ...]:
        """The bot scopes, in the order of the manifest."""
        return self.oauth_config.scopes.bot

    @property
    def events(self) -> tuple[str, ...]:
        """The bot events subscribed to."""
        return self.settings.event_subscriptions.bot_events

    def shortcut(self, callback_id: str) -> Shortcut | None:
        """The registered shortcut with this callback id, if there is one."""
        return next((each for each in self.features.shortcuts if each.callback_id == callback_id), None)

    @property
    def is_agent(self) -> bool:
        """Whether the app is declared an agent."""
        return self.features.agent_view is not None or self.features.assistant_view is not None

    def command(self, name: str) -> SlashCommand | None:
        """The registered command called `name` (with its slash), if there is one."""
        return next((each for each in self.features.slash_commands if each.command == name), None)
