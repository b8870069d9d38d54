"""The command line as a module: python -m bot."""

from bot.cli import main

main()
