"""What the bot says of itself in Telegram's menus, in each language."""

import structlog
from aiogram import Bot
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats

from bot.telegram.line import CALL_FAILED
from locales.text import Text
from locales.words import words

COMMANDS = (
    *("start", "help", "back", "skip", "why", "summary", "edit", "pause", "resume", "cancel"),
    *("plans", "report", "progress", "history", "confirm", "team", "corrective", "propose", "away", "mute", "zone"),
    *("digest", "review", "invite", "invitations", "people", "departments", "scope", "who", "privacy", "language"),
)
LANGUAGES = {None: "en", "zh": "zh_Hans"}
"""Ours for Telegram's, which knows one Chinese; None is for all that have no words of their own."""

_log = structlog.get_logger(__name__)


async def introduce(bot: Bot) -> None:
    """Set commands and descriptions; where Telegram does not take them, the bot works all the same."""
    try:
        for code, language in LANGUAGES.items():
            spoken = words(language)
            commands = [
                BotCommand(command=name, description=spoken.say(Text(f"telegram.command.{name}"))) for name in COMMANDS
            ]
            await bot.set_my_commands(commands, scope=BotCommandScopeAllPrivateChats(), language_code=code)
            await bot.set_my_description(spoken.say(Text("telegram.description")), language_code=code)
            await bot.set_my_short_description(spoken.say(Text("telegram.short_description")), language_code=code)
    except CALL_FAILED as error:
        _log.warning("introduction.failed", error=type(error).__name__)
