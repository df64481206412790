"""The environment, read in one place. Nothing else in the house looks at it."""

import re
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, SecretStr, ValidationError, field_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from engine.errors import HaggleError

SLACK_API = "https://slack.com/api/"
_USER_ID = re.compile(r"[UW][A-Z0-9]{5,20}")
_DOLLARS = re.compile(r"\$?\s*(?P<whole>[0-9]{1,9})(?:\.(?P<part>[0-9]{1,6}))?")


class BadSettings(HaggleError):
    """The environment says something that Haggle cannot use; whoever runs it can mend it."""


class NoSum(ValueError, HaggleError):
    """What is written is no sum of money; the text says what one looks like."""


def dollars(written: str) -> int:
    """`25`, `25.50` or `$25.50` as micro-dollars, to the last digit; NoSum for anything else."""
    found = _DOLLARS.fullmatch(written.strip())
    micro = int(found["whole"]) * 1_000_000 + int((found["part"] or "").ljust(6, "0")) if found else 0
    if not micro:
        raise NoSum(
            f"{written.strip()[:40]} is not a sum in US dollars. Give one above zero, with a point before the cents "
            "and nothing between thousands, such as 25 or 25.50"
        )
    return micro


def _micro_dollars(written: object) -> object:
    return dollars(written) if isinstance(written, str) else written


Dollars = Annotated[int | None, BeforeValidator(_micro_dollars)]
"""A sum as people write it, in micro-dollars; None where there is none."""


class Settings(BaseSettings):
    """What can be set from outside; every field has a default that suits a first start."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore", env_ignore_empty=True)

    slack_bot_token: SecretStr | None = None
    slack_app_token: SecretStr | None = None
    slack_signing_secret: SecretStr | None = None
    slack_api_url: str = SLACK_API
    database_url: str = "sqlite:///haggle.sqlite"
    host: str = Field(default="127.0.0.1", validation_alias="HAGGLE_HOST")
    port: int = Field(default=3000, ge=0, le=65535, validation_alias="HAGGLE_PORT")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(default="INFO", validation_alias="HAGGLE_LOG_LEVEL")
    model: str = Field(default="", validation_alias="HAGGLE_MODEL")
    """The language models that may word buyers, as `provider:name`, separated by commas, the usual one first.

    Without one there is only strict mode.
    """
    tokens_per_run: int | None = Field(default=200_000, ge=1, validation_alias="HAGGLE_TOKENS_PER_RUN")
    tokens_per_person: int | None = Field(default=1_000_000, ge=1, validation_alias="HAGGLE_TOKENS_PER_PERSON")
    tokens_per_team: int | None = Field(default=None, ge=1, validation_alias="HAGGLE_TOKENS_PER_TEAM")
    tokens_per_day: int | None = Field(default=None, ge=1, validation_alias="HAGGLE_TOKENS_PER_DAY")
    """What the model may take, in and out: in a run, and in a day (UTC) for a person, a team and everybody."""
    spend_per_run: Dollars = Field(default=None, validation_alias="HAGGLE_SPEND_PER_RUN")
    spend_per_person: Dollars = Field(default=None, validation_alias="HAGGLE_SPEND_PER_PERSON")
    spend_per_team: Dollars = Field(default=None, validation_alias="HAGGLE_SPEND_PER_TEAM")
    spend_per_day: Dollars = Field(default=None, validation_alias="HAGGLE_SPEND_PER_DAY")
    """The same in money: written in dollars, kept in micro-dollars."""
    anthropic_api_key: SecretStr | None = None
    openai_api_key: SecretStr | None = None
    openrouter_api_key: SecretStr | None = None
    anthropic_base_url: str = ""
    openai_base_url: str = ""
    openrouter_base_url: str = ""
    managers: Annotated[tuple[str, ...], NoDecode] = Field(default=(), validation_alias="HAGGLE_MANAGERS")
    """User ids of those who decide disputes; with none of them it is the workspace's admins and owners."""

    @field_validator("managers", mode="before")
    @classmethod
    def _separated(cls, written: object) -> object:
        """`U04K2J9Q0XZ, U07A1B2C3D4` as a tuple, each once."""
        if not isinstance(written, str):
            return written
        ids = tuple(dict.fromkeys(each.strip() for each in written.split(",") if each.strip()))
        if strange := [each for each in ids if not _USER_ID.fullmatch(each)]:
            raise ValueError(
                f"{', '.join(strange)} is not a user id. Give ids such as U04K2J9Q0XZ, separated by commas; "
                "a person's is in their Slack profile under More, Copy member ID"
            )
        return ids

    @property
    def transport(self) -> Literal["socket", "http"]:
        """Socket Mode when there is an app token, signed HTTP when there is a signing secret; BadSettings otherwise."""
        if problems := token_problems(self):
            raise BadSettings("\n".join(problems))
        return "socket" if self.slack_app_token else "http"

    @property
    def bot_token(self) -> str:
        """The bot token; BadSettings where it is missing or is not one."""
        _ = self.transport
        return revealed(self.slack_bot_token)


def read_settings(**given: Any) -> Settings:
    """The settings of this process, what is given before what the environment says.

    BadSettings names each variable that cannot be used.
    """
    try:
        return Settings(**given)
    except ValidationError as error:
        lines = [f"{_name_of(problem['loc'])}: {_said_of(problem)}." for problem in error.errors()]
        raise BadSettings("\n".join(lines)) from error


def _name_of(place: tuple[int | str, ...]) -> str:
    return ".".join(map(str, place)).upper()


def _said_of(problem: ErrorDetails) -> str:
    """What is wrong with a setting, in words of ours where there are any."""
    words = _WRONG.get(problem["type"])
    if words is None:
        return problem["msg"].removeprefix("Value error, ")
    return words.format(written=str(problem["input"])[:40], **problem.get("ctx", {}))


_WRONG = {
    "int_parsing": "“{written}” is not a whole number",
    "greater_than_equal": "{written} is too low; the least is {ge}",
    "less_than_equal": "{written} is too high; the most is {le}",
}


def revealed(secret: SecretStr | None) -> str:
    """The secret itself, empty where none is set. Spaces around a pasted token are dropped."""
    return secret.get_secret_value().strip() if secret else ""


def token_problems(settings: Settings) -> tuple[str, ...]:
    """Everything that keeps these settings from reaching Slack, each with its mend; empty when all is well."""
    bot, app = revealed(settings.slack_bot_token), revealed(settings.slack_app_token)
    problems = []
    if not bot:
        problems.append("SLACK_BOT_TOKEN is not set. It is on your app's page under OAuth & Permissions (xoxb-…).")
    elif not bot.startswith("xoxb-"):
        problems.append("SLACK_BOT_TOKEN is not a bot token: those begin with xoxb-.")
    if app and not app.startswith("xapp-"):
        problems.append("SLACK_APP_TOKEN is not an app-level token: those begin with xapp-.")
    if not app and not revealed(settings.slack_signing_secret):
        problems.append(
            "Neither SLACK_APP_TOKEN (for Socket Mode) nor SLACK_SIGNING_SECRET (for signed HTTP) is set. "
            "Set one of them; both are on your app's page under Basic Information."
        )
    return tuple(problems)


def manifest_path() -> Path:
    """Slack's manifest of this app: beside this file in an installed package, at the top of a checkout."""
    packaged = Path(__file__).with_name("manifest.yml")
    return packaged if packaged.exists() else Path(__file__).resolve().parents[1] / "manifest.yml"
