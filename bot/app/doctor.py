"""What `haggle doctor` looks at: configuration, database, model, tokens, scopes, managers, each in plain words."""

import socket

import aiohttp
import yaml
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.app.connecting import CannotConnect, connect, socket_address
from bot.app.finding import Finding
from bot.app.model_check import examine_models
from bot.delivery.client import slack_client, slack_session
from bot.delivery.directory import admins_of
from bot.settings import Settings, manifest_path, revealed, token_problems
from engine.errors import HaggleError
from packs.loading import load_installed
from storage.database import open_database
from storage.unavailable import DatabaseInUse


async def examine(settings: Settings) -> tuple[Finding, ...]:
    """Everything that was looked at, in the order in which to mend it."""
    findings = [Finding(False, problem) for problem in token_problems(settings)]
    if not findings:
        findings.append(Finding(True, f"The environment is complete; transport: {settings.transport}."))
    findings.append(await _database(settings))
    findings.extend(_packs())
    findings.extend(await examine_models(settings))
    if revealed(settings.slack_bot_token):
        async with slack_session() as session:
            findings.extend(await _slack(settings, session))
    return tuple(findings)


async def _database(settings: Settings) -> Finding:
    try:
        database = await open_database(settings.database_url)
    except DatabaseInUse as error:
        return Finding(True, f"The database is in use by a Haggle that runs now. {error}")
    except HaggleError as error:
        return Finding(False, str(error))
    await database.close()
    return Finding(True, f"The database {database.place} opens and its tables are up to date.")


def _packs() -> list[Finding]:
    packs = load_installed()
    broken = [Finding(False, str(problem)) for problems in packs.problems.values() for problem in problems]
    return [Finding(bool(packs.ids), f"Packs: {', '.join(packs.ids) or 'none'}."), *broken]


async def _slack(settings: Settings, session: aiohttp.ClientSession) -> list[Finding]:
    client = slack_client(revealed(settings.slack_bot_token), settings.slack_api_url, session)
    try:
        workspace = await connect(client)
    except CannotConnect as error:
        return [Finding(False, str(error))]
    findings = [Finding(True, f"The bot token belongs to {workspace.url}.")]
    findings.append(await _scopes(client))
    findings.append(await _managers(client, settings.managers))
    if app_token := revealed(settings.slack_app_token):
        findings.append(await _app_token(client, app_token))
    elif revealed(settings.slack_signing_secret):
        findings.append(
            Finding(True, "The signing secret is set; Slack shows whether it is right when it first calls.")
        )
        findings.append(_port(settings))
    return findings


async def _scopes(client: AsyncWebClient) -> Finding:
    answer = await client.auth_test()
    granted = {scope.strip() for scope in str(answer.headers.get("x-oauth-scopes", "")).split(",")}
    manifest = yaml.safe_load(manifest_path().read_text(encoding="utf-8"))
    missing = [scope for scope in manifest["oauth_config"]["scopes"]["bot"] if scope not in granted]
    if missing:
        return Finding(
            False, f"Missing scopes: {', '.join(missing)}. Reinstall the app from manifest.yml to grant them."
        )
    return Finding(True, "The bot has every scope of manifest.yml.")


async def _managers(client: AsyncWebClient, named: tuple[str, ...]) -> Finding:
    """Whether somebody can decide disputes."""
    try:
        if named:
            return await _named(client, named)
        admins = await admins_of(client)
    except SlackApiError as error:
        return Finding(False, f"Slack does not say who the managers are: {error.response.get('error', '')}.")
    if not admins:
        return Finding(False, "Nobody can decide disputes: the workspace shows no admin. Name some in HAGGLE_MANAGERS.")
    count = "1 admin" if len(admins) == 1 else f"{len(admins)} admins"
    return Finding(True, f"Disputes go to the workspace's {count}; HAGGLE_MANAGERS names others.")


async def _named(client: AsyncWebClient, named: tuple[str, ...]) -> Finding:
    """Whether the workspace knows everyone whom the setting names."""
    strangers = [user for user in named if not await _is_known(client, user)]
    if strangers:
        return Finding(False, f"HAGGLE_MANAGERS names {', '.join(strangers)}, whom this workspace does not have.")
    return Finding(True, f"Disputes go to {len(named)} named in HAGGLE_MANAGERS.")


async def _is_known(client: AsyncWebClient, user: str) -> bool:
    try:
        return not (await client.users_info(user=user))["user"].get("deleted")
    except SlackApiError as error:
        if error.response.get("error") == "user_not_found":
            return False
        raise


async def _app_token(client: AsyncWebClient, app_token: str) -> Finding:
    try:
        await socket_address(client, app_token)
    except CannotConnect as error:
        return Finding(False, str(error))
    return Finding(True, "The app-level token opens Socket Mode connections.")


def _port(settings: Settings) -> Finding:
    try:
        with socket.socket() as probe:
            probe.bind((settings.host, settings.port))
    except OSError as error:
        return Finding(
            False, f"{settings.host}:{settings.port} cannot be listened on ({error.strerror}). Set HAGGLE_PORT."
        )
    return Finding(True, f"{settings.host}:{settings.port} is free for the HTTP server.")
